"""Which learning rates to look at: a ladder of them around the edge of stability, and where that edge is."""

from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from parameters import Array
from simulation.status import Chart, outside

OCTAVE = 6
"""Rungs from one learning rate to its double: each is 12 % above the one before."""
FOLLOWED = 1000
"""So many short steps are taken to follow the way down."""
SHORT = 0.5
"""The length of such a step, in 1/λ: half of what leads to the floor of a parabola with this curvature."""


class Curved(Chart, Protocol):
    """A chart that knows its curvatures, too."""

    def hessian(self, p: Array) -> Array:
        """The second derivatives at the points `p` (2, …), shaped (2, 2, …)."""


def ladder(rung: float, top: float, octaves: int) -> Array:
    """Learning rates `rung`·2^(k/6) for whole k, from `octaves` below the topmost that is not above `top`.

    `rung` itself is one of them, to the bit, and so are its half and its double, as far as they lie between
    the ends: at the very edge 2/λmax a run bounces for ever, and a hair beside it, it does not.
    """
    highest = int(np.floor(np.log2(top / rung) * OCTAVE))
    return rung * np.exp2(np.arange(highest - octaves * OCTAVE, highest + 1) / OCTAVE)


def sharpest(surface: Curved, start: ArrayLike) -> float:
    """λmax: the largest curvature on the way down from `start` (2,), as far as it leads inside the picture.

    The way is that of gradient descent in steps short against the curvature, x ← x − ∇f/(2|λ|). On a
    quadratic it is the one largest curvature there is; elsewhere what is met on this way.

    It is 0 where nothing on the way curves upwards, and inf at a kink.
    """
    place = np.array(start, dtype=np.float64)
    largest = 0.0
    with np.errstate(all="ignore"):  # a kink has no curvature, and says so
        for _ in range(FOLLOWED):
            hessian = surface.hessian(place)
            if not np.isfinite(hessian).all():
                return np.inf
            curvatures = np.linalg.eigvalsh(hessian)
            largest = max(largest, float(curvatures[-1]))
            step = SHORT / max(float(np.abs(curvatures).max()), np.finfo(float).tiny) * surface.gradient(place)
            if not np.isfinite(step).all() or not (place != place - step).any() or outside(surface, place - step):
                break
            place = place - step
    return largest
