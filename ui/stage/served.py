"""What the server gives the player: its own modules, Plotly out of the installed package, and still figures."""

from hashlib import blake2b
from os import PathLike, stat_result
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from ui.stage.stills import STILLS, STILLS_PATH

PLAYER = Path(__file__).parent / "player"
_FOR_EVER = "public, max-age=31536000, immutable"


def player_path() -> str:
    """Where the player is served: the path names the content, so a browser may keep it for ever."""
    digest = blake2b(plotly.__version__.encode(), digest_size=6)
    for file in sorted(PLAYER.iterdir()):
        if file.is_file():
            digest.update(file.read_bytes())
    return f"stage-player/{digest.hexdigest()}"


class _Immutable(StaticFiles):
    """Files that never change under their address."""

    def file_response(
        self, full_path: str | PathLike[str], stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = _FOR_EVER
        return response


def _still(request: Request) -> Response:
    """One still figure; 404 where it is not kept any more."""
    content = STILLS.find(request.path_params["name"])
    if content is None:
        return Response("This figure is not kept any more; reload the page.", status_code=404)
    return Response(content, media_type="application/json", headers={"Cache-Control": _FOR_EVER})


def routes() -> list[BaseRoute]:
    """The routes beside Streamlit's own."""
    path = player_path()
    plotly_folder = Path(plotly.__file__).parent / "package_data"
    return [
        Mount(f"/{path}/plotly", _Immutable(directory=plotly_folder)),
        Mount(f"/{path}", _Immutable(directory=PLAYER)),
        Route(f"/{STILLS_PATH}/{{name}}.json", _still),
    ]
