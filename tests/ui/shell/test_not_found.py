"""Where a request for a page that does not exist ends, asked of the whole app over a real connection."""

from urllib.parse import parse_qs, unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from address.address import LONGEST_SHOWN
from stage.served import player_path
from tests.ui.asking import ask
from ui.shell.not_found import way_home

PATHS = [
    ("/nothing", "nothing"),
    ("/Race", "Race"),
    ("/a/b/c", "a/b/c"),
    ("/guide/race", "guide/race"),
    ("/race/1", "race/1"),
    ("/index.html", "index.html"),
    ("/%EA%B3%A1%EB%A9%B4", "곡면"),
    ("/%3Cscript%3E", "<script>"),
    ("/a%26b=1%3F%23", "a&b=1?#"),
    ("/%FF", "\N{REPLACEMENT CHARACTER}"),
    ("/" + "x" * 3000, "x" * (LONGEST_SHOWN + 1)),
]
SLASHED = [
    ("/race/", "../race"),
    ("/race///", "../../../race"),
    ("/Race/", "../Race"),
    ("/a/b/", "../b"),
    ("/stage-player/x/", "../x"),
    ("/%EA%B3%A1%EB%A9%B4/", "../%EA%B3%A1%EB%A9%B4"),
    ("/a%26b=1%3F%23/", "../a%26b%3D1%3F%23"),
]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(("path", "missing"), PATHS, ids=[path[:20] for path, _ in PATHS])
def test_an_unknown_page_leads_to_the_opening_page_and_is_named(
    app_port: int, path: str, missing: str, method: str
) -> None:
    status, headers, body = ask(app_port, f"{path}?rate=0.5&lang=ko&x=%2B1", method)
    assert status == 307
    assert body == b""
    assert headers["cache-control"] == "no-store"
    target = urlsplit(urljoin(f"http://here{path}", headers["location"]))
    assert (target.netloc, target.path) == ("here", "/")
    assert parse_qs(target.query) == {"rate": ["0.5"], "lang": ["ko"], "x": ["+1"], "missing": [missing]}


def test_the_opening_pages_own_name_leads_to_it_and_nothing_is_missing(app_port: int) -> None:
    assert ask(app_port, "/start?theme=dark&lang=en")[:2][1]["location"] == "./?theme=dark&lang=en"
    status, headers, _ = ask(app_port, "/start")
    assert (status, headers["location"]) == (307, "./")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(("path", "location"), SLASHED)
def test_slashes_at_the_end_are_taken_off(app_port: int, path: str, location: str, method: str) -> None:
    status, headers, body = ask(app_port, f"{path}?rate=0.5&lang=ko&x=%2B1", method)
    assert (status, headers["location"], body) == (307, f"{location}?rate=0.5&lang=ko&x=%2B1", b"")
    assert ask(app_port, path)[1]["location"] == location


@pytest.mark.parametrize(
    "query", ["surface=bowl&lang=en", "rate=0.5", "x=%2B1&missing=y", "x.from=0", "utm_source=mail&adamw.beta1=0.5"]
)
def test_an_older_link_to_a_race_leads_to_the_race(app_port: int, query: str) -> None:
    status, headers, body = ask(app_port, f"/?{query}")
    assert (status, headers["location"], body) == (307, f"./race?{query}", b"")
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "query",
    [
        *("lang=ko&theme=dark", "projector=on", "missing=a/b", "planet=mars", "Rate=1", "utm_source=mail&fbclid=x"),
        *("embed=true&embed_options=light_theme", "scene=bounce", "%00=%FF", "=1&&"),
    ],
)
def test_whatever_no_race_knows_is_said_to_the_opening_page(app_port: int, query: str) -> None:
    assert ask(app_port, f"/?{query}")[0] == 200


def test_what_was_missing_before_is_forgotten(app_port: int) -> None:
    _, headers, _ = ask(app_port, "/two?missing=one&rate=1&missing=")
    assert parse_qs(urlsplit(headers["location"]).query) == {"rate": ["1"], "missing": ["two"]}


@pytest.mark.parametrize("path", ["/", "/guide", "/?missing=x", "/guide?rate=1", "/_stcore/health"])
def test_what_there_is_is_answered_as_it_is(app_port: int, path: str) -> None:
    status, headers, body = ask(app_port, path)
    assert status == 200
    assert "location" not in headers
    assert body


def test_a_missing_file_is_no_page(app_port: int) -> None:
    for path in (
        "/media/gone.html",
        "/static/js/old.js",
        "/stage-player/000000000000/race/race.js",
        f"/{player_path()}/old.js",
    ):
        status, headers, body = ask(app_port, path)
        assert status == 404, path
        assert b"<html" not in body
        assert "immutable" not in headers.get("cache-control", "")


@pytest.mark.parametrize("path", ["//example.org", "//example.org/a", "/\\example.org", "/%2F%2Fexample.org/%2e%2e"])
def test_no_path_leads_to_another_server(app_port: int, path: str) -> None:
    status, headers, _ = ask(app_port, path)
    assert status in {307, 400, 404}
    assert urlsplit(urljoin("http://here/", headers.get("location", "./"))).netloc == "here"


@given(st.text(min_size=1, max_size=30), st.text(alphabet="ab=&%?#/;+", max_size=20))
def test_the_way_home_stays_on_this_server_and_names_the_page(path: str, query: str) -> None:
    path = path.strip("/").encode(errors="replace").decode() or "a"
    way = way_home(path, query)
    depth = "/".join("d" * (path.count("/") + 1))
    target = urlsplit(urljoin(f"http://here/app/{depth}", way.partition("#")[0]))
    assert (target.netloc, target.path) == ("here", "/app/"), "also where the app stands under a prefix"
    assert unquote(way.rpartition("missing=")[2]) == path[: LONGEST_SHOWN + 1] or path == "race"
