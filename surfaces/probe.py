"""What a surface does at one place: which way it rises, how it curves, and what such a place is called."""

from typing import Literal, NamedTuple

import numpy as np

from parameters import Array
from surfaces.base import Place, Surface

Shape = Literal[
    "global-minimum",
    "local-minimum",
    "maximum",
    "saddle",
    "undecided",
    "convex",
    "concave",
    "saddle-shaped",
    "curved-one-way",
    "flat",
    "unknown",
]
"""Of a stationary place: a minimum (of an unknown one only that it is local), a maximum, a saddle point, or undecided
where a curvature is 0. Elsewhere how it curves there: up or down in every direction, up in one and down in the other,
in one alone, or not at all. Unknown where f, its gradient or its Hessian is no finite number.
"""

SNAP = 0.025
"""A known stationary place counts within this share of both sides of the picture."""
LEVEL = 1e-6
"""A place is stationary where a Newton step is shorter than this share of the picture's longer side."""
STRAIGHT = 1e-9
"""A curvature that is smaller than this share of the larger one is a rounding of 0."""
REACH = 0.1
"""Of the longer side: where the gradient is what the largest curvature makes of such a distance, `strength` is 1/2."""


class Probed(NamedTuple):
    """A surface at one place."""

    place: Place
    value: float
    gradient: Array
    """(2,)"""
    strength: float
    """From 0 to 1: |∇f|/(|∇f| + λ·d), with the larger curvature in size λ and a tenth of the picture d; 0 where it is
    stationary.
    """
    curvatures: Array
    """(2,): the eigenvalues of the Hessian, the larger first; 0 where they are so up to rounding, nan without any."""
    directions: Array
    """(2, 2): of each, a unit vector in a row"""
    shape: Shape


def probed(surface: Surface, place: Place) -> Probed:
    """The surface at `place`, or at the nearest known minimum or saddle point, where one is close."""
    known = _nearest_known(surface, place)
    x, y = known.place if known else place
    point = np.array([x, y])
    with np.errstate(all="ignore"):
        value, gradient, hessian = float(surface.value(point)), surface.gradient(point), surface.hessian(point)
    curvatures, directions = _principal(hessian)
    side = max(high - low for low, high in surface.domain)
    steepness, bend = float(np.hypot(*gradient)), float(np.abs(curvatures).max())
    is_level = known is not None or steepness <= LEVEL * side * bend
    strength = 0.0 if is_level else steepness / (steepness + REACH * side * bend)
    shape = known.shape if known else _shape(curvatures, is_level=is_level)
    if not np.isfinite([value, *gradient, strength]).all():
        strength, shape = 0.0, shape if known else "unknown"
    return Probed((float(x), float(y)), value, gradient, strength, curvatures, directions, shape)


class _Known(NamedTuple):
    place: Place
    shape: Shape


def _nearest_known(surface: Surface, place: Place) -> _Known | None:
    """The minimum or saddle point of the surface's facts that is nearest, if it is near."""
    all_known = [
        *(_Known(each.place, "global-minimum" if each.is_global else "local-minimum") for each in surface.minima),
        *(_Known(each.place, "saddle") for each in surface.saddles),
    ]
    sides = [high - low for low, high in surface.domain]

    def distance(known: _Known) -> float:
        return max(abs(a - b) / side for a, b, side in zip(known.place, place, sides, strict=True))

    nearest = min(all_known, key=distance, default=None)
    return nearest if nearest and distance(nearest) <= SNAP else None


def _principal(hessian: Array) -> tuple[Array, Array]:
    """Eigenvalues, the larger first, and their eigenvectors in rows."""
    if not np.isfinite(hessian).all():
        return np.full(2, np.nan), np.eye(2)
    values, vectors = np.linalg.eigh(hessian)
    values = np.where(np.abs(values) <= STRAIGHT * np.abs(values).max(), 0.0, values)
    return values[::-1], vectors.T[::-1]


def _shape(curvatures: Array, *, is_level: bool) -> Shape:
    """By the signs of the curvatures."""
    larger, smaller = np.sign(curvatures)
    if np.isnan(larger):
        return "unknown"
    signs = (int(larger), int(smaller))
    at_rest: dict[tuple[int, int], Shape] = {(1, 1): "local-minimum", (-1, -1): "maximum", (1, -1): "saddle"}
    elsewhere: dict[tuple[int, int], Shape] = {(1, 1): "convex", (-1, -1): "concave", (1, -1): "saddle-shaped"}
    if is_level:
        return "flat" if signs == (0, 0) else at_rest.get(signs, "undecided")
    return "flat" if signs == (0, 0) else elsewhere.get(signs, "curved-one-way")
