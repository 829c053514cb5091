"""The numbers behind the pictures of loss functions: over several classes, and behind a sigmoid."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

import numpy as np

from cache import remembered
from networks import ACTIVATIONS, Loss, binary_cross_entropy, cross_entropy, mean_squared_error
from pages.losses.choice import ERRORS, LOGITS, PREDICTIONS, Rest
from parameters import Array
from text import Text

Function = Callable[[Array], Array]

OVER_CLASSES: Mapping[str, Loss] = {"mse": mean_squared_error, "cross-entropy": cross_entropy}
BEHIND_SIGMOID: Mapping[str, Loss] = {"mse": mean_squared_error, "cross-entropy": binary_cross_entropy}
"""The losses by the names of their styles."""

MOMENTS = 31
"""From evenly shared to all on one class, and from an error to twice that error."""
STEPS = 100
"""Of gradient descent behind the sigmoid."""


class OfError(NamedTuple):
    """A loss of one error, elementwise."""

    name: Text
    value: Function
    slope: Function


def of_one(loss: Loss, error: Array) -> Array:
    """The loss of each error alone."""
    return loss.value(error[..., None, None], np.zeros((1, 1)))


OF_ERROR: Mapping[str, OfError] = {
    "mse": OfError(mean_squared_error.name, partial(of_one, mean_squared_error), lambda error: 2 * error),
    "absolute": OfError(Text(ko="절대 오차 (비교)", en="absolute error (to compare)"), np.abs, np.sign),
}
"""By the name of the style."""


class OverClasses(NamedTuple):
    """Predictions over K classes, the first of which is true."""

    predictions: Array
    """(rows, moments, K), each sums to 1"""
    losses: Mapping[str, Array]
    """(rows, moments) by the name of the loss"""

    @property
    def steps(self) -> int:
        """From the first moment to the last."""
        return self.predictions.shape[1] - 1


class BehindSigmoid(NamedTuple):
    """A prediction ŷ = σ(z) for the target y = 1."""

    predictions: Array
    """(rows,)"""
    losses: Mapping[str, Array]
    """(rows,) by the name of the loss"""
    slopes: Mapping[str, Array]
    """(rows,): ∂L/∂z = ∂L/∂ŷ · σ′(z)"""
    learned: Mapping[str, Array]
    """(rows, STEPS + 1): the prediction while gradient descent moves z"""


def doubled_errors() -> Array:
    """(rows, moments): from every error of the dial to twice that error."""
    return ERRORS[:, None] * np.linspace(1, 2, MOMENTS)


def shares_of_rest(classes: int, rest: Rest) -> Array:
    """(moments, K − 1): what each wrong class gets of 1 − ŷ, from evenly (1/(K − 1) each) to all on the first."""
    even = np.full(classes - 1, 1 / (classes - 1))
    one = np.eye(classes - 1)[0]
    moved = {"move": np.linspace(0, 1, MOMENTS), "even": np.zeros(1), "one": np.ones(1)}[rest][:, None]
    return (1 - moved) * even + moved * one


@remembered(most_bytes=2_000_000)
def over_classes(classes: int, rest: Rest) -> OverClasses:
    """For every prediction of the true class, and every way to share the rest."""
    predictions = predictions_of(PREDICTIONS, shares_of_rest(classes, rest))
    return OverClasses(predictions, {key: losses_of(loss, predictions) for key, loss in OVER_CLASSES.items()})


def predictions_of(prediction: Array, shares: Array) -> Array:
    """(rows, moments, K) from predictions (rows,) of the true class and shares (moments, K − 1) of the rest."""
    wrong = (1 - prediction)[:, None, None] * shares
    true = np.broadcast_to(prediction[:, None, None], (*wrong.shape[:2], 1))
    return np.concatenate([true, wrong], axis=2)


def losses_of(loss: Loss, predictions: Array) -> Array:
    """The loss of every prediction (…, K) alone, where the first class is true."""
    classes = predictions.shape[-1]
    each = predictions.reshape(-1, 1, classes)  # one sample each
    return loss.value(each, np.eye(classes)[:1]).reshape(predictions.shape[:-1])


@remembered(most_bytes=4_000_000)
def behind_sigmoid(rate: float) -> BehindSigmoid:
    """For every logit, and gradient descent on it with this learning rate."""
    predictions = ACTIVATIONS["sigmoid"].value(LOGITS)
    return BehindSigmoid(
        predictions=predictions,
        losses={key: losses_of_logits(loss, LOGITS) for key, loss in BEHIND_SIGMOID.items()},
        slopes={key: slopes_of_logits(loss, LOGITS) for key, loss in BEHIND_SIGMOID.items()},
        learned={key: learned(loss, LOGITS, rate) for key, loss in BEHIND_SIGMOID.items()},
    )


def losses_of_logits(loss: Loss, z: Array) -> Array:
    """The loss of σ(z) for y = 1, for each z of (N,)."""
    return loss.value(ACTIVATIONS["sigmoid"].value(z)[:, None, None], np.ones((1, 1)))


def slopes_of_logits(loss: Loss, z: Array) -> Array:
    """Its slope by the chain rule, ∂L/∂ŷ · σ′(z), for each z of (N,)."""
    sigmoid = ACTIVATIONS["sigmoid"]
    gradient = loss.gradient(sigmoid.value(z)[:, None, None], np.ones((1, 1)))
    return gradient[:, 0, 0] * sigmoid.derivative(z)


def learned(loss: Loss, z: Array, rate: float) -> Array:
    """(N, STEPS + 1): the prediction at every step of z ← z − n ∂L/∂z, from each z of (N,)."""
    way = [z]
    for _ in range(STEPS):
        z = z - rate * slopes_of_logits(loss, z)
        way.append(z)
    return ACTIVATIONS["sigmoid"].value(np.array(way).T)
