"""Training is the race's own loop on another landscape: column by column the same path, and what is kept of it."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks import DATASETS, MLP, Data
from optimizers import OPTIMIZERS, Adam, GradientDescent
from parameters import Array
from simulation import Entrant, Seen, Training, best_of, moments_of, race, train
from tests.simulation.landscapes import Quadratic, Rosenbrock

RATES = np.array([0.003, 0.03, 0.3])


@dataclass(frozen=True)
class Whole:
    """A lesson that shows the whole of a landscape at every step, and half the loss as the score."""

    landscape: Any

    def seen(self, p: Array, t: int) -> Seen:
        assert t >= 1
        loss = self.landscape.value(p)
        return Seen(loss, loss / 2, self.landscape.gradient(p))


@dataclass(frozen=True)
class NetworkLoss:
    """The loss of a network as a landscape of its weights."""

    net: MLP
    data: Data

    def value(self, p: Array) -> Array:
        return self.net.loss(p.reshape(len(p), -1), self.data.X, self.data.y).reshape(p.shape[1:])

    def gradient(self, p: Array) -> Array:
        return self.net.loss_and_gradient(p, self.data.X, self.data.y)[1]


def finished(pieces: Generator[float, None, Training]) -> tuple[list[float], Training]:
    shares = []
    while True:
        try:
            shares.append(next(pieces))
        except StopIteration as end:
            return shares, end.value


@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_every_column_of_a_network_goes_as_it_would_in_a_race(key: str) -> None:
    net = MLP((2, 5, 2), "tanh", "softmax")
    landscape = NetworkLoss(net, DATASETS["moons"].make(40, 3, 0.1))
    start = net.init(7)[:, 0]
    entrants = [Entrant(GradientDescent(), RATES), Entrant(OPTIMIZERS[key](), RATES)]
    _, learned = finished(train(Whole(landscape), entrants, start, 40, moments=9))
    for column, rate in enumerate(RATES):
        alone = race(landscape, [Entrant(OPTIMIZERS[key](), float(rate))], start, 40)
        here = learned.lanes[1].start + column
        np.testing.assert_allclose(learned.loss[:, here], alone.loss[:, 0], rtol=1e-12)
        kept = alone.path[learned.moments, :, 0].astype(np.float32)
        np.testing.assert_allclose(learned.snapshots[:, :, here], kept, rtol=1e-6, atol=1e-6)
        steepness = np.linalg.norm(landscape.gradient(alone.path[-1]), axis=0)
        np.testing.assert_allclose(learned.slope[-1, here], steepness, rtol=1e-9)
    np.testing.assert_array_equal(learned.score, learned.loss / 2)


def test_every_entrant_goes_from_every_start_as_from_that_one_alone() -> None:
    landscape, starts = Rosenbrock(), np.array([[-1.0, 0.5, 2.0], [1.0, 0.3, -1.0]])
    entrants = [Entrant(GradientDescent(), 1e-3), Entrant(Adam(), 0.05)]
    _, learned = finished(train(Whole(landscape), entrants, starts, 30, moments=4))
    assert learned.loss.shape == (31, 6)
    for place, start in enumerate(starts.T):
        _, alone = finished(train(Whole(landscape), entrants, start, 30, moments=4))
        for lane, own in zip(learned.lanes, alone.lanes, strict=True):
            np.testing.assert_allclose(learned.loss[:, lane.start + place], alone.loss[:, own.start], rtol=1e-12)
            np.testing.assert_array_equal(learned.snapshots[:, :, lane.start + place], alone.snapshots[:, :, own.start])


def test_what_leaves_the_range_of_floats_stays_in_its_column() -> None:
    entrants = [Entrant(GradientDescent(), np.array([10.0, 1e-4]))]
    _, learned = finished(train(Whole(Rosenbrock()), entrants, np.array([-1.0, 1.0]), 60, moments=5))
    assert not np.isfinite(learned.loss[-1, 0])
    assert np.isfinite(learned.loss[:, 1]).all()
    assert (np.diff(learned.loss[:, 1]) < 0).all()
    assert best_of(learned, learned.lanes[0]) == 1


@pytest.mark.parametrize(("steps", "moments"), [(0, 5), (1, 5), (7, 100), (100, 41), (300, 41)])
def test_it_tells_how_far_it_is_and_keeps_moments_from_the_first_to_the_last(steps: int, moments: int) -> None:
    entrants = [Entrant(Adam(), 0.1)]
    shares, learned = finished(train(Whole(Quadratic(1.0, 2.0)), entrants, np.array([3.0, 1.0]), steps, moments))
    assert shares == sorted(shares)
    assert all(0 <= share < 1 for share in shares)
    assert len(shares) >= min(steps, 50)
    assert (learned.steps, learned.loss.shape) == (steps, (steps + 1, 1))
    assert (learned.moments[0], learned.moments[-1]) == (0, steps)
    assert len(learned.snapshots) == len(learned.moments) == min(moments, steps + 1)


@given(st.integers(0, 500), st.integers(2, 60))
def test_moments_are_evenly_spread(steps: int, count: int) -> None:
    moments = moments_of(steps, count)
    ideal = np.arange(len(moments)) * steps / max(len(moments) - 1, 1)
    assert np.abs(moments - ideal).max() <= 0.5


def test_it_stops_between_two_pieces_and_leaves_nothing_behind() -> None:
    asked = []

    class Counting(Whole):
        def seen(self, p: Array, t: int) -> Seen:
            asked.append(t)
            return super().seen(p, t)

    pieces = train(Counting(Quadratic(1.0, 1.0)), [Entrant(Adam(), 0.1)], np.ones(2), 200, 5)
    for _ in range(3):
        next(pieces)
    so_far = len(asked)
    pieces.close()
    assert asked == list(range(1, so_far + 1))
    assert so_far < 20


@pytest.mark.parametrize(("steps", "rate"), [(-1, 0.1), (5, np.ones((2, 2)))])
def test_what_it_cannot_do_is_refused(steps: int, rate: Any) -> None:
    with pytest.raises(ValueError, match="allowed"):
        next(train(Whole(Quadratic(1.0, 1.0)), [Entrant(Adam(), rate)], np.ones(2), steps, 5))


def test_the_best_rate_is_the_one_whose_last_loss_is_the_lowest() -> None:
    rates = np.array([0.01, 0.45, 0.9, 1.2])
    entrants = [Entrant(GradientDescent(), rates), Entrant(GradientDescent(), rates[::-1].copy())]
    _, learned = finished(train(Whole(Quadratic(2.0, 2.0)), entrants, np.array([1.0, 1.0]), 20, 3))
    assert [best_of(learned, lane) for lane in learned.lanes] == [1, 6]
