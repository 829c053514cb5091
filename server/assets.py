"""The route of the assets: whatever an address asks for is made here, unless it has been asked for a while ago.

Every kind is known before the first request, because the start imports all rooms.
"""

import asyncio
import gzip
from importlib import import_module

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from stage.assets import ASSETS_PATH, version
from ui.shell.gzipped import accepts_gzip

_FOR_EVER = "public, max-age=31536000, immutable"
_NOT_KEPT = "no-store"


async def _still(request: Request) -> Response:
    """One asset, as JSON. It is made by this code whatever the address says, and kept by browsers if it says this code.

    So a page that was open while the server was replaced gets its pictures, and none of them is taken for a later one.
    """
    now = import_module("stage.assets")  # not at the top: where files are watched, a changed one is imported again
    try:
        asked = now.ASSETS.ask(request.path_params["kind"], request.url.query)
        is_kept = now.KINDS[request.path_params["kind"]].kept
        content = await asyncio.shield(asyncio.wrap_future(asked))  # one who leaves does not take it from the others
    except now.UnknownKind as wrong:
        return _refused(404, wrong)
    except now.WrongAddress as wrong:
        return _refused(400, wrong)
    headers = {
        "Cache-Control": _FOR_EVER if is_kept and request.path_params["version"] == now.version() else _NOT_KEPT,
        "Vary": "Accept-Encoding",
    }
    if accepts_gzip(request.headers):
        headers["Content-Encoding"] = "gzip"
    else:
        content = gzip.decompress(content)
    return Response(content, media_type="application/json", headers=headers)


def _refused(status: int, wrong: ValueError) -> Response:
    return PlainTextResponse(f"{wrong}\n", status_code=status, headers={"Cache-Control": _NOT_KEPT})


def assets() -> list[BaseRoute]:
    """The route."""
    version()  # read from the sources now, before anybody waits for it
    return [Route(f"/{ASSETS_PATH}/{{version}}/{{kind}}.json", _still)]
