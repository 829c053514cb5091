"""The lecture's scenes with a presenter's remote, which sends PageDown and PageUp, and with the list of contents."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scenes import SCENES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
KEYS = list(SCENES)


def until_shown(viewer: Viewer, key: str) -> None:
    """The scene's sentence stands there, and its picture."""
    viewer.until_query(scene=key)
    expect(viewer.page.get_by_text(SCENES[key].say.en)).to_be_visible()
    viewer.until("stage?.dataset.drawn?.startsWith(what)", f"{key} ")


def test_a_remote_turns_from_scene_to_scene_and_each_begins_anew(visit: Visit) -> None:
    viewer = visit(Device(moving=True)).open_chapter("scenes", "?scene=bounce&lang=en&rate=0.5&theme=light&ask=off")
    viewer.stage.press("Space")
    viewer.pause_at(50)
    viewer.page.keyboard.press("PageDown")  # the focus is on the bar that was dragged
    until_shown(viewer, "blow-up")
    viewer.until("Number(stage.dataset.step) < 50")
    assert viewer.query == {"scene": "blow-up", "lang": "en", "theme": "light", "ask": "off"}
    viewer.slider("Learning rate n").focus()
    viewer.page.keyboard.press("PageDown")  # or on a slider
    until_shown(viewer, "four-rates")
    viewer.page.keyboard.press("PageDown")  # twice, before the first is answered
    viewer.page.keyboard.press("PageDown")
    until_shown(viewer, "convex")
    viewer.page.keyboard.press("PageUp")
    until_shown(viewer, "four-curves")
    assert viewer.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_the_ends_stay_and_the_contents_lead_anywhere(visit: Visit) -> None:
    viewer = visit().open_chapter("scenes", "?lang=en&ask=off")
    viewer.page.keyboard.press("PageUp")
    last = SCENES[KEYS[-1]]
    viewer.page.get_by_test_id("stSidebar").get_by_role("link", name=last.title.en).click()
    until_shown(viewer, last.key)
    viewer.page.keyboard.press("PageDown")
    viewer.page.keyboard.press("PageUp")
    until_shown(viewer, KEYS[-2])
    viewer.page.go_back(wait_until="commit")
    viewer.until_query(scene=last.key)


CURRENT_IN_SIGHT = """() => {
  const line = document.querySelector(".st-key-scenes_list a[aria-current]").getBoundingClientRect();
  const sidebar = document.querySelector("[data-testid=stSidebarContent]").getBoundingClientRect();
  return line.top >= sidebar.top && line.bottom <= Math.min(sidebar.bottom, innerHeight);
}"""


def test_the_list_scrolls_to_the_scene_that_is_shown(visit: Visit) -> None:
    """When the page opens, and when a page is turned; what the viewer has scrolled meanwhile stays."""
    viewer = visit().open_chapter("scenes", f"?scene={KEYS[-2]}&lang=en&ask=off")
    viewer.page.wait_for_function(CURRENT_IN_SIGHT)
    viewer.page.evaluate("document.querySelector('[data-testid=stSidebarContent]').scrollTop = 0")
    viewer.page.keyboard.press("PageDown")
    until_shown(viewer, KEYS[-1])
    viewer.page.wait_for_function(CURRENT_IN_SIGHT)
    viewer.page.evaluate("document.querySelector('[data-testid=stSidebarContent]').scrollTop = 7")
    viewer.page.evaluate("history.pushState(null, '', `${location.href}&theme=dark`)")
    viewer.page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    viewer.page.locator(".st-key-scenes_list a[aria-current][href*='theme=dark']").wait_for()
    viewer.until_at_rest()
    assert viewer.page.evaluate("document.querySelector('[data-testid=stSidebarContent]').scrollTop") == 7


def test_full_screen_keeps_title_sentence_and_counter_from_scene_to_scene(visit: Visit) -> None:
    viewer = visit().open_chapter("scenes", "?scene=bounce&lang=en&ask=off")
    viewer.page.keyboard.press("f")
    viewer.until("document.fullscreenElement === document.documentElement")
    for key in ("bounce", "blow-up", "four-rates"):
        if key != "bounce":
            viewer.page.keyboard.press("PageDown")  # the last needs another player
        until_shown(viewer, key)
        number = f"{KEYS.index(key) + 1}/{len(KEYS)}"
        for words in (SCENES[key].title.en, SCENES[key].say.en, number):
            expect(viewer.page.get_by_test_id("stMain").get_by_text(words)).to_be_in_viewport(ratio=1)
        expect(viewer.page.get_by_test_id("stSidebar")).to_be_hidden()
        viewer.until("document.fullscreenElement !== null && stage.getBoundingClientRect().bottom <= innerHeight + 1")
    viewer.page.keyboard.press("f")
    viewer.until("document.fullscreenElement === null")
    expect(viewer.page.get_by_test_id("stSidebar")).to_be_visible()


def test_in_full_screen_the_sentence_waits_for_the_answer(visit: Visit) -> None:
    viewer = visit().open_chapter("scenes", "?scene=bounce&lang=en")
    viewer.page.keyboard.press("f")
    viewer.until("document.fullscreenElement !== null")
    expect(viewer.page.get_by_text("Predict first; the explanation comes after.")).to_be_in_viewport(ratio=1)
    viewer.page.keyboard.press("1")
    until_shown(viewer, "bounce")
    expect(viewer.page.get_by_text(SCENES["bounce"].say.en)).to_be_in_viewport(ratio=1)


def test_in_full_screen_a_projected_title_begins_where_its_sentence_does(visit: Visit) -> None:
    viewer = visit(Device(width=1280, height=720)).open_chapter("scenes", "?scene=bounce&lang=en&ask=off&projector=on")
    viewer.page.keyboard.press("f")
    viewer.until("document.fullscreenElement !== null")
    title, sentence = (
        f"document.querySelector('{each}').getBoundingClientRect().left"
        for each in (".st-key-scene_top h1", ".st-key-scene_say p")
    )
    viewer.until(f"Math.abs({title} - {sentence}) <= 1")
