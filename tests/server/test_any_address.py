"""The whole app below a prefix that it knows of, asked over a real connection."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from stage.served import player_path
from tests.ui.asking import ask
from tests.ui.shell.test_document import PAGE
from tools.server import ROOT, serve
from ui.shell.chapters import CHAPTERS, FIRST

BASE = "course/descent"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serve(ROOT / "app.py", tmp_path_factory.mktemp("below") / "log.txt", base_path=BASE) as url:
        yield urlsplit(url).port or 0


def led_to(port: int, path: str) -> str:
    """Where an address leads at last, seen by a browser; on the way everything is relative."""
    for _ in range(5):
        status, headers, _ = ask(port, path)
        if status == 200:
            return path
        assert status == 307
        assert headers["cache-control"] == "no-store"
        assert headers["location"].startswith("."), headers["location"]
        target = urlsplit(urljoin(f"http://here{path}", headers["location"]))
        assert target.netloc == "here"
        path = target.path + (f"?{target.query}" if target.query else "")
    raise AssertionError(f"the way does not end: {path}")


@pytest.mark.parametrize("path", ["", *(path for path, chapter in CHAPTERS.items() if chapter is not FIRST)])
def test_every_page_is_there(port: int, path: str) -> None:
    status, _, body = ask(port, f"/{BASE}/{path}?lang=en")
    assert status == 200
    (ours,) = PAGE.findall(body.decode())
    assert ask(port, f"/{BASE}/{ours}")[0] == 200


def test_and_every_kind_of_file(port: int) -> None:
    for file in (f"{player_path()}/race/race.js", f"{player_path()}/plotly.min.js", "favicon.png"):
        assert ask(port, f"/{BASE}/{file}")[0] == 200
    for file in (f"{player_path()}/no.js", "stage-assets/0.json", "static/js/no.js", "media/no.html", "_stcore/no"):
        status, _, body = ask(port, f"/{BASE}/{file}")
        assert status == 404, file
        assert b"<html" not in body


def test_its_doors_are_closed_there_too(port: int) -> None:
    assert ask(port, f"/{BASE}/_stcore/upload_file/a/b", "PUT")[0] == 413
    assert ask(port, f"/{BASE}/auth/login")[0] == 404


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("", "/"),
        ("?lang=ko", "/?lang=ko"),
        ("/race/", "/race"),
        ("/race/?rate=0.5&lang=en", "/race?rate=0.5&lang=en"),
        ("/?rate=0.5", "/race?rate=0.5"),
        ("/start", "/"),
        ("/start/?theme=dark", "/?theme=dark"),
        ("/nothing", "/?missing=nothing"),
        ("/guide/a/?lang=en", "/?lang=en&missing=guide%2Fa"),
        ("/a/b/?rate=1", "/race?rate=1&missing=a%2Fb"),
    ],
)
def test_redirects_end_below_it_and_lose_nothing(port: int, asked: str, reached: str) -> None:
    assert led_to(port, f"/{BASE}{asked}") == f"/{BASE}{reached}"


def test_a_slash_too_many_is_no_page(port: int) -> None:
    """To Python's `urljoin` two slashes are one; to a browser they are not."""
    status, headers, _ = ask(port, f"/{BASE}//race?lang=en")
    assert (status, headers["location"]) == (307, "../?lang=en&missing=%2Frace")


def test_outside_of_it_is_nothing_of_ours(port: int) -> None:
    for path in ("/", "/race", "/course", "/course/descents", "/_stcore/health"):
        assert ask(port, path)[0] == 404


def test_a_name_in_the_path_is_told_as_it_was_asked_for(port: int) -> None:
    target = led_to(port, f"/{BASE}/%EA%B3%A1%EB%A9%B4/%26?x=%2B1")
    assert parse_qs(urlsplit(target).query) == {"x": ["+1"], "missing": ["곡면/&"]}
