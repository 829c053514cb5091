"""How long both ways to a gradient take as networks grow: counted, and measured on this server."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from statistics import median
from time import thread_time

import numpy as np

from networks import (
    DATASETS,
    MLP,
    backpropagation_multiplications,
    differences_in_pieces,
    numerical_multiplications,
)
from parameters import Array
from work.pieces import Pieces
from work.shared import SharedWork

WIDTHS = (1, 2, 3, 4, 6, 8, 11, 16, 22, 31, 44, 62, 97, 150)
"""Of the two hidden layers of the networks that are measured: from one to the next about twice the parameters."""
STEP = 1e-6
TOO_LONG = 3.0
"""Seconds: a network for which numerical differentiation would take longer is counted, not measured."""
PIECE = 200
"""Evaluations of the loss between two looks up, and in the measurement of a small network at least."""
CALLS = 15
"""Of backpropagation, whose median counts."""


def network_of(width: int, activation: str) -> MLP:
    """Two inputs, two hidden layers, two classes."""
    return MLP((2, width, width, 2), activation, "softmax")


SIZES = tuple(network_of(width, "tanh").parameters for width in WIDTHS)
"""N of each."""


@dataclass(frozen=True, eq=False)
class Costs:
    """Of one gradient for one sample, by the size of the network: all (len(SIZES),)."""

    numerical: Array
    """Multiplications of forward differences."""
    backpropagation: Array
    numerical_seconds: Array
    """nan where it was not measured."""
    backpropagation_seconds: Array


def counted(activation: str) -> tuple[Array, Array]:
    """The multiplications of forward differences and of backpropagation, for each size."""
    networks = [network_of(width, activation) for width in WIDTHS]
    numerical = [numerical_multiplications(each, each.parameters + 1) for each in networks]
    return np.array(numerical, float), np.array([backpropagation_multiplications(each) for each in networks], float)


def unmeasured(activation: str) -> Costs:
    """What was counted alone, at once."""
    nothing = np.full(len(WIDTHS), np.nan)
    return Costs(*counted(activation), nothing, nothing)


def compute(activation: str) -> Pieces[Costs]:
    """In pieces of a few milliseconds. Only the processor time of this work counts, however many others are served."""
    data = DATASETS["moons"].make(4, seed=0)
    X, y = data.X[:1], data.y[:1]
    numerical, backpropagation = counted(activation)
    seconds = np.full((2, len(WIDTHS)), np.nan)
    done = 0.0
    for at, width in enumerate(WIDTHS):
        network = network_of(width, activation)
        theta = network.init(0)
        network.loss_and_gradient(theta, X, y)  # the first call of anything takes longer
        calls = [_seconds(lambda: network.loss_and_gradient(theta, X, y)) for _ in range(CALLS)]  # noqa: B023
        seconds[1, at] = median(calls)
        if at and seconds[0, at - 1] * numerical[at] / numerical[at - 1] > TOO_LONG:
            break
        seconds[0, at] = yield from _differences(network, theta, X, y, done / numerical.sum())
        done += numerical[at]
    return Costs(numerical, backpropagation, *seconds)


def _differences(network: MLP, theta: Array, X: Array, y: Array, share: float) -> Pieces[float]:
    """The seconds of N + 1 evaluations of the loss, one after the other, as the lecture counts them."""
    rounds, spent = -(-PIECE // network.parameters), 0.0
    for _ in range(rounds):
        slopes = differences_in_pieces(lambda points: network.loss(points, X, y), theta, STEP, columns=1)
        for _ in range(0, network.parameters, PIECE):
            spent += _seconds(lambda: list(islice(slopes, PIECE)))  # noqa: B023
            yield share
    return spent / rounds


def _seconds(work: Callable[[], object]) -> float:
    begin = thread_time()
    work()
    return thread_time() - begin


COSTS = SharedWork(compute, 20_000)
"""One for the process, by the activation: 400 bytes an answer."""
