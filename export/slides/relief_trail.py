"""One run's way over a relief: between two steps it follows hills and valleys, as its shadow would."""

from itertools import pairwise

import numpy as np
from PIL import Image

from export.slides.letters import Place
from export.slides.relief import RESOLUTION, Relief
from export.slides.trail import Pen, Trail, inside
from figures.theme import Style
from parameters import Array

MOST_BETWEEN, MOST = 40, 4000
"""At most so many places between two steps, and along a whole trail."""
HIDDEN = 0.55
"""What is behind the ground shines through this much."""


class ReliefTrail:
    """Grows as a trail on a map does; what the ground hides is fainter."""

    def __init__(self, path: Array, relief: Relief, style: Style, pen: Pen) -> None:
        """`path` (steps + 1, 2) is on the axes."""
        points, self._begins = _spread(path, relief)
        places = relief.laid(points)
        self._pixels = relief.seen(places)
        hidden = relief.hidden(places)
        before = np.concatenate([[False], hidden[:-1]])  # the hidden stretch reaches to where it comes out
        seen, behind = self._pixels.copy(), self._pixels.copy()
        seen[hidden] = np.nan
        behind[~hidden & ~before] = np.nan
        self._box = relief.box
        self._seen, self._behind = (Trail(course, relief.box, style, pen) for course in (seen, behind))
        self._step = 0

    def grow(self, step: int) -> None:
        """Draw on, up to this step."""
        self._step = step
        for trail in (self._behind, self._seen):
            trail.grow(int(self._begins[step]))

    def paste(self, picture: Image.Image) -> None:
        """Lay it over a picture: first what is hidden."""
        self._behind.paste(picture, HIDDEN)
        self._seen.paste(picture)

    def head(self) -> Place | None:
        """Where it is now, in pixels of the picture; None where that is no place."""
        return self._at(int(self._begins[self._step]))

    def way_out(self, left_at: int) -> tuple[Place, Place] | None:
        """The last two places before it left; None where there are none."""
        end = int(self._begins[left_at])
        known = np.flatnonzero(np.isfinite(self._pixels[: end + 1]).all(axis=1))
        if not known.size:
            return None
        last, before = int(known[-1]), int(known[-2] if known.size > 1 else known[-1])
        ends = self._at(before), self._at(last)
        return (ends[0], ends[1]) if ends[0] and ends[1] else None

    def _at(self, place: int) -> Place | None:
        x, y = self._pixels[place].tolist()
        return (self._box.left + x, self._box.top + y) if np.isfinite(x) and np.isfinite(y) else None


def _spread(path: Array, relief: Relief) -> tuple[Array, Array]:
    """Points along the way, one for each cell it crosses, and the number of the one where each step is reached.

    A run that leaves is drawn to the very edge, one that comes back from there; outside its points are nan.
    """
    (x0, x1), (y0, y1) = relief.domain
    origin, size = np.array([x0, y0]), (x1 - x0, y1 - y0)
    most = max(1, min(MOST_BETWEEN, MOST // max(1, len(path) - 1)))
    points, begins = [path[:1]], [0]
    for start, end in pairwise(path):
        piece = _between(start, end, origin, size, most)
        points.append(piece)
        begins.append(begins[-1] + len(piece))
    return np.concatenate(points), np.array(begins)


def _between(start: Array, end: Array, origin: Array, size: tuple[float, float], most: int) -> Array:
    """The way from one step to the next, as far as it is on the ground."""
    nowhere = np.full((1, 2), np.nan)
    if not np.isfinite([start, end]).all():
        return nowhere
    shares = inside((start - origin).tolist(), (end - origin).tolist(), size, 0.0)
    if shares is None:
        return end[None] if (start == end).all() else nowhere
    first, last = shares
    cells = (np.abs(end - start) * (last - first) / np.array(size)).max() * (RESOLUTION - 1)
    at = np.linspace(first, last, min(most, max(1, int(np.ceil(cells)))) + 1)[:, None]
    way = start + (end - start) * at
    before = [nowhere, way[:1]] if first > 0 else []
    return np.concatenate([*before, way[1:], *([nowhere] if last < 1 else [])])
