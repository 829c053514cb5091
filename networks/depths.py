"""Networks that differ in their depth alone: how large the signal and the gradient are in every layer of each.

The network of depth d is the first d hidden layers of the deepest one, and the output layer that all share. So the
forward pass of the deepest is that of all, and one pass backwards over its layers takes the gradients of all along.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

import numpy as np

from networks.activations import ACTIVATIONS, Activation
from networks.data import DATASETS, Data
from networks.initialisation import INITIALISATIONS
from networks.mlp import MLP
from networks.outputs import OUTPUTS
from parameters import Array
from work.pieces import Pieces, finished, quiet

SAMPLES = 64
OUTPUT = OUTPUTS["softmax"]
"""What the networks end in."""


class Start(NamedTuple):
    """Networks before they are trained, alike but for their depth; biases are 0."""

    activation: str
    initialisation: str
    scale: float
    """That multiplies all weights."""
    width: int
    """Units of each hidden layer."""
    seed: int
    dataset: str
    """One with classes."""

    @property
    def data(self) -> Data:
        """What the networks see."""
        return DATASETS[self.dataset].make(SAMPLES, self.seed)

    def draw(self, depth: int, networks: int) -> list[Array]:
        """The weights (networks, out, in) of each layer, the front one first, the output layer at last.

        The front layers of a network do not depend on how many come behind them.
        """
        data, deviation = self.data, INITIALISATIONS[self.initialisation].deviation
        random = np.random.default_rng(self.seed)

        def layer(inputs: int, outputs: int) -> Array:
            return self.scale * deviation(inputs, outputs) * random.standard_normal((networks, outputs, inputs))

        last = layer(self.width, data.y.shape[1])
        return [*(layer(inputs, self.width) for inputs in (data.X.shape[1], *[self.width] * (depth - 1))), last]

    def network(self, depth: int) -> MLP:
        """The network of this depth."""
        data = self.data
        return MLP((data.X.shape[1], *[self.width] * depth, data.y.shape[1]), self.activation, OUTPUT.key)

    def theta(self, depth: int, networks: int) -> Array:
        """Its parameters (P, networks), from the same weights."""
        layers = self.draw(depth, networks)
        flat = [np.concatenate([W.reshape(networks, -1), np.zeros(W.shape[:2])], axis=1) for W in layers]
        return np.ascontiguousarray(np.concatenate(flat, axis=1).T)

    @property
    def factor(self) -> float:
        """By how much the gradient is multiplied, layer by layer, on its way back through wide layers.

        √(width · variance of a weight) · the slope of the activation beside 0, as a root mean square over both sides.
        It is exact in expectation where the activation is straight on either side of 0 (ReLU), and the most there can
        be where it flattens (sigmoid 1/4, tanh 1). The papers of Xavier and He initialization derive it
        (`networks/initialisation.py`, equations 6 and 14).
        """
        gain = self.scale * sqrt(self.width) * INITIALISATIONS[self.initialisation].deviation(self.width, self.width)
        return gain * slope_beside_zero(ACTIVATIONS[self.activation])


def slope_beside_zero(activation: Activation) -> float:
    """The root mean square of an activation's slopes to the left and to the right of 0."""
    return float(np.sqrt(np.mean(activation.derivative(np.array([-1e-9, 1e-9])) ** 2)))


@dataclass(frozen=True, eq=False)
class Signals:
    """Sizes in networks of 1 to D hidden layers, each drawn B times; nan where a network has no such layer."""

    weights: Array
    """(D, D + 1, B): ‖∂L/∂W‖ of every layer; the one after the hidden layers is the output layer."""
    backward: Array
    """(D, D, B): ‖∂L/∂z‖ of every hidden layer over all samples, where z = W h is what goes into its activation."""
    forward: Array
    """(D, B): the root mean square of what comes out of every hidden layer, whatever comes behind it."""

    def front_share(self, depth: int) -> float:
        """The gradient of the front layer's weights in the network of this depth, beside that of depth 1."""
        return _median(self.weights[depth - 1, 0], self.weights[0, 0])

    def front_to_last(self, depth: int) -> float:
        """The gradient of the front layer's weights, beside that of the output layer's."""
        return _median(self.weights[depth - 1, 0], self.weights[depth - 1, depth])

    def returned(self, depth: int) -> float:
        """Of the gradient at the last hidden layer, what has come back to the front one."""
        return _median(self.backward[depth - 1, 0], self.backward[depth - 1, depth - 1])

    def per_layer(self, depth: int) -> float:
        """By how much each layer multiplied it on the way; nan where there is no way."""
        return self.returned(depth) ** (1 / (depth - 1)) if depth > 1 else np.nan


def signals(start: Start, deepest: int, networks: int) -> Signals:
    """One forward and one backward pass over all samples, in networks of 1 to `deepest` hidden layers."""
    return finished(signals_in_pieces(start, deepest, networks))


def signals_in_pieces(start: Start, deepest: int, networks: int) -> Pieces[Signals]:
    """The same, a layer at a time on the way back."""
    return quiet(_signals(start, deepest, networks))  # what is too large or too small for a float is a result here


def returned_in_pieces(start: Start, depths: Sequence[int], networks: int) -> Pieces[Array]:
    """‖∂L/∂z‖ of the front layer as a share of the last hidden layer's: (depths, networks).

    It is what `Signals.returned` is the median of, for a few depths and many networks; a depth is a piece. Where
    nothing arrives at the last hidden layer, nothing arrives at the front one: 0.
    """
    return quiet(_returned(start, depths, networks))


def _returned(start: Start, depths: Sequence[int], networks: int) -> Pieces[Array]:
    data, (*hidden, last) = start.data, start.draw(max(depths), networks)
    h, slopes = _forward(ACTIVATIONS[start.activation], hidden, data.X)
    returned = np.empty((len(depths), networks))
    for row, depth in enumerate(depths):
        yield row / len(depths)
        delta = (last.swapaxes(1, 2) @ OUTPUT.slope(last @ h[depth], data.y.T)) * slopes[depth - 1]
        at_last = _norm(delta)
        for layer in reversed(range(depth - 1)):
            delta = hidden[layer + 1].swapaxes(1, 2) @ delta
            delta *= slopes[layer]
        returned[row] = np.where(at_last > 0, _norm(delta) / at_last, 0.0)
    return returned


def _signals(start: Start, deepest: int, networks: int) -> Pieces[Signals]:
    data, (*hidden, last) = start.data, start.draw(deepest, networks)
    h, slopes = _forward(ACTIVATIONS[start.activation], hidden, data.X)
    yield 0.0
    at_output = [OUTPUT.slope(last @ each, data.y.T) for each in h[1:]]
    arriving = [last.swapaxes(1, 2) @ each for each in at_output]
    weights, backward = yield from _backward(hidden, h, slopes, arriving)
    for depth, each in enumerate(at_output):
        weights[depth, depth + 1] = _norm(each @ h[depth + 1].swapaxes(1, 2))
    return Signals(weights, backward, np.array([np.sqrt(np.mean(each**2, axis=(1, 2))) for each in h[1:]]))


def _forward(activation: Activation, hidden: list[Array], X: Array) -> tuple[list[Array], list[Array]]:
    """The inputs and what every hidden layer gives (B, units, samples), and the slopes on the way."""
    h, slopes = [np.broadcast_to(X.T, (len(hidden[0]), *X.T.shape))], []
    for W in hidden:
        z = W @ h[-1]
        h.append(activation.value(z))
        slopes.append(activation.derivative(z))
    return h, slopes


def _backward(
    hidden: list[Array], h: list[Array], slopes: list[Array], arriving: list[Array]
) -> Pieces[tuple[Array, Array]]:
    """‖∂L/∂W‖ and ‖∂L/∂z‖, from the gradients that arrive behind the last hidden layer of every depth."""
    depths, networks = len(hidden), len(hidden[0])
    weights = np.full((depths, depths + 1, networks), np.nan)
    backward = np.full((depths, depths, networks), np.nan)
    under_way = np.stack(arriving)  # (depths, B, units, samples)
    for layer in reversed(range(depths)):
        deltas = under_way[layer:]  # of the networks that have this layer
        deltas *= slopes[layer]
        backward[layer:, layer] = _norm(deltas)
        weights[layer:, layer] = _norm(deltas @ h[layer].swapaxes(1, 2))
        if layer:
            deltas[...] = hidden[layer].swapaxes(1, 2) @ deltas
        yield 1 - layer / depths
    return weights, backward


def _norm(matrices: Array) -> Array:
    """The root of the sum of squares over the last two axes."""
    return np.sqrt(np.sum(matrices**2, axis=(-2, -1)))


def _median(size: Array, beside: Array) -> float:
    """Of a share, over the networks (B,)."""
    with np.errstate(all="ignore"):
        return float(np.median(size / beside))
