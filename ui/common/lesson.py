"""What a network learns from: the data, the network that learns them, and what each of its steps sees."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from networks import DATASETS, MLP, Data
from optimizers import Optimizer
from parameters import Array
from simulation import Seen

RATES = np.array([0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0])
"""With each of these learning rates every optimizer learns."""
MARGIN = 0.12
"""Around the data, as a share of their width."""

Box = tuple[tuple[float, float], ...]


class TrainingInputs(NamedTuple):
    """Everything that a training depends on."""

    data: str
    samples: int
    noise: float
    seed: int
    """Of the data, of the weights, and of the batches."""
    hidden: tuple[int, ...]
    activation: str
    scheme: str | None
    rules: tuple[Optimizer[Any], ...]
    steps: int
    batch: int
    """Samples of a step; 0 is all of them."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """A network's loss on data, the way `simulation.train` sees it."""

    net: MLP
    data: Data
    batches: NDArray[np.int64] | None = None
    """(steps + 1, batch), the samples that each step sees; None where every step sees all."""

    def seen(self, p: Array, t: int) -> Seen:
        inputs, wanted = self.data.X, self.data.y
        if self.batches is None:
            loss, gradient, logits = self.net.loss_gradient_and_logits(p, inputs, wanted)
        else:
            batch = self.batches[t - 1]
            gradient = self.net.loss_and_gradient(p, inputs[batch], wanted[batch])[1]
            logits = self.net.logits(p, inputs)
            loss = self.net.last.loss_of(logits.swapaxes(1, 2), wanted.T)
        return Seen(loss, self.right(logits), gradient)

    def right(self, logits: Array) -> Array:
        """The share of the samples whose class is the surest answer (B,); nan where there are no classes."""
        if not classifies(self.data):
            return np.full(len(logits), np.nan)
        return np.asarray((logits.argmax(axis=-1) == self.data.labels).mean(axis=-1))


def classifies(data: Data) -> bool:
    """Whether the data have classes."""
    return data.y.shape[1] > 1


def lesson_of(inputs: TrainingInputs) -> tuple[Lesson, Array]:
    """What is learned, and the weights (P,) from which all begin."""
    data = DATASETS[inputs.data].make(inputs.samples, inputs.seed, inputs.noise)
    output = "softmax" if classifies(data) else "identity"
    net = MLP((data.X.shape[1], *inputs.hidden, data.y.shape[1]), inputs.activation, output)
    return Lesson(net, data, _batches(inputs)), net.init(inputs.seed, inputs.scheme)[:, 0]


def box_of(data: Data) -> Box:
    """Around the data with some room: the inputs, and the values where there is one input."""
    shown = data.X if data.X.shape[1] > 1 else np.column_stack([data.X, data.y])
    low, high = shown.min(axis=0), shown.max(axis=0)
    room = MARGIN * np.maximum(high - low, 1e-3)
    return tuple((float(first), float(last)) for first, last in zip(low - room, high + room, strict=True))


def _batches(inputs: TrainingInputs) -> NDArray[np.int64] | None:
    """The samples of every step: all of them in a new order again and again, cut into pieces of one length."""
    size, samples = inputs.batch, inputs.samples
    if not 0 < size < samples:
        return None
    needed = (inputs.steps + 1) * size
    random = np.random.default_rng((inputs.seed, size))
    rounds = [random.permutation(samples) for _ in range(-(-needed // samples))]
    return np.concatenate(rounds)[:needed].reshape(-1, size)
