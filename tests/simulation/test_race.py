"""Several rules running together."""

from threading import Thread
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, AdaGrad, Adam, GradientDescent, Momentum, Optimizer, RMSProp
from parameters import Array
from simulation import Entrant, Run, race, race_in_pieces, simulate
from surfaces import SURFACES
from tests.simulation.landscapes import Quadratic, Rosenbrock

RAVINE = Quadratic(0.1, 2.0)
START = (-7.0, 2.0)
RATES = {"gd": 0.95, "momentum": 0.1, "adagrad": 1.5, "rmsprop": 0.05, "adam": 0.3}


def entrants() -> list[Entrant]:
    """One of every rule there is."""
    return [Entrant(rule(), RATES.get(key, 0.1)) for key, rule in OPTIMIZERS.items()]


@pytest.mark.parametrize("noise", [0.0, 0.7])
def test_a_race_is_separate_runs_to_the_bit(noise: float) -> None:
    run = race(RAVINE, entrants(), START, 100, noise=noise, seed=11)
    assert run.path.shape == (101, 2, len(OPTIMIZERS))
    for lane, (rule, rate) in zip(run.lanes, entrants(), strict=True):
        alone = simulate(RAVINE, rule, START, rate, 100, noise=noise, seed=11)
        np.testing.assert_array_equal(run.path[..., lane], alone.path)
        np.testing.assert_array_equal(run.loss[..., lane], alone.loss)


def test_lanes_are_in_the_order_of_entry_and_cover_every_column_once() -> None:
    mixed = [
        Entrant(GradientDescent(), np.array([0.1, 0.2, 0.3])),
        Entrant(Adam(), 0.1),
        Entrant(RMSProp(), lambda t: 0.1 / t),
        Entrant(Momentum(), np.array([0.1])),
    ]
    run = race(RAVINE, mixed, START, 5)
    assert run.lanes == (slice(0, 3), slice(3, 4), slice(4, 5), slice(5, 6))
    assert run.path.shape[2] == 6


def test_every_entrant_has_as_many_columns_as_starts() -> None:
    starts = np.random.default_rng(3).normal(size=(2, 4))
    mixed = [Entrant(GradientDescent(), 0.1), Entrant(Adam(), np.full(4, 0.2)), Entrant(AdaGrad(), lambda _: 0.5)]
    run = race(RAVINE, mixed, starts, 5)
    assert run.lanes == (slice(0, 4), slice(4, 8), slice(8, 12))
    for lane in run.lanes:
        np.testing.assert_array_equal(run.path[0, :, lane], starts)


@pytest.mark.parametrize("noise", [0.0, 0.7])
@pytest.mark.parametrize("key", ["ackley", "class-ravine"])
def test_a_long_race_in_pieces_is_the_same_whoever_does_them(key: str, noise: float) -> None:
    """Plainly, or replayed where the surface is arithmetic; a thread of its own for each piece."""
    surface = SURFACES[key]
    many = [*entrants(), Entrant(GradientDescent(), np.geomspace(1e-3, 1e9, 200))]
    work = race_in_pieces(surface, many, surface.start, 300, noise=noise, seed=2)
    shares: list[float] = []
    outcome: list[Run] = []

    def do_a_piece() -> None:
        try:
            shares.append(next(work))
        except StopIteration as end:
            outcome.append(end.value)

    before = np.geterr()
    while not outcome:
        thread = Thread(target=do_a_piece)
        thread.start()
        thread.join()
    assert np.geterr() == before
    assert len(shares) >= (5 if key == "ackley" else 1)
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    at_once = race(surface, many, surface.start, 300, noise=noise, seed=2)
    np.testing.assert_array_equal(outcome[0].path, at_once.path)
    np.testing.assert_array_equal(outcome[0].loss, at_once.loss)
    assert outcome[0].lanes == at_once.lanes
    for lane, (rule, rate) in zip(at_once.lanes, many, strict=True):
        alone = simulate(surface, rule, surface.start, rate, 300, noise=noise, seed=2)
        np.testing.assert_array_equal(at_once.path[..., lane], alone.path)


def test_a_race_is_the_same_again() -> None:
    one, two = (race(RAVINE, entrants(), START, 50, noise=0.3, seed=4) for _ in range(2))
    np.testing.assert_array_equal(one.path, two.path)


def test_all_entrants_feel_the_same_noise() -> None:
    twice = [Entrant(GradientDescent(), 0.3), Entrant(Momentum(momentum=0.0), 0.3)]
    run = race(RAVINE, twice, START, 50, noise=1.0, seed=9)
    np.testing.assert_array_equal(run.path[..., 0], run.path[..., 1])


def test_noise_does_not_depend_on_who_else_runs() -> None:
    few = race(RAVINE, entrants()[:1], START, 50, noise=1.0, seed=9)
    many = race(RAVINE, entrants(), START, 50, noise=1.0, seed=9)
    np.testing.assert_array_equal(many.path[..., :1], few.path)


def test_an_entrant_that_blows_up_does_not_touch_the_others() -> None:
    surface, start = Rosenbrock(), (-1.5, 2.0)
    wild = Entrant(GradientDescent(), 1.0)
    run = race(surface, [*entrants()[1:], wild], start, 50)
    assert not np.isfinite(run.path[-1, :, run.lanes[-1]]).all()
    np.testing.assert_array_equal(run.path[..., :-1], race(surface, entrants()[1:], start, 50).path)


def test_each_rule_gets_the_rate_it_was_given() -> None:
    """Nobody is silently given three times the learning rate: the first step says so."""
    run = race(RAVINE, [Entrant(rule(), 0.25) for rule in OPTIMIZERS.values()], START, 1)
    gradient = RAVINE.gradient(np.array(START))
    for lane, rule in zip(run.lanes, OPTIMIZERS.values(), strict=True):
        step, _ = rule().update(gradient, rule().init(np.array(START)), 1, 0.25)
        np.testing.assert_array_equal(run.path[1, :, lane][:, 0], START - step)


def test_anything_with_two_functions_can_enter() -> None:
    """The loop knows protocols, not names."""

    class Downhill:
        def init(self, x: Array) -> int:
            return x.shape[1] - 1

        def update(self, gradient: Array, state: int, t: int, n: Any) -> tuple[Array, int]:
            assert state == t - 1
            return n * np.sign(gradient), t

    run = race(RAVINE, [Entrant(Downhill(), 1.0)], (3.0, -4.0), 2)
    np.testing.assert_array_equal(run.path[..., 0], [(3.0, -4.0), (2.0, -3.0), (1.0, -2.0)])


def test_no_state_is_shared_between_entrants_of_one_rule() -> None:
    rule: Optimizer[Any] = Adam()
    run = race(RAVINE, [Entrant(rule, 0.3), Entrant(rule, 0.3)], START, 50)
    np.testing.assert_array_equal(run.path[..., 0], run.path[..., 1])
    np.testing.assert_array_equal(run.path[..., :1], simulate(RAVINE, rule, START, 0.3, 50).path)


def test_a_race_without_entrants_is_empty() -> None:
    run = race(RAVINE, [], START, 3)
    assert run.path.shape == (4, 2, 0)
    assert run.lanes == ()
