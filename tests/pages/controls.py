"""The controls of a page by their names, whichever widgets stand there now (`ui.controls.widgets.show`)."""

from collections.abc import Iterable
from typing import Any


def control(widgets: Iterable[Any], widget: str) -> Any:
    """The one among them, as in `control(page.slider, "slider:rate")`."""
    (found,) = (each for each in widgets if each.key and each.key.partition("~")[0] == widget)
    return found
