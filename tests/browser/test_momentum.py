"""The momentum map in a real browser: pointing, clicking and turning show the run of a place."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]


def opened(viewer: Viewer, query: str) -> Viewer:
    return viewer.open_chapter("momentum", query).until("stage?.classList.contains('descent-ready')")


def test_pointing_shows_a_run_and_a_click_plays_it(visit: Visit) -> None:
    viewer = opened(visit(Device(moving=True)), "?lang=en")
    page, told = viewer.page, viewer.page.locator(".descent-readout")
    expect(told).to_contain_text("n = 0.0614 · r = 0.566 · critical")
    for part in (".descent-subplot .descent-ink", ".descent-dial", ".descent-transport"):
        for each in page.locator(part).all():
            expect(each).to_be_in_viewport(ratio=1)
    box, *stack = (each.bounding_box() for each in page.locator(".descent-subplot .descent-ink").all())
    assert box is not None
    assert all(each is not None and each["x"] > box["x"] + box["width"] for each in stack)
    subplots = page.locator(".descent-subplot").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect().bottom)"
    )
    assert subplots[-1] == pytest.approx(subplots[0], abs=3), "what stands in a stack ends where the map beside it does"
    viewer.stage.press("End")
    place = (box["x"] + 0.35 * box["width"], box["y"] + 0.2 * box["height"])
    page.mouse.move(*place)
    expect(told).to_contain_text("damped oscillation")
    viewer.until_query(rate=None, momentum=None).until_state("ended")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 40)
    expect(told).to_contain_text("critical")
    page.mouse.click(*place)
    viewer.until_state("playing").until("new URL(location.href).searchParams.has('rate')")
    rate, momentum = (float(viewer.query[key]) for key in ("rate", "momentum"))
    assert 0 < rate < 0.06
    assert 0.6 < momentum < 0.99
    expect(told).to_contain_text("damped oscillation")
    viewer.until_state("ended")


def test_the_dials_turn_by_keyboard_and_a_link_brings_the_place_back(visit: Visit) -> None:
    viewer = opened(visit(), "?lang=ko")
    row = viewer.page.evaluate("document.querySelector('.descent-stage').dataset.row")
    viewer.page.locator("[data-dial=rate]").focus()
    viewer.page.keyboard.press("ArrowRight")
    viewer.until("stage.dataset.row === String(Number(what) + 1)", row)
    expect(viewer.page.locator(".descent-readout")).to_contain_text("발산")
    viewer.page.locator("[data-dial=momentum]").focus()
    viewer.page.keyboard.press("Home")
    viewer.until_query(momentum="0")
    told = viewer.page.locator(".descent-readout").inner_text()
    again = opened(visit(), "?" + urlsplit(viewer.href).query)
    expect(again.page.locator(".descent-readout")).to_have_text(told)
