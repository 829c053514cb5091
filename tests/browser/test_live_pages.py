"""Sliders on the stages of other chapters: what follows the hand, and what acts when it lets go."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from playwright.sync_api import expect

from address import Address
from networks import LETTERS
from pages.model.choice import read_model
from pages.model.compute import fitted
from tests.browser.conftest import Device
from tests.browser.dragging import drag_to, grip
from tests.browser.test_race_scoreboard import THREE_DIGITS
from tests.browser.viewer import Viewer, number

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
PLACES = 10
THERE = "document.querySelector(`[data-axis='${what}']`)?.max > 5"


def board(viewer: Viewer) -> list[list[str]]:
    rows = viewer.page.locator(".descent-entries tbody tr").all()
    return [row.locator("td").all_inner_texts() for row in rows]


@pytest.mark.parametrize("letter", ["a", "c"])
def test_the_curve_the_losses_and_the_board_of_a_model_follow_and_nothing_plays(visit: Visit, letter: str) -> None:
    viewer = visit(Device(moving=True)).open_chapter("model", "?lang=en&steps=20")
    viewer.until_state("ended").until(THERE, letter)
    messages = viewer.stage.get_attribute("data-messages")
    slider = viewer.page.locator(f"[data-axis={letter}]")
    grip(viewer, slider)
    page = read_model(Address({"steps": ["20"]}))
    which = LETTERS.index(letter)
    for stop in np.linspace(0, 200, PLACES).astype(int).tolist():
        value = drag_to(viewer, slider, stop)
        assert value == pytest.approx(-5 + 0.05 * stop, abs=1e-9)
        theta = list(page.theta)
        theta[which] = value
        exact = fitted(replace(page, theta=(theta[0], theta[1], theta[2], theta[3])))
        shown = board(viewer)
        own = np.array([[number(cell) for cell in row] for row in shown[:4]])
        for column, wanted in enumerate((exact.theta[0], exact.slopes[0], exact.moves[0], exact.theta[1])):
            np.testing.assert_allclose(own[:, column], wanted, rtol=THREE_DIGITS, atol=1e-9)
        assert number(shown[4][0]) == pytest.approx(float(exact.loss[0]), rel=THREE_DIGITS)
    assert viewer.stage.get_attribute("data-messages") == messages, "nothing was asked for on the way"
    viewer.page.mouse.up()
    viewer.until_query(**{letter: "5"}).until("stage.dataset.messages !== what", messages)
    assert (viewer.step, viewer.state) == (0, "paused"), "nothing plays until it is asked to"
    assert board(viewer) == shown
    viewer.page.keyboard.press("Escape")
    viewer.button("play").click()
    viewer.until_state("ended")


def test_a_parameter_is_moved_by_keys_and_typed(visit: Visit) -> None:
    viewer = visit().open_chapter("model", "?lang=ko&steps=20").until(THERE, "b")
    slider = viewer.page.get_by_role("slider", name="매개변수 b")
    slider.focus()
    slider.press("ArrowRight")
    viewer.until_query(b="0.85")
    box = viewer.page.get_by_role("textbox", name="숫자로 입력: 매개변수 b")
    expect(box).to_have_value("0.85")
    slider.press("ArrowRight")  # of which the server has not heard when the next is entered
    box.fill("7")
    box.press("Enter")
    expect(viewer.page.locator("[data-testid=stAlert]")).to_contain_text("b=7")
    expect(box).to_have_value("0.8")  # the curve's own stands again
    box.fill("-1.234")
    box.press("Enter")
    viewer.until_query(b="-1.234")
    expect(viewer.page.locator("[data-testid=stAlert]")).to_have_count(0)


def test_the_opening_race_follows_its_rate_and_leads_to_the_race_with_it(visit: Visit) -> None:
    viewer = visit().open_chapter("", "?lang=en").until(THERE, "rate")
    slider = viewer.page.locator("[data-axis=rate]")
    viewer.page.keyboard.press("End")
    picture = viewer.page.locator(".descent-ink").first
    before = picture.screenshot()
    messages = viewer.stage.get_attribute("data-messages")
    grip(viewer, slider)
    drag_to(viewer, slider, 10)
    assert picture.screenshot() != before
    expect(viewer.page.locator(".descent-axis-does")).to_have_text(": crawls")
    value = drag_to(viewer, slider, 20)
    assert viewer.stage.get_attribute("data-messages") == messages
    viewer.page.mouse.up()
    viewer.until_query(rate=f"{value:g}")
    viewer.page.get_by_role("link", name="Start the race").click()
    viewer.until("document.querySelector('[data-track=gd]')").until_row("gd", 1, f"{value:g}")


def test_the_run_on_a_map_of_basins_follows_and_the_map_comes_when_it_is_let_go(visit: Visit) -> None:
    viewer = visit().open_chapter("basins", "?lang=en").until(THERE, "other.rate")
    slider = viewer.page.locator("[data-axis='other.rate']")
    readout = viewer.page.locator(".descent-readout")
    before = readout.inner_text()
    messages = viewer.stage.get_attribute("data-messages")
    grip(viewer, slider)
    drag_to(viewer, slider, int(slider.get_attribute("max") or 0) // 3)
    expect(viewer.stage).to_have_class(r"descent-stage descent-figure-grid descent-ready descent-live-value")
    assert viewer.stage.get_attribute("data-messages") == messages
    viewer.page.mouse.up()
    viewer.until("stage.dataset.messages !== what", messages)
    expect(viewer.stage).not_to_have_class("descent-live-value")
    assert readout.inner_text() != before


def test_one_update_has_its_rate_on_the_stage(visit: Visit) -> None:
    viewer = visit().open_chapter("step", "?lang=en").until(THERE, "rate")
    slider = viewer.page.get_by_role("slider", name="Learning rate n")
    slider.focus()
    slider.press("End")
    viewer.until_query(rate="10")
    expect(viewer.page.locator(".descent-pictures")).to_contain_text("n = 10")


def test_schedules_follow_their_base_rate(visit: Visit) -> None:
    viewer = visit().open_chapter("schedules", "?lang=en").until(THERE, "rate")
    viewer.page.keyboard.press("End")
    slider = viewer.page.get_by_role("slider", name="Base learning rate n")
    messages = viewer.stage.get_attribute("data-messages")
    grip(viewer, slider)
    value = drag_to(viewer, slider, 30)
    table = viewer.table()
    assert table["constant"][0] == f"{value:g}"
    assert viewer.stage.get_attribute("data-messages") == messages
    viewer.page.mouse.up()
    viewer.until_query(rate=f"{value:g}").until("stage.dataset.messages !== what", messages)
    assert viewer.table() == table
