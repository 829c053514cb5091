"""The app below a prefix: one that it knows of, and one that a proxy takes off on the way."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Response

from tests.browser.conftest import Device, Served
from tests.browser.stripping_proxy import stripping_proxy
from tests.browser.test_scenes import KEYS, until_shown
from tests.browser.test_take_away import read_table, taken
from tests.browser.viewer import Viewer
from tools.server import ROOT, serve
from ui.shell.chapters import CHAPTERS, FIRST

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


@pytest.fixture(params=["known", "stripped"])
def address(request: pytest.FixtureRequest, served: Served, tmp_path: Path) -> Iterator[str]:
    """Where the app is."""
    if request.param == "stripped":
        with stripping_proxy(served.url, "/lectures/descent") as url:
            yield url
    else:
        with serve(ROOT / "app.py", tmp_path / "log.txt", base_path="course/descent") as url:
            yield url
        assert "Traceback" not in (tmp_path / "log.txt").read_text()


def chapter_links(viewer: Viewer) -> list[str]:
    """Where the list of chapters leads to in a new tab, without what goes along."""
    links = viewer.unfold_chapters().get_by_role("link")
    links.first.hover()
    return [str(href).partition("?")[0] for href in links.evaluate_all("links => links.map(({ href }) => href)")]


def test_everything_works_below_a_prefix(address: str, visit: Visit, tmp_path: Path) -> None:
    viewer = visit(Device(moving=True))
    answers: list[Response] = []
    viewer.url, prefix = address, urlsplit(address).path
    viewer.page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks what it is given
    viewer.open_chapter("", "?lang=en&utm_source=mail").until_state("playing")
    assert viewer.notice() == ""
    viewer.page.get_by_role("link", name="Start the race").click()
    viewer.until("location.pathname === `${what}/race` && stage?.dataset.state === 'playing'", prefix).until_at_rest()
    viewer.slider("Learning rate").press("ArrowRight")
    viewer.until("new URL(location).searchParams.has('rate')").until_at_rest()
    assert set(read_table(taken(viewer, "csv", tmp_path))[0]) >= {"GD", "Adam"}

    assert chapter_links(viewer) == [f"{address}/{'' if each is FIRST else path}" for path, each in CHAPTERS.items()]
    viewer.page.goto(f"{address}/scenes///?ask=off&lang=en", wait_until="commit")
    viewer.until("location.pathname === `${what}/scenes` && stage?.dataset.state === 'playing'", prefix).until_at_rest()
    viewer.page.keyboard.press("PageDown")
    until_shown(viewer, KEYS[1])
    viewer.open("?rate=0.5&lang=en", "guide/nothing")
    assert (urlsplit(viewer.href).path, viewer.query["rate"]) == (f"{prefix}/race", "0.5")
    assert "/guide/nothing" in viewer.notice()

    asked = [answer for answer in answers if answer.url.startswith("http")]
    assert {answer.status for answer in asked} <= {200, 304, 307}
    assert all(answer.url.startswith(f"{address}/") for answer in asked)
    assert [answer.url for answer in asked if "content-security-policy" not in answer.headers] == []
    assert any("/media/" in answer.url for answer in asked), "what is taken away is among them"
