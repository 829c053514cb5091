"""Every verdict against what the run then does: over long runs of all rules, at many rates, on many surfaces.

A verdict looks back, so it can be overtaken by what comes after; how often it is, is printed (`pytest -s`) and bounded.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray

from formulas import TypedSurface
from optimizers import OPTIMIZERS
from parameters import Array
from simulation import RateRegime, Run, Status, Verdict, rate_regimes, simulate, status_of
from simulation.status import ARRIVED, GONE, WINDOW, diagonal
from surfaces import SURFACES, Surface

SAID, LATER = 300, 3000
"""A verdict after so many steps, and how far the run is then followed: ten times as long."""
RATES = np.geomspace(1e-3, 2.0, 24)
"""From too small for every rule to too large for most."""
SURFACE_KEYS = ("class-ravine", "two-wells", "bounded-saddle", "matyas", "himmelblau", "gaussian-plateau", "rosenbrock")
FORMULAS = ("(x-6)**2+y**2", "x**4+y**4", "x**2-y**2", "abs(x)+3*abs(y)", "sin(x)+y**2/4", "exp(x)+exp(-x)+y**2")


class Case(NamedTuple):
    """All rates of one rule on one surface."""

    name: str
    surface: Surface
    run: Run
    status: Status

    def said(self, *verdicts: Verdict) -> NDArray[np.int64]:
        """The columns with one of these verdicts after SAID steps."""
        return np.flatnonzero(np.isin(self.status.verdict[SAID], verdicts))


@cache
def _surface(name: str) -> Surface:
    return SURFACES[name] if name in SURFACES else TypedSurface(name, ((-4.0, 4.0), (-4.0, 4.0)))


@cache
def _cases() -> tuple[Case, ...]:
    return tuple(_all_cases())


def _all_cases() -> Iterator[Case]:
    for name in (*SURFACE_KEYS, *FORMULAS):
        surface = _surface(name)
        for rule in OPTIMIZERS.values():
            made: Any = rule()
            run = simulate(surface, made, surface.start, RATES, LATER)
            yield Case(f"{name}, {made.name}", surface, run, status_of(surface, run))


def _share(what: str, broken: list[tuple[str, float]], of: int, most: float) -> None:
    """Print how many verdicts did not hold, and see that they are few; enough were given to judge."""
    print(f"\n{what}: {len(broken)} of {of} did not hold ({len(broken) / of:.1%}); bound {most:.1%}")
    for name, rate in broken[:8]:
        print(f"    {name}, n = {rate:.4g}")
    assert of >= 20, what
    assert len(broken) <= most * of, what


def _away(case: Case, column: int) -> Array:
    """Distance to the nearest minimum after SAID steps and later, in diagonals."""
    return case.status.distance[SAID:, column] / diagonal(case.surface)


DIVIDED = ("Adam", "NAdam", "AdamW")
"""Rules that divide an average of gradients by the root of a decaying average of squares. At rest that root fades, and
with a constant learning rate the division can throw them out again: many steps later, so nobody can say so before."""


@pytest.mark.parametrize(("divided", "most"), [(False, 0.005), (True, 0.35)])
def test_what_has_converged_stays(divided: bool, most: float) -> None:
    broken, said = [], 0
    for case in _cases():
        if (case.name.split(", ")[-1] in DIVIDED) != divided:
            continue
        for column in case.said(Verdict.CONVERGED, Verdict.LOCAL):
            said += 1
            if (_away(case, column) > GONE).any():
                broken.append((case.name, RATES[column]))
    _share(f"converged ({'Adam and its kin' if divided else 'the others'})", broken, said, most)


def test_what_has_converged_is_not_in_an_endless_cycle_that_can_be_seen() -> None:
    """Sustained cycles were called converged in half of the cases; what hops visibly for ever is told so."""
    broken, said = [], 0
    for case in _cases():
        for column in case.said(Verdict.CONVERGED, Verdict.LOCAL):
            said += 1
            moves = np.hypot(*np.diff(case.run.points[:, :, column], axis=1)) / diagonal(case.surface)
            early, late = moves[SAID - WINDOW : SAID].max(), moves[-WINDOW:].max()
            if early > 1e-3 and late >= 0.9 * early:
                broken.append((case.name, RATES[column]))
    _share("converged, though it cycles", broken, said, 0.01)


def test_what_oscillates_at_a_minimum_neither_leaves_nor_rests_soon() -> None:
    """In the next window it still moves; it has not left the neighbourhood that it was said to be in."""
    broken, said = [], 0
    for case in _cases():
        for column in case.said(Verdict.HOVERING):
            said += 1
            soon = case.status.verdict[SAID : SAID + WINDOW, column]
            if not np.isin(soon, [Verdict.HOVERING, Verdict.OSCILLATING]).all():
                broken.append((case.name, RATES[column]))
    _share("oscillating at a minimum", broken, said, 0.1)


def test_what_oscillates_has_no_limit() -> None:
    """Its last steps are as long as they were, give or take half; those that die out slowly are the exceptions."""
    broken, said = [], 0
    for case in _cases():
        for column in case.said(Verdict.OSCILLATING, Verdict.HOVERING):
            said += 1
            moves = np.hypot(*np.diff(case.run.points[:, :, column], axis=1))
            if not moves[-WINDOW:].max() >= 0.5 * moves[SAID - WINDOW : SAID].max():
                broken.append((case.name, RATES[column]))
    _share("oscillating", broken, said, 0.15)


def test_what_has_diverged_does_not_come_back() -> None:
    broken, said = [], 0
    for case in _cases():
        for column in case.said(Verdict.DIVERGED):
            said += 1
            if case.status.left_at[-1, column] < 0:
                broken.append((case.name, RATES[column]))
    _share("diverged", broken, said, 0.05)


def test_what_falls_outside_the_plot_is_lower_a_window_later() -> None:
    broken, said = [], 0
    for case in _cases():
        for column in case.said(Verdict.FALLING):
            said += 1
            now, later = case.run.loss[[SAID, SAID + WINDOW], column]
            if np.isfinite(later) and not later <= now:
                broken.append((case.name, RATES[column]))
    _share("falling outside the plot", broken, said, 0.05)


@pytest.mark.parametrize("y", [0.0, 1e-6])
def test_near_a_saddle_is_what_can_be_seen_and_holds_whether_it_leaves_or_not(y: float) -> None:
    """On the line y = 0 nothing ever leaves; a millionth off it gradient descent leaves at about step 190."""
    surface = SURFACES["bounded-saddle"]
    (saddle,) = surface.saddles
    stayed, left = 0, 0
    for rule in OPTIMIZERS.values():
        made: Any = rule()
        run = simulate(surface, made, (1.0, y), RATES, SAID)
        status = status_of(surface, run)
        near = status.verdict == Verdict.SADDLE
        away = np.hypot(*(run.points - np.reshape(saddle.place, (2, 1, 1)))) / diagonal(surface)
        assert (away[near] <= GONE).all(), made.name
        stayed += int(np.count_nonzero(near[-1]))
        left += int(np.count_nonzero(near.any(axis=0) & ~near[-1]))
    print(f"\nnear the saddle, y₀ = {y:g}: {stayed} there after {SAID} steps, {left} have left")
    assert stayed >= 100 if y == 0.0 else left > 2 * stayed


@pytest.mark.parametrize("regime", [RateRegime.CRAWL])
def test_whoever_crawls_has_come_down_with_every_step_and_is_at_no_minimum(regime: RateRegime) -> None:
    said = 0
    for case in _cases():
        so_far = Run(case.run.path[: SAID + 1], case.run.loss[: SAID + 1], case.run.lanes)
        status = status_of(case.surface, so_far)
        for column in np.flatnonzero(rate_regimes(case.surface, so_far, status) == regime):
            said += 1
            loss = so_far.loss[:, column]
            assert (np.diff(loss) <= 1e-12 * np.abs(loss[:-1])).all(), (case.name, RATES[column])
            assert loss[-1] < loss[-1 - WINDOW], (case.name, RATES[column])
            assert not status.distance[-1, column] <= ARRIVED * diagonal(case.surface) or status.arrival[-1, column] < 0
    assert said >= 100
