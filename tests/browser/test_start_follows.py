"""The start under a hand: the race from there is drawn on the way, and the map says how high and how steep it is."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from playwright.sync_api import expect

from surfaces import SURFACES
from tests.browser.conftest import Device, Served
from tests.browser.viewer import Viewer, number
from tools.line import line

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
PLACES = 12
AN_ANSWER = 300
"""Milliseconds within which a round trip is over even on a busy machine."""


def test_all_who_race_follow_the_start_and_the_newest_place_wins(visit: Visit) -> None:
    viewer = visit().open("?lang=en").until_step(100)
    page = viewer.page
    first, messages = viewer.table(), viewer.stage.get_attribute("data-messages")
    x, y = viewer.start_shown()
    page.mouse.move(x, y)
    page.mouse.down()
    tables = []
    for place in range(1, PLACES + 1):
        page.mouse.move(x + 12 * place, y + 4 * place)
        page.wait_for_timeout(AN_ANSWER / 3)
        tables.append(viewer.table())
    assert len({str(table) for table in tables}) > PLACES / 3, "they follow on the way"
    page.wait_for_timeout(AN_ANSWER)
    dragged = viewer.table()
    assert dragged != first
    assert viewer.stage.get_attribute("data-messages") == messages, "the page is not made anew on the way"
    assert "x" not in viewer.query, "nor is the address written"
    expect(page.locator(".descent-facts")).to_be_visible()
    page.mouse.up()
    viewer.until("new URL(location.href).searchParams.has('x')").until("stage.dataset.messages !== what", messages)
    viewer.until_step(100)
    assert viewer.table() == dragged, "it was exact before"


def test_a_finger_drags_it_too(visit: Visit) -> None:
    viewer = visit(Device(width=390, height=844, touch=True)).open("?lang=en").until_step(100)
    first = viewer.table()
    x, y = viewer.start_shown()
    hand = viewer.page.context.new_cdp_session(viewer.page)
    touch = {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    hand.send("Input.dispatchTouchEvent", touch)
    for place in range(1, 8):
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x + 10 * place, "y": y}]})
        viewer.page.wait_for_timeout(AN_ANSWER / 5)
    viewer.page.wait_for_timeout(AN_ANSWER)
    assert viewer.table() != first
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    viewer.until("new URL(location.href).searchParams.has('x')")


def test_nothing_is_told_of_it_before_the_answer(visit: Visit) -> None:
    viewer = visit().open("?ask=fate.gd&lang=en")
    before = viewer.table()
    x, y = viewer.start_shown()
    viewer.page.mouse.move(x, y)
    viewer.page.mouse.down()
    viewer.page.mouse.move(x + 60, y, steps=5)
    viewer.page.wait_for_timeout(AN_ANSWER)
    assert viewer.table() == before
    viewer.page.mouse.up()


def test_the_place_under_the_mouse_says_how_high_and_how_steep_it_is(visit: Visit) -> None:
    viewer = visit().open("?surface=himmelblau&lang=en").until_state("ended")
    facts = viewer.page.locator(".descent-facts")
    expect(facts).to_be_hidden()
    viewer.page.mouse.move(*viewer.point_on_map(-2, 1))
    expect(facts).to_contain_text("f = ")
    words = facts.inner_text()
    x, y = (number(each) for each in words.partition("(")[2].partition(")")[0].split(", "))
    surface = SURFACES["himmelblau"]
    at = np.array([x, y])
    height = number(words.partition("f = ")[2].partition(",")[0])
    slope = [number(each) for each in words.rpartition("(")[2].rstrip(")").split(", ")]
    assert height == pytest.approx(float(surface.value(at)), rel=0.02)  # its own place has three digits
    np.testing.assert_allclose(slope, surface.gradient(at), rtol=0.05)
    viewer.page.mouse.move(5, 5)
    expect(facts).to_be_hidden()


@pytest.mark.parametrize("chapter", ["race", "basins"])
def test_surfaces_changed_faster_than_they_are_drawn_leave_nothing_behind(
    visit: Visit, served: Served, chapter: str
) -> None:
    """Over a slow line the page still shows the surface before, or begins to show it, when the next is chosen."""
    with line(served.url, delay=0.1) as slow:
        viewer = visit()
        viewer.url = slow.url
        viewer.open_chapter(chapter, "?lang=en")
        viewer.page.locator(".descent-surfaces-button").click()
        viewer.page.get_by_role("option", name="Himmelblau").wait_for()
        for number, surface in enumerate(["hyperbolic-saddle", "himmelblau", "hyperbolic-saddle", "three-hump-camel"]):
            viewer.page.locator(f"[data-surface={surface}]").evaluate("option => option.click()")
            viewer.page.wait_for_timeout(150 + 150 * number)
        viewer.until_query(surface="three-hump-camel").until_at_rest()
        x, y = SURFACES["three-hump-camel"].start
        expect(viewer.handle.first).to_have_attribute("aria-label", re.compile(f"x = {x:g}, y = {y:g}"))
        assert viewer.query == {"lang": "en", "surface": "three-hump-camel"}
        viewer.page.goto(f"{served.url}/_stcore/health")  # before the line ends
