"""The multilayer perceptron: layers of weights with a function between them, many networks side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from networks.activations import ACTIVATIONS, Activation
from networks.initialisation import INITIALISATIONS
from networks.outputs import OUTPUTS, Output
from parameters import Array


class Layer(NamedTuple):
    """One layer of B networks, as views of their parameters."""

    W: Array
    """(B, out, in)"""
    b: Array
    """(B, out)"""


@dataclass(frozen=True)
class MLP:
    """h₀ = x, hₗ = f(Wₗhₗ₋₁ + bₗ), and a last layer without f, whose sums the output makes predictions of.

    All parameters of a network are one column θ of (P, B), layer by layer, Wₗ row by row before bₗ, so that an
    optimizer treats B networks as it treats B points.

    Raises ValueError for fewer than two sizes, sizes below 1, or names that are not known.
    """

    sizes: tuple[int, ...]
    """Inputs, the widths of the hidden layers, outputs."""
    activation: str | tuple[str, ...]
    """Of all hidden layers, or of each."""
    output: str
    """"identity" with the mean squared error, "sigmoid" with the binary cross-entropy, "softmax" with the
    cross-entropy."""

    def __post_init__(self) -> None:
        if len(self.sizes) < 2 or min(self.sizes) < 1:
            raise ValueError(f"sizes are {self.sizes}; allowed are two or more whole numbers of 1 or more")
        if self.output not in OUTPUTS:
            raise ValueError(f"output is {self.output!r}; allowed is one of {', '.join(OUTPUTS)}")
        names = (self.activation,) if isinstance(self.activation, str) else self.activation
        for name in names:
            if name not in ACTIVATIONS:
                raise ValueError(f"activation is {name!r}; allowed is one of {', '.join(ACTIVATIONS)}")
        if not isinstance(self.activation, str) and len(names) != len(self.sizes) - 2:
            raise ValueError(
                f"activation has {len(names)} names; allowed are {len(self.sizes) - 2}, one a hidden layer"
            )

    @cached_property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """(out, in) of every layer's weights, the front layer first."""
        return tuple(zip(self.sizes[1:], self.sizes[:-1], strict=True))

    @cached_property
    def parameters(self) -> int:
        """P, how many numbers there are to learn."""
        return sum(outputs * inputs + outputs for outputs, inputs in self.shapes)

    @cached_property
    def hidden(self) -> tuple[Activation, ...]:
        """The function of each hidden layer."""
        names = (self.activation,) * (len(self.sizes) - 2) if isinstance(self.activation, str) else self.activation
        return tuple(ACTIVATIONS[name] for name in names)

    @property
    def last(self) -> Output:
        """What the network ends in."""
        return OUTPUTS[self.output]

    def init(self, seed: int, scheme: str | None = None) -> Array:
        """The first parameters of one network (P, 1), drawn from `seed`: normal weights, biases of 0.

        Without a scheme a layer is "he" before a ReLU of either kind and "xavier" elsewhere.
        Raises ValueError for a scheme that is not known.
        """
        if scheme is not None and scheme not in INITIALISATIONS:
            raise ValueError(f"scheme is {scheme!r}; allowed is one of {', '.join(INITIALISATIONS)}, or None")
        random = np.random.default_rng(seed)
        followers = [each.key for each in self.hidden]
        drawn: list[Array] = []
        for (outputs, inputs), follower in zip(self.shapes, [*followers, ""], strict=True):
            usual = "he" if follower.endswith("relu") else "xavier"
            deviation = INITIALISATIONS[scheme or usual].deviation(inputs, outputs)
            drawn += [deviation * random.standard_normal(outputs * inputs), np.zeros(outputs)]
        return np.concatenate(drawn)[:, None]

    def weights(self, theta: Array) -> list[Layer]:
        """The layers of parameters (P, B), the front layer first."""
        return self._layers(np.ascontiguousarray(theta.T))

    def logits(self, theta: Array, X: Array) -> Array:
        """The last layer's sums (B, samples, outputs) for inputs X (samples, features)."""
        return self._forward(self.weights(theta), X)[-1].swapaxes(1, 2)

    def forward(self, theta: Array, X: Array) -> Array:
        """The predictions ŷ (B, samples, outputs) for inputs X (samples, features)."""
        return self.last.predict(self._forward(self.weights(theta), X)[-1]).swapaxes(1, 2)

    def activations(self, theta: Array, X: Array) -> list[Array]:
        """What every hidden layer gives, (B, width, samples) each, the front layer first."""
        return self._forward(self.weights(theta), X)[1:-1]

    def loss(self, theta: Array, X: Array, y: Array) -> Array:
        """The loss (B,) of predictions against y (samples, outputs), one-hot for softmax: its mean over the samples."""
        self._check_targets(X, y)
        return self.last.loss_of(self._forward(self.weights(theta), X)[-1], y.T)

    def loss_and_gradient(self, theta: Array, X: Array, y: Array) -> tuple[Array, Array]:
        """The loss (B,) and ∇L (P, B), by backpropagation."""
        return self.loss_gradient_and_logits(theta, X, y)[:2]

    def loss_gradient_and_logits(self, theta: Array, X: Array, y: Array) -> tuple[Array, Array, Array]:
        """The loss (B,), ∇L (P, B) and the last layer's sums (B, samples, outputs), in one go.

        Forward, every layer's values h are stored. Backwards, δ = ∂L/∂z of a layer gives its own derivatives,
        ∂L/∂W = δ hᵀ and ∂L/∂b = Σδ, and that of the layer before it, (Wᵀδ) f′.
        """
        self._check_targets(X, y)
        flat = np.ascontiguousarray(theta.T)
        layers = self._layers(flat)
        h = self._forward(layers, X)
        gradient = np.empty_like(flat)
        into = self._layers(gradient)
        delta = self.last.slope(h[-1], y.T)
        for number in range(len(layers) - 1, -1, -1):
            np.matmul(delta, h[number].swapaxes(1, 2), out=into[number].W)
            np.sum(delta, axis=2, out=into[number].b)
            if number:
                delta = layers[number].W.swapaxes(1, 2) @ delta
                delta *= self.hidden[number - 1].derivative_of_value(h[number])
        return self.last.loss_of(h[-1], y.T), np.ascontiguousarray(gradient.T), h[-1].swapaxes(1, 2)

    def _layers(self, flat: Array) -> list[Layer]:
        """Views of (B, P)."""
        count, total = flat.shape
        if total != self.parameters:
            raise ValueError(f"theta has {total} rows; allowed are {self.parameters}, the parameters of {self.sizes}")
        layers, at = [], 0
        for outputs, inputs in self.shapes:
            end = at + outputs * inputs
            layers.append(Layer(flat[:, at:end].reshape(count, outputs, inputs), flat[:, end : end + outputs]))
            at = end + outputs
        return layers

    def _check_targets(self, X: Array, y: Array) -> None:
        """Against what NumPy would silently stretch to fit."""
        if y.shape != (len(X), self.sizes[-1]):
            raise ValueError(f"y has shape {y.shape}; allowed is {(len(X), self.sizes[-1])}, one row for each of X")

    def _forward(self, layers: Sequence[Layer], X: Array) -> list[Array]:
        """The inputs and what every layer gives, (B, width, samples); of the last layer its sums."""
        if X.ndim != 2 or X.shape[1] != self.sizes[0]:
            raise ValueError(f"X has shape {X.shape}; allowed is (samples, {self.sizes[0]}), one row a sample")
        count = len(layers[0].W)
        h = [np.broadcast_to(X.T, (count, *X.T.shape))]
        for number, (W, b) in enumerate(layers):
            z = W @ h[-1]
            z += b[:, :, None]
            h.append(self.hidden[number].value(z) if number < len(self.hidden) else z)
        return h
