"""The relief of a surface on a slide: where each of its places is seen, and what its ground hides."""

from math import cos, hypot, radians, sin
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from address.viewpoint import Angles
from export.slides.ink import Box
from export.slides.letters import Place
from figures.heights import Heights, Mapped, heights
from figures.relief import CENTER, proportions
from parameters import Array

RESOLUTION = 121
"""Points along each side of the grid."""
LIFT = 0.012
"""Trails lie this share of the whole height above the ground, so that it does not swallow them."""
ACROSS, DOWN = 0.84, 0.86
"""How much of its picture a relief fills at most; the rest is for the words at its axes."""
FITTED_FOR = 38
"""The tilt for which it is fitted, in degrees; it keeps its size while it is turned (stage/player/race/camera.js)."""


class Sides(NamedTuple):
    """Of the box around a relief, in pixels of its picture."""

    x: float
    y: float
    z: float


class Relief:
    """Seen from these angles without a vanishing point, as large as its picture allows."""

    def __init__(self, surface: Mapped, camera: Angles, box: Box) -> None:
        self.box = box
        self.domain = surface.domain
        self.grid: Heights = heights(surface, RESOLUTION)
        known = self.grid.shown[np.isfinite(self.grid.shown)]
        self.low = float(known.min()) if known.size else 0.0
        self.high = max(float(known.max()) if known.size else 0.0, self.low + 1e-9 * max(1.0, abs(self.low)))
        self._sides = _fitted(surface, box)
        turn, tilt = map(radians, camera)
        self._right = np.array([-sin(turn), cos(turn), 0.0])
        self._up = np.array([-sin(tilt) * cos(turn), -sin(tilt) * sin(turn), cos(tilt)])
        self.towards_eye = np.array([cos(tilt) * cos(turn), cos(tilt) * sin(turn), sin(tilt)])

    def inside(self, places: Array) -> Array:
        """Places (N, 3) on the axes as places in the box, in pixels from its middle."""
        (x0, x1), (y0, y1) = self.domain
        lows, spans = np.array([x0, y0, self.low]), np.array([x1 - x0, y1 - y0, self.high - self.low])
        return ((places - lows) / spans - 0.5) * np.array(self._sides)

    def seen(self, places: Array) -> Array:
        """Places (N, 3) on the axes as pixels (N, 2) of the picture, from its top left corner."""
        shifted = self.inside(places) - np.array([0.0, 0.0, CENTER * self.box.height / 2])
        across, down = shifted @ self._right, shifted @ self._up
        return np.column_stack([self.box.width / 2 + across, self.box.height / 2 - down])

    def depth(self, places: Array) -> Array:
        """How near to the eye places (N, 3) are."""
        found: Array = self.inside(places) @ self.towards_eye
        return found

    def laid(self, points: Array) -> Array:
        """Points (N, 2) of the plane as places (N, 3) a little above the ground; nan outside."""
        return np.column_stack([points, self.height(points) + LIFT * (self.high - self.low)])

    def height(self, points: Array) -> Array:
        """The height of the drawn ground at points (N, 2); nan outside."""
        columns, rows = (
            (points[:, i] - axis[0]) / (axis[-1] - axis[0]) * (len(axis) - 1)
            for i, axis in enumerate((self.grid.x, self.grid.y))
        )
        last = RESOLUTION - 1
        is_there = (columns >= -1e-4) & (rows >= -1e-4) & (columns <= last + 1e-4) & (rows <= last + 1e-4)
        i, j = (np.clip(np.nan_to_num(each), 0, last - 1).astype(np.intp) for each in (columns, rows))
        a, b = columns - i, rows - j
        z = self.grid.shown
        near, far = (1 - a) * z[j, i] + a * z[j, i + 1], (1 - a) * z[j + 1, i] + a * z[j + 1, i + 1]
        return np.where(is_there, (1 - b) * near + b * far, np.nan)

    def hidden(self, places: Array) -> NDArray[np.bool_]:
        """Whether the ground stands between places (N, 3) and the eye: looked up cell by cell on the way there."""
        (x0, x1), (y0, y1) = self.domain
        way = self.towards_eye / np.array(self._sides) * np.array([x1 - x0, y1 - y0, self.high - self.low])
        cells = max(abs(way[0]) / (x1 - x0), abs(way[1]) / (y1 - y0)) * (RESOLUTION - 1)
        hidden = np.zeros(len(places), dtype=np.bool_)
        if cells < 1e-9:
            return hidden
        for step in range(1, 2 * RESOLUTION):
            at = places + way / cells * step
            height = self.height(at[:, :2])
            hidden |= height > at[:, 2]
            if not np.isfinite(height).any():
                break
        return hidden

    def place(self, point: tuple[float, float] | Array) -> Place:
        """A point of the plane in pixels of the slide."""
        ((x, y),) = self.seen(self.laid(np.array([point], dtype=np.float64))).tolist()
        return self.box.left + x, self.box.top + y


def _fitted(surface: Mapped, box: Box) -> Sides:
    """The sides of the box, grown until it fits its picture; in Plotly's measure a picture is 2 high."""
    (x0, x1), (y0, y1) = surface.domain
    sides = proportions(x1 - x0, y1 - y0)
    around, tilt = hypot(sides["x"], sides["y"]), radians(FITTED_FOR)
    down = sides["z"] * cos(tilt) + around * sin(tilt)
    grow = min(DOWN / down, ACROSS * box.width / box.height / around) * box.height
    return Sides(grow * sides["x"], grow * sides["y"], grow * sides["z"])
