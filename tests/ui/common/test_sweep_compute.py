"""The sweep behind the dial: against single runs, against theory, and within its bounds."""

from dataclasses import replace

import numpy as np
import pytest

from optimizers import OPTIMIZERS, GradientDescent, Momentum
from simulation import RateRegime, bands, basins, outside, simulate, status_of
from surfaces import SURFACES
from ui.common.axes import edge_of, sharpness
from ui.common.sweep_compute import MOMENTA, SweepInputs, rate_ladder, swept
from work.pieces import finished

RAVINE = SURFACES["class-ravine"]
FIVE = tuple((key, rule()) for key, rule in OPTIMIZERS.items() if not rule.beyond_lecture)
QUADRATICS = {"class-ravine", "ravine", "bowl", "booth", "matyas", "hyperbolic-saddle"}


def question(key: str, dialled: str = "gd", steps: int = 100) -> SweepInputs:
    surface = SURFACES[key]
    return SweepInputs(surface, surface.start, steps, FIVE, dialled, "rate", 0.0)


@pytest.mark.parametrize("key", ["class-ravine", "himmelblau", "rosenbrock"])
@pytest.mark.parametrize("dialled", [key for key, _ in FIVE])
def test_every_run_on_the_dial_is_the_single_run(key: str, dialled: str) -> None:
    surface, sweep = SURFACES[key], swept(question(key, dialled))
    for i in (0, 20, 40, 60, 80, 96):
        run = simulate(surface, dict(FIVE)[dialled], surface.start, float(sweep.values[i]), 100)
        np.testing.assert_array_equal(sweep.path[i], run.path[:, :, 0])
        np.testing.assert_array_equal(sweep.loss[i] + sweep.scale.base, run.loss[:, 0])


@pytest.mark.parametrize("key", list(SURFACES))
def test_the_best_value_is_the_lowest_that_ends_inside(key: str) -> None:
    surface, sweep = SURFACES[key], swept(question(key))
    for (name, rule), each in zip(FIVE, sweep.each.values(), strict=True):
        run = simulate(surface, rule, surface.start, sweep.values, 100)
        inside = ~outside(surface, run.points[:, -1]) & np.isfinite(run.loss[-1])
        assert (each.best is not None) == inside.any(), name
        if each.best is not None:
            assert inside[each.best]
            assert run.loss[-1, each.best] == run.loss[-1][inside].min()


@pytest.mark.parametrize("key", ["class-ravine", "himmelblau", "two-wells"])
def test_arrived_is_one_word_for_race_basins_and_dial(key: str) -> None:
    """The step at which it came within reach of the minimum where it stays: the same, wherever it is told."""
    surface, sweep = SURFACES[key], swept(question(key))
    starts = np.array(surface.start)[:, None]
    told = 0
    for (name, rule), each in zip(FIVE, sweep.each.values(), strict=True):
        for rate, arrival in zip(sweep.values, each.arrival, strict=True):
            ends = finished(basins(surface, rule, starts, float(rate), 100))
            run = simulate(surface, rule, surface.start, float(rate), 100)
            assert status_of(surface, run).arrival[-1, 0] == arrival, (name, rate)
            assert (ends.arrival[0] if ends.reached[0] >= 0 else -1) == arrival, (name, rate)
            told += arrival > 0
    assert told > 30


@pytest.mark.parametrize("key", [key for key, each in SURFACES.items() if each.kind == "convex"])
def test_on_a_quadratic_gradient_descent_diverges_right_above_the_edge_and_swings_on_it(key: str) -> None:
    """What the page says of 2/λmax, and that the ruler's last two bands part there."""
    surface = SURFACES[key]
    edge = edge_of(surface, surface.start)
    assert edge == pytest.approx(surface.stability_edge(surface.minima[0].place))
    sweep = swept(question(key, steps=300))
    found = bands(sweep.each["gd"].regimes)
    assert found[-1].regime == RateRegime.DIVERGE
    assert sweep.values[found[-1].first - 1] == edge
    assert found[-2].regime == RateRegime.OSCILLATE
    assert sweep.values[found[-2].last] == edge


@pytest.mark.parametrize("key", ["class-ravine", "ravine"])
def test_the_heavy_balls_mark_parts_its_bands(key: str) -> None:
    surface = SURFACES[key]
    edge = edge_of(surface, surface.start)
    assert edge is not None
    sweep = swept(question(key, "momentum", steps=300))
    diverging = sweep.values[sweep.each["momentum"].regimes == RateRegime.DIVERGE]
    mark = edge * (1 + float(Momentum().momentum))
    assert diverging.min() > mark
    assert diverging.min() < mark * 1.3, "the first rungs above it need more steps to be seen leaving"


def test_the_quadratics_are_known_by_their_curvature() -> None:
    assert {key for key, surface in SURFACES.items() if surface.is_quadratic} == QUADRATICS


def test_the_momentum_dial_is_the_single_run_too() -> None:
    surface = SURFACES["ravine"]
    asked = SweepInputs(surface, surface.start, 80, (("momentum", Momentum()),), "momentum", "momentum", 0.05)
    sweep = swept(asked)
    np.testing.assert_array_equal(sweep.values, MOMENTA)
    for i in (0, 50, 90, 99):
        run = simulate(surface, replace(Momentum(), momentum=float(MOMENTA[i])), surface.start, 0.05, 80)
        np.testing.assert_array_equal(sweep.path[i], run.path[:, :, 0])
    plain = simulate(surface, GradientDescent(), surface.start, 0.05, 80)
    np.testing.assert_array_equal(sweep.path[0], plain.path[:, :, 0], "r = 0 is gradient descent")


@pytest.mark.parametrize("key", list(SURFACES))
def test_the_ladder_reaches_from_crawling_beyond_the_edge(key: str) -> None:
    surface = SURFACES[key]
    rates, edge = rate_ladder(surface, surface.start), edge_of(surface, surface.start)
    assert len(rates) == 97
    assert edge is not None
    assert edge in rates
    assert rates[0] <= edge / 16
    assert rates[-1] >= 8 * edge * 2 ** (-1 / 6)


def test_a_kink_has_no_edge_and_still_a_ladder() -> None:
    assert sharpness(SURFACES["ackley"], (0.0, 0.0)) == 0.0
    assert edge_of(SURFACES["ackley"], (0.0, 0.0)) is None
    assert SURFACES["ackley"].learning_rate in rate_ladder(SURFACES["ackley"], (0.0, 0.0))


def test_a_second_viewer_gets_the_same_answer() -> None:
    assert swept(question("bowl")) is swept(question("bowl"))
