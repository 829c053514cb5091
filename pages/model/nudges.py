"""Numerical differentiation of a model of four parameters: five losses, four quotients, for every h of the dial."""

from dataclasses import dataclass

import numpy as np

from networks import LETTERS, Fit
from pages.model.choice import NUDGES, ModelChoice
from parameters import Array


@dataclass(frozen=True, eq=False)
class Nudges:
    """Rows are the values of h."""

    fit: Fit
    h: Array
    """(H,)"""
    theta: Array
    """(H, N + 1, N): where the loss is evaluated, at the sliders first, then with h added to a, to b, …"""
    losses: Array
    """(H, N + 1)"""
    exact: Array
    """(N,): ∂L/∂θ by the chain rule."""

    @property
    def quotients(self) -> Array:
        """(H, N): (L(θ + h eᵢ) − L(θ))/h."""
        return (self.losses[:, 1:] - self.losses[:, :1]) / self.h[:, None]

    @property
    def errors(self) -> Array:
        """(H, N): how far each quotient is from the derivative."""
        return np.abs(self.quotients - self.exact)

    @property
    def multiplications(self) -> Array:
        """(N + 1,): after each evaluation, N for each as the lecture counts."""
        return len(LETTERS) * np.arange(1.0, self.losses.shape[1] + 1)


def nudges(choice: ModelChoice) -> Nudges:
    """From where the sliders stand."""
    fit = Fit(choice.curve, *choice.curve.data(choice.seed))
    h = np.array([float(each) for each in NUDGES])
    here = np.array(choice.theta)
    count = len(LETTERS)
    steps = np.concatenate([np.zeros((1, count)), np.eye(count)])
    theta = here + h[:, None, None] * steps
    losses = fit.value(np.moveaxis(theta, -1, 0))
    return Nudges(fit, h, theta, losses, fit.gradient(here[:, None])[:, 0])
