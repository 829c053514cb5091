"""The pictures of functions of one variable: their empty axes, where the browser finds them, and their curves."""

from collections.abc import Callable

import numpy as np

from figures.functions import AUTOMATIC, function_axes
from figures.plain import plain_axes
from figures.sweep import Ticks
from figures.theme import Theme
from parameters import Array
from stage.assets import Asset, themed

BESIDE, JUMP = 1e-9, 1e-3
"""A function that changes by more than the second from one side of 0 to the other, so near to it, jumps there."""


def function_axes_address(
    title: str = "", ticks: Ticks = AUTOMATIC, origin: float | None = None, *, projector: bool
) -> str:
    """Where the browser finds them; see `figures.functions.function_axes`."""
    return _address(title, *ticks, origin, projector=projector)


def curve_over(x: Array, height: Callable[[Array], Array], position: Callable[[Array], Array]) -> Array:
    """(N, 2): a function of x at the positions that the axis counts; broken at 0 where it jumps there."""
    below, above = height(np.array([-BESIDE, BESIDE]))
    points = np.column_stack([position(x), height(x)])
    if abs(above - below) < JUMP:
        return points
    ends = np.column_stack([position(np.zeros(3)), [below, np.nan, above]])
    return np.concatenate([points[x < 0], ends, points[x > 0]])


@themed("function-axes")
def _address(
    theme: Theme, title: str, at: tuple[float, ...], words: tuple[str, ...], origin: float | None, *, projector: bool
) -> Asset:
    return function_axes(theme, title, Ticks(at, words), origin, projector=projector)


@themed("plain-axes")
def plain_axes_address(theme: Theme, x: str, y: str, *, projector: bool) -> Asset:
    """Where the browser finds empty axes with these titles; see `figures.plain.plain_axes`."""
    return plain_axes(theme, x, y, projector=projector)
