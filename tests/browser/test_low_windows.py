"""An old projector: 1280 × 720, and type of 24 pixels."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from scenes import SCENES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

OLD_PROJECTOR = Device(width=1280, height=720)
HEIGHTS = """() => [...document.querySelectorAll(".descent-plot")]
    .filter((plot) => plot.clientHeight > 0 && plot._fullLayout && plot.parentElement.clientHeight > 0)
    .map((plot) => Math.round(plot._fullLayout._size.h))"""


def test_the_leading_pictures_are_in_sight_and_a_button_brings_the_rest(visit: Visit) -> None:
    """By keyboard; what leads stays where it is."""
    viewer = visit(OLD_PROJECTOR).open_chapter("vanishing", "?projector=on&lang=en")
    pictures = viewer.page.locator(".descent-row").first.locator(".descent-picture")
    later = viewer.page.locator(".descent-row").nth(1).locator(".descent-picture").first
    for each in pictures.all():
        expect(each).to_be_in_viewport(ratio=1)
    expect(later).to_be_hidden()
    top = pictures.first.bounding_box()
    viewer.tab_to("Show the rest")
    viewer.page.keyboard.press("Enter")
    expect(later).to_be_visible()
    viewer.until("document.querySelectorAll('.descent-row')[1].querySelector('.descent-plot')._fullLayout")
    assert min(viewer.page.evaluate(HEIGHTS)) >= 140
    assert pictures.first.bounding_box() == top
    assert viewer.focused() == "Hide the rest"
    viewer.page.keyboard.press("Enter")
    expect(later).to_be_hidden()


def test_what_is_turned_stays_when_its_picture_is_folded(visit: Visit) -> None:
    viewer = visit(OLD_PROJECTOR).open_chapter("dial", "?projector=on&lang=en")
    dial = viewer.page.locator(".descent-dial-input")
    expect(dial).to_be_in_viewport(ratio=1)
    row = viewer.stage.get_attribute("data-row")
    dial.press("ArrowRight")
    viewer.until("stage.dataset.row !== what", row)


def test_the_scoreboard_leaves_its_names_and_its_room(visit: Visit) -> None:
    """Whoever races can still be switched off and on by a name."""
    viewer = visit(OLD_PROJECTOR).open("?projector=on&lang=en")
    status = viewer.page.locator(".descent-scoreboard td").first
    expect(status).to_be_hidden()
    for name in viewer.page.locator(".descent-scoreboard .descent-chip").all():
        expect(name).to_be_in_viewport(ratio=1)
    viewer.page.locator("[data-toggle=adam]").click()
    viewer.until_query(optimizers="gd,momentum,adagrad,rmsprop")
    viewer.page.get_by_role("button", name="Show the rest").click()
    expect(status).to_be_visible()


def test_a_window_with_room_folds_nothing(visit: Visit) -> None:
    viewer = visit().open_chapter("vanishing", "?lang=en")
    expect(viewer.page.get_by_role("button", name="Show the rest")).to_be_hidden()
    expect(viewer.page.locator(".descent-row").nth(1).locator(".descent-picture").first).to_be_visible()


def test_a_long_title_and_its_number_stand_in_one_line(visit: Visit) -> None:
    viewer = visit(OLD_PROJECTOR).open_chapter("scenes", "?projector=on&lang=en&ask=off&scene=adam-on-a-network")
    heading = viewer.page.locator(".st-key-scene_top h1")
    assert heading.evaluate("(own) => own.offsetHeight < 2 * parseFloat(getComputedStyle(own).lineHeight)")
    viewer.page.get_by_role("button", name="Next scene").click()
    number = f"{list(SCENES).index('adam-on-a-network') + 2}/{len(SCENES)}"
    viewer.until("document.querySelector('.st-key-scene_top h1').textContent.includes(what)", number)
