"""The assets as a browser gets them, over a real connection; and from a process that has shown no page."""

import gzip
import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.applications import Starlette

from figures.contour import contour
from server.assets import assets
from server.start import import_everything
from stage.assets import ANY_THEME, KINDS, content_of, packed, version
from stage.scene import scene_message
from stage.words import words_address
from surfaces import SURFACES
from tests.export.make_pytorch_races import choice_of
from tests.stage.message_reader import read_message
from tests.ui.asking import ask, listening
from ui.common.race_assets import map_address, relief_address
from ui.common.race_view import race_scene

ROOT = Path(__file__).parents[2]
FOR_EVER = "public, max-age=31536000, immutable"
GZIP = {"Accept-Encoding": "gzip, deflate, br"}
import_everything()  # as the start of a server does


@contextmanager
def answering() -> Iterator[int]:
    """The route alone, served on a free port of this machine."""
    with listening(Starlette(routes=assets())) as port:
        yield port


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with answering() as found:
        yield found


def dark(address: str) -> str:
    return f"/{address.replace(ANY_THEME, 'dark')}"


def test_a_still_is_made_when_it_is_asked_for_and_kept_for_ever(port: int) -> None:
    status, headers, body = ask(port, dark(map_address(SURFACES["booth"], projector=False)))
    assert status == 200
    assert body == packed(contour(SURFACES["booth"], "dark"))
    assert headers["content-type"].startswith("application/json")
    assert headers["cache-control"] == FOR_EVER
    assert "content-encoding" not in headers, "nobody said that it may be compressed"


def test_it_travels_compressed_to_whoever_can_read_that(port: int) -> None:
    path = dark(map_address(SURFACES["booth"], projector=True))
    status, headers, body = ask(port, path, headers=GZIP)
    assert (status, headers["content-encoding"], headers["vary"]) == (200, "gzip", "Accept-Encoding")
    assert len(body) == int(headers["content-length"])
    assert gzip.decompress(body) == ask(port, path)[2]


def test_its_head_alone_can_be_asked_for(port: int) -> None:
    path = dark(relief_address(SURFACES["booth"], projector=False))
    status, headers, body = ask(port, path, "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) == len(ask(port, path)[2])


def test_the_words_are_served_in_both_languages(port: int) -> None:
    korean, english = (json.loads(ask(port, f"/{words_address(each)}")[2]) for each in ("ko", "en"))
    assert set(korean["words"]) == set(english["words"])
    assert len(korean["verdicts"]) == len(english["verdicts"]) == 10
    assert english["verdicts"][2]["name"] == "diverged"
    assert korean["verdicts"][2]["name"] == "발산"


def test_an_address_of_other_code_is_answered_by_this_code_and_not_kept(port: int) -> None:
    """A page that was open while the server was replaced finds its pictures."""
    path = dark(map_address(SURFACES["booth"], projector=False))
    status, headers, body = ask(port, path.replace(version(), "0123456789ab"))
    assert (status, body) == (200, ask(port, path)[2])
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("nothing.json?theme=dark", 404, "'nothing' is no kind of asset"),
        ("__init__.json", 404, "is no kind of asset"),
        ("map.json?theme=dark&surface=nowhere", 400, "Use one of"),
        ("map.json?theme=%7Btheme%7D&surface=booth", 400, "allowed is one of light, dark"),
        ("map.json", 400, "theme stands there 0 times"),
        ("map.json?theme=dark&surface=booth&" + "x" * 60_000, 400, "allowed are up to"),
        ("map.json?theme=dark&surface=own&f=x%ff", 400, "Column 2"),
    ],
)
def test_what_there_can_not_be_is_refused_with_a_reason(port: int, path: str, status: int, said: str) -> None:
    answer, headers, body = ask(port, f"/stage-assets/{version()}/{path}")
    assert (answer, headers["cache-control"]) == (status, "no-store")
    assert headers["content-type"].startswith("text/plain")
    assert said in body.decode()


@pytest.mark.parametrize("path", ["", "a/b/map.json", "../app.py", "..%2f..%2fapp.json", "map.json", "x/map.js"])
def test_nothing_else_is_served(port: int, path: str) -> None:
    status, headers, _ = ask(port, f"/stage-assets/{path}")
    assert status == 404
    assert "immutable" not in headers.get("cache-control", "")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_put_there(port: int, method: str) -> None:
    assert ask(port, dark(map_address(SURFACES["booth"], projector=False)), method)[0] == 405


def test_who_leaves_takes_nothing_from_the_others(port: int) -> None:
    path = dark(relief_address(SURFACES["goldstein-price"], projector=True))
    leaver = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    leaver.request("GET", path)
    leaver.close()
    with ThreadPoolExecutor(8) as viewers:
        answers = list(viewers.map(lambda _: ask(port, path), range(8)))
    assert {status for status, _, _ in answers} == {200}
    assert len({body for _, _, body in answers}) == 1


def test_a_page_of_one_process_gets_its_pictures_from_another() -> None:
    """Every figure of a race in both themes, and one of each of some other kinds; to the byte."""
    script = (
        "from tests.server.test_assets import answering\n"
        "with answering() as port:\n    print(port, flush=True)\n    input()\n"
    )
    query = {"surface": "own", "f": "x**2 + sin(3*y)", "optimizers": "gd,adam"}
    header, _, _ = read_message(scene_message(race_scene(choice_of(query), "en"), "en"))
    addresses = [each.replace(ANY_THEME, theme) for each in header["figures"].values() for theme in ("light", "dark")]
    others = (
        KINDS["formula"].address("adam", "ko"),
        KINDS["parabola"].address("dark", 20.0, -2.5, projector=False),
        KINDS["basins-map"].address("light", SURFACES["himmelblau"], projector=False),
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        port = int(other.stdout.readline())
        for address in (*addresses, header["words"], *others):
            status, headers, body = ask(port, f"/{address}", headers=GZIP)
            assert (status, headers["cache-control"]) == (200, FOR_EVER), "it is the same code"
            assert gzip.decompress(body) == content_of(address)
        other.stdin.write("\n")
    assert other.returncode == 0
