"""A teacher keeps scenes and chapters, puts them in order, turns through them, and opens the link anew."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from address.playlist import Entry, written
from scenes import SCENES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
KEPT = (
    Entry("scenes", (("ask", "off"), ("scene", "zigzag"))),
    Entry("basins", (("rate", "0.02"),)),
    Entry("scenes", (("ask", "off"), ("scene", "four-curves"))),
)
ENTRIES = ".descent-playlist li"


def keep(viewer: Viewer, count: int) -> None:
    viewer.page.get_by_role("button", name="Keep in the playlist").click()
    expect(viewer.page.locator(ENTRIES)).to_have_count(count)
    viewer.until_at_rest()


def until_at(viewer: Viewer, path: str, **query: str) -> None:
    viewer.until("location.pathname === what", f"/{path}")
    viewer.until_query(**query).until_at_rest()
    viewer.page.locator(f"{ENTRIES} a[aria-current]").wait_for()


def test_kept_ordered_by_keys_turned_through_and_opened_anew(visit: Visit) -> None:
    viewer = visit().open_chapter("scenes", "?scene=zigzag&lang=en&ask=off")
    keep(viewer, 1)
    viewer.page.locator(".st-key-scenes_list a[href*='scene=four-curves']").click()
    viewer.until_query(scene="four-curves").until_at_rest()
    keep(viewer, 2)
    viewer.unfold_chapters().get_by_role("link", name="Convex or not").click()
    viewer.until("location.pathname === '/basins' && stage?.classList.contains('descent-ready')").until_at_rest()
    viewer.page.locator("[data-axis='rate']:not([max='0'])").press("ArrowRight")
    viewer.until("new URL(location).searchParams.has('rate')").until_at_rest()
    basins = Entry("basins", (("rate", viewer.query["rate"]),))
    keep(viewer, 3)
    viewer.page.locator(".descent-playlist-handle").nth(2).press("ArrowUp")
    viewer.until_query(list=written((KEPT[0], basins, KEPT[2])), at="2").until_at_rest()
    assert viewer.focused().startswith("Move")

    viewer.page.keyboard.press("PageUp")
    until_at(viewer, "scenes", scene="zigzag", at="1")
    expect(viewer.page.get_by_text(SCENES["zigzag"].say.en)).to_be_visible()
    viewer.page.keyboard.press("PageUp")  # the first is the end
    viewer.page.keyboard.press("PageDown")
    until_at(viewer, "basins", rate=dict(basins.query)["rate"], at="2")
    viewer.page.keyboard.press("PageDown")
    until_at(viewer, "scenes", scene="four-curves", at="3")
    viewer.page.keyboard.press("PageDown")
    viewer.page.keyboard.press("PageUp")
    viewer.page.keyboard.press("PageUp")  # before the first is answered
    until_at(viewer, "scenes", scene="zigzag", at="1")

    again = visit(Device(name="a student's")).open_chapter("scenes", viewer.href.partition("/scenes")[2])
    first, last = (SCENES[each].heading(is_open=False).en for each in ("zigzag", "four-curves"))
    expect(again.page.locator(f"{ENTRIES} a span")).to_have_text([first, "Convex or not", last])
    again.page.get_by_role("button", name="Remove: Convex or not").click()
    again.until_query(list=written((KEPT[0], KEPT[2])), at="1").until_at_rest()
    again.page.get_by_role("link", name="Next entry").click()
    until_at(again, "scenes", scene="four-curves", at="2")
    assert viewer.complaints == again.complaints == []


def test_an_entry_is_dragged(visit: Visit) -> None:
    viewer = visit().open_chapter("guide", f"?lang=en&list={written(KEPT)}&at=1")
    handles = viewer.page.locator(".descent-playlist-handle")
    begin, end = handles.nth(0).bounding_box(), handles.nth(2).bounding_box()
    assert begin
    assert end
    viewer.page.mouse.move(begin["x"] + 9, begin["y"] + 9)
    viewer.page.mouse.down()
    viewer.page.mouse.move(end["x"] + 9, end["y"] + 30, steps=6)
    viewer.page.mouse.up()
    viewer.until_query(list=written((*KEPT[1:], KEPT[0])), at="3")


def test_a_bad_list_is_told_and_loses_nothing_else(visit: Visit) -> None:
    viewer = visit().open_chapter("race", "?lang=en&rate=0.1&list=race~rate~0.2~~nowhere~~x~y")
    assert "list=nowhere" in viewer.notice()
    assert "The other entries stand" in viewer.notice()
    expect(viewer.page.locator(ENTRIES)).to_have_count(1)
    assert viewer.query["rate"] == "0.1"
    viewer.page.keyboard.press("PageDown")
    viewer.until_query(rate="0.2", list="race~rate~0.2", at="1").until_at_rest()
    expect(viewer.page.get_by_test_id("stAlert")).to_have_count(0)
