"""One rule running: shapes, columns, schedules, noise, overflow and wrong input."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, Adam, GradientDescent, Lion, Momentum, Optimizer
from parameters import Array
from simulation import simulate
from tests.simulation.landscapes import Quadratic, Rosenbrock

RAVINE = Quadratic(0.1, 2.0)
START = (-7.0, 2.0)
every_rule = pytest.mark.parametrize("rule", [rule() for rule in OPTIMIZERS.values()], ids=list(OPTIMIZERS))


def starts(count: int) -> Array:
    return np.random.default_rng(5).uniform(-3, 3, size=(2, count))


def test_by_hand() -> None:
    """x falls by a tenth of n = 0.5, so by the factor 0.95; y by the factor 1 − 0.5 · 2 = 0."""
    run = simulate(RAVINE, GradientDescent(), START, 0.5, 2)
    np.testing.assert_allclose(run.path[..., 0], [(-7.0, 2.0), (-6.65, 0.0), (-6.3175, 0.0)], rtol=1e-15)
    np.testing.assert_allclose(run.loss[:, 0], [6.45, 6.65**2 / 20, 6.3175**2 / 20], rtol=1e-15)


@every_rule
def test_one_start_is_one_column(rule: Optimizer[Any]) -> None:
    run = simulate(RAVINE, rule, START, 0.1, 12)
    assert run.path.shape == (13, 2, 1)
    assert run.loss.shape == (13, 1)
    assert run.points.shape == (2, 13, 1)
    assert run.lanes == (slice(0, 1),)
    np.testing.assert_array_equal(run.path[0, :, 0], START)
    np.testing.assert_array_equal(run.points[0], run.path[:, 0])
    np.testing.assert_array_equal(run.loss, RAVINE.value(run.points))


@every_rule
def test_a_batch_of_starts_is_single_runs_to_the_bit(rule: Optimizer[Any]) -> None:
    together = simulate(Rosenbrock(), rule, starts(5), 0.0005, 40)
    assert together.path.shape == (41, 2, 5)
    for b, start in enumerate(starts(5).T):
        alone = simulate(Rosenbrock(), rule, start, 0.0005, 40)
        np.testing.assert_array_equal(together.path[..., b], alone.path[..., 0])
        np.testing.assert_array_equal(together.loss[:, b], alone.loss[:, 0])


@every_rule
def test_a_batch_of_rates_is_single_runs_to_the_bit(rule: Optimizer[Any]) -> None:
    rates = np.array([0.01, 0.3, 0.95, 1.3])
    together = simulate(RAVINE, rule, START, rates, 40)
    for b, rate in enumerate(rates):
        alone = simulate(RAVINE, rule, START, float(rate), 40)
        np.testing.assert_array_equal(together.path[..., b], alone.path[..., 0])


def test_a_start_for_each_rate() -> None:
    rates = np.array([0.01, 0.3, 0.95])
    together = simulate(RAVINE, Momentum(), starts(3), rates, 20)
    for b, rate in enumerate(rates):
        alone = simulate(RAVINE, Momentum(), starts(3)[:, b], float(rate), 20)
        np.testing.assert_array_equal(together.path[..., b], alone.path[..., 0])


def test_a_grid_over_a_hyperparameter_is_single_runs() -> None:
    values = np.array([0.0, 0.5, 0.9])
    many = np.tile(np.array(START)[:, None], 3)
    together = simulate(RAVINE, Momentum(momentum=values), many, 0.1, 20)
    for b, value in enumerate(values):
        alone = simulate(RAVINE, Momentum(momentum=float(value)), START, 0.1, 20)
        np.testing.assert_array_equal(together.path[..., b], alone.path[..., 0])


@every_rule
def test_a_constant_schedule_is_the_constant(rule: Optimizer[Any]) -> None:
    constant = simulate(RAVINE, rule, START, 0.3, 30)
    np.testing.assert_array_equal(simulate(RAVINE, rule, START, lambda _: 0.3, 30).path, constant.path)


def test_a_schedule_is_asked_for_steps_1_2_3() -> None:
    asked: list[int] = []

    def rate(t: int) -> float:
        asked.append(t)
        return 1 / t

    run = simulate(Quadratic(1.0, 0.0), GradientDescent(), (8.0, 0.0), rate, 3)
    assert asked == [1, 2, 3]
    # 8 − 1 · 8 = 0: the first step has rate 1, not 1/2 or 1/0.
    np.testing.assert_array_equal(run.path[:, 0, 0], [8.0, 0.0, 0.0, 0.0])


def test_a_start_of_zero_is_a_start() -> None:
    at_zero = simulate(Rosenbrock(), GradientDescent(), (0.0, 0.0), 0.001, 1)
    np.testing.assert_array_equal(at_zero.path[0, :, 0], (0.0, 0.0))
    np.testing.assert_array_equal(at_zero.path[1, :, 0], (0.002, 0.0))  # ∇f(0, 0) = (−2, 0)


def test_the_start_is_neither_changed_nor_kept() -> None:
    start = starts(3)
    before = start.copy()
    run = simulate(RAVINE, GradientDescent(), start, 0.1, 5)
    np.testing.assert_array_equal(start, before)
    assert not np.shares_memory(run.path, start)


def test_whole_numbers_are_a_start_too() -> None:
    run = simulate(RAVINE, GradientDescent(), (-7, 2), 0.1, 3)
    np.testing.assert_array_equal(run.path, simulate(RAVINE, GradientDescent(), START, 0.1, 3).path)


@every_rule
def test_zero_steps_is_the_start_alone(rule: Optimizer[Any]) -> None:
    run = simulate(RAVINE, rule, starts(3), 0.1, 0)
    np.testing.assert_array_equal(run.path, starts(3)[None])
    np.testing.assert_array_equal(run.loss, RAVINE.value(starts(3))[None])


@every_rule
def test_a_longer_run_begins_like_a_shorter_one(rule: Optimizer[Any]) -> None:
    longer, shorter = (simulate(RAVINE, rule, START, 0.1, steps, noise=0.5, seed=3).path for steps in (40, 15))
    np.testing.assert_array_equal(longer[:16], shorter)


def test_any_number_of_dimensions() -> None:
    """The loop knows no plane: a network's loss has as many weights as it likes."""

    class Bowl:
        def value(self, p: Array) -> Array:
            return (p**2).sum(axis=0) / 2

        def gradient(self, p: Array) -> Array:
            return p.copy()

    run = simulate(Bowl(), GradientDescent(), np.ones((7, 3)), 0.5, 4)
    np.testing.assert_array_equal(run.path, 0.5 ** np.arange(5)[:, None, None] * np.ones((7, 3)))


# Noise ----------------------------------------------------------------------------------------------------------------


@every_rule
def test_a_seed_gives_the_same_run_again(rule: Optimizer[Any]) -> None:
    """The noise is as strong as the slope, because Lion feels nothing that does not turn a sign."""
    first, again, other = (simulate(RAVINE, rule, START, 0.1, 30, noise=2.0, seed=seed).path for seed in (7, 7, 8))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_no_noise_needs_no_seed() -> None:
    one, two = (simulate(RAVINE, Adam(), START, 0.1, 30, seed=seed).path for seed in (1, 2))
    np.testing.assert_array_equal(one, two)


def test_all_columns_feel_the_same_noise() -> None:
    rates = np.array([0.1, 0.1])
    run = simulate(RAVINE, GradientDescent(), START, rates, 30, noise=1.0, seed=2)
    np.testing.assert_array_equal(run.path[..., 0], run.path[..., 1])


def test_noise_is_normal_of_the_size_that_was_asked_for() -> None:
    """On flat ground gradient descent with n = 1 adds up the noise itself."""
    run = simulate(Quadratic(0.0, 0.0), GradientDescent(), (0.0, 0.0), 1.0, 20_000, noise=0.3, seed=1)
    z = np.diff(run.path[..., 0], axis=0)
    np.testing.assert_allclose(z.mean(axis=0), 0, atol=0.01)
    np.testing.assert_allclose(z.std(axis=0), 0.3, rtol=0.02)
    np.testing.assert_allclose(np.corrcoef(z.T), np.eye(2), atol=0.03)  # x and y have their own
    np.testing.assert_allclose(np.corrcoef(z[1:, 0], z[:-1, 0]), np.eye(2), atol=0.03)  # and so has every step


def test_noise_grows_in_proportion() -> None:
    flat = Quadratic(0.0, 0.0)
    once, twice = (simulate(flat, GradientDescent(), (0, 0), 1.0, 10, noise=noise).path for noise in (1.0, 2.0))
    np.testing.assert_allclose(twice, 2 * once, rtol=1e-12)


def test_the_loss_is_that_of_the_surface_without_noise() -> None:
    run = simulate(RAVINE, GradientDescent(), START, 0.1, 30, noise=1.0, seed=2)
    np.testing.assert_array_equal(run.loss, RAVINE.value(run.points))


# Leaving --------------------------------------------------------------------------------------------------------------


def test_nothing_is_clipped() -> None:
    """With n = 2, y is multiplied by 1 − 2 · 2 = −3 at every step, however far that leads."""
    run = simulate(RAVINE, GradientDescent(), START, 2.0, 200)
    np.testing.assert_allclose(run.path[:, 1, 0], 2.0 * (-3.0) ** np.arange(201), rtol=1e-12)


@every_rule
def test_overflow_is_silent_and_stays_in_its_own_column(rule: Optimizer[Any]) -> None:
    """Warnings are errors here, so that this passes says the overflow made none.

    Lion alone does not leave: the slope overflows for it too, but it takes only its sign.
    """
    points = np.array([[-7.0, 1e200, 3.0], [2.0, -1e200, 0.5]])
    run = simulate(Rosenbrock(), rule, points, 1e-4, 30)
    assert np.isfinite(run.path[-1, :, 1]).all() == isinstance(rule, Lion)
    healthy = simulate(Rosenbrock(), rule, points[:, [0, 2]], 1e-4, 30)
    np.testing.assert_array_equal(run.path[..., [0, 2]], healthy.path)
    np.testing.assert_array_equal(run.loss[:, [0, 2]], healthy.loss)


def test_what_left_the_range_of_floats_never_comes_back() -> None:
    run = simulate(Rosenbrock(), GradientDescent(), (-1.5, 2.0), 0.01, 60)
    finite = [bool(np.isfinite(point).all()) for point in run.path]
    assert finite[0]
    assert not finite[-1]
    assert all(before or not after for before, after in pairwise(finite))


def test_overflow_leaves_numpys_own_warnings_as_they_were() -> None:
    before = np.geterr()
    simulate(Rosenbrock(), GradientDescent(), (-1.5, 2.0), 1.0, 60)
    assert np.geterr() == before


# Wrong input ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "came", "allowed"),
    [
        ({"steps": -1}, "steps is -1", "0 or more"),
        ({"noise": -0.5}, "noise is -0.5", "0 or more"),
        ({"start": np.zeros((2, 3, 4))}, r"shape \(2, 3, 4\)", r"\(D,\) or a batch of points \(D, B\)"),
        ({"start": 0.0}, r"shape \(\)", r"\(D,\) or a batch of points \(D, B\)"),
    ],
    ids=["steps", "noise", "start with three axes", "start that is a number"],
)
def test_wrong_input_says_what_came_and_what_is_allowed(wrong: dict[str, Any], came: str, allowed: str) -> None:
    given: dict[str, Any] = {"start": START, "learning_rate": 0.1, "steps": 10} | wrong
    with pytest.raises(ValueError, match=f"{came}.*allowed is .*{allowed}"):
        simulate(RAVINE, GradientDescent(), **given)


def test_rates_that_do_not_match_the_starts_are_an_error() -> None:
    with pytest.raises(ValueError, match="shape"):
        simulate(RAVINE, GradientDescent(), starts(3), np.array([0.1, 0.2]), 5)
