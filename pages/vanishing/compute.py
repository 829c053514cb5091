"""What becomes of the layers: in networks of every depth before training, and in some of them during it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from networks import Layer
from networks.depths import Signals, Start, signals_in_pieces
from optimizers import Optimizer
from parameters import Array
from work.pieces import Pieces, stretch
from work.shared import SharedWork

DEEPEST = 50
"""Hidden layers at most."""
NETWORKS = 7
"""Drawn of every depth, so that what is seen is no luck."""
TRAINED = (1, 2, 3, 5, 8, 12, 20)
"""The depths of the networks that are trained; a dial at another depth shows the nearest of these."""
PIECE = 10
"""Steps between two looks up."""
AHEAD = 0.2
"""The share of the work that comes before the training."""


class Training(NamedTuple):
    """Everything that a training depends on."""

    start: Start
    rule: Optimizer[Any]
    rate: float
    steps: int


@dataclass(frozen=True, eq=False)
class Answer:
    """All networks with one activation: before training, and one of each depth of `TRAINED` at every step of it."""

    signals: Signals
    moved: Array
    """(depths, steps + 1, layers): ‖W(t) − W(0)‖ / ‖W(0)‖; nan where a network has no such layer or left the floats."""
    loss: Array
    """(depths, steps + 1)"""


def signals_of(start: Start) -> Pieces[Signals]:
    """In networks of every depth before training, in pieces."""
    return signals_in_pieces(start, DEEPEST, NETWORKS)


SIGNALS = SharedWork(signals_of, 6_000_000)
"""One for the process: any training begins with them; 400 kB an answer."""


def compute(training: Training) -> Pieces[Answer]:
    """In pieces. The networks that are trained are the first of those whose signals are shown."""
    shape = (len(TRAINED), training.steps + 1)
    moved, loss = np.full((*shape, TRAINED[-1] + 1), np.nan), np.full(shape, np.nan)
    known = yield from stretch(SIGNALS.ask(training.start), 0.0, AHEAD)
    for row, depth in enumerate(TRAINED):
        for step, (each_loss, each_moved) in enumerate(_steps(training, depth)):
            loss[row, step] = each_loss
            moved[row, step, : depth + 1] = each_moved
            if step % PIECE == 0:
                yield AHEAD + (1 - AHEAD) * (sum(TRAINED[:row]) + depth * step / training.steps) / sum(TRAINED)
    return Answer(known, moved, loss)


LAYERS = SharedWork(compute, 8_000_000)
"""One for the process: 600 kB an answer at most."""


def _steps(training: Training, depth: int) -> Iterator[tuple[float, Array]]:
    """The loss and how far every layer has moved, before the first step and after each."""
    start, rule, rate, steps = training
    network, data = start.network(depth), start.data
    theta = np.ascontiguousarray(start.theta(depth, NETWORKS)[:, :1])
    first, state = network.weights(theta.copy()), rule.init(theta)
    for step in range(1, steps + 2):
        with np.errstate(all="ignore"):  # leaving the range of floats is a result here
            loss, gradient = network.loss_and_gradient(theta, data.X, data.y)
            moved = np.array([_change(*each) for each in zip(network.weights(theta), first, strict=True)])
            if step <= steps:
                change, state = rule.update(gradient, state, step, rate)
                theta = theta - change
        yield float(loss[0]), moved


def _change(now: Layer, first: Layer) -> float:
    """How far the weights are from where they were, beside how large they were."""
    return float(np.linalg.norm(now.W - first.W) / np.linalg.norm(first.W))
