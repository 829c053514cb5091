"""The scoreboard says what the simulation computed, and its chips switch optimizers on and off."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from playwright.sync_api import expect

from address.race import LECTURE
from optimizers import OPTIMIZERS, Adam, Momentum
from optimizers.base import Optimizer
from simulation import VERDICT_NAMES, Entrant, Verdict, race, status_of
from surfaces import SURFACES
from surfaces.base import Surface
from surfaces.ravine import Ravine
from tests.browser.viewer import Viewer, number

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
    status = status_of(case.surface, run)
    viewer = visit().open(case.query)
    assert viewer.notice() == ""
    for step in case.at:
        viewer.pause_at(step)
        table = viewer.table()
        assert {key for key, cells in table.items() if cells[0] != "–"} == set(case.keys)
        for column, key in enumerate(case.keys):
            rate, loss, slope, distance, word = table[key]
            assert float(rate) == case.rates.get(key, case.rate)
            expected = [run.loss[step, column], status.slope[step, column], status.distance[step, column]]
            shown = [number(loss), number(slope), number(distance)]
            assert shown == pytest.approx(expected, rel=THREE_DIGITS, abs=1e-44, nan_ok=True), (key, step)
            assert word.startswith(VERDICT_NAMES[Verdict(status.verdict[step, column])]["en"]), (key, step)
            left = int(status.left_at[step, column])
            assert (f"left the plot at step {left}" in word) == (left > 0), (key, step, word)


def test_a_chip_takes_an_optimizer_out_and_lets_it_in_again_and_changes_nothing_else(visit: Visit) -> None:
    viewer = visit().open().pause_at(37)
    before = viewer.table()
    chip = viewer.page.locator("[data-toggle=adam]")
    assert chip.get_attribute("aria-pressed") == "true"
    chip.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,rmsprop").until_row("adam", 1, "–")
    expect(chip).to_have_attribute("aria-pressed", "false")
    assert viewer.table() == {**before, "adam": ["–"] * 5}
    assert (viewer.step, viewer.state) == (37, "paused")
    assert viewer.page.locator("[data-track=adam] .descent-off").count() == 4
    assert all(before[key][1] != "–" for key in LECTURE)
    chip.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,rmsprop,adam").until_row("adam", 1, "0.9")
    assert viewer.table() == before, "the others are none the wiser"

    viewer.slider("Momentum r").press("ArrowLeft")
    viewer.until_query(momentum__momentum="0.88").until(
        "stage.querySelector('[data-track=momentum]').children[2].textContent !== what", before["momentum"][1]
    )
    viewer.until("stage.querySelector('[data-track=momentum]').children[3].textContent !== '–'")  # it is exact again
    after = viewer.table()
    ravine = SURFACES["class-ravine"]
    run = race(ravine, [Entrant(replace(Momentum(), momentum=0.88), 0.9)], ravine.start, 100)
    assert number(after["momentum"][1]) == pytest.approx(run.loss[37, 0], rel=THREE_DIGITS)
    assert after == {**before, "momentum": after["momentum"]}


def test_chips_pressed_before_the_answer_all_count_and_the_last_optimizer_stays(visit: Visit) -> None:
    """A busy server hears several presses at once, and of each kind only the newest: none must be lost."""
    viewer = visit().open()
    viewer.page.evaluate(
        """["adam", "momentum", "rmsprop"].forEach((key) => document.querySelector(`[data-toggle=${key}]`).click())"""
    )
    viewer.until_query(optimizers="gd,adagrad").until_row("rmsprop", 1, "–").until_row("adam", 1, "–")
    viewer.page.locator("[data-toggle=gd]").click()
    viewer.until_query(optimizers="adagrad").until_row("gd", 1, "–")
    viewer.page.locator("[data-toggle=adagrad]").click()
    viewer.page.locator("[data-toggle=rmsprop]").click()  # a later click that does something, to wait for
    viewer.until_row("rmsprop", 1, "0.9")
    assert viewer.query["optimizers"] == "adagrad,rmsprop"
    assert viewer.table()["adagrad"][1] != "–"


def test_the_lists_beside_the_stage_and_the_chips_agree(visit: Visit) -> None:
    """Those beyond the lecture have a row while they race."""
    viewer = visit().open()
    assert list(viewer.table()) == list(LECTURE)
    beside = viewer.page.locator("[data-testid=stSidebar]")
    beside.get_by_role("button", name="RMSProp").first.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,adam").until_row("rmsprop", 1, "–")
    expect(viewer.page.locator("[data-toggle=rmsprop]")).to_have_attribute("aria-pressed", "false")
    beside.get_by_role("button", name="Lion").first.click()
    viewer.until_query(optimizers="gd,momentum,adagrad,adam,lion")
    viewer.until("stage.querySelector('[data-track=lion]')").until_row("lion", 1, "0.9")
    assert list(viewer.table()) == [*LECTURE, "lion"]
    viewer.page.locator("[data-toggle=lion]").click()
    viewer.until_query(optimizers="gd,momentum,adagrad,adam")
    viewer.until("!stage.querySelector('[data-track=lion]')")
    assert list(viewer.table()) == list(LECTURE)
