"""The sliders under the race: what is drawn and said while a hand moves them, and what they leave in the address."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import expect

from address.race import LECTURE
from optimizers import OPTIMIZERS
from simulation import VERDICT_NAMES, Entrant, Verdict, race, status_of
from surfaces import SURFACES
from tests.browser.conftest import Device
from tests.browser.dragging import place_of, until_drawn
from tests.browser.test_race_look import colors
from tests.browser.test_race_scoreboard import THREE_DIGITS
from tests.browser.viewer import Viewer, number

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]
PLACES = 10
"""Of each slider are compared with the engine."""
NEAR = """([x, y, color]) => {
    const canvas = document.querySelector(".descent-map .descent-ink");
    const box = canvas.getBoundingClientRect();
    const [across, down] = [canvas.width / box.width, canvas.height / box.height];
    const { data } = canvas.getContext("2d").getImageData((x - box.left) * across - 3, (y - box.top) * down - 3, 7, 7);
    const wanted = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
    const isIt = (i) => data[i + 3] > 200 && wanted.every((level, j) => Math.abs(level - data[i + j]) <= 6);
    return [...data.keys()].some((i) => i % 4 === 0 && isIt(i));
}"""
"""Whether the map has this colour within 3 points of a place."""


def place_on(viewer: Viewer, label: str, stop: int) -> tuple[float, float]:
    return place_of(viewer.slider(label), stop)


def raced(rate: float, momentum: float) -> dict[str, dict[str, Any]]:
    """The last step of each who races, as the engine has it."""
    surface = SURFACES["class-ravine"]
    rules = {key: OPTIMIZERS[key]() for key in LECTURE}
    rules["momentum"] = replace(rules["momentum"], momentum=momentum)  # type: ignore[type-var]
    run = race(surface, [Entrant(rule, rate) for rule in rules.values()], surface.start, 100)
    status = status_of(surface, run)
    loss, slope = run.loss[-1], status.slope[-1]
    return {
        key: {
            "loss": loss[column],
            "slope": slope[column],
            "verdict": VERDICT_NAMES[Verdict(status.verdict[-1, column])]["en"],
            "end": run.path[-1, :, column],
        }
        for column, key in enumerate(LECTURE)
    }


def says_what_the_engine_computes(
    board: Mapping[str, list[str]], rate: float, exact: dict[str, dict[str, Any]]
) -> None:
    """The board's last step, in three digits."""
    for name, found in exact.items():
        own_rate, loss, slope, _, word = board[name]
        assert float(own_rate) == pytest.approx(rate, rel=1e-3)
        assert number(loss) == pytest.approx(found["loss"], rel=THREE_DIGITS, abs=1e-44)
        if np.isfinite(found["slope"]):
            assert number(slope) == pytest.approx(found["slope"], rel=THREE_DIGITS, abs=1e-44)
        assert word.startswith(found["verdict"]), (name, own_rate)


@pytest.mark.parametrize(("key", "label"), [("rate", "Learning rate n"), ("momentum", "Momentum r")])
def test_all_who_race_follow_the_hand_and_the_board_says_what_the_engine_computes(
    visit: Visit, key: str, label: str
) -> None:
    viewer = visit().open().until_step(100)
    slider, mouse = viewer.slider(label), viewer.page.mouse
    messages = viewer.stage.get_attribute("data-messages")
    last = int(slider.get_attribute("max") or 0)
    mouse.move(*place_on(viewer, label, int(slider.input_value())))
    mouse.down()
    drawn = 0
    for stop in np.linspace(0, last, PLACES).astype(int).tolist():
        mouse.move(*place_on(viewer, label, stop))
        until_drawn(viewer)
        value = float((slider.get_attribute("aria-valuetext") or "").partition(":")[0])
        exact = raced(value, 0.9) if key == "rate" else raced(0.9, value)
        table = viewer.table()
        says_what_the_engine_computes(table, value if key == "rate" else 0.9, exact)
        for name, found in exact.items():
            (left, right), (bottom, top) = SURFACES["class-ravine"].domain
            if left < found["end"][0] < right and bottom < found["end"][1] < top:
                at = viewer.point_on_map(*found["end"])
                drawn += viewer.page.evaluate(NEAR, [*at, colors("light")[name]])
    assert viewer.step == 100, "the playhead stays"
    assert viewer.stage.get_attribute("data-messages") == messages, "nothing was asked for on the way"
    assert drawn >= 2 * PLACES, "marks that no other one covers are where the engine ends"
    mouse.up()
    name = "rate" if key == "rate" else "momentum.momentum"
    viewer.until("new URL(location.href).searchParams.has(what)", name).until(
        "stage.dataset.messages !== what", messages
    )
    assert float(viewer.query[name]) == value
    assert viewer.table() == table, "it was exact before"


def test_keys_move_it_finely_and_coarsely_and_keep_the_focus(visit: Visit) -> None:
    viewer = visit().open().pause_at(37)
    slider = viewer.slider("Learning rate n")
    slider.focus()
    begin = int(slider.input_value())
    for pressed, by in (("ArrowRight", 1), ("ArrowRight", 2), ("PageDown", -4), ("PageUp", 2)):
        viewer.page.keyboard.press(pressed)
        assert int(slider.input_value()) == begin + by
    viewer.until("new URL(location.href).searchParams.has('rate')").until_row("gd", 1, viewer.query["rate"])
    assert (slider.get_attribute("aria-valuetext") or "").endswith(": diverges")
    viewer.page.keyboard.press("Home")
    viewer.until("stage.querySelector('.descent-axis-input').ariaValueText.endsWith(': crawls')")
    assert viewer.focused() == "Learning rate n"
    viewer.page.keyboard.press("End")
    viewer.until_query(rate="10.1")
    assert (viewer.step, viewer.state) == (37, "paused")


def test_the_box_takes_any_number_says_what_is_none_and_gives_up_its_own_when_empty(visit: Visit) -> None:
    viewer = visit().open()
    box = viewer.box("Type the learning rate")
    box.fill("0.1234")
    box.press("Enter")
    viewer.until_query(rate="0.1234").until_row("gd", 1, "0.1234")
    viewer.stage.evaluate("stage => { stage.dataset.kept = 'yes'; }")
    box.fill("<b>fast")
    box.press("Enter")
    expect(viewer.page.locator("[data-testid=stAlert]")).to_contain_text("rate=<b>fast")
    expect(viewer.stage).to_have_attribute("data-kept", "yes")  # a notice above it makes no other stage
    expect(box).to_have_value("0.9")
    box.fill("")
    box.press("Enter")
    viewer.until_query(rate=None)
    expect(viewer.page.locator("[data-testid=stAlert]")).to_have_count(0)
    expect(box).to_have_value("0.9")


def test_nothing_is_told_before_the_answer(visit: Visit) -> None:
    viewer = visit().open("?ask=fate.gd&lang=en")
    slider = viewer.slider("Learning rate n")
    before = viewer.table()
    viewer.page.mouse.move(*place_on(viewer, "Learning rate n", int(slider.input_value())))
    viewer.page.mouse.down()
    viewer.page.mouse.move(*place_on(viewer, "Learning rate n", 0))
    until_drawn(viewer)
    assert viewer.table() == before
    assert ":" not in (slider.get_attribute("aria-valuetext") or "")
    viewer.page.mouse.up()
    viewer.until("new URL(location.href).searchParams.has('rate')")
    expect(viewer.page.locator(".descent-question")).to_contain_text("Predict first.")


def test_where_the_rate_is_not_the_viewers_it_is_off_and_says_why(visit: Visit) -> None:
    viewer = visit().open("?rates=tuned&lang=en")
    axis = viewer.page.locator(".descent-axis").first
    expect(axis.get_by_role("slider")).to_be_disabled()
    expect(axis.get_by_role("textbox")).to_be_disabled()
    expect(axis).to_contain_text("tuned per optimizer")
    expect(viewer.slider("Momentum r")).to_be_enabled()


def test_reset_gives_the_surface_its_own_settings_back(visit: Visit) -> None:
    kept = "?surface=ravine&optimizers=gd,momentum"
    viewer = visit().open(
        f"{kept}&lang=en&rate=0.001&x=1&y=1&steps=20&momentum.momentum=0.5&condition_number=9&noise=1"
    )
    before = visit().open(kept).table()
    assert viewer.table() != before
    viewer.page.get_by_role("button", name="Reset to this surface's own settings").click()
    viewer.until_query(rate=None, x=None, steps=None, surface="ravine").until(
        "stage.dataset.drawn.endsWith('(-9.0, 2.5)')"
    )
    viewer.until_at_rest()
    assert viewer.table() == before
    assert viewer.query == {"surface": "ravine", "optimizers": "gd,momentum", "lang": "en"}


def test_on_a_phone_a_finger_moves_it(visit: Visit) -> None:
    viewer = visit(Device(locale="ko-KR", width=390, height=844, touch=True)).open()
    label = "학습률 n"
    box = viewer.slider(label).bounding_box()
    assert box is not None
    assert box["height"] >= 44
    assert box["y"] + box["height"] < 844, "right under the picture"
    viewer.page.touchscreen.tap(*place_on(viewer, label, 3))
    viewer.until("new URL(location.href).searchParams.has('rate')").until_row("gd", 1, viewer.query["rate"])
    assert float(viewer.query["rate"]) < 0.01


def test_a_rate_above_an_optimizers_own_limit_says_so_and_what_is_huge_is_written(visit: Visit) -> None:
    viewer = visit().open("?optimizers=gd,nesterov&rate=0.8&lang=en").until_step(100)
    assert "its limit here is n ≈ 0.679" in viewer.table()["nesterov"][-1], "2(1 + r)/((1 + 2r)λmax), r = 0.9, λmax = 2"
    assert "limit" not in viewer.table()["gd"][-1]
    hint = viewer.page.locator("[data-track=nesterov] td").last.get_attribute("title") or ""
    assert "Nesterov's limit here is n ≈ 0.679" in hint

    viewer.open("?optimizers=gd&rate=3&lang=en").until_step(100)
    exact = 4 * 5.0**200 + 49 / 20 * (1 - 0.3) ** 200
    assert number(viewer.table()["gd"][1]) == pytest.approx(exact, rel=THREE_DIGITS)
    assert "its limit here is n ≈ 1.00" in viewer.table()["gd"][-1]
