"""Newton's method for the local minima of a surface that has too many to write down."""

from collections.abc import Iterable

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Place, Surface


def local_minima(surface: Surface, guesses: Iterable[Place]) -> tuple[Minimum, ...]:
    """The minima that Newton's method reaches from `guesses` close to them, the lowest first."""
    p = np.array(list(guesses), dtype=np.float64).T
    for _ in range(12):  # it doubles the digits with every step
        p = p - _newton_step(surface, p)
    found = [
        Minimum((float(x), float(y)), float(height), is_global=False)
        for (x, y), height in zip(p.T, surface.value(p), strict=True)
    ]
    return tuple(sorted(found, key=lambda minimum: minimum.value))


def _newton_step(surface: Surface, p: Array) -> Array:
    """H⁻¹∇f at the points `p` (2, B)."""
    (xx, xy), (_, yy) = surface.hessian(p)
    dx, dy = surface.gradient(p)
    return np.array([yy * dx - xy * dy, xx * dy - xy * dx]) / (xx * yy - xy**2)
