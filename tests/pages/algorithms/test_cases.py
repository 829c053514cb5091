"""What the chapter says of each form of an objective is so, on the very race that it shows there."""

import numpy as np
import pytest

from address import Address
from optimizers import OPTIMIZERS
from pages.algorithms.cases import CASES
from pages.algorithms.choice import read_algorithms
from pages.algorithms.compute import Answer, compute, inputs_of
from pages.algorithms.words import closed_form
from simulation import Verdict
from surfaces import SURFACES
from work.pieces import finished


class Case:
    """One race, by the names of those who run."""

    def __init__(self, key: str, **changes: str) -> None:
        query = {**CASES[key].setting, **{name.replace("__", "."): value for name, value in changes.items()}}
        choice = read_algorithms(Address({name: [value] for name, value in query.items()}))
        self.answer: Answer = finished(compute(inputs_of(choice)))
        self.keys = choice.chosen

    def verdict(self, key: str) -> Verdict:
        return Verdict(int(self.answer.status.verdict[-1, self.keys.index(key)]))

    def arrival(self, key: str) -> int:
        return int(self.answer.status.arrival[-1, self.keys.index(key)])

    def distance(self, key: str) -> float:
        return float(self.answer.status.distance[-1, self.keys.index(key)])

    def asked(self, key: str) -> tuple[int, ...]:
        return tuple(map(int, self.answer.asked.asked[-1, :, self.keys.index(key)]))


def test_on_the_quadratic_newton_needs_one_step_conjugate_gradient_two_and_gradient_descent_many() -> None:
    case = Case("quadratic")
    assert (case.arrival("newton"), case.arrival("cg")) == (1, 2)
    assert case.arrival("gd") > 20


def test_newton_goes_to_the_saddle_and_damped_away_from_it() -> None:
    assert Case("saddle").verdict("newton") == Verdict.SADDLE
    assert Case("saddle", newton__damping="0.5").verdict("newton") == Verdict.SADDLE
    assert Case("saddle", newton__damping="3").verdict("newton") == Verdict.CONVERGED
    for key in ("bfgs", "cg", "backtracking"):
        assert Case("saddle").verdict(key) == Verdict.CONVERGED


def test_in_the_curved_valley_newton_takes_a_few_steps_bfgs_tens_and_the_gradient_alone_does_not_arrive() -> None:
    case = Case("valley")
    assert 2 < case.arrival("newton") < 10
    for key in ("bfgs", "cg"):
        assert 10 < case.arrival(key) < 100
    assert case.arrival("gd") == case.arrival("backtracking") == -1


def test_at_the_kink_newton_jumps_gradient_descent_crosses_and_the_line_search_stops_too_soon() -> None:
    case = Case("kink")
    assert case.verdict("newton") == Verdict.OSCILLATING
    assert case.verdict("gd") == Verdict.OSCILLATING
    assert case.verdict("backtracking") == Verdict.STALLED
    assert case.distance("backtracking") > 1
    assert case.verdict("bfgs") == Verdict.CONVERGED


def test_of_several_minima_they_reach_different_ones_and_newton_not_the_lowest() -> None:
    case = Case("minima")
    assert case.verdict("newton") == case.verdict("gd") == Verdict.LOCAL
    for key in ("cg", "bfgs", "backtracking"):
        assert case.verdict(key) == Verdict.CONVERGED


@pytest.mark.parametrize("seed", ["0", "1", "2", "3"])
def test_in_noise_line_searches_stop_while_gradient_descent_goes_on(seed: str) -> None:
    case = Case("noise", seed=seed)
    for key in ("bfgs", "cg", "backtracking"):
        assert case.asked(key)[1] < 100, "it has found nothing lower, and asks no more"
        assert case.distance(key) > case.distance("gd")
    assert case.asked("gd") == (0, 200, 0)


def test_every_optimizer_can_run_beside_them() -> None:
    case = Case("quadratic", algorithms=",".join(OPTIMIZERS), rate="0.1")
    for key in OPTIMIZERS:
        values, gradients, hessians = case.asked(key)
        assert (values, hessians) == (0, 0)
        assert gradients == 100 or case.verdict(key) == Verdict.CONVERGED, "who is at rest asks no more"


def test_the_closed_form_is_the_minimum_that_is_marked() -> None:
    booth = SURFACES["booth"]
    (minimum,) = booth.minima
    a, b = booth.hessian(np.zeros(2)), -booth.gradient(np.zeros(2))
    np.testing.assert_allclose(np.linalg.solve(a, b), minimum.place)
    x, y = (f"{each:g}" for each in minimum.place)
    assert rf"x = \begin{{pmatrix}}{x} \\ {y}\end{{pmatrix}}" in closed_form(booth, "en")
    assert "no quadratic" in closed_form(SURFACES["ackley"], "en")
