"""The landscape in one dimension on which learning rates are usually drawn."""

from typing import NamedTuple

from parameters import Array


class Parabola(NamedTuple):
    """f(s) = a s²/2 over the line, with curvature a. One step of gradient descent takes s to (1 − n a) s."""

    curvature: float

    def value(self, p: Array) -> Array:
        """f at the points `p` (1, …), shaped (…)."""
        return self.curvature * p[0] ** 2 / 2

    def gradient(self, p: Array) -> Array:
        """f′ at the points `p` (1, …), shaped (1, …)."""
        return self.curvature * p
