"""An objective that counts what it is asked."""

from typing import NamedTuple, Protocol

import numpy as np

from parameters import Array
from simulation.protocols import Landscape


class Curved(Landscape, Protocol):
    """A landscape that also knows its second derivatives."""

    def hessian(self, p: Array) -> Array:
        """The second derivatives at the points `p` (D, …), shaped (D, D, …)."""


class Asked(NamedTuple):
    """How often each was asked for."""

    values: int
    gradients: int
    hessians: int


def prices(dimensions: int) -> Asked:
    """How many numbers an answer has: a value 1, a gradient D, a Hessian, which is symmetric, D(D + 1)/2."""
    return Asked(1, dimensions, dimensions * (dimensions + 1) // 2)


class Counted:
    """A landscape, asked at one point (D,) at a time, that counts each question and may answer with noise.

    To every number of an answer σ·z is added, z standard normal, another one at every question. Values, gradients and
    Hessians have random numbers of their own, all from `seed`: the k-th gradient has the noise of a race's k-th step.
    """

    def __init__(self, surface: Curved, noise: float = 0.0, seed: int = 0) -> None:
        self._surface = surface
        self._noise = noise
        self._of_gradients = np.random.default_rng(seed)
        self._of_values, self._of_hessians = (np.random.default_rng([seed, kind]) for kind in (1, 2))
        self._values = self._gradients = self._hessians = 0

    @property
    def asked(self) -> Asked:
        """How often, so far."""
        return Asked(self._values, self._gradients, self._hessians)

    def value(self, x: Array) -> float:
        """f(x)."""
        self._values += 1
        return float(self._surface.value(x)) + self._noise * float(self._of_values.standard_normal())

    def gradient(self, x: Array) -> Array:
        """∇f(x), (D,)."""
        self._gradients += 1
        exact = self._surface.gradient(x)
        return exact + self._noise * self._of_gradients.standard_normal(x.shape) if self._noise else exact

    def hessian(self, x: Array) -> Array:
        """∇²f(x), (D, D); its noise is symmetric, too."""
        self._hessians += 1
        noise = np.tril(self._of_hessians.standard_normal((len(x), len(x))))
        return self._surface.hessian(x) + self._noise * (noise + np.tril(noise, -1).T)
