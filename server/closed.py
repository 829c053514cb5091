"""Streamlit's doors that Descent never uses: closed before anything of a request's content is read."""

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.shell.base_path import base_path, path_in_app

UPLOADS = "/_stcore/upload_file"
SIGN_IN = ("/auth", "/oauth2callback")
"""Of Streamlit's accounts; without any it would lead to the server's root, which may belong to somebody else."""


class Closed:
    """Answers by itself what leads to a closed door."""

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = path_in_app(scope["path"], self._base) if scope["type"] == "http" else None
        refusal = None if path is None else _refusal(path)
        await (refusal or self._app)(scope, receive, send)


def _refusal(path: str) -> Response | None:
    """What is answered at a closed door; None where there is none."""
    if _is_at(path, UPLOADS):
        # else the server would take in what is still being sent, to throw it away
        return PlainTextResponse("Descent takes no files.", status_code=413, headers={"Connection": "close"})
    if any(_is_at(path, door) for door in SIGN_IN):
        return PlainTextResponse("Descent has no accounts.", status_code=404)
    return None


def _is_at(path: str, door: str) -> bool:
    return path == door or path.startswith(f"{door}/")


def closed() -> list[Middleware]:
    """What keeps these doors closed."""
    return [Middleware(Closed, base=base_path())]
