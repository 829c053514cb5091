"""What is seen while a page is loading, and how it is loaded."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

from tests.browser.conftest import Device, Served
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS
from ui.shell.document import LOADING, NEEDS_SCRIPTS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

STREAMLIT, PLOTLY = re.compile(r"/static/js/index\.[^/]*\.js"), re.compile(r"/plotly\.min\.js")
ICONS = "[...document.fonts].some(({ family, status }) => family.includes('Material Symbols') && status === 'loaded')"
IN_ITS_PLACE = "getComputedStyle(stage, '::before').content"


@contextmanager
def held(page: Page, file: re.Pattern[str]) -> Iterator[None]:
    """On a line where this one file comes last."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route(file, hold, times=1)
    yield
    (route,) = waiting
    route.continue_()


def test_the_first_words_stand_there_before_streamlits_script_has_run(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR", name="first words"))
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    viewer.page.on("response", keep)
    with held(viewer.page, STREAMLIT):
        viewer.page.goto(f"{viewer.url}/guide", wait_until="commit")
        words = viewer.page.locator("#descent-loading")
        expect(words).to_have_role("status")
        expect(words).to_have_text(f"{CHAPTERS['guide'].title.ko}{LOADING.ko}")
        expect(words).to_be_in_viewport()
        assert viewer.page.locator("#root > *").count() == 0
        assert viewer.page.evaluate("document.documentElement.lang") == "ko"
        assert viewer.page.evaluate(ICONS) is False
    viewer.until_at_rest().until("document.querySelector('.descent-swatches table') != null")
    expect(words).to_have_count(0)
    viewer.until(ICONS).until("!document.documentElement.hasAttribute('data-loading')")
    expect(viewer.page.get_by_test_id("stIconMaterial").filter(visible=True)).not_to_have_count(0)

    scripts = [each for each in answers if each.url.partition("?")[0].endswith((".js", ".css"))]
    assert len(scripts) > 60
    assert {each.header_value("content-encoding") for each in scripts} == {"gzip"}
    assert [each for each in viewer.requests if PLOTLY.search(each)] == [], "nothing is drawn with it here"


def test_a_pictures_place_says_that_it_is_on_its_way(visit: Visit) -> None:
    viewer = visit(Device(name="first picture"))
    with held(viewer.page, PLOTLY):
        viewer.page.goto(f"{viewer.url}/race", wait_until="commit")
        viewer.until("stage != null").until_at_rest()
        viewer.until(f"{IN_ITS_PLACE} === JSON.stringify(what)", LOADING.en)
        expect(viewer.slider("Steps")).to_be_visible()
        words = viewer.page.locator("#descent-loading")
        assert words.evaluate("words => getComputedStyle(words).clipPath") != "none", "it is still heard"
    viewer.until("stage.classList.contains('descent-ready')").until(f"{IN_ITS_PLACE} === 'none'")
    expect(words).to_have_count(0)
    viewer.until(ICONS)


def test_without_scripts_the_page_says_what_it_needs(browser: Browser, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, locale="ko-KR")
    page = context.new_page()
    page.goto(f"{served.url}/race")
    said = page.locator("noscript p")
    expect(said).to_have_text([NEEDS_SCRIPTS.ko, NEEDS_SCRIPTS.en])
    expect(said.last).to_be_in_viewport(ratio=1)
    expect(page.locator("#descent-loading")).to_be_hidden()
    context.close()
