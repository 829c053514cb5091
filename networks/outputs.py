"""What a network ends in: the last function together with the loss that belongs to it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from networks.activations import sigmoid
from networks.losses import Loss, binary_cross_entropy, cross_entropy, mean_squared_error
from networks.softmax import softmax
from parameters import Array


@dataclass(frozen=True)
class Output:
    """Predictions ŷ of the last sums z, both (…, outputs, samples), and the loss as a function of z.

    Taken together, the last function's derivative and the loss's cancel to ŷ − y, and nothing overflows.
    """

    key: str
    loss: Loss
    predict: Callable[[Array], Array]
    """ŷ from z."""
    loss_of: Callable[[Array, Array], Array]
    """L from z and y: (…)."""
    slope: Callable[[Array, Array], Array]
    """∂L/∂z from z and y."""


def _squared(z: Array, y: Array) -> Array:
    return np.square(z - y).mean(axis=(-2, -1))


def _squared_slope(z: Array, y: Array) -> Array:
    return (z - y) * (2.0 / y.size)


def _binary(z: Array, y: Array) -> Array:
    """max(z, 0) − zy + log(1 + e⁻|ᶻ|)."""
    return (np.maximum(z, 0.0) - z * y + np.log1p(np.exp(-np.abs(z)))).mean(axis=(-2, -1))


def _binary_slope(z: Array, y: Array) -> Array:
    return (sigmoid(z) - y) / y.size


def _cross(z: Array, y: Array) -> Array:
    """Σᵢ yᵢ(log Σⱼ e^{zⱼ} − zᵢ), the largest z taken out of the logarithm."""
    largest = z.max(axis=-2, keepdims=True)
    logarithm = largest + np.log(np.exp(z - largest).sum(axis=-2, keepdims=True))
    return ((logarithm - z) * y).sum(axis=(-2, -1)) / y.shape[-1]


def _cross_slope(z: Array, y: Array) -> Array:
    """y sums to one for every sample, or this would not be its derivative."""
    return (softmax(z, axis=-2) - y) / y.shape[-1]


def _columnwise_softmax(z: Array) -> Array:
    return softmax(z, axis=-2)


def _itself(z: Array) -> Array:
    return z


OUTPUTS: dict[str, Output] = {
    "identity": Output("identity", mean_squared_error, _itself, _squared, _squared_slope),
    "sigmoid": Output("sigmoid", binary_cross_entropy, sigmoid, _binary, _binary_slope),
    "softmax": Output("softmax", cross_entropy, _columnwise_softmax, _cross, _cross_slope),
}
