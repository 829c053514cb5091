"""The race of those who ask: who asked what, who rests, and that gradient descent there is the race's own."""

import numpy as np
import pytest

from algorithms import ALGORITHMS, BFGS, Backtracking, Newton
from optimizers import OPTIMIZERS
from parameters import Array
from simulation import Entrant, GradientAlone, asking_race, race
from simulation.counted import Asked, Counted, prices
from surfaces import SURFACES

RAVINE, SADDLE = SURFACES["class-ravine"], SURFACES["bounded-saddle"]


@pytest.mark.parametrize("noise", [0.0, 0.3])
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_an_optimizer_runs_as_in_the_race(key: str, noise: float) -> None:
    rule = OPTIMIZERS[key]()
    theirs = race(RAVINE, [Entrant(rule, 0.02)], RAVINE.start, 40, noise=noise, seed=3)
    ours = asking_race(RAVINE, [Newton(), GradientAlone(rule, 0.02)], RAVINE.start, 40, noise=noise, seed=3)
    np.testing.assert_array_equal(ours.run.path[:, :, 1], theirs.path[:, :, 0])
    np.testing.assert_array_equal(ours.run.loss[:, 1], theirs.loss[:, 0])
    np.testing.assert_array_equal(ours.asked[-1, :, 1], (0, 40, 0))


def test_an_objective_counts_what_it_is_asked() -> None:
    objective = Counted(RAVINE)
    x = np.array([1.0, 2.0])
    assert objective.value(x) == float(RAVINE.value(x))
    for _ in range(3):
        np.testing.assert_array_equal(objective.gradient(x), RAVINE.gradient(x))
    for _ in range(2):
        np.testing.assert_array_equal(objective.hessian(x), RAVINE.hessian(x))
    assert objective.asked == Asked(1, 3, 2)


def test_a_symmetric_matrix_costs_its_triangle() -> None:
    assert prices(2) == Asked(1, 2, 3)
    assert prices(5) == Asked(1, 5, 15)


class Noting:
    """An algorithm that asks for so many of each at every step, and moves a little."""

    def __init__(self, values: int, hessians: int) -> None:
        self.values, self.hessians = values, hessians

    def init(self, x: Array) -> None: ...

    def advance(self, x: Array, gradient: Array, state: None, objective: Counted) -> tuple[Array, None]:  # noqa: ARG002
        for _ in range(self.values):
            objective.value(x)
        for _ in range(self.hessians):
            objective.hessian(x)
        return x - 0.01 * gradient, None


def test_the_counts_are_exactly_what_was_asked() -> None:
    asked = asking_race(RAVINE, [Noting(3, 1), Noting(0, 2)], RAVINE.start, 7)
    steps = np.arange(8)
    np.testing.assert_array_equal(asked.asked[:, :, 0], np.outer(steps, (3, 1, 1)))
    np.testing.assert_array_equal(asked.asked[:, :, 1], np.outer(steps, (0, 1, 2)))
    np.testing.assert_array_equal(asked.cost[:, 0], steps * (3 + 2 + 3))


def test_who_rests_asks_once_more_and_then_never_again() -> None:
    """Newton is there after one step; the gradient of the next tells it so."""
    asked = asking_race(RAVINE, [Newton()], RAVINE.start, 10)
    np.testing.assert_array_equal(asked.asked[:3, :, 0], [(0, 0, 0), (0, 1, 1), (0, 2, 1)])
    np.testing.assert_array_equal(asked.asked[3:, :, 0], np.broadcast_to((0, 2, 1), (8, 3)))
    assert (asked.run.path[1:] == asked.run.path[1]).all()


@pytest.mark.parametrize("key", ALGORITHMS)
@pytest.mark.parametrize("surface", SURFACES.values(), ids=lambda each: each.key)
def test_every_surface_can_be_raced_on(surface: object, key: str) -> None:
    assert hasattr(surface, "start")
    ran = asking_race(surface, [ALGORITHMS[key]()], surface.start, 60, noise=0.05, seed=1)  # type: ignore[arg-type]
    assert (np.diff(ran.asked, axis=0) >= 0).all()
    assert ran.asked[-1, 1, 0] >= 1


def test_the_same_seed_gives_the_same_race_whoever_else_races() -> None:
    alone = asking_race(RAVINE, [BFGS()], RAVINE.start, 30, noise=0.1, seed=5)
    beside = asking_race(RAVINE, [Backtracking(), BFGS()], RAVINE.start, 30, noise=0.1, seed=5)
    np.testing.assert_array_equal(alone.run.path[:, :, 0], beside.run.path[:, :, 1])


def test_noise_is_symmetric_in_a_hessian_and_another_at_every_question() -> None:
    objective = Counted(SADDLE, noise=1.0)
    x = np.array([0.3, 0.2])
    one, other = objective.hessian(x), objective.hessian(x)
    np.testing.assert_array_equal(one, one.T)
    assert (one != other).all()
    assert objective.value(x) != objective.value(x)


@pytest.mark.parametrize(
    ("start", "steps", "noise"), [(np.zeros((2, 3)), 5, 0.0), ((1.0, 1.0), -1, 0.0), ((1.0, 1.0), 5, -0.1)]
)
def test_what_is_no_race_is_refused(start: Array, steps: int, noise: float) -> None:
    with pytest.raises(ValueError, match="allowed is"):
        asking_race(RAVINE, [Newton()], start, steps, noise=noise)
