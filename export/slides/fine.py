"""Lines, areas and markers inside one panel, drawn several times as large and then made smaller: edges are smooth."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

import numpy as np
from PIL import Image, ImageDraw

from export.slides.ink import DASHES, outline
from export.slides.letters import Paint, Place
from export.slides.trail import FAR, NEAR, inside
from figures.theme import Dash, Marker
from parameters import Array

FINE = 3
"""So many times as large."""


class Canvas:
    """A panel that is drawn on, in pixels of the slide."""

    def __init__(self, ground: Image.Image) -> None:
        """Upon a ground that is as fine already."""
        self._fine = ground.copy()
        self._draw = ImageDraw.Draw(self._fine, "RGBA")  # what is drawn lets through what lies under it

    def reduced(self) -> Image.Image:
        return self._fine.reduce(FINE)

    def whole(self) -> Image.Image:
        """As fine as it is drawn: the ground of another."""
        return self._fine

    def line(self, points: Array, color: Paint, width: float, dash: Dash = "solid", halo: Paint | None = None) -> None:
        """Through the points (N, 2) in pixels of the panel; the pen is lifted where one is none."""
        ways = list(_ways(points))
        if halo is not None:
            for way in ways:
                self._stroke(way, halo, width + 2)
        lengths = [length * width / 2 for length in DASHES[dash]]
        for way in ways:
            for piece in _dashed(way, lengths) if lengths else [way]:
                self._stroke(piece, color, width)

    def area(self, points: Array, color: Paint, share: float) -> None:
        """What the points enclose, covering so much of what lies under it."""
        for corners in _ways(points):
            if len(corners) > 2:
                self._draw.polygon(self._finely(corners), (*color, round(255 * share)))

    def facet(self, corners: Array, color: Array) -> None:
        """A piece of a ground that leaves no seam to the next."""
        places = self._finely([(x, y) for x, y in corners.tolist()])
        self._draw.polygon(places, tuple(color.tolist()), outline=tuple(color.tolist()))

    def marker(self, marker: Marker, radius: float, at: Place, color: Paint, halo: Paint) -> None:
        """A marker with a halo of one pixel."""
        if np.isfinite(at).all() and max(map(abs, at)) < FAR:
            self._draw.polygon(self._finely(outline(marker, radius + 1.2, at)), halo)
            self._draw.polygon(self._finely(outline(marker, radius, at)), color)

    def upright(self, x: float, color: Paint, width: float) -> None:
        """A line through the panel from top to bottom."""
        self._stroke([(x, 0.0), (x, self._fine.height / FINE)], color, width)

    def level(self, y: float, color: Paint, width: float) -> None:
        """A line through the panel from left to right."""
        self._stroke([(0.0, y), (self._fine.width / FINE, y)], color, width)

    def _finely(self, places: Sequence[Place]) -> list[Place]:
        return [(FINE * x, FINE * y) for x, y in places]

    def _stroke(self, way: Sequence[Place], color: Paint, width: float) -> None:
        """The part of a way that the panel shows."""
        size = self._fine.width // FINE, self._fine.height // FINE
        run: list[Place] = []
        for start, end in pairwise(way):
            seen = inside(start, end, size, 2 * width)
            if seen is None:
                self._through(run, color, width)
                run = []
                continue
            ends = [(start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at) for at in seen]
            if seen[0] > 0 or not run:
                self._through(run, color, width)
                run = [ends[0]]
            run.append(ends[1])
        self._through(run, color, width)

    def _through(self, run: Sequence[Place], color: Paint, width: float) -> None:
        if len(run) > 1:
            self._draw.line(self._finely(run), color, max(1, round(FINE * width)), joint="curve")


def _ways(points: Array) -> Iterator[list[Place]]:
    """The unbroken parts of a line, without points that are too near to be seen apart, or too far to be anywhere."""
    way: list[Place] = []
    for x, y in points.tolist():
        if not (abs(x) < FAR and abs(y) < FAR):
            yield way
            way = []
        elif not way or hypot(x - way[-1][0], y - way[-1][1]) >= NEAR:
            way.append((x, y))
    yield way


def _dashed(way: Sequence[Place], lengths: Sequence[float]) -> Iterator[list[Place]]:
    """The pieces of a way on which the dashes are on."""
    i, left, piece = 0, lengths[0], list(way[:1])
    for start, end in pairwise(way):
        length, at = hypot(end[0] - start[0], end[1] - start[1]), 0.0
        if length > sum(lengths) * _MANY:  # far outside: nobody sees its dashes
            at = length - length % sum(lengths)
            piece = [end]
        while length - at > left:
            at += left
            place = (start[0] + (end[0] - start[0]) * at / length, start[1] + (end[1] - start[1]) * at / length)
            if i % 2 == 0:
                yield [*piece, place]
            piece = [place]
            i = (i + 1) % len(lengths)
            left = lengths[i]
        left -= length - at
        piece = [*piece, end] if i % 2 == 0 else [end]
    if i % 2 == 0:
        yield piece


_MANY = 4000
"""Dashes along one straight line."""


def fine_size(width: int, height: int) -> tuple[int, int]:
    """Of the ground of a panel of this size."""
    return FINE * width, FINE * height
