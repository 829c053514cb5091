"""Addresses that are nearly right lead to the right one, and those of no page to the opening page, which tells of them.

All ways are relative, because the app may stand under a prefix that it does not know of.
"""

from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from address.address import LONGEST_SHOWN, MISSING
from stage.assets import ASSETS_PATH
from stage.served import FOLDER
from ui.shell.base_path import base_path, path_in_app
from ui.shell.chapters import CHAPTERS, FIRST

FILES = {"_stcore", "static", "component", ASSETS_PATH, FOLDER}
"""Folders of Streamlit's and of ours that hold files, never pages."""
DOWNLOADS = "media"
"""Streamlit's folder of what a viewer takes away: an HTML file there is meant."""


class NotFound:
    """Streamlit answers every path it does not know with its page, as if there were one.

    That answer is replaced: by 404 where a file was asked for, else by a way to the opening page. And slashes, of which
    Streamlit makes redirects from the server's root on, are put right here.
    """

    def __init__(self, app: ASGIApp, base: str) -> None:
        self._app = app
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = path_in_app(scope["path"], self._base) if scope["type"] == "http" else None
        if asked is None:
            await self._app(scope, receive, send)
            return
        query = scope["query_string"].decode("latin-1")
        slashed = without_slashes(asked) if asked else f"./{quote(self._base.rpartition('/')[2])}/"
        if slashed and scope["method"] in {"GET", "HEAD"}:
            await _redirect(f"{slashed}?{query}" if query else slashed)(scope, receive, send)
            return
        path = asked[1:]
        if not path or (path in CHAPTERS and path != FIRST.path) or path.startswith(f"{DOWNLOADS}/"):
            await self._app(scope, receive, send)
            return
        replaced = False

        async def replace(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_page(message):
                replaced = True
                await _instead(path, query)(scope, receive, send)
            elif not replaced:
                await send(message)

        await self._app(scope, receive, replace)


def _is_page(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _instead(path: str, query: str) -> Response:
    if path.partition("/")[0] in FILES:
        return PlainTextResponse("There is no such file.", status_code=404)
    return _redirect(way_home(path, query))


def _redirect(way: str) -> Response:
    return RedirectResponse(way, status_code=307, headers={"Cache-Control": "no-store"})


def without_slashes(path: str) -> str | None:
    """From a path that ends with slashes to the one without them; None where there is nothing to take off."""
    bare = path.rstrip("/")
    if bare in {"", path}:
        return None
    return "../" * (len(path) - len(bare)) + quote(bare.rpartition("/")[2], safe="")


def way_home(path: str, query: str) -> str:
    """From the page `path` to the opening page, with the query and the name of what is missing."""
    said = [pair for pair in query.split("&") if pair and pair.partition("=")[0] != MISSING]
    if path != FIRST.path:
        said.append(f"{MISSING}={quote(path[: LONGEST_SHOWN + 1], safe='')}")
    return ("../" * path.count("/") or "./") + ("?" + "&".join(said) if said else "")


def not_found() -> list[Middleware]:
    """What stands around all answers."""
    return [Middleware(NotFound, base=base_path())]
