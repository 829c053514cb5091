"""The HTML that a browser gets first, from the whole app over a real connection."""

import gzip
import re

import pytest
import streamlit as st

from stage.served import player_path
from tests.ui.asking import ask
from ui.shell.chapters import CHAPTERS, NAME
from ui.shell.document import LOADING, NEEDS_SCRIPTS
from ui.shell.first_files import INDEX

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
    assert ours == f"{player_path()}/page/page.js"
    modules = re.findall('<script type="module"[^>]*src="([^"]*)"', html)
    assert len(modules) == 2
    assert modules[0].endswith("page.js"), "module scripts run in the order of the document"
    assert ask(app_port, f"/{ours}")[0] == 200
    assert ask(app_port, modules[1].removeprefix("."))[0] == 200


def test_nothing_of_streamlits_own_page_is_lost_but_its_words(app_port: int) -> None:
    html = ask(app_port, "/?lang=en")[2].decode()
    own, _, after = INDEX.read_text().partition("<noscript>")
    for line in (own + after.partition("</noscript>")[2]).splitlines():
        assert line in html or "<title>" in line
    assert "<title>Descent</title>" in html


def test_no_browser_keeps_a_page_that_names_an_old_module(app_port: int) -> None:
    for path in ("/", "/guide"):
        headers = ask(app_port, path)[1]
        assert headers["cache-control"] == "no-cache"
        assert not {"etag", "last-modified"} & set(headers), "with one of these an old page could be found unchanged"


@pytest.mark.parametrize("path", ["/", "/guide"])
def test_it_travels_compressed(app_port: int, path: str) -> None:
    _, headers, body = ask(app_port, path, headers={"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == ask(app_port, path)[2]
    assert headers["vary"] == "Accept-Encoding, Accept-Language"
    assert int(headers["content-length"]) == len(body) < 9000, "within the first few packets of a connection"


SAID = re.compile(r'<div id="descent-loading" role="status"><p>(.*)</p><p>(.*)</p></div>')
RACE = CHAPTERS["race"].title


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("?lang=ko", "en-US,en", "ko"),
        ("?lang=en", "ko-KR,ko;q=0.9", "en"),
        ("", "ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("", "ko", "ko"),
        ("", "en-US,ko;q=0.9", "en"),
        ("", "de", "en"),
        ("", "", "en"),
        ("?lang=fr", "KO", "ko"),
        ("?lang=en&lang=en", "ko", "ko"),
    ],
)
def test_the_first_words_are_in_the_language_of_the_page(
    app_port: int, query: str, accepted: str, language: str
) -> None:
    html = ask(app_port, f"/race{query}", headers={"Accept-Language": accepted})[2].decode()
    assert SAID.findall(html) == [(RACE.ko, LOADING.ko) if language == "ko" else (RACE.en, LOADING.en)]
    assert f'<html lang="{language}">' in html
    assert html.index("descent-loading") < html.index('<div id="root">')


def test_the_opening_page_begins_with_the_name(app_port: int) -> None:
    assert SAID.findall(ask(app_port, "/?lang=ko")[2].decode()) == [(NAME.ko, LOADING.ko)]


def test_without_scripts_the_page_says_in_both_languages_what_it_needs(app_port: int) -> None:
    (said,) = re.findall("<noscript>(.*)</noscript>", ask(app_port, "/race?lang=ko")[2].decode(), re.DOTALL)
    assert NEEDS_SCRIPTS.ko in said
    assert NEEDS_SCRIPTS.en in said
    assert "#descent-loading" in said, "what is loading would load for ever"


def test_a_projectors_page_is_large_from_its_beginning(app_port: int) -> None:
    for query, is_large in (("?projector=on", True), ("?projector=off", False), ("?projector=on&projector=on", False)):
        html = ask(app_port, f"/race{query}", headers={"Accept-Language": "en"})[2].decode()
        assert ('<html lang="en" data-projector>' in html) == is_large


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
