"""What each algorithm is to do, and what it may ask for it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms import ALGORITHMS, BFGS, Backtracking, ConjugateGradient, Newton
from algorithms.bfgs import mended
from algorithms.line_search import Line, backtrack
from parameters import Array, parameters
from simulation import asking_race
from tests.algorithms.objectives import Quadratic, Rosenbrock, quadratic

curvatures = st.lists(st.floats(0.1, 20.0), min_size=2, max_size=4)


@given(curvatures, st.integers(0, 10_000))
def test_conjugate_gradient_ends_in_as_many_steps_as_there_are_variables(curvatures: list[float], seed: int) -> None:
    objective = quadratic(curvatures, seed)
    algorithm, x = ConjugateGradient(), np.full(len(curvatures), 2.0)
    height = objective.value(x) - objective.value(objective.minimum)
    state = algorithm.init(x)
    for _ in curvatures:
        found = algorithm.advance(x, objective.gradient(x), state, objective)
        if found is None:
            break  # it is there already, but for rounding
        x, state = found
    assert objective.value(x) - objective.value(objective.minimum) <= 1e-9 * height


def test_conjugate_gradient_asks_for_one_value_ahead_and_one_where_it_lands() -> None:
    objective = quadratic([1.0, 5.0], 1)
    algorithm, x = ConjugateGradient(), np.array([2.0, -1.0])
    algorithm.advance(x, objective.a @ x - objective.b, algorithm.init(x), objective)
    assert objective.asked == {"value": 3}, "f here, f ahead, f where the parabola is lowest"


def test_newton_asks_for_a_hessian_alone() -> None:
    objective = quadratic([1.0, 5.0], 1)
    Newton().advance(np.ones(2), objective.a @ np.ones(2) - objective.b, Newton().init(np.ones(2)), objective)
    assert objective.asked == {"hessian": 1}


def test_newton_finds_a_saddle_and_no_step_where_nothing_curves() -> None:
    saddle = Quadratic(np.diag([2.0, -2.0]), np.zeros(2))
    x = np.array([1.0, 0.5])
    found = Newton().advance(x, saddle.gradient(x), Newton().init(x), saddle)
    assert found is not None
    np.testing.assert_array_equal(found[0], (0.0, 0.0))
    leaves = Newton(damping=5.0).advance(x, saddle.gradient(x), Newton().init(x), saddle)
    assert leaves is not None
    assert abs(leaves[0][1]) > 0.5, "λ above the curvature that is below 0: away from the saddle"
    plane = Quadratic(np.zeros((2, 2)), -np.ones(2))
    assert Newton().advance(x, plane.gradient(x), Newton().init(x), plane) is None


@given(st.integers(0, 10_000))
def test_what_bfgs_learns_is_positive_definite_and_maps_the_last_change_to_the_last_step(seed: int) -> None:
    random = np.random.default_rng(seed)
    inverse = np.eye(3)
    for _ in range(6):
        s, y = random.standard_normal((2, 3))
        before, inverse = inverse, mended(inverse, s, y)
        if s @ y <= 0:
            assert inverse is before, "a step along which the slope falls teaches nothing"
        elif s @ y > 1e-3:
            np.testing.assert_allclose(inverse @ y, s, atol=1e-6 * max(1.0, float(np.abs(inverse).max())))
        np.testing.assert_allclose(inverse, inverse.T, atol=1e-6 * float(np.abs(inverse).max()))
        assert np.linalg.eigvalsh(inverse).min() > -1e-6 * np.abs(inverse).max()


@pytest.mark.parametrize("algorithm", [BFGS(), ConjugateGradient(), Backtracking()], ids=lambda each: each.key)
def test_every_step_of_a_line_search_goes_down(algorithm: BFGS | ConjugateGradient | Backtracking) -> None:
    class Plane(Rosenbrock):
        def value(self, p: Array) -> Array:  # type: ignore[override]
            x, y = p
            return (1 - x) ** 2 + 100 * (y - x**2) ** 2

        def gradient(self, p: Array) -> Array:
            x, y = p
            return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])

    loss = asking_race(Plane(), [algorithm], (-1.5, 2.0), 60).run.loss[:, 0]
    assert (np.diff(loss[:20]) < 0).all()
    assert loss[-1] < 5.0


def test_a_direction_that_leads_uphill_finds_nothing() -> None:
    objective = quadratic([1.0, 5.0], 1)
    x = np.array([2.0, -1.0])
    up = objective.gradient(x)
    assert backtrack(objective, Line(x, up, -1.0, objective.value(x)), 1.0, 1e-4, 0.5) is None


@pytest.mark.parametrize("key", ALGORITHMS)
def test_everything_that_can_be_set_is_known(key: str) -> None:
    algorithm = ALGORITHMS[key]
    assert algorithm.key == key
    assert "\\\\" in algorithm.formula
    for each in parameters(algorithm):
        assert each.low <= each.default <= each.high
        algorithm(**{each.key: each.high})
