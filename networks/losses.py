"""Losses: how far a prediction is from what it should be, and in which direction."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from parameters import Array
from text import Text

SMALLEST = float(np.finfo(np.float64).tiny)
"""A probability counts as at least this, so that a prediction of exactly 0 has a large loss and not an infinite one."""


@dataclass(frozen=True)
class Loss:
    """A loss of predictions against y, both (…, samples, outputs): a mean over the samples."""

    key: str
    name: Text
    formula: str
    """LaTeX."""
    value: Callable[[Array, Array], Array]
    """(…)."""
    gradient: Callable[[Array, Array], Array]
    """∂L/∂prediction, shaped like the predictions."""


def _squared(prediction: Array, y: Array) -> Array:
    """The mean over outputs, too, as PyTorch's MSELoss has it."""
    return np.square(prediction - y).mean(axis=(-2, -1))


def _squared_gradient(prediction: Array, y: Array) -> Array:
    return 2.0 * (prediction - y) / (prediction.shape[-2] * prediction.shape[-1])


def _cross(prediction: Array, y: Array) -> Array:
    """−Σᵢ yᵢ log ŷᵢ: with y one-hot, only the true class counts."""
    return -(y * np.log(np.maximum(prediction, SMALLEST))).sum(axis=-1).mean(axis=-1)


def _cross_gradient(prediction: Array, y: Array) -> Array:
    return -y / np.maximum(prediction, SMALLEST) / prediction.shape[-2]


def _binary(prediction: Array, y: Array) -> Array:
    one, other = np.maximum(prediction, SMALLEST), np.maximum(1.0 - prediction, SMALLEST)
    return -(y * np.log(one) + (1.0 - y) * np.log(other)).mean(axis=(-2, -1))


def _binary_gradient(prediction: Array, y: Array) -> Array:
    one, other = np.maximum(prediction, SMALLEST), np.maximum(1.0 - prediction, SMALLEST)
    return ((1.0 - y) / other - y / one) / (prediction.shape[-2] * prediction.shape[-1])


mean_squared_error = Loss(
    key="mse",
    name=Text(ko="평균 제곱 오차(MSE)", en="mean squared error (MSE)"),
    formula=r"\frac{1}{m} \sum_i (\hat{y}_i - y_i)^2",
    value=_squared,
    gradient=_squared_gradient,
)
cross_entropy = Loss(
    key="cross-entropy",
    name=Text(ko="교차 엔트로피", en="cross-entropy"),
    formula=r"-\sum_i y_i \log \hat{y}_i",
    value=_cross,
    gradient=_cross_gradient,
)
binary_cross_entropy = Loss(
    key="binary-cross-entropy",
    name=Text(ko="이진 교차 엔트로피", en="binary cross-entropy"),
    formula=r"-y \log \hat{y} - (1 - y) \log(1 - \hat{y})",
    value=_binary,
    gradient=_binary_gradient,
)
LOSSES: dict[str, Loss] = {each.key: each for each in (mean_squared_error, cross_entropy, binary_cross_entropy)}
