"""What Streamlit's page does by itself that Descent mends.

A test that fails here means: look whether the mending that docs/streamlit.md names beside it is still needed.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_shortcuts import BEGINS_AGAIN
from tests.ui.shell.test_streamlit import PLAIN
from tools.server import serve


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where an app with nothing of ours is."""
    with serve(PLAIN, tmp_path_factory.mktemp("plain") / "log.txt") as url:
        yield url


@pytest.fixture
def page(browser: Browser, plain: str) -> Iterator[Page]:
    """Its first page, in a Korean browser, when everything is drawn."""
    context = browser.new_context(locale="ko-KR", color_scheme="light")
    page = context.new_page()
    page.goto(f"{plain}/?rate=1&lang=ko&embed=true")
    expect(page.locator("#values")).to_have_text("0 0")
    yield page
    context.close()


def test_a_page_beside_the_app(page: Page) -> None:
    """One visit: its language, the query, the theme, formulas, links and boxes."""
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#query")).to_have_text("lang rate")  # without `embed`
    formula = page.locator(".katex").first
    assert formula.evaluate("each => each.scrollWidth > each.clientWidth + 1")
    assert formula.get_attribute("tabindex") is None
    assert page.locator("a[data-testid=stPageLink-NavLink]").get_attribute("href") == ""
    assert page.get_by_role("spinbutton").evaluate("box => box.matches(':invalid')"), "half is between two of its steps"
    expect(page.get_by_role("button", name="Open", exact=True)).to_have_count(1)  # of which list?
    ground = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"light => {ground} !== light", arg=light)  # it follows the system while it runs


def test_its_list_of_pages_drops_the_query_and_stays_over_the_page(browser: Browser, plain: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{plain}/?lang=ko")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNavLink").nth(1).click()
    expect(page.locator("#other")).to_be_attached()
    assert page.url == f"{plain}/other"
    assert page.get_by_test_id("stSidebar").get_attribute("data-collapsed") == "false"
    page.evaluate("history.pushState(null, '', './'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.locator("#values")).to_be_attached()  # but where the browser's own buttons have gone it follows
    context.close()


def test_a_hasty_change_takes_back_what_the_run_has_set(page: Page) -> None:
    page.get_by_role("button", name="Set").click()
    page.get_by_role("slider").nth(1).focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#values")).to_have_text("0 1")  # not 50 1


def test_its_icons_are_fetched_before_anything_is_seen(browser: Browser, plain: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    with page.expect_request(lambda request: "MaterialSymbols" in request.url):
        page.goto(plain)
    context.close()


def test_letters_run_it_again_and_no_key_scrolls_it(page: Page) -> None:
    main = page.get_by_test_id("stMain")
    page.set_viewport_size({"width": 600, "height": 200})
    assert main.evaluate("main => main.scrollHeight > main.clientHeight")
    for key in ("PageDown", "End", "Space"):
        page.keyboard.press(key)
    assert page.evaluate(BEGINS_AGAIN, "r") != []
    assert main.evaluate("main => main.scrollTop") == 0
