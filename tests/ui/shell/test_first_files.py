"""What a page's HTML names in advance, and how it is sent: nothing that is not needed, and everything compressed."""

import gzip
import re
from pathlib import Path

import pytest

from stage.served import PLAYER, player_path
from tests.ui.asking import ask
from ui.shell.chapters import CHAPTERS
from ui.shell.first_files import STREAMLIT_SCRIPTS, links, our_imports, players

NAMED = re.compile(r'<(?:link|script)[^>]* (?:href|src)="\./([^"]*\.(?:js|css))"')
PLOTLY = "plotly.min.js"
MADE = {PLOTLY, "stage.css"}
"""What is no file of the player's folder."""
GZIP = {"Accept-Encoding": "gzip"}


def ours(page: Path) -> list[str]:
    """The files of the player that the page names, in their order."""
    return [each.removeprefix(f"{player_path()}/") for each in NAMED.findall(links(page)) if player_path() in each]


@pytest.mark.parametrize(
    ("path", "names"), [("race", ("race/race",)), ("guide", ("swatches",)), ("start", ("figure_grid/figure_grid",))]
)
def test_a_page_says_by_its_imports_what_draws_it(path: str, names: tuple[str, ...]) -> None:
    assert players(CHAPTERS[path].script) == names


@pytest.mark.parametrize("path", CHAPTERS)
def test_every_page_names_what_draws_it_and_every_module_that_this_needs(path: str) -> None:
    page = CHAPTERS[path].script
    named = ours(page)
    assert players(page)
    assert {f"{name}.js" for name in players(page)} <= set(named)
    assert len(named) == len(set(named))
    for name in named:
        assert (PLAYER / name).is_file() or name in MADE
        if name.endswith(".js") and name != PLOTLY:
            assert {f"{each}.js" for each in our_imports(name.removesuffix(".js"))} <= set(named), name


def test_a_modules_imports_are_found_and_its_comments_are_not() -> None:
    assert our_imports("layers") == ("described", "plotly")
    at_once = {"connection", "loading"}
    of_all = {"boxes", "dropdowns", "follow", "labels", "links", "scrollable_formulas", "scrolling", "sidebar"}
    of_links = {"copy_link", "current_link", "playlist"}
    assert set(our_imports("page/page")) == {f"page/{each}" for each in at_once | of_all | of_links}
    assert "message" in our_imports("figure_grid/result")
    assert "figure_grid/figure_grid" not in our_imports("figure_grid/result"), "only a comment names it, for its types"


@pytest.mark.parametrize("path", CHAPTERS)
def test_plotly_comes_last_and_only_where_something_is_drawn_with_it(path: str) -> None:
    named = ours(CHAPTERS[path].script)
    if path in {"guide", "lecture", "timeline", "backpropagation"}:
        assert PLOTLY not in named
    else:
        assert named[-1] == PLOTLY


def test_streamlits_scripts_that_mount_a_player_are_named_once() -> None:
    named = NAMED.findall(links(CHAPTERS["race"].script))
    streamlits = [each.rpartition("/")[2] for each in named if each.startswith("static/js/")]
    assert streamlits[0].startswith("BidiComponent.")
    assert len(streamlits) == len(set(streamlits)) >= 2
    assert all((STREAMLIT_SCRIPTS / each).is_file() for each in streamlits)


def test_every_file_that_a_page_names_is_there_and_travels_compressed(app_port: int) -> None:
    named = set(NAMED.findall(ask(app_port, "/race")[2].decode()))
    assert len(named) > 80
    for path in sorted(named):
        status, headers, body = ask(app_port, f"/{path}", headers=GZIP)
        assert (status, headers.get("content-encoding")) == (200, "gzip"), path
        assert "immutable" in headers["cache-control"], path
        assert gzip.decompress(body) == ask(app_port, f"/{path}")[2], path
