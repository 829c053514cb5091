"""The measured factor against the closed form, against single runs, and where a run can hardly be measured."""

from typing import Any

import numpy as np
import pytest

from optimizers import AdaGrad, Adam, GradientDescent, Momentum
from parameters import Array
from simulation import measured_factor, quadratic, simulate
from simulation.convergence import MOST, PIECE
from surfaces import SURFACES
from tests.simulation.landscapes import Plateau, Quadratic

RAVINE = SURFACES["ravine"]
CURVATURES = [1.0, 50.0]


def grid(rates: Array, momenta: Array) -> tuple[Array, Array]:
    """Every pair, as two arrays (B,)."""
    n, r = np.meshgrid(rates, momenta)
    return n.ravel(), r.ravel()


def by_single_run(landscape: Any, rule: Any, start: Any, rate: float, steps: int, *, target: Any = (0.0, 0.0)) -> float:
    """The weighted mean over the second half, from a whole path whose distances can all be squared."""
    path = simulate(landscape, rule, start, rate, steps).path[:, :, 0]
    distance = np.hypot(*(path - np.asarray(target)).T)
    with np.errstate(divide="ignore"):
        moves = np.diff(np.log(distance[(steps + 1) // 2 :]))
    weights = np.array([np.sin(np.pi * (k + 0.5) / len(moves)) ** 2 for k in range(len(moves))])
    return float(np.exp(np.average(moves, weights=weights)))


def test_on_the_ravine_of_fifty_it_is_the_closed_form() -> None:
    """300 steps over a grid of 96² learning rates and momenta, up to where the distance doubles at every step.

    Nearly everywhere they agree to a thousandth. Along the double roots a swing takes as long as the run, or the
    distance falls like t λᵗ, and a run of 300 steps differs by up to .021.
    """
    n, r = grid(np.linspace(0.0008, 0.1, 96), np.linspace(0, 0.99, 96))
    difference = np.abs(
        measured_factor(RAVINE, Momentum(momentum=r), RAVINE.start, n, 300) - quadratic.factor(CURVATURES, n, r)
    )
    assert difference.max() < 0.025
    assert np.mean(difference < 0.001) > 0.98
    assert difference.mean() < 2e-4


def test_gradient_descent_is_measured_closely() -> None:
    n = np.linspace(0.001, 0.06, 60)
    measured = measured_factor(RAVINE, GradientDescent(), RAVINE.start, n, 300)
    np.testing.assert_allclose(measured, quadratic.factor(CURVATURES, n), atol=1e-4)


def test_the_best_measured_rates_are_those_of_theory() -> None:
    n, r = grid(np.geomspace(0.02, 0.2, 60), np.linspace(0, 0.95, 60))
    map_of_factors = measured_factor(RAVINE, Momentum(momentum=r), RAVINE.start, n, 300)
    best = quadratic.best(*CURVATURES)
    found = int(np.argmin(map_of_factors))
    assert n[found] == pytest.approx(best.rate, rel=0.1)
    assert r[found] == pytest.approx(best.momentum, abs=0.05)
    assert map_of_factors[found] == pytest.approx(best.factor, abs=0.03)


def test_a_map_is_single_runs() -> None:
    n, r = grid(np.linspace(0.004, 0.07, 9), np.linspace(0, 0.95, 7))
    together = measured_factor(RAVINE, Momentum(momentum=r), RAVINE.start, n, 201)
    for b, (rate, momentum) in enumerate(zip(n.tolist(), r.tolist(), strict=True)):
        rule = Momentum(momentum=momentum)
        alone = measured_factor(RAVINE, rule, RAVINE.start, rate, 201)
        assert alone.shape == (1,)
        assert together[b] == pytest.approx(alone[0], rel=1e-12)
        assert together[b] == pytest.approx(by_single_run(RAVINE, rule, RAVINE.start, rate, 201), rel=1e-12)


def test_more_columns_than_one_piece_are_the_same_columns() -> None:
    rates = np.linspace(0.001, 0.039, PIECE + 5)
    together = measured_factor(RAVINE, Momentum(momentum=0.5), RAVINE.start, rates, 100)
    some = [0, PIECE - 1, PIECE, PIECE + 4]
    apart = measured_factor(RAVINE, Momentum(momentum=0.5), RAVINE.start, rates[some], 100)
    np.testing.assert_allclose(together[some], apart, rtol=1e-12)


@pytest.mark.parametrize("rule", [AdaGrad(), Adam(beta2=np.array([0.9, 0.99, 0.999]))])
def test_any_rule_and_many_starts_towards_any_target(rule: Any) -> None:
    booth = SURFACES["booth"]
    starts = np.array([[-8.0, 4.0, 2.0], [7.0, -3.0, 5.0]])
    rates = np.array([0.3, 0.2, 0.1])
    target = booth.minima[0].place
    measured = measured_factor(booth, rule, starts, rates, 60, target=target)
    for b in range(3):
        own = Adam(beta2=float(np.asarray(rule.beta2)[b])) if isinstance(rule, Adam) else rule
        alone = by_single_run(booth, own, starts[:, b], float(rates[b]), 60, target=target)
        assert measured[b] == pytest.approx(alone, rel=1e-9)


def test_a_landscape_that_runs_plainly() -> None:
    class Choosing(Plateau):
        def gradient(self, p: Array) -> Array:
            return super().gradient(p) if (p[0] < 100).any() else p

    together = measured_factor(Choosing(), Momentum(momentum=np.array([0.0, 0.5])), (0.5, 0.4), np.full(2, 0.1), 120)
    np.testing.assert_allclose(together, quadratic.factor(1.0, 0.1, np.array([0.0, 0.5])), atol=0.002)


# Where floats end -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [1e-3, 0.05, 0.3, 3.0, 40.0, 1e6])
def test_a_run_that_leaves_the_range_of_floats_is_measured_before(kept: float) -> None:
    """Along one direction gradient descent keeps |1 − n| of the distance; .3³⁰⁰ and 3³⁰⁰ cannot be squared."""
    measured = measured_factor(Quadratic(1.0, 1.0), GradientDescent(), (1.0, 0.5), 1 + kept, 300)
    assert measured[0] == pytest.approx(kept, rel=1e-9)


def test_out_at_once_is_inf_there_at_once_is_zero_and_a_start_at_the_target_is_nothing() -> None:
    bowl = Quadratic(1.0, 1.0)
    assert measured_factor(bowl, GradientDescent(), (1.0, 2.0), 10 * MOST, 50).tolist() == [np.inf]
    assert measured_factor(bowl, GradientDescent(), (1.0, 2.0), np.inf, 50).tolist() == [np.inf]
    assert measured_factor(bowl, GradientDescent(), (1.0, 2.0), 1.0, 50).tolist() == [0.0]
    assert np.isnan(measured_factor(bowl, GradientDescent(), (0.0, 0.0), 0.1, 50)).all()


def test_a_ball_that_rolls_exactly_over_the_target_is_measured_all_the_same() -> None:
    """n = 1/a takes the first step there; r carries it on."""
    measured = measured_factor(Quadratic(1.0, 1.0), Momentum(momentum=0.5), (1.0, 0.0), 1.0, 300)
    assert measured[0] == pytest.approx(np.sqrt(0.5), abs=0.02)


def test_rounding_about_a_target_is_not_measured() -> None:
    """At (1, 3) a run comes no nearer than 1e-15, where it stands still; the distance before shrank by the factor."""
    booth = SURFACES["booth"]
    measured = measured_factor(booth, GradientDescent(), (-8.0, 7.0), 0.1, 1000, target=(1.0, 3.0))
    assert measured[0] == pytest.approx(float(quadratic.factor([2.0, 18.0], 0.1)), abs=1e-6)


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 31, 32, 33])
def test_short_runs(steps: int) -> None:
    measured = measured_factor(Quadratic(1.0, 1.0), GradientDescent(), (1.0, 2.0), np.array([0.1, 0.5]), steps)
    np.testing.assert_allclose(measured, [0.9, 0.5], rtol=1e-12)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"start": 3.0}, r"start has shape \(\); allowed is"),
        ({"target": (1.0, 2.0, 3.0)}, r"target has shape \(3,\); allowed is one point \(2,\)"),
        ({"steps": 0}, "steps is 0; allowed is 1 or more"),
        ({"start": np.ones((2, 3)), "rates": np.ones(2)}, r"learning rate has shape \(2,\)"),
    ],
)
def test_bad_input_says_what_is_allowed(change: dict[str, Any], message: str) -> None:
    given: dict[str, Any] = {"start": (1.0, 2.0), "rates": 0.1, "steps": 10, **change}
    with pytest.raises(ValueError, match=message):
        measured_factor(Quadratic(1.0, 1.0), GradientDescent(), given.pop("start"), **given)
