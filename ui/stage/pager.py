"""The page keys of a presenter's remote: they turn from one to the next of a row of scenes."""

from collections.abc import Callable
from typing import Any

from ui.stage.component import callbacks, component


def pager(number: int, count: int, on_turned: Callable[[Any], None], *, key: str) -> None:
    """Listen while the page is open. `on_turned` hears the number of the scene that was turned to, from 0."""
    mounted = component("pager", '<div class="descent-pager"></div>')
    mounted(key=key, data={"number": number, "count": count}, **callbacks(key, {"turned": on_turned}))
