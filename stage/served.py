"""What the server gives the player: its modules, its style sheet, and Plotly out of the installed package."""

from functools import cache
from hashlib import blake2b
from os import PathLike, stat_result
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from stage.plotly_script import plotly_script
from stage.style_sheet import style_sheet

PLAYER = Path(__file__).parent / "player"
FOLDER = "stage-player"
"""Of the addresses under which the player is served."""
_FOR_EVER = "public, max-age=31536000, immutable"


def path_for(player: Path) -> str:
    """Where the player in that folder is served: the path names the content, so a browser may keep it for ever."""
    digest = blake2b(plotly_script() + style_sheet().encode(), digest_size=6)
    for file in sorted(player.rglob("*.js")):
        digest.update(file.read_bytes())
    return f"{FOLDER}/{digest.hexdigest()}"


@cache
def player_path() -> str:
    """Where this process serves the player; looked up once, so that every page names what the routes serve."""
    return path_for(PLAYER)


class _Immutable(StaticFiles):
    """Files that never change under their address."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = _FOR_EVER
        return response


def _plotly(_: Request) -> Response:
    return Response(plotly_script(), media_type="text/javascript", headers={"Cache-Control": _FOR_EVER})


def _styles(_: Request) -> Response:
    return Response(style_sheet(), media_type="text/css", headers={"Cache-Control": _FOR_EVER})


def routes() -> list[BaseRoute]:
    """The routes beside Streamlit's own."""
    path = player_path()
    return [
        Route(f"/{path}/plotly.min.js", _plotly),
        Route(f"/{path}/stage.css", _styles),
        Mount(f"/{path}", _Immutable(directory=PLAYER)),
    ]
