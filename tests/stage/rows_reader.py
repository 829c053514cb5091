"""What every value of a grid's slider does, as a browser reads it."""

import json
from base64 import b64decode
from typing import Any

from numpy.typing import NDArray

from stage.assets import content_of
from tests.stage.message_reader import read_message


def rows_at(address: str | None) -> tuple[list[str], dict[str, Any], dict[str, NDArray[Any]]]:
    """The values, the header and the arrays behind the address of a slider's data."""
    assert address is not None
    told = json.loads(content_of(address))
    header, arrays, _ = read_message(b64decode(told["rows"]))
    return told["values"], {**header, "regimes": told["regimes"]}, arrays
