"""Numerical differentiation: nudge one variable after the other and see what the function does."""

from collections.abc import Callable, Iterator

import numpy as np

from parameters import Array

Function = Callable[[Array], Array]
"""From points (P, K), one a column, to values (K,)."""

FORWARD_STEP = float(np.sqrt(np.finfo(np.float64).eps))
"""Where truncation and rounding of the forward difference balance, for values and curvatures near 1."""
CENTRAL_STEP = float(np.cbrt(np.finfo(np.float64).eps))
"""The same for the central difference."""
NEAR = 2**15
"""Numbers that nudged points may have at once: enough that one call of f serves many small points, few enough to stay
near the processor."""


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


def numerical_gradient(f: Function, x: Array, step: float = FORWARD_STEP, columns: int | None = None) -> Array:
    """`forward_difference` in pieces of so many columns: the same P + 1 evaluations, in memory that grows with P alone.

    Raises ValueError for a step that is not above 0, or fewer than one column.
    """
    return np.concatenate(list(differences_in_pieces(f, x, step, columns)))[:, None]


def differences_in_pieces(
    f: Function, x: Array, step: float = FORWARD_STEP, columns: int | None = None
) -> Iterator[Array]:
    """The slopes of the forward difference as they come, so many parameters at a time, the first ones first.

    f is handed the same array again and again, and must not keep it.
    Raises ValueError as `numerical_gradient` does.
    """
    _check(step)
    if columns is None:
        columns = max(1, NEAR // len(x))
    if columns < 1:
        raise ValueError(f"columns is {columns}; allowed is 1 or more")
    here = f(x)
    points = np.repeat(x, min(columns, len(x)), axis=1)
    for first in range(0, len(x), columns):
        some = np.arange(first, min(first + columns, len(x)))
        points[some, some - first] += step
        yield (f(points[:, : len(some)]) - here) / step
        points[some, some - first] = x[some, 0]


def _check(step: float) -> None:
    if not step > 0:
        raise ValueError(f"step is {step}; allowed is a number above 0")
