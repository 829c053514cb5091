"""Placing the start: by a click on the map, by dragging, with keys, with numbers, with a finger."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from surfaces import SURFACES
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

NEAR = 0.05
"""A place on the class ravine's map, 20 wide, is pointed at within a pixel and a half."""


def placed(viewer: Viewer) -> tuple[float, float]:
    """The start in the address."""
    return float(viewer.query["x"]), float(viewer.query["y"])


def until_placed(viewer: Viewer) -> Viewer:
    return viewer.until("['x', 'y'].every((name) => new URL(location.href).searchParams.has(name))")


def until_scene_follows(viewer: Viewer) -> Viewer:
    """Wait until the stage draws the race from the start that the address tells."""
    return viewer.until(
        """['x', 'y'].every((name, axis) => {
            const start = stage.dataset.drawn.match(/\\(([^()]*)\\)$/)[1].split(", ");
            return Number(start[axis]) === Number(new URL(location.href).searchParams.get(name));
        })"""
    )


def test_a_click_and_a_drag_on_the_map_place_the_start(visit: Visit) -> None:
    viewer = visit().open()
    viewer.unfold("Start and noise")
    before = viewer.table()
    across, down = viewer.point_on_map(-9.5, 4.5)
    viewer.page.mouse.click(across, down)
    until_scene_follows(until_placed(viewer))
    assert placed(viewer) == pytest.approx((-9.5, 4.5), abs=NEAR)
    assert viewer.start_shown() == pytest.approx((across, down), abs=2)
    assert viewer.table() != before
    for axis, shown in zip("xy", placed(viewer), strict=True):
        expect(viewer.box(f"Start {axis}")).to_have_value(f"{shown:.10g}")

    first, address = viewer.stage.get_attribute("data-drawn"), viewer.query
    across, down = viewer.point_on_map(5.0, 3.0)
    viewer.page.mouse.move(*viewer.start_shown())
    viewer.page.mouse.down()
    viewer.page.mouse.move(across - 60, down - 10, steps=4)
    viewer.page.mouse.move(across, down, steps=4)
    assert viewer.start_shown() == pytest.approx((across, down), abs=2), "it follows the pointer"
    assert viewer.query == address, "nothing is decided while it is held"
    viewer.page.mouse.up()
    until_scene_follows(viewer.until("stage.dataset.drawn !== what", first))
    assert placed(viewer) == pytest.approx((5.0, 3.0), abs=NEAR)


def test_a_new_start_starts_the_race_anew(visit: Visit) -> None:
    viewer = visit(Device(moving=True))
    viewer.watch_states()
    viewer.open("?steps=20").until_state("ended")
    viewer.page.mouse.click(*viewer.point_on_map(6.0, 1.0))
    until_placed(viewer).until("globalThis.states.length >= 3").until_state("ended").until_step(20)
    assert viewer.states() == ["playing", "ended", "playing", "ended"]


def test_neither_a_click_nor_a_drag_takes_the_start_out_of_the_picture(visit: Visit) -> None:
    viewer = visit().open()
    (x0, x1), (y0, y1) = SURFACES["class-ravine"].domain
    left, bottom = viewer.point_on_map(x0, y0)
    viewer.page.mouse.click(left - 20, bottom + 15)
    until_scene_follows(until_placed(viewer))
    assert placed(viewer) == (x0, y0)
    across, down = viewer.point_on_map(x1, y1)
    viewer.page.mouse.move(*viewer.start_shown())
    viewer.page.mouse.down()
    viewer.page.mouse.move(across + 200, down - 60, steps=4)
    viewer.page.mouse.up()
    viewer.until_query(x=f"{x1:.10g}", y=f"{y1:.10g}")


def test_arrow_keys_move_the_start_and_not_the_playhead_and_quick_ones_all_count(visit: Visit) -> None:
    viewer = visit().open().pause_at(37)
    viewer.handle.press("ArrowRight")
    until_scene_follows(viewer.until_query(x="-6.6", y="2"))
    viewer.handle.press("ArrowUp")
    until_scene_follows(viewer.until_query(x="-6.6", y="2.2"))
    viewer.handle.press("ArrowDown")
    viewer.handle.press("ArrowDown")
    until_scene_follows(viewer.until_query(x="-6.6", y="1.8"))
    viewer.handle.press("ArrowLeft")
    until_scene_follows(viewer.until_query(x="-7", y="1.8"))
    assert viewer.step == 100, "a new start is a new race, shown at its end to who asked for reduced motion"
    name = viewer.handle.get_attribute("aria-label")
    assert name == "Start at x = −7, y = 1.8. Move it with the arrow keys."

    viewer.handle.focus()
    for _ in range(20):  # what comes back from the server for an early press must not undo the later ones
        viewer.page.keyboard.press("ArrowRight")
        viewer.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    until_scene_follows(viewer.until_query(x="1", y="1.8"))


def test_number_boxes_move_the_start_inside_the_picture(visit: Visit) -> None:
    viewer = visit().open()
    viewer.unfold("Start and noise")
    viewer.box("Start x").fill("4.25")
    viewer.box("Start x").press("Enter")
    viewer.until_query(x="4.25").until("stage.dataset.drawn.endsWith('(4.25, 2.0)')")
    viewer.box("Start y").fill("-1.5")
    viewer.box("Start y").press("Enter")
    viewer.until_query(x="4.25", y="-1.5").until("stage.dataset.drawn.endsWith('(4.25, -1.5)')")
    assert viewer.start_shown() == pytest.approx(viewer.point_on_map(4.25, -1.5), abs=1.5)
    viewer.box("Start x").fill("")
    viewer.box("Start x").press("Enter")
    viewer.until_query(x=None, y="-1.5").until("stage.dataset.drawn.endsWith('(-7.0, -1.5)')")
    expect(viewer.box("Start x")).to_have_value("-7")

    viewer.box("Start x").fill("99")
    viewer.box("Start x").press("Tab")
    viewer.box("Start y").fill("1")
    viewer.box("Start y").press("Enter")
    viewer.until_query(y="1")
    assert "x" not in viewer.query
    expect(viewer.page.locator("[data-testid=stSidebar] [data-testid=stAlert]")).to_have_text(
        "Start x: 99 cannot be used, so -7 stays. Use a number from -10 to 10."
    )
    expect(viewer.box("Start x")).to_have_value("-7")
    assert viewer.errors_shown() == []


def test_a_tap_places_the_start(visit: Visit) -> None:
    viewer = visit(Device(width=390, height=844, touch=True)).open()
    viewer.page.touchscreen.tap(*viewer.point_on_map(4.0, 2.5))
    until_scene_follows(until_placed(viewer))
    assert placed(viewer) == pytest.approx((4.0, 2.5), abs=0.15)
