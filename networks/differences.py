"""Numerical differentiation: nudge one variable after the other and see what the function does."""

from collections.abc import Callable

import numpy as np

from parameters import Array

Function = Callable[[Array], Array]
"""From points (P, K), one a column, to values (K,)."""

FORWARD_STEP = float(np.sqrt(np.finfo(np.float64).eps))
"""Where truncation and rounding of the forward difference balance, for values and curvatures near 1."""
CENTRAL_STEP = float(np.cbrt(np.finfo(np.float64).eps))
"""The same for the central difference."""


def forward_difference(f: Function, x: Array, step: float = FORWARD_STEP) -> Array:
    """(f(x + h eᵢ) − f(x))/h for every variable: ∇f (P, 1) at x (P, 1), with P + 1 evaluations of f.

    The lecture's way. Wrong by about h/2 times the curvature, and by rounding over h.
    Raises ValueError for a step that is not above 0.
    """
    _check(step)
    values = f(np.concatenate([x, x + step * np.eye(len(x))], axis=1))
    return ((values[1:] - values[0]) / step)[:, None]


def central_difference(f: Function, x: Array, step: float = CENTRAL_STEP) -> Array:
    """(f(x + h eᵢ) − f(x − h eᵢ))/2h for every variable: ∇f (P, 1) at x (P, 1), with 2P evaluations of f.

    Wrong by about h²/6 times the third derivative, and by rounding over h.
    Raises ValueError for a step that is not above 0.
    """
    _check(step)
    nudges = step * np.eye(len(x))
    values = f(np.concatenate([x + nudges, x - nudges], axis=1))
    return ((values[: len(x)] - values[len(x) :]) / (2.0 * step))[:, None]


def _check(step: float) -> None:
    if not step > 0:
        raise ValueError(f"step is {step}; allowed is a number above 0")
