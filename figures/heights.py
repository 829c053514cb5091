"""The heights of a surface over its domain, as its pictures colour and raise them."""

from typing import NamedTuple, Protocol

import numpy as np

from parameters import Array
from simulation import Chart

LEVELS = 18
"""Contour lines on a picture."""


class Mapped(Chart, Protocol):
    """A chart that says whether its heights are better shown by their logarithm."""

    @property
    def logarithmic(self) -> bool: ...


class Heights(NamedTuple):
    """A grid over the domain and the height shown at each of its points.

    What is shown is for reading the shape; it never touches what the race computes.
    """

    x: Array
    """(W,)"""
    y: Array
    """(H,)"""
    shown: Array
    """(H, W), a row for each y."""

    @property
    def contours(self) -> dict[str, float]:
        """Where the contour lines lie, the way Plotly takes them."""
        known = self.shown[np.isfinite(self.shown)]
        bottom, top = float(known.min(initial=np.inf)), float(known.max(initial=-np.inf))
        return {"start": bottom, "end": top, "size": (top - bottom) / LEVELS}


def heights(surface: Mapped, across: int, down: int | None = None) -> Heights:
    """f on `across` × `down` points, as many both ways unless told; log(f − lowest + a little) where that tells more.

    Where f is no number, there is nothing to show.
    """
    (x0, x1), (y0, y1) = surface.domain
    x, y = np.linspace(x0, x1, across), np.linspace(y0, y1, down or across)
    height = surface.value(np.array(np.meshgrid(x, y)))
    if surface.logarithmic:
        known = height[np.isfinite(height)]
        height = np.log(height - known.min() + 1e-3 * float(np.ptp(known)) ** 0.5)
    return Heights(x, y, height)


def colour_scale(depths: tuple[str, ...]) -> list[tuple[float, str]]:
    """The colours from the lowest to the highest place, evenly."""
    return [(i / (len(depths) - 1), color) for i, color in enumerate(depths)]
