"""Files that are compressed once and kept, asked for over real connections, by many at once."""

import gzip
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from server import compressed
from server.compressed import MOST_BYTES, Compressed
from tests.ui.asking import ask, listening
from ui.shell.gzipped import gzipped

FOR_EVER = "public, immutable, max-age=31536000"
GZIP = {"Accept-Encoding": "gzip, deflate"}
SCRIPT = b"export const descent = 1;\n" * 4000
SIZE = len(gzipped(SCRIPT))


class Files:
    """A folder `static` of files that never change, except for those whose name says something else."""

    def __init__(self, folder: Path) -> None:
        self._files = StaticFiles(directory=folder)
        self.asked: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        name = request.url.path.rpartition("/")[2]
        self.asked[name] += 1
        if name == "broken.js" and self.asked[name] == 1:
            raise RuntimeError("the disk is gone")
        answer = await self._answer(name, scope)
        if "changing" not in name and answer.status_code < 400:
            answer.headers["Cache-Control"] = FOR_EVER
        await answer(scope, receive, send)

    async def _answer(self, name: str, scope: Scope) -> Response:
        if name in {"missing.js", "static.js"}:
            return PlainTextResponse("none", status_code=404)
        if name == "cookie.js":
            return Response(SCRIPT, headers={"Set-Cookie": "viewer=1"}, media_type="text/javascript")
        return await self._files.get_response(name, scope)


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Served:
    """A server of this machine, and what its files have been asked."""

    port: int
    files: Files
    compressions: list[int] = field(default_factory=list)
    """How large each content was."""

    def ask(self, path: str, headers: dict[str, str] = GZIP, method: str = "GET") -> Answer:
        return Answer(*ask(self.port, path, method, headers))


@contextmanager
def served(folder: Path, monkeypatch: pytest.MonkeyPatch, most_bytes: int = MOST_BYTES) -> Iterator[Served]:
    files = Files(folder)
    compressions: list[int] = []

    def counting(content: bytes) -> bytes:
        compressions.append(len(content))
        return gzipped(content)

    monkeypatch.setattr(compressed, "gzipped", counting)
    app = Starlette(routes=[Mount("/", files)], middleware=[Middleware(Compressed, most_bytes=most_bytes)])
    with listening(app) as port:
        yield Served(port, files, compressions)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.js", "b.js", "c.js", "broken.js", "changing.js", "page.html"):
        (tmp_path / name).write_bytes(SCRIPT)
    (tmp_path / "font.woff2").write_bytes(bytes(range(256)))
    return tmp_path


@pytest.fixture
def server(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    with served(folder, monkeypatch) as server:
        yield server


def test_a_file_travels_compressed_from_the_first_time_on(server: Served) -> None:
    paths = ["/static/a.js", "/below/a/prefix/static/js/b.js", "/stage-player/0123456789ab/c.js"]
    for path in 3 * paths:
        answer = server.ask(path)
        assert answer.status == 200
        assert gzip.decompress(answer.body) == SCRIPT
        assert answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) == len(answer.body) == SIZE
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["cache-control"] == FOR_EVER
        assert answer.headers["vary"] == "Accept-Encoding"
    assert server.compressions == [len(SCRIPT)] * 3
    assert server.files.asked == {"a.js": 1, "b.js": 1, "c.js": 1}, "what is kept is answered without the app"


def test_sixty_who_ask_at_once_share_one_compression(server: Served) -> None:
    together = threading.Barrier(60)

    def one(viewer: int) -> Answer:
        together.wait()
        return server.ask("/static/a.js" if viewer % 2 else "/static/b.js")

    with ThreadPoolExecutor(60) as viewers:
        answers = list(viewers.map(one, range(60)))
    assert {answer.body for answer in answers} == {gzipped(SCRIPT)}
    assert server.files.asked == {"a.js": 1, "b.js": 1}
    assert len(server.compressions) == 2


def test_two_processes_send_the_same_bytes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = []
    for _ in range(2):
        with served(folder, monkeypatch) as server:
            answers.append(server.ask("/static/a.js"))
    first, second = answers
    assert first.body == second.body
    assert first.headers["etag"] == second.headers["etag"]


def test_who_does_not_read_gzip_gets_the_file_as_it_is(server: Served) -> None:
    server.ask("/static/a.js")
    for headers in ({}, {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip;q=0"}):
        answer = server.ask("/static/a.js", headers)
        assert answer.body == SCRIPT
        assert "content-encoding" not in answer.headers
        assert answer.headers["vary"] == "Accept-Encoding", "or a cache on the way would give it to the others"


def test_head_tells_what_get_would(server: Served) -> None:
    for _ in range(2):
        head, get = server.ask("/static/a.js", method="HEAD"), server.ask("/static/a.js")
        assert head.body == b""
        assert {**head.headers, "date": ""} == {**get.headers, "date": ""}


def test_who_has_it_already_hears_that_nothing_has_changed(server: Served) -> None:
    tag = server.ask("/static/a.js").headers["etag"]
    assert tag.startswith('W/"'), "two forms of one file have no strong tag in common"
    for condition in ({"If-None-Match": tag}, {"If-None-Match": f'"other", {tag}'}, {"If-None-Match": "*"}):
        answer = server.ask("/static/a.js", {**GZIP, **condition})
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["etag"] == tag
        assert answer.headers["cache-control"] == FOR_EVER
    other = server.ask("/static/a.js", {**GZIP, "If-None-Match": '"other"'})
    assert other.status == 200
    assert other.headers["etag"] == tag


def test_a_part_is_a_part_of_the_file_as_it_is(server: Served) -> None:
    server.ask("/static/a.js")
    answer = server.ask("/static/a.js", {**GZIP, "Range": "bytes=7-11"})
    assert (answer.status, answer.body) == (206, SCRIPT[7:12])
    assert answer.headers["content-range"] == f"bytes 7-11/{len(SCRIPT)}"
    assert "content-encoding" not in answer.headers


def test_everything_else_is_left_to_the_app(server: Served) -> None:
    for path in 2 * [
        "/static/changing.js",
        "/static/cookie.js",
        "/static/missing.js",
        "/static/a.js?other=content",
        "/static/font.woff2",
        "/static/page.html",
        "/elsewhere/a.js",
        "/static.js",
    ]:
        answer = server.ask(path)
        assert answer.status == (404 if path in {"/static/missing.js", "/static.js"} else 200), path
        assert "content-encoding" not in answer.headers, path
        assert not answer.headers.get("etag", "").startswith("W/") or path == "/static/a.js?other=content"
    assert server.compressions == []
    assert server.ask("/static/a.js", method="POST").status == 405


def test_a_failure_is_told_and_the_next_who_asks_gets_the_file(server: Served) -> None:
    assert server.ask("/static/broken.js").status == 500
    assert server.ask("/static/broken.js").body == gzipped(SCRIPT)


def test_no_more_is_kept_than_is_allowed_and_what_was_asked_for_last_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(folder, monkeypatch, most_bytes=2 * SIZE) as server:
        for name in "abacab":  # c takes the place of b, then b that of c
            assert gzip.decompress(server.ask(f"/static/{name}.js").body) == SCRIPT
        assert server.files.asked == {"a.js": 1, "b.js": 2, "c.js": 1}
    with served(folder, monkeypatch, most_bytes=SIZE - 1) as server:
        for _ in range(2):
            assert server.ask("/static/a.js").body == gzipped(SCRIPT), "too large to be kept, and sent all the same"
        assert server.files.asked == {"a.js": 2}
