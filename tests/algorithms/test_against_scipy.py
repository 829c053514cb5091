"""Every algorithm against SciPy, which has them from others' hands."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import BFGS as OTHERS_BFGS
from scipy.optimize import newton as others_newton
from scipy.optimize._linesearch import scalar_search_armijo
from scipy.sparse.linalg import cg as others_cg

from algorithms import BFGS, Backtracking, ConjugateGradient, Newton
from algorithms.bfgs import mended
from algorithms.line_search import Line, backtrack, parabola_length
from parameters import Array
from tests.algorithms.objectives import Quadratic, Rosenbrock, quadratic

curvatures = st.lists(st.floats(0.1, 20.0), min_size=2, max_size=4)
seeds = st.integers(0, 10_000)


def walk(algorithm: Any, objective: Any, x: Array, steps: int) -> list[Array]:
    """The points of a run, by hand."""
    state, points = algorithm.init(x), [x]
    for _ in range(steps):
        found = algorithm.advance(points[-1], objective.gradient(points[-1]), state, objective)
        assert found is not None
        x, state = found
        points.append(x)
    return points


@given(curvatures, seeds)
def test_conjugate_gradient_on_a_quadratic_is_scipys_for_linear_systems(curvatures: list[float], seed: int) -> None:
    objective = quadratic(curvatures, seed)
    theirs: list[Array] = []
    start = np.full(len(curvatures), 3.0)
    note: Callable[[Array], None] = lambda x: theirs.append(x.copy())  # noqa: E731
    others_cg(objective.a, objective.b, x0=start, rtol=1e-6, maxiter=len(curvatures), callback=note)
    ours = walk(ConjugateGradient(), objective, start, len(theirs))
    np.testing.assert_allclose(ours[1:], theirs, rtol=0, atol=1e-5)


@given(curvatures, seeds)
def test_every_inverse_of_bfgs_is_scipys(curvatures: list[float], seed: int) -> None:
    objective = quadratic(curvatures, seed)
    theirs = OTHERS_BFGS(exception_strategy="skip_update", init_scale=1.0)
    theirs.initialize(len(curvatures), "inv_hess")
    ours, random = np.eye(len(curvatures)), np.random.default_rng(seed + 1)
    for _ in range(5):
        s = random.standard_normal(len(curvatures))
        y = objective.a @ s
        theirs.update(s, y)
        ours = mended(ours, s, y)
        np.testing.assert_allclose(ours, theirs.get_matrix(), rtol=1e-7, atol=1e-9)


def test_a_run_of_bfgs_goes_along_scipys_directions() -> None:
    """Whatever lengths the line search takes, the directions are those of the matrix that SciPy learns on the way."""
    objective = Rosenbrock()
    points = walk(BFGS(), objective, np.array([-1.5, 2.0]), 25)
    theirs = OTHERS_BFGS(exception_strategy="skip_update", init_scale=1.0)
    theirs.initialize(2, "inv_hess")
    for before, x, after in zip(points, points[1:], points[2:], strict=False):
        s, y = x - before, objective.gradient(x) - objective.gradient(before)
        if s @ y > 0:
            theirs.update(s, y)
        direction = -theirs.dot(objective.gradient(x))
        along = (after - x) @ direction / (np.linalg.norm(after - x) * np.linalg.norm(direction))
        assert along == pytest.approx(1.0, abs=1e-9)


@given(curvatures, seeds)
def test_newton_solves_the_linear_system(curvatures: list[float], seed: int) -> None:
    objective = quadratic(curvatures, seed)
    start = np.full(len(curvatures), -2.0)
    (_, x) = walk(Newton(), objective, start, 1)
    np.testing.assert_allclose(x, objective.minimum, rtol=1e-7, atol=1e-8)
    (_, damped) = walk(Newton(damping=3.0), objective, start, 1)
    np.testing.assert_allclose(
        (objective.a + 3 * np.eye(len(start))) @ (damped - start), -objective.gradient(start), atol=1e-8
    )


def test_newton_in_one_variable_is_scipys_root_of_the_slope() -> None:
    """x⁴ − 3x: its slope is 4x³ − 3."""
    theirs = others_newton(lambda x: 4 * x**3 - 3, 2.0, fprime=lambda x: 12 * x**2, maxiter=3, disp=False)

    class Quartic:
        def value(self, x: Array) -> float:
            return float(x[0] ** 4 - 3 * x[0])

        def gradient(self, x: Array) -> Array:
            return 4 * x**3 - 3

        def hessian(self, x: Array) -> Array:
            return np.array([[12 * x[0] ** 2]])

    *_, ours = walk(Newton(), Quartic(), np.array([2.0]), 3)
    assert ours[0] == pytest.approx(theirs, rel=1e-12)


@given(st.floats(0.05, 30.0), st.floats(0.1, 5.0))
def test_the_parabola_is_the_one_by_which_scipys_armijo_search_shortens(curvature: float, trial: float) -> None:
    """SciPy's search tries 1 first and then the lowest place of the parabola: on a parabola that ends it."""
    objective = Quadratic(np.array([[curvature]]), np.array([0.0]))
    x, direction = np.array([1.0]), np.array([-curvature])
    line = Line(x, direction, float(objective.gradient(x) @ direction), objective.value(x))
    ours = parabola_length(objective, line, trial, 0.5)
    assert ours == pytest.approx(1 / curvature, rel=1e-9)
    theirs, _ = scalar_search_armijo(lambda a: objective.value(line.at(a)), line.value, line.slope, c1=0.49)
    if curvature > 1.1:  # else SciPy stays with 1, which is good enough for it
        assert theirs == pytest.approx(ours, rel=1e-9)


@given(st.floats(0.05, 300.0), st.floats(1e-4, 0.45))
def test_backtracking_takes_the_first_power_of_a_half_that_falls_enough(curvature: float, decrease: float) -> None:
    """In plain floats: on curvature·x²/2 from 1 along the slope, a step a is enough if a·curvature ≤ 2(1 − c)."""
    objective = Quadratic(np.array([[curvature]]), np.array([0.0]))
    line = Line(np.array([1.0]), np.array([-curvature]), -(curvature**2), curvature / 2)
    landed = backtrack(objective, line, 1.0, decrease, 0.5)
    assert landed is not None
    enough = 2 * (1 - decrease) / curvature
    length, tries = 1.0, 1
    while length > enough * (1 + 1e-12):
        length, tries = length / 2, tries + 1
    assert landed.length == length
    assert objective.asked["value"] == tries


def test_backtracking_finds_the_minimum_that_scipy_knows() -> None:
    objective = quadratic([1.0, 8.0], 4)
    *_, last = walk(Backtracking(), objective, np.array([5.0, 5.0]), 40)
    np.testing.assert_allclose(last, objective.minimum, atol=1e-5)
