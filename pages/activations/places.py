"""Pictures over x under its dial: their axis, the dial, and curves that may jump at 0."""

from collections.abc import Callable

import numpy as np

from figures.sweep import Ticks
from numerals import numeral
from pages.activations.choice import PLACES, USUAL_PLACE
from parameters import Array
from stage.figure_grid import Dial
from ui.common.function_axes import curve_over, function_axes_address

FINE = 481
"""Points of a curve."""
POSITIONS = np.arange(float(len(PLACES)))
"""The axes of x count the dial's positions, so that its thumb stands under the points."""


def place_dial(under: str) -> Dial:
    """From the lowest to the highest x, under a picture that has it along its axis."""
    return Dial(
        key="x",
        label="x",
        under=under,
        values=[numeral(x, 3) for x in PLACES],
        written=[f"{x:.10g}" for x in PLACES],
        usual=int(np.argmin(np.abs(PLACES - USUAL_PLACE))),
    )


def place_axes(*, projector: bool) -> str:
    """Axes whose x counts the dial's positions."""
    whole = range(0, len(PLACES), 20)
    ticks = Ticks(tuple(map(float, whole)), tuple(numeral(PLACES[i], 2) for i in whole))
    return function_axes_address("x", ticks, float(POSITIONS.mean()), projector=projector)


def position_of(x: Array) -> Array:
    """Where an x is on such an axis."""
    return (x - PLACES[0]) / (PLACES[1] - PLACES[0])


def curve(height: Callable[[Array], Array]) -> Array:
    """(N, 2): a function over all x, on an axis of positions; broken at 0 where it jumps there."""
    return curve_over(np.linspace(PLACES[0], PLACES[-1], FINE), height, position_of)
