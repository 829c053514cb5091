"""What the server gives the player: its own modules, and Plotly out of the installed package."""

from functools import cache
from hashlib import blake2b
from os import PathLike, stat_result
from pathlib import Path

import plotly
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLAYER = Path(__file__).parent / "player"
_FOR_EVER = "public, max-age=31536000, immutable"


def path_for(player: Path) -> str:
    """Where the player in that folder is served: the path names the content, so a browser may keep it for ever."""
    digest = blake2b(plotly.__version__.encode(), digest_size=6)
    for file in sorted(player.iterdir()):
        if file.is_file():
            digest.update(file.read_bytes())
    return f"stage-player/{digest.hexdigest()}"


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


class _AnnouncePlayer:
    """Names the player's files with every HTML page, so that a browser fetches them while Streamlit starts.

    Without this it would learn of them only from the first message of the page's script.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        modules = (f"<{player_path()}/{file.name}>; rel=modulepreload" for file in sorted(PLAYER.glob("*.js")))
        self._link = ", ".join([f"<{player_path()}/plotly/plotly.min.js>; rel=preload; as=script", *modules])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def announce(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("Link", self._link)
            await send(message)

        await self._app(scope, receive, announce if scope["type"] == "http" else send)


def middleware() -> list[Middleware]:
    """What stands around Streamlit's own answers."""
    return [Middleware(_AnnouncePlayer)]


def routes() -> list[BaseRoute]:
    """The routes beside Streamlit's own."""
    path = player_path()
    plotly_folder = Path(plotly.__file__).parent / "package_data"
    return [
        Mount(f"/{path}/plotly", _Immutable(directory=plotly_folder)),
        Mount(f"/{path}", _Immutable(directory=PLAYER)),
    ]
