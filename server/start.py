"""The start: everything that a page ever imports is there before the first viewer is let in.

Streamlit and Plotly import much of themselves when a script first needs it. While the script of one viewer is inside
such an import, that of another may find the module half made and fail.
"""

import ast
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import numpy as np
import plotly.graph_objects as go
from PIL import Image
from streamlit import App

from server.memory import share_one_heap
from ui.shell.chapters import PAGES

SHELL = PAGES.parent / "ui" / "shell" / "shell.py"
DRAWN = ("layout", "contour", "heatmap", "scatter", "surface")
"""The parts of Plotly that `figures` draws with."""
LATE = ("numpy.ma", "streamlit.emojis", "streamlit.material_icon_names", "streamlit.web.skills")
"""What NumPy and Streamlit import for their first viewer."""

TURN_SECONDS = 2e-4
"""For how long a thread computes while others wait. Every message passes between a script's thread and the server's;
with Python's own 5 ms a short answer would wait that long for each long one beside it."""


@asynccontextmanager
async def started(_app: App) -> AsyncIterator[None]:
    """The lifespan of the app: no request is answered, nor whether the server is well, until everything is there."""
    share_one_heap()
    import_everything()
    gc.collect()
    gc.freeze()  # no collection looks through it again
    sys.setswitchinterval(TURN_SECONDS)
    yield


def import_everything() -> None:
    """What the scripts import, and with it all rooms, then what Plotly and Streamlit would import late."""
    for script in (SHELL, *sorted(PAGES.glob("*/page.py"))):
        lines = ast.parse(script.read_text()).body
        imports: list[ast.stmt] = [line for line in lines if isinstance(line, ast.Import | ast.ImportFrom)]
        exec(compile(ast.Module(imports, []), script, "exec"), {})
    for name in LATE:
        import_module(name)
    for part in DRAWN:
        _import_package(import_module(f"plotly.graph_objs.{part}"))
    go.Figure(go.Contour(z=np.zeros((2, 2)))).to_json()
    Image.preinit()


def _import_package(package: ModuleType) -> None:
    for each in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(each.name)
