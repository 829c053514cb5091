"""Both gradients of a network, and how far numerical differentiation is from backpropagation for every step h."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cache import remembered
from networks import (
    DATASETS,
    backpropagation_multiplications,
    central_difference,
    forward_difference,
    forward_multiplications,
)
from pages.differences.choice import Difference, DifferencesChoice
from parameters import Array

SAMPLES = 20
"""Of two moons; the loss is their mean."""
MOVED = 0.1
"""Standard deviation."""
STEPS: Array = np.logspace(-15, 0, 61)
"""Every difference step of which the error is shown."""
WAYS = {"forward": forward_difference, "central": central_difference}


@dataclass(frozen=True, eq=False)
class Gradients:
    """All of (N,) or of the steps (len(STEPS),)."""

    exact: Array
    """By backpropagation."""
    numerical: Array
    """By differences."""
    evaluations: int
    """How often the differences asked for the loss, as counted."""
    forward_errors: Array
    """For every step: the largest difference of a component, as a share of the largest component."""
    central_errors: Array
    forward_pass: int
    """Multiplications of one evaluation, for one sample."""
    backpropagation: int
    """Of backpropagation."""

    @property
    def error(self) -> float:
        """Of the gradient that is shown."""
        return deviation(self.numerical, self.exact)

    @property
    def backpropagation_done(self) -> int:
        """After so many evaluations of the loss as much has been multiplied as backpropagation takes."""
        return -(-self.backpropagation // self.forward_pass)

    def known(self, difference: Difference, after: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many components are known after so many evaluations: the first one of forward differences is L(w) itself;
        central ones take two a component.
        """
        known: NDArray[np.int64] = after // 2 if difference == "central" else np.maximum(after - 1, 0)
        return np.minimum(known, len(self.exact))


def deviation(numerical: Array, exact: Array) -> float:
    """The largest difference of a component, as a share of the largest component."""
    return float(np.abs(numerical - exact).max() / np.abs(exact).max())


@remembered(most_bytes=2_000_000)
def gradients(choice: DifferencesChoice) -> Gradients:
    """Of the chosen network near where it begins; 10 kB.

    Biases of 0 are moved a little: behind a ReLU that gives 0 they would hold the next one exactly on its kink, where
    there is no derivative to compare.
    """
    network = choice.network
    data = DATASETS["moons"].make(SAMPLES, choice.seed)
    theta = network.init(choice.seed)
    theta += MOVED * np.random.default_rng(choice.seed).standard_normal(theta.shape)
    asked = 0

    def loss(points: Array) -> Array:
        nonlocal asked
        asked += points.shape[1]
        return network.loss(points, data.X, data.y)

    exact = network.loss_and_gradient(theta, data.X, data.y)[1][:, 0]
    numerical = WAYS[choice.difference](loss, theta, choice.step)[:, 0]
    evaluations = asked
    errors = {key: [deviation(way(loss, theta, h)[:, 0], exact) for h in STEPS] for key, way in WAYS.items()}
    return Gradients(
        exact=exact,
        numerical=numerical,
        evaluations=evaluations,
        forward_errors=np.array(errors["forward"]),
        central_errors=np.array(errors["central"]),
        forward_pass=forward_multiplications(network),
        backpropagation=backpropagation_multiplications(network),
    )
