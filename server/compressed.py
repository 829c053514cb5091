"""Files that never change under their address travel compressed: compressed once in the process, when first asked for.

Streamlit sends its own as they are (106 scripts, 2.9 MB, for one page), and compresses ours again for every viewer.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Collection
from pathlib import PurePosixPath
from typing import NamedTuple

import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stage.served import FOLDER
from ui.shell.gzipped import accepts_gzip, gzipped

FOLDERS = ("static", FOLDER)
"""Streamlit's and the player's."""
MOST_BYTES = 16 * 2**20
"""Of compressed files; all that the pages ask for are 2.4 MB."""
ENDINGS = frozenset({".js", ".css", ".svg"})
"""Of files that are text. Fonts and pictures are compressed already."""
_CONDITIONS = ("range", "if-none-match", "if-modified-since", "if-match", "if-unmodified-since")
"""Who asks with one of these wants a part of the file, or to hear that nothing has changed: that is not kept."""
_SAID_OF_IT = ("content-type", "cache-control", "etag")
"""What is kept of the headers."""


class _File(NamedTuple):
    """An answer as it is kept."""

    headers: dict[str, str]
    packed: bytes


class Compressed:
    """Text files in some folders, from what has been kept, else from the app behind it.

    Only what that app calls immutable is kept: at most `most_bytes` of it, and what was asked for last stays.
    Everything but the compressing itself happens on the server's one event loop: nothing needs a lock, and however many
    ask at once share one compression.
    """

    def __init__(self, app: ASGIApp, folders: Collection[str] = FOLDERS, most_bytes: int = MOST_BYTES) -> None:
        self._app = app
        self._folders = frozenset(folders)
        self._most_bytes = most_bytes
        self._kept: OrderedDict[str, _File] = OrderedDict()
        self._bytes = 0
        self._making: dict[str, asyncio.Task[_File | None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._is_meant(scope):
            await self._app(scope, receive, send)
            return
        file = await self._file(scope) if _wants_all_of_it(Headers(scope=scope)) else None
        if file is None:
            await self._app(scope, receive, _telling_of_both_forms(send))
            return
        content = b"" if scope["method"] == "HEAD" else file.packed
        await Response(content, headers=file.headers)(scope, receive, send)

    def _is_meant(self, scope: Scope) -> bool:
        """Wherever the app stands, and without a query, which might ask for another content."""
        path = PurePosixPath(scope["path"])
        return (
            scope["method"] in {"GET", "HEAD"}
            and not scope["query_string"]
            and path.suffix in ENDINGS
            and not self._folders.isdisjoint(path.parts)
        )

    async def _file(self, scope: Scope) -> _File | None:
        """The file at this address, None where it cannot be kept."""
        path = scope["path"]
        if path in self._kept:
            self._kept.move_to_end(path)
            return self._kept[path]
        task = self._making.get(path)
        if task is None:
            task = self._making[path] = asyncio.create_task(self._make(scope))
            task.add_done_callback(lambda _: self._making.pop(path))
        return await asyncio.shield(task)  # who leaves takes it from nobody else

    async def _make(self, scope: Scope) -> _File | None:
        """Ask the app for the whole file, compress it, and keep it."""
        status, headers, content = await _asked(self._app, scope)
        if status != 200 or not _is_immutable(headers) or "set-cookie" in headers or "content-encoding" in headers:
            return None
        _tell_of_both_forms(headers)
        packed = await anyio.to_thread.run_sync(gzipped, content)
        kept = {name: headers[name] for name in _SAID_OF_IT if name in headers}
        told = {"Vary": "Accept-Encoding", "Content-Encoding": "gzip", "Content-Length": str(len(packed))}
        file = _File({**kept, **told}, packed)
        self._keep(scope["path"], file)
        return file

    def _keep(self, path: str, file: _File) -> None:
        self._kept[path] = file
        self._bytes += len(file.packed)
        while self._bytes > self._most_bytes:
            self._bytes -= len(self._kept.popitem(last=False)[1].packed)


def _wants_all_of_it(headers: Headers) -> bool:
    return accepts_gzip(headers) and not any(name in headers for name in _CONDITIONS)


def _is_immutable(headers: Headers) -> bool:
    return "immutable" in headers.get("cache-control", "")


async def _asked(app: ASGIApp, scope: Scope) -> tuple[int, MutableHeaders, bytes]:
    """What the app answers to a plain GET of the same address."""
    status, headers, content = 0, MutableHeaders(), bytearray()

    async def receive() -> Message:
        return await asyncio.get_running_loop().create_future()  # nothing more to come, and nobody leaves

    async def keep(message: Message) -> None:
        nonlocal status, headers
        if message["type"] == "http.response.start":
            status, headers = message["status"], MutableHeaders(raw=list(message["headers"]))
        elif message["type"] == "http.response.body":
            content.extend(message.get("body", b""))

    host = [(name, value) for name, value in scope["headers"] if name == b"host"]
    await app({**scope, "method": "GET", "headers": host, "extensions": {}}, receive, keep)
    return status, headers, bytes(content)


def _tell_of_both_forms(headers: MutableHeaders) -> None:
    """The same file comes in two forms, so its tag is weak, and who keeps it between us and the browser is told."""
    if "accept-encoding" not in headers.get("vary", "").lower():
        headers.add_vary_header("Accept-Encoding")
    if (tag := headers.get("etag", "")).startswith('"'):
        headers["ETag"] = f"W/{tag}"


def _telling_of_both_forms(send: Send) -> Send:
    async def tell(message: Message) -> None:
        if message["type"] == "http.response.start" and _is_immutable(headers := MutableHeaders(scope=message)):
            _tell_of_both_forms(headers)
        await send(message)

    return tell


def compressed() -> list[Middleware]:
    """What stands before the files."""
    return [Middleware(Compressed)]
