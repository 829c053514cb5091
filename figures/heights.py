"""The heights of a surface over its domain, as its pictures colour and raise them."""

from typing import NamedTuple, Protocol

import numpy as np

from parameters import Array
from simulation import Chart

LEVELS = 18
"""Contour lines on a picture."""
RARE = 0.01
"""The highest and the lowest percent of a picture is cut off"""
TALL = 20.0
"""where it is this many times as high as all the rest: beside a pole nothing else would be seen."""
LARGEST = 1e30
"""Higher surfaces are shown in a smaller measure, because pictures know no larger numbers than 1e38."""
LEVEL = 1e-6
"""A picture whose heights differ by less than this share of them is a plain."""


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
    """(H, W), a row for each y; nan where f is no number."""
    measured: bool
    """Whether the heights shown are those of f."""

    @property
    def contours(self) -> dict[str, float]:
        """Where the contour lines lie, the way Plotly takes them."""
        if not np.isfinite(self.shown).any():
            return {"start": 0.0, "end": 0.0, "size": 1.0}
        bottom, top = float(np.nanmin(self.shown)), float(np.nanmax(self.shown))
        return {"start": bottom, "end": top, "size": (top - bottom) / LEVELS or 1.0}


def heights(surface: Mapped, across: int, down: int | None = None) -> Heights:
    """f on `across` × `down` points, as many both ways unless told; log(f − lowest + a little) where that tells more.

    Where f is no number, there is nothing to show.
    """
    (x0, x1), (y0, y1) = surface.domain
    x, y = np.linspace(x0, x1, across), np.linspace(y0, y1, down or across)
    height = surface.value(np.array(np.meshgrid(x, y)))
    finite = np.isfinite(height)
    if not finite.all():
        height = np.where(finite, height, np.nan)
    if not finite.any():
        return Heights(x, y, height, measured=True)
    return Heights(x, y, *_shown(height, logarithmic=surface.logarithmic))


def _shown(height: Array, *, logarithmic: bool) -> tuple[Array, bool]:
    """The heights as they are shown, and whether they are those of f."""
    low, high = float(np.nanmin(height)), float(np.nanmax(height))
    largest = max(abs(low), abs(high))
    if logarithmic:
        scale = max(1.0, largest / np.sqrt(np.finfo(float).max))  # so that the span of the heights is a number
        height, span = height / scale - low / scale, high / scale - low / scale
        return np.log(height + 1e-3 * span**0.5) if span > 0 else height, False
    if high - low <= LEVEL * largest:
        return np.where(np.isfinite(height), low / max(1.0, largest / LARGEST), np.nan), largest <= LARGEST
    rest_low, rest_high = (float(each) for each in np.nanquantile(height, (RARE, 1 - RARE)))
    if high / TALL - low / TALL > rest_high - rest_low > 0:
        room = (rest_high - rest_low) / 2
        height = np.clip(height, rest_low - room, rest_high + room)
        largest = float(np.nanmax(np.abs(height)))
    return (height, True) if largest <= LARGEST else (height / (largest / LARGEST), False)


def colour_scale(depths: tuple[str, ...]) -> list[tuple[float, str]]:
    """The colours from the lowest to the highest place, evenly."""
    return [(i / (len(depths) - 1), color) for i, color in enumerate(depths)]
