"""The scoreboard says what the simulation computed, and its chips switch optimizers on and off."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from playwright.sync_api import expect

from optimizers import OPTIMIZERS, Adam, Momentum
from optimizers.base import Optimizer
from simulation import VERDICT_NAMES, Entrant, Verdict, race, standing
from surfaces import SURFACES
from surfaces.base import Surface
from surfaces.ravine import Ravine
from tests.browser.conftest import Device
from tests.browser.viewer import Viewer, number
from ui.race_choice import LECTURE

pytestmark = pytest.mark.browser

Visit = Callable[..., Viewer]

THREE_DIGITS = 0.00502
"""Half of the third digit at its coarsest, and a little for the arrays being float32."""


@dataclass(frozen=True)
class Race:
    """An address and the same race in Python."""

    query: str
    surface: Surface
    rate: float
    start: tuple[float, float]
    steps: int
    at: tuple[int, ...]
    rules: dict[str, Optimizer] = field(default_factory=dict)  # type: ignore[type-arg]
    rates: dict[str, float] = field(default_factory=dict)
    keys: tuple[str, ...] = LECTURE


RACES = {
    "as it opens": Race("", SURFACES["class-ravine"], 0.9, (-7.0, 2.0), 100, (0, 1, 37, 100)),
    "a link with everything": Race(
        "?surface=ravine&condition_number=200&rate=0.005&rate.adam=0.3&x=8&y=-2.25&steps=60"
        "&momentum.momentum=0.5&adam.beta1=0.8&adam.eps=0.0001&optimizers=gd,momentum,adam",
        Ravine(condition_number=200.0),
        0.005,
        (8.0, -2.25),
        60,
        (0, 13, 60),
        rules={"momentum": Momentum(momentum=0.5), "adam": Adam(beta1=0.8, eps=1e-4)},
        rates={"adam": 0.3},
        keys=("gd", "momentum", "adam"),
    ),
    "heights below zero": Race(
        "?surface=styblinski-tang&x=1&y=4&rate=0.02&steps=50",
        SURFACES["styblinski-tang"],
        0.02,
        (1.0, 4.0),
        50,
        (0, 9, 50),
    ),
    "out of the range of numbers": Race(
        "?surface=rosenbrock&rate=1&steps=30", SURFACES["rosenbrock"], 1.0, SURFACES["rosenbrock"].start, 30, (0, 2, 30)
    ),
    "those beyond the lecture": Race(
        "?surface=matyas&steps=60&rate=0.2&optimizers=gd,nesterov,nadam,adamw,lion",
        SURFACES["matyas"],
        0.2,
        SURFACES["matyas"].start,
        60,
        (0, 11, 60),
        keys=("gd", "nesterov", "nadam", "adamw", "lion"),
    ),
    "no minimum": Race(
        "?surface=hyperbolic-saddle&steps=40&rate=0.1&x=1&y=0.5",
        SURFACES["hyperbolic-saddle"],
        0.1,
        (1.0, 0.5),
        40,
        (0, 40),
    ),
}


@pytest.mark.parametrize("case", list(RACES.values()), ids=list(RACES))
def test_it_shows_what_the_simulation_computed(visit: Visit, case: Race) -> None:
    entrants = [Entrant(case.rules.get(k, OPTIMIZERS[k]()), case.rates.get(k, case.rate)) for k in case.keys]
    run = race(case.surface, entrants, case.start, case.steps)
    stands = standing(case.surface, run)
    viewer = visit().open(case.query)
    assert viewer.notice() == ""
    for step in case.at:
        viewer.pause_at(step)
        table = viewer.table()
        assert {key for key, cells in table.items() if cells[0] != "–"} == set(case.keys)
        for column, key in enumerate(case.keys):
            rate, loss, slope, distance, word = table[key]
            assert float(rate) == case.rates.get(key, case.rate)
            computed = [run.loss[step, column], stands.slope[step, column], stands.distance[step, column]]
            with np.errstate(over="ignore"):
                expected = np.array(computed).astype(np.float32).tolist()  # what is drawn has float32's range
            shown = [number(loss), number(slope), number(distance)]
            assert shown == pytest.approx(expected, rel=THREE_DIGITS, abs=1e-44, nan_ok=True), (key, step)
            assert word.startswith(VERDICT_NAMES[Verdict(stands.verdict[step, column])]["en"]), (key, step)
            left = int(stands.left_at[step, column])
            assert (f"left at step {left}" in word) == (left > 0), (key, step, word)


def test_a_diverging_run_is_named_with_the_step_at_which_it_left(visit: Visit) -> None:
    words = ("발산", "10걸음에 이탈")
    viewer = visit(Device(locale="ko-KR")).open("?surface=class-ravine&rate=1.05")
    assert viewer.table()["gd"][-1] == " · ".join(words)
    viewer.pause_at(9)
    assert viewer.table()["gd"][-1] not in words, "nobody is called gone before the step at which it goes"
    assert "10" not in viewer.table()["gd"][-1]


def test_a_chip_takes_an_optimizer_out_and_lets_it_in_again(visit: Visit) -> None:
    viewer = visit().open()
    chip = viewer.page.locator("[data-toggle=adam]")
    assert chip.get_attribute("aria-pressed") == "true"
    chip.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,rmsprop").until_row("adam", 1, "–")
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert set(viewer.table()["adam"]) == {"–"}
    assert viewer.page.locator("[data-track=adam] .descent-off").count() == 4
    others = viewer.table()
    assert all(others[key][1] != "–" for key in LECTURE if key != "adam")
    chip.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,rmsprop,adam").until_row("adam", 1, "0.9")
    assert viewer.table() == {**others, "adam": viewer.table()["adam"]}, "the others are none the wiser"


def test_the_last_optimizer_stays(visit: Visit) -> None:
    viewer = visit().open("?optimizers=gd,adam")
    viewer.page.locator("[data-toggle=gd]").click()
    viewer.until_query(optimizers="adam").until_row("gd", 1, "–")
    viewer.page.locator("[data-toggle=adam]").click()
    viewer.page.locator("[data-toggle=rmsprop]").click()  # a later click that does something, to wait for
    viewer.until_row("rmsprop", 1, "0.9")
    assert viewer.query["optimizers"] == "rmsprop,adam"
    assert viewer.table()["adam"][1] != "–"


def test_chips_pressed_before_the_answer_all_count(visit: Visit) -> None:
    """A busy server hears several presses at once, and of each kind only the newest: none must be lost."""
    viewer = visit().open()
    viewer.page.evaluate(
        """["adam", "momentum", "rmsprop"].forEach((key) => document.querySelector(`[data-toggle=${key}]`).click())"""
    )
    viewer.until_query(optimizers="gd,adagrad").until_row("rmsprop", 1, "–").until_row("adam", 1, "–")


def test_the_lists_beside_the_stage_and_the_chips_agree(visit: Visit) -> None:
    viewer = visit().open()
    viewer.page.locator("[data-testid=stSidebar]").get_by_role("button", name="RMSProp").first.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,adam").until_row("rmsprop", 1, "–")
    expect(viewer.page.locator("[data-toggle=rmsprop]")).to_have_attribute("aria-pressed", "false")


def test_those_beyond_the_lecture_have_a_row_while_they_race(visit: Visit) -> None:
    viewer = visit().open()
    assert list(viewer.table()) == list(LECTURE)
    viewer.page.locator("[data-testid=stSidebar]").get_by_role("button", name="Lion").first.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,rmsprop,adam,lion")
    viewer.until("stage.querySelector('[data-track=lion]')").until_row("lion", 1, "0.9")
    assert list(viewer.table()) == [*LECTURE, "lion"]
    viewer.page.locator("[data-toggle=lion]").click()
    viewer.until_query(optimizers="gd,momentum,adagrad,rmsprop,adam")
    viewer.until("!stage.querySelector('[data-track=lion]')")
    assert list(viewer.table()) == list(LECTURE)


def test_a_chip_keeps_the_playhead(visit: Visit) -> None:
    viewer = visit().open().pause_at(37)
    before = viewer.table()
    viewer.page.locator("[data-toggle=momentum]").click()
    viewer.until_row("momentum", 1, "–")
    assert (viewer.step, viewer.state) == (37, "paused")
    assert viewer.table() == {**before, "momentum": ["–"] * 5}


def test_a_hyperparameter_changes_only_its_own_run(visit: Visit) -> None:
    viewer = visit().open()
    before = viewer.table()
    slider = viewer.slider("Momentum · momentum r")
    slider.press("ArrowLeft")
    viewer.until_query(momentum__momentum="0.899").until(
        "stage.querySelector('[data-track=momentum]').children[2].textContent !== what", before["momentum"][1]
    )
    after = viewer.table()
    run = race(
        SURFACES["class-ravine"],
        [Entrant(replace(Momentum(), momentum=0.899), 0.9)],
        SURFACES["class-ravine"].start,
        100,
    )
    assert number(after["momentum"][1]) == pytest.approx(run.loss[-1, 0], rel=THREE_DIGITS)
    assert after == {**before, "momentum": after["momentum"]}
