"""An x axis under its dial: it counts the dial's positions, so that the dial's thumb stands under the points."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from figures.sweep import Ticks
from numerals import numeral
from parameters import Array
from stage.figure_grid import Dial
from ui.common.function_axes import curve_over, function_axes_address

FINE = 481
"""Points of a curve."""
TICKED = 20
"""Every so many positions have their number."""


class DialAxis(NamedTuple):
    """The places of x, evenly from the lowest to the highest."""

    places: Array
    usual: float
    """Where the dial stands when the address says nothing."""

    @property
    def positions(self) -> Array:
        """Of the places on the axis."""
        return np.arange(float(len(self.places)))

    def position_of(self, x: Array) -> Array:
        """Where an x is on the axis."""
        return (x - self.places[0]) / (self.places[1] - self.places[0])

    def dial(self, under: str) -> Dial:
        """Under a picture that has it along its axis."""
        return Dial(
            key="x",
            label="x",
            under=under,
            values=[numeral(x, 3) for x in self.places],
            written=[f"{x:.10g}" for x in self.places],
            usual=int(np.argmin(np.abs(self.places - self.usual))),
        )

    def axes(self, *, projector: bool) -> str:
        """Where the browser finds axes whose x is this one."""
        ticked = range(0, len(self.places), TICKED)
        ticks = Ticks(tuple(map(float, ticked)), tuple(numeral(self.places[i], 2) for i in ticked))
        return function_axes_address("x", ticks, float(self.positions.mean()), projector=projector)

    def curve(self, height: Callable[[Array], Array]) -> Array:
        """(N, 2): a function over all x; broken at 0 where it jumps there."""
        return curve_over(np.linspace(self.places[0], self.places[-1], FINE), height, self.position_of)
