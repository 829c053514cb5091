"""The page's address in the clipboard, as it is and as a question; behind the button that every page has."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from ui.shell.chapters import CHAPTERS

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def copier(viewer: Viewer) -> Locator:
    """The buttons, unfolded; the clipboard may be read."""
    viewer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    viewer.page.locator(".st-key-display button").first.click()
    return viewer.page.locator(".descent-copy")


def copied(viewer: Viewer) -> str:
    return str(viewer.page.evaluate("navigator.clipboard.readText()"))


def test_a_scene_is_copied_as_it_is_and_as_a_question(visit: Visit) -> None:
    """What was answered stays at home, and the next one is asked."""
    viewer = visit().open_chapter("scenes", "?scene=bounce&lang=en&rate=0.5")
    viewer.page.keyboard.press("1")
    viewer.until("new URL(location.href).searchParams.get('answer')?.startsWith('arrives-')")
    buttons = copier(viewer)
    buttons.get_by_role("button", name="Copy link").click()
    expect(buttons.get_by_role("status")).to_have_text("Copied.")
    assert copied(viewer) == viewer.href
    assert "answer=arrives-" in viewer.href
    buttons.get_by_role("button", name="Copy as question").click()
    expect(buttons.get_by_role("status")).to_have_text("Copied.")
    assert "answer=" not in copied(viewer)
    viewer.page.goto(copied(viewer))
    expect(viewer.page.locator(".descent-question[data-state=open]")).to_be_visible()


def test_a_race_that_asks_nothing_is_copied_as_what_can_be_asked_of_it(visit: Visit) -> None:
    viewer = visit().open("?lang=en&rate=0.7")
    copier(viewer).get_by_role("button", name="Copy as question").click()
    expect(viewer.page.locator(".descent-copy").get_by_role("status")).to_have_text("Copied.")
    assert copied(viewer) == f"{viewer.href}&ask=first"


def test_where_there_is_no_clipboard_the_address_is_there_to_be_copied(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR")).open_chapter("guide", "?lang=ko")
    viewer.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    buttons = copier(viewer)
    expect(buttons.get_by_role("button")).to_have_count(1)
    buttons.get_by_role("button", name="링크 복사").click()
    field = buttons.get_by_role("textbox", name="이 화면의 주소")
    expect(field).to_have_value(viewer.href)
    assert viewer.page.evaluate("getSelection().toString()") == viewer.href
    expect(buttons.get_by_role("status")).to_contain_text("직접 복사해야 합니다")


ELSEWHERE = {"guide", "lecture", "timeline", "race", "scenes"}
"""Pages that another test asks, or that are made alike."""


@pytest.mark.parametrize("path", [path for path in CHAPTERS if path not in ELSEWHERE])
def test_every_page_has_it(visit: Visit, path: str) -> None:
    viewer = visit()
    viewer.page.goto(f"{viewer.url}/{path}?lang=en")
    viewer.until_at_rest()
    copier(viewer).get_by_role("button", name="Copy link").click()
    expect(viewer.page.locator(".descent-copy").get_by_role("status")).to_have_text("Copied.")
    assert copied(viewer) == viewer.href
