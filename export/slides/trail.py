"""One run's way over a panel: a mask that grows with every step and never forgets."""

from collections.abc import Sequence
from math import floor, hypot, isfinite
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from export.slides.ink import DASHES, FINE, HALO_SHARE, Box
from export.slides.letters import Paint, Place
from figures.theme import Style
from parameters import Array

NEAR = 0.75
"""Pixels: a step shorter than this waits for the next ones."""
FAR = 1e7
"""Pixels: from further out no line is drawn back, as on the stage."""


class Pen(NamedTuple):
    """What a trail is drawn with."""

    color: Paint
    halo: Paint
    width: float
    halo_width: float


class Trail:
    """The line behind one head. It stands for itself, so that trails lie over each other in the order of the racers."""

    def __init__(self, course: Array, box: Box, style: Style, pen: Pen) -> None:
        """`course` (steps + 1, 2) is in pixels of the panel; what is drawn never leaves its `box`."""
        self._course = course.tolist()
        self._box = box
        self._pen = pen
        self._dashes = [length * pen.width / 2 for length in DASHES[style.dash]]
        self._halo, self._line = (Image.new("L", (box.width, box.height)) for _ in range(2))
        self._touched = (box.width, box.height, 0, 0)
        self._step = 0
        self._along = 0.0
        """How long the line is so far: where in its dashes it goes on."""
        self._last = self._course[0] if _is_near(self._course[0]) else None
        """From where the line goes on; None while the pen is lifted."""

    def grow(self, step: int) -> None:
        """Draw on, up to this step."""
        while self._step < step:
            self._step += 1
            self._to(self._course[self._step])

    def paste(self, picture: Image.Image, strength: float = 1.0) -> None:
        """Lay it over a picture, as strong as that: first the halo, then the line."""
        left, top, right, bottom = self._touched
        if right <= left or bottom <= top:
            return
        place = (self._box.left + left, self._box.top + top, self._box.left + right, self._box.top + bottom)
        for color, mask in ((self._pen.halo, self._halo), (self._pen.color, self._line)):
            picture.paste(color, place, mask.crop(self._touched).point(lambda level: round(strength * level)))

    def head(self) -> Place | None:
        """Where it is now, in pixels of the picture; None where that is no place."""
        x, y = self._course[self._step]
        return (self._box.left + x, self._box.top + y) if isfinite(x) and isfinite(y) else None

    def _to(self, place: list[float]) -> None:
        if not (isfinite(place[0]) and isfinite(place[1])):
            self._last = None
            return
        if self._last is not None:
            length = hypot(place[0] - self._last[0], place[1] - self._last[1])
            if length < NEAR:
                return
            self._segment(self._last, place, length)
            self._along += length
        self._last = place if _is_near(place) else None

    def _segment(self, start: list[float], end: list[float], length: float) -> None:
        """The part of a straight line that the panel shows, its halo and its dashes."""
        seen = inside(start, end, (self._box.width, self._box.height), self._pen.halo_width)
        if seen is None:
            return
        first, last = seen[0] * length, seen[1] * length

        def places(pieces: list[tuple[float, float]]) -> list[Place]:
            shares = [at / length for piece in pieces for at in piece]
            return [(start[0] + (end[0] - start[0]) * each, start[1] + (end[1] - start[1]) * each) for each in shares]

        self._draw(self._halo, places([(first, last)]), self._pen.halo_width, HALO_SHARE)
        self._draw(self._line, places(self._drawn(first, last)), self._pen.width, 255)

    def _drawn(self, first: float, last: float) -> list[tuple[float, float]]:
        """Where between two lengths along this segment the dashes are on."""
        if not self._dashes:
            return [(first, last)]
        pieces: list[tuple[float, float]] = []
        period = sum(self._dashes)
        at = first - (self._along + first) % period
        while at < last:
            for i, length in enumerate(self._dashes):
                if i % 2 == 0 and at + length > first and at < last:
                    pieces.append((max(at, first), min(at + length, last)))
                at += length
        return pieces

    def _draw(self, mask: Image.Image, ends: list[Place], width: float, level: int) -> None:
        """Straight pieces, given by both ends of each, with round ends; nothing that is covered becomes less so."""
        if not ends:
            return
        around = width / 2 + 1
        left, top = (max(0, floor(min(each[i] for each in ends) - around)) for i in (0, 1))
        right = min(self._box.width, floor(max(x for x, _ in ends) + around) + 1)
        bottom = min(self._box.height, floor(max(y for _, y in ends) + around) + 1)
        if right <= left or bottom <= top:
            return
        piece = Image.new("L", (FINE * (right - left), FINE * (bottom - top)))
        draw = ImageDraw.Draw(piece)
        fine = [(FINE * (x - left), FINE * (y - top)) for x, y in ends]
        for one, other in zip(fine[::2], fine[1::2], strict=True):
            draw.line([one, other], fill=level, width=round(FINE * width))
        for x, y in (fine[0], fine[-1]):
            radius = FINE * width / 2
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=level)
        box = (left, top, right, bottom)
        mask.paste(ImageChops.lighter(mask.crop(box), piece.reduce(FINE)), box)
        before = self._touched
        self._touched = (min(before[0], left), min(before[1], top), max(before[2], right), max(before[3], bottom))


def _is_near(place: list[float]) -> bool:
    return abs(place[0]) < FAR and abs(place[1]) < FAR


def inside(
    start: Sequence[float], end: Sequence[float], size: tuple[float, float], margin: float
) -> tuple[float, float] | None:
    """The shares of a segment between which it is in a box of that size or hardly outside (Liang and Barsky, 1984)."""
    first, last = 0.0, 1.0
    for at, to, length in zip(start, end, size, strict=True):
        low, high, reach = -margin - at, length + margin - at, to - at
        if reach == 0:
            if low > 0 or high < 0:
                return None
            continue
        shares = sorted((low / reach, high / reach))
        first, last = max(first, shares[0]), min(last, shares[1])
    return (first, last) if first < last else None


def crossing(box: Box, inside: Place, outside: Place) -> Place:
    """Where the way from a place in the box to one outside crosses its edge."""
    share = 1.0
    edges = ((box.left, box.right), (box.top, box.bottom))
    for at, to, (low, high) in zip(inside, outside, edges, strict=True):
        if to < low:
            share = min(share, (low - at) / (to - at))
        if to > high:
            share = min(share, (high - at) / (to - at))
    x, y = (float(np.clip(a + (b - a) * share, *edge)) for a, b, edge in zip(inside, outside, edges, strict=True))
    return x, y
