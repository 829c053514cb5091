"""The heavy ball on a quadratic, in closed form: what a step keeps, where it settles, and how it gets there.

Along a direction of curvature a the distance e from the minimum follows

    eₜ = (1 + r − n a) eₜ₋₁ − r eₜ₋₂

so it goes with the powers of the two roots of λ² − (1 + r − n a) λ + r; r = 0 is gradient descent. Rates n and
momenta r may be arrays that fit each other; every function raises ValueError for curvatures that are not above 0,
a momentum outside 0 … 1 or a negative rate.

Source: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Computational
Mathematics and Mathematical Physics 4 (1964) 1–17; G. Goh, "Why Momentum Really Works", Distill (2017).
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parameters import Array
from text import Text

CLOSE = 0.01
"""A learning rate this near to the critical one, as a share of it, is called critical."""
AS_LARGE = 1e-6
"""Radii that differ by less than this share are the same: near a double root rounding changes them by 1e-8."""


class Best(NamedTuple):
    """The learning rate and momentum with which the slowest direction is as fast as it can be."""

    rate: float
    momentum: float
    factor: float
    """The share of the distance that a step keeps in the end."""


class Regime(IntEnum):
    """How the direction that decides, the one that keeps most, comes to the minimum."""

    MONOTONE = 0
    CRITICAL = 1
    RIPPLING = 2
    OSCILLATING = 3
    DIVERGING = 4


REGIME_NAMES: dict[Regime, Text] = {
    Regime.MONOTONE: Text(ko="단조 수렴", en="monotone"),
    Regime.CRITICAL: Text(ko="임계 감쇠", en="critical"),
    Regime.RIPPLING: Text(ko="물결치듯 진동하며 수렴", en="damped oscillation"),
    Regime.OSCILLATING: Text(ko="교대로 진동하며 수렴", en="alternating"),
    Regime.DIVERGING: Text(ko="발산", en="diverging"),
}


def factor(curvatures: ArrayLike, rate: ArrayLike, momentum: ArrayLike = 0.0) -> Array:
    """The share of the distance that one step keeps in the end, shaped like rate and momentum together.

    The largest |λ| over all directions: √r where both roots are complex, else (|b| + √(b² − 4r))/2 with
    b = 1 + r − n a. Above 1 the distance grows.
    """
    return np.max(_radii(*_checked(curvatures, rate, momentum)), axis=0)


def edge(curvatures: ArrayLike, momentum: ArrayLike = 0.0) -> Array:
    """The learning rate 2(1 + r)/a of the steepest direction: it settles exactly below."""
    a, _, r = _checked(curvatures, 0.0, momentum)
    return np.asarray(2 * (1 + r) / a.max())


def critical_rate(curvature: float, momentum: ArrayLike = 0.0) -> Array:
    """(1 − √r)²/a, the lower double root: above it the direction ripples."""
    _, _, r = _checked(curvature, 0.0, momentum)
    return np.asarray((1 - np.sqrt(r)) ** 2 / curvature)


def upper_critical_rate(curvature: float, momentum: ArrayLike = 0.0) -> Array:
    """(1 + √r)²/a, the upper double root: above it the direction stops rippling and lands on alternate sides."""
    _, _, r = _checked(curvature, 0.0, momentum)
    return np.asarray((1 + np.sqrt(r)) ** 2 / curvature)


def best(lowest: float, highest: float) -> Best:
    """The fastest heavy ball for curvatures between `lowest` and `highest`: both are at a double root.

    n = 4/(√a + √b)², r = ((√b − √a)/(√b + √a))², and a step keeps √r.
    """
    _checked([lowest, highest], 0.0, 0.0)
    a, b = np.sqrt([lowest, highest]).tolist()
    kept = abs(b - a) / (b + a)
    return Best(rate=4 / (a + b) ** 2, momentum=kept**2, factor=kept)


def best_without_momentum(lowest: float, highest: float) -> Best:
    """The fastest gradient descent: n = 2/(a + b), and a step keeps (b − a)/(b + a)."""
    _checked([lowest, highest], 0.0, 0.0)
    return Best(rate=2 / (lowest + highest), momentum=0.0, factor=abs(highest - lowest) / (lowest + highest))


def regime(curvatures: ArrayLike, rate: ArrayLike, momentum: ArrayLike = 0.0) -> NDArray[np.uint8]:
    """The `Regime` of the direction that decides, shaped like rate and momentum together.

    Of directions that keep as much (all that ripple keep √r) the flattest decides. Critical are learning rates within
    CLOSE of the flattest's lower double root, as a share of it.
    """
    a, n, r = _checked(curvatures, rate, momentum)
    radii = _radii(a, n, r)
    deciding = a[np.argmax(radii >= (1 - AS_LARGE) * radii.max(axis=0), axis=0)]
    b = 1 + r - n * deciding
    critical = (1 - np.sqrt(r)) ** 2 / deciding
    fits = {
        Regime.DIVERGING: n > 2 * (1 + r) / a.max(),
        Regime.CRITICAL: np.abs(n - critical) <= CLOSE * critical,
        Regime.RIPPLING: b**2 < 4 * r,
        Regime.OSCILLATING: b < 0,
    }
    return np.select(list(fits.values()), list(fits), default=Regime.MONOTONE).astype(np.uint8)


def _radii(a: Array, n: Array, r: Array) -> Array:
    """|λ| of each direction, (directions, …)."""
    b = np.abs(1 + r - n * a.reshape(-1, *[1] * n.ndim))
    discriminant = b**2 - 4 * r
    return np.where(discriminant < 0, np.sqrt(r), (b + np.sqrt(np.maximum(discriminant, 0))) / 2)


def _checked(curvatures: ArrayLike, rate: ArrayLike, momentum: ArrayLike) -> tuple[Array, Array, Array]:
    """Curvatures (directions,) from the flattest on, and rates and momenta in one shape."""
    a = np.sort(np.atleast_1d(np.asarray(curvatures, dtype=np.float64)), axis=None)
    n, r = np.broadcast_arrays(np.asarray(rate, dtype=np.float64), np.asarray(momentum, dtype=np.float64))
    if not (a.size and (a > 0).all() and np.isfinite(a).all()):
        raise ValueError(f"the curvatures are {a.tolist()}; allowed are numbers above 0, at least one")
    if not ((r >= 0) & (r <= 1)).all():
        raise ValueError(f"the momentum goes from {r.min():g} to {r.max():g}; allowed is 0 to 1")
    if not (n >= 0).all():
        raise ValueError(f"the lowest learning rate is {n.min():g}; allowed is 0 or more")
    return a, n, r
