"""Curves of four parameters: their slopes and bends by differences, and what the page claims of their loss."""

import numpy as np
import pytest

from networks import CURVES, Fit, central_difference
from optimizers import GradientDescent
from simulation import simulate

every_curve = pytest.mark.parametrize("key", list(CURVES))
THETA = np.array([0.7, 1.3, -0.4, 0.2])


def fit_of(key: str, seed: int = 0) -> Fit:
    return Fit(CURVES[key], *CURVES[key].data(seed))


@every_curve
def test_slopes_are_those_of_the_values(key: str) -> None:
    curve, x = CURVES[key], np.linspace(-1, 1, 5)
    numeric = [(curve.value(THETA + 1e-6 * e, x) - curve.value(THETA - 1e-6 * e, x)) / 2e-6 for e in np.eye(4)]
    np.testing.assert_allclose(curve.slopes(THETA, x), numeric, atol=1e-8)
    bends = [(curve.slopes(THETA + 1e-6 * e, x) - curve.slopes(THETA - 1e-6 * e, x)) / 2e-6 for e in np.eye(4)]
    np.testing.assert_allclose(curve.bends(THETA, x), bends, atol=1e-8)


@every_curve
def test_gradient_and_hessian_of_the_loss_are_its_differences(key: str) -> None:
    fit = fit_of(key)
    np.testing.assert_allclose(fit.gradient(THETA), central_difference(fit.value, THETA[:, None])[:, 0], atol=1e-7)
    numeric = [(fit.gradient(THETA + 1e-6 * e) - fit.gradient(THETA - 1e-6 * e)) / 2e-6 for e in np.eye(4)]
    np.testing.assert_allclose(fit.hessian(THETA), numeric, atol=1e-6)


@every_curve
def test_batches_and_paths_are_the_same_as_points(key: str) -> None:
    fit = fit_of(key)
    many = np.random.default_rng(0).standard_normal((4, 3, 2))
    assert fit.value(many).shape == (3, 2)
    assert fit.gradient(many).shape == many.shape
    assert fit.value(many)[1, 1] == pytest.approx(fit.value(many[:, 1, 1]))
    np.testing.assert_allclose(fit.gradient(many)[:, 2, 0], fit.gradient(many[:, 2, 0]))


def test_the_loss_is_the_mean_of_the_squared_errors() -> None:
    fit = fit_of("cubic")
    errors = [0.7 * x**3 + 1.3 * x**2 - 0.4 * x + 0.2 - y for x, y in zip(fit.x, fit.y, strict=True)]
    assert fit.value(THETA) == pytest.approx(sum(each * each for each in errors) / len(errors))


@every_curve
def test_data_are_the_same_from_one_seed(key: str) -> None:
    np.testing.assert_array_equal(CURVES[key].data(3), CURVES[key].data(3))
    assert (CURVES[key].data(3)[1] != CURVES[key].data(4)[1]).all()


@pytest.mark.parametrize("seed", range(4))
def test_of_the_cubic_the_loss_is_a_quadratic_with_one_minimum_and_an_edge(seed: int) -> None:
    """What the page says: a constant Hessian, one minimum from anywhere below 2/λmax, and none above."""
    fit = fit_of("cubic", seed)
    here, there = fit.hessian(THETA), fit.hessian(-3 * THETA)
    np.testing.assert_allclose(here, there)
    smallest, *_, largest = np.linalg.eigvalsh(here)
    assert smallest > 0
    found = fit.lowest
    assert found is not None
    best, lowest = found
    np.testing.assert_allclose(fit.gradient(best), 0, atol=1e-9)
    starts = np.random.default_rng(seed).uniform(-5, 5, (4, 6))
    below = simulate(fit, GradientDescent(), starts, 1.9 / largest, 1500)
    np.testing.assert_allclose(below.path[-1], np.broadcast_to(best[:, None], (4, 6)), atol=1e-4)
    np.testing.assert_allclose(below.loss[-1], lowest, atol=1e-6)
    above = simulate(fit, GradientDescent(), starts, 2.1 / largest, 1500)
    assert (above.loss[-1] > 1e6).all()


@pytest.mark.parametrize("seed", range(4))
def test_of_the_wave_the_start_decides(seed: int) -> None:
    """What the page says: from its own start it fits the data, from b = 0.5 it does not."""
    fit = fit_of("wave", seed)
    assert fit.lowest is None
    a, _, c, d = CURVES["wave"].start
    starts = np.array([CURVES["wave"].start, (a, 0.5, c, d)]).T
    good, bad = simulate(fit, GradientDescent(), starts, CURVES["wave"].learning_rate, 200).loss[-1]
    assert good < 0.15
    assert bad > 5 * good
