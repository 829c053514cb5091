"""The HTML that a browser gets first, from the whole app over a real connection."""

import gzip
import re
import urllib.request

import pytest
import streamlit as st

from tests.ui.asking import ask
from ui.document import INDEX
from ui.stage.served import player_path

PAGE = re.compile(r'<script type="module" src="\./([^"]*)"></script>')
GROUND = re.compile(r"color-scheme: ([a-z ]+); background: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")


@pytest.mark.parametrize("path", ["/", "/guide", "/race?surface=bowl"])
def test_every_page_names_the_module_that_must_run_before_streamlits(app_port: int, path: str) -> None:
    status, headers, body = ask(app_port, path)
    html = body.decode()
    assert status == 200
    assert headers["content-type"].startswith("text/html")
    assert int(headers["content-length"]) == len(body)
    (ours,) = PAGE.findall(html)
    assert ours == f"{player_path()}/page.js"
    modules = re.findall('<script type="module"[^>]*src="([^"]*)"', html)
    assert len(modules) == 2
    assert modules[0].endswith("page.js"), "module scripts run in the order of the document"
    assert ask(app_port, f"/{ours}")[0] == 200
    assert ask(app_port, modules[1].removeprefix("."))[0] == 200


def test_nothing_of_streamlits_own_page_is_lost(app_port: int) -> None:
    html = ask(app_port, "/")[2].decode()
    for line in INDEX.read_text().splitlines():
        assert line in html or "<title>" in line
    assert "<title>Descent</title>" in html


def test_no_browser_keeps_a_page_that_names_an_old_module(app_port: int) -> None:
    for path in ("/", "/guide"):
        headers = ask(app_port, path)[1]
        assert headers["cache-control"] == "no-cache"
        assert not {"etag", "last-modified"} & set(headers), "with one of these an old page could be found unchanged"


def test_the_page_still_announces_the_player(app_port: int) -> None:
    link = ask(app_port, "/")[1]["link"]
    for file in ("plotly/plotly.min.js", "stage.js", "page.js"):
        assert f"<{player_path()}/{file}>" in link


def test_it_may_be_sent_compressed(app_port: int) -> None:
    request = urllib.request.Request(f"http://127.0.0.1:{app_port}/guide", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(answer.read()) == ask(app_port, "/guide")[2]


@pytest.mark.parametrize(
    ("query", "scheme"),
    [
        ("", "light dark"),
        ("?theme=dark", "dark"),
        ("?lang=ko&theme=light&rate=1", "light"),
        ("?theme=system", "light dark"),
        ("?theme=DARK", "light dark"),
        ("?theme=dark&theme=light", "light dark"),
        ("?theme=%3C/style%3E", "light dark"),
    ],
)
def test_the_ground_is_there_before_anything_runs(app_port: int, query: str, scheme: str) -> None:
    for path in ("/race", "/guide"):
        (found,) = GROUND.findall(ask(app_port, f"{path}{query}")[2].decode())
        colors = [st.get_option(f"theme.{each}.backgroundColor") for each in ("light", "dark")]
        assert found == (scheme, *colors)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_is_only_read(app_port: int, method: str) -> None:
    assert ask(app_port, "/guide", method)[0] == 405
