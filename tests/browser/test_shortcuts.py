"""Keys by which a page is scrolled are the stage's where it has the focus; the others can be kept to that, too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scenes import SCENES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer
from text import LANGUAGES, Language
from ui.shell.switches import MENU, SHORTCUTS_NAME

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
LOW = Device(width=1280, height=600)
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
NOTHING_HAS_THE_FOCUS = "document.activeElement.blur()"
BEGINS_AGAIN = """async (key) => {
    const app = document.querySelector("[data-testid=stApp]");
    const states = [];
    const observer = new MutationObserver(() => states.push(app.dataset.testScriptState));
    observer.observe(app, { attributeFilter: ["data-test-script-state"] });
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code: "Key" + key.toUpperCase(), bubbles: true }));
    for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
    observer.disconnect();
    return states;
}"""


def test_space_home_end_and_page_keys_scroll_until_the_stage_has_the_focus(visit: Visit) -> None:
    viewer = visit(LOW).open("?steps=50&lang=en")
    press = viewer.page.keyboard.press
    for down, up in (("PageDown", "PageUp"), ("Space", "Shift+Space"), ("End", "Home"), ("ArrowDown", "ArrowUp")):
        press(down)
        viewer.until(f"{SCROLLED} > 0")
        press(up)
        viewer.until(f"{SCROLLED} === 0")
    assert (viewer.state, viewer.step) == ("ended", 50)
    assert viewer.page.evaluate(BEGINS_AGAIN, "r") == [], "nor does a letter make the whole page again"

    viewer.page.locator(".descent-count").click()
    press("Home")
    viewer.until_step(0)
    press("End")
    viewer.until_step(50)
    assert viewer.page.evaluate(SCROLLED) == 0
    press("PageDown")
    viewer.until(f"{SCROLLED} > 0")
    press("PageUp")

    viewer.page.locator("[data-testid=stMain] :is(h1, h4)").first.click()
    press("Home")
    press("PageDown")
    viewer.until(f"{SCROLLED} > 0")
    assert viewer.step == 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_shortcuts_can_be_switched_off(visit: Visit, language: Language) -> None:
    viewer = visit().open(f"?steps=50&lang={language}")
    press = viewer.page.keyboard.press
    viewer.page.get_by_role("button", name=MENU[language]).click()
    viewer.page.get_by_text(SHORTCUTS_NAME[language], exact=True).click()
    viewer.until_query(shortcuts="off").until_at_rest()
    press("Escape")
    viewer.page.evaluate(NOTHING_HAS_THE_FOCUS)
    for key in ("p", "v", "g", "ArrowLeft"):
        press(key)
    viewer.stage.focus()
    press("ArrowLeft")
    viewer.until_step(49)
    assert viewer.query.keys() == {"steps", "lang", "shortcuts"}
    press("v")
    viewer.until_query(view="relief")


def test_a_remote_turns_scenes_wherever_the_focus_is_unless_shortcuts_are_off(visit: Visit) -> None:
    first, second, *_ = SCENES.values()
    viewer = visit(LOW).open_chapter("scenes", "?lang=en&ask=off&shortcuts=off")
    press = viewer.page.keyboard.press
    press("PageDown")
    viewer.until(f"{SCROLLED} > 0")
    viewer.stage.focus()
    press("PageDown")
    viewer.until_query(scene=second.key)
    expect(viewer.page.get_by_text(second.say.en)).to_be_visible()
    viewer.page.locator(".st-key-scenes_list a").first.click()
    viewer.until_query(scene=first.key, shortcuts="off")
