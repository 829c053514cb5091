"""Networks of several depths learn one zigzag, each from many random starts: the losses, and the fit of the best."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cache import remembered
from networks import MLP
from networks.pieces import best_with_pieces, most_pieces, pieces
from networks.zigzag import folding_network, zigzag
from optimizers import Optimizer
from parameters import Array
from simulation import Entrant, Seen, train
from work.pieces import Pieces, quiet, stretch
from work.shared import SharedWork

DEPTHS = (1, 2, 3, 4, 5, 6, 7)
"""Hidden layers."""
RESTARTS = 32
"""Networks of each depth, from weights drawn anew."""
SAMPLES = 65
"""Evenly over [0, 1], its ends and every corner of the zigzag among them."""
MOMENTS = 41
"""So often the networks are looked at during their training, at most."""
X = np.linspace(0.0, 1.0, SAMPLES)
INPUTS = 2.0 * X[:, None] - 1.0
"""What the networks are given: the same places, centred."""


class Training(NamedTuple):
    """Everything that the training depends on."""

    activation: str
    folds: int
    width: int
    rule: Optimizer[Any]
    rate: float
    steps: int
    seed: int

    def network(self, depth: int) -> MLP:
        """The network of this depth."""
        return MLP((1, *[self.width] * depth, 1), self.activation, "identity")

    def starts(self, depth: int) -> Array:
        """The parameters (P, RESTARTS) before the first step: He's weights before ReLU, Xavier's else, biases of 0."""
        network = self.network(depth)
        return np.concatenate([network.init(self.seed * RESTARTS + each) for each in range(RESTARTS)], axis=1)


@dataclass(frozen=True, eq=False)
class Answer:
    """What came of it, depth by depth."""

    loss: Array
    """(depths, MOMENTS, RESTARTS); inf where a network has left the floats."""
    best: NDArray[np.intp]
    """(depths,): which of them ends lowest."""
    fit: Array
    """(depths, MOMENTS, SAMPLES): what that one answers."""
    pieces: Array
    """(depths,): how many linear pieces it has at the end; nan where its activation is curved."""

    @property
    def lowest(self) -> Array:
        """(depths, MOMENTS): the loss of the one that ends lowest."""
        return np.take_along_axis(self.loss, self.best[:, None, None], axis=2)[:, :, 0]


class Bounds(NamedTuple):
    """What can be said of a zigzag without any training."""

    constant: float
    """The loss of the best constant."""
    most: Array
    """(depths,): the linear pieces that ReLU networks of the width have at most."""
    floor: Array
    """(depths,): no function of as many pieces has a smaller loss."""
    folded: float
    """The loss of the network with a layer for each fold, two neurons in each."""


@remembered(most_bytes=100_000)
def bounds(folds: int, width: int) -> Bounds:
    """Of networks of every depth."""
    y = zigzag(X, folds)
    most = [most_pieces([width] * depth) for depth in DEPTHS]
    floor = [best_with_pieces(y, min(each, 2**folds)) for each in most]
    network, theta = folding_network(folds)
    return Bounds(
        float(y.var()), np.array(most), np.array(floor), float(network.loss(theta, X[:, None], y[:, None])[0])
    )


def compute(training: Training) -> Pieces[Answer]:
    """Depth by depth, in pieces."""
    learned = []
    for row, depth in enumerate(DEPTHS):
        begin, end = (sum(DEPTHS[:each]) / sum(DEPTHS) for each in (row, row + 1))
        learned.append((yield from stretch(quiet(_learned(training, depth)), begin, end)))
    loss, best, fit, counted = (np.array(each) for each in zip(*learned, strict=True))
    return Answer(loss, best, fit, counted)


FITS = SharedWork(compute, 5_000_000)
"""One for the process: 230 kB an answer."""


@dataclass(frozen=True, eq=False)
class _Lesson:
    """The zigzag, the way `simulation.train` sees it."""

    network: MLP
    y: Array

    def seen(self, p: Array, t: int) -> Seen:  # noqa: ARG002  every step sees all places
        loss, gradient = self.network.loss_and_gradient(p, INPUTS, self.y)
        return Seen(loss, np.full(len(loss), np.nan), gradient)


def _learned(training: Training, depth: int) -> Pieces[tuple[Array, int, Array, float]]:
    """One depth: the losses (MOMENTS, RESTARTS), which ends lowest, its answers (MOMENTS, SAMPLES), and its pieces."""
    network, y = training.network(depth), zigzag(X, training.folds)[:, None]
    entrants = [Entrant(training.rule, training.rate)]
    learned = yield from train(_Lesson(network, y), entrants, training.starts(depth), training.steps, MOMENTS)
    loss = learned.loss[learned.moments]
    loss = np.where(np.isfinite(loss), loss, np.inf)
    best = int(np.argmin(loss[-1]))
    theta = learned.snapshots[:, :, best].astype(np.float64)
    fit = np.stack([network.logits(each[:, None], INPUTS)[0, :, 0] for each in theta])
    return loss, best, fit, _pieces(network, theta[-1][:, None])


def _pieces(network: MLP, theta: Array) -> float:
    """Counted, where the network has linear pieces and its parameters are numbers."""
    if not all(each.is_straight for each in network.hidden) or not np.isfinite(theta).all():
        return np.nan
    return float(pieces(network, theta, INPUTS[0, 0], INPUTS[-1, 0]))
