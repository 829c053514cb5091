"""A reader of the player's messages that shares no line with the code that packs them."""

import json
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray


def read_message(block: bytes) -> tuple[dict[str, Any], dict[str, NDArray[Any]], int]:
    """The header without its table of arrays, the arrays, and the byte at which the first begins."""
    length = int.from_bytes(block[:4], "little")
    header = json.loads(block[4 : 4 + length].decode("utf-8"), parse_constant=_refuse)
    arrays = {}
    for name, entry in header.pop("arrays").items():
        count = int(np.prod(entry["shape"]))
        begin = 4 + length + entry["at"]
        size = entry["bytes"]
        if size == 1:
            inflated = zlib.decompress(block[begin : begin + entry["packed"]])
            arrays[name] = np.frombuffer(inflated, np.uint8).reshape(entry["shape"])
            continue
        arrays[name] = np.frombuffer(block[begin : begin + size * count], dtype=f"<f{size}").reshape(entry["shape"])
    return header, arrays, 4 + length


def _refuse(word: str) -> None:
    raise AssertionError(f"{word} is no JSON; a browser cannot read it")
