"""A constraint as lines and areas over the map: what is not allowed, its edge, and what holds its lowest place."""

import numpy as np
from numpy.typing import NDArray

from parameters import Array
from simulation import Constraint, Lowest
from simulation.constraints import Frame

STRIPES = 34
"""Diagonal stripes across the picture."""
SAMPLES = 300
"""Points of a stripe's middle at which it is asked whether they are allowed."""
BROAD = 0.4
"""The share of a stripe in the distance to the next."""
ARROW, HEAD = 0.13, 0.025
"""The length of an arrow and of the sides of its head, as shares of the picture's diagonal."""
BARB = np.deg2rad(152)
"""The turn from an arrow to the sides of its head."""
GAP = np.full((1, 2), np.nan)
"""Lifts the pen."""


def stripes(constraint: Constraint, frame: Frame) -> Array:
    """What is not allowed, hatched: bands at 45° as areas, parted by nan, (N, 2)."""
    (x0, x1), (y0, y1) = frame
    reach, middle = (x1 - x0) + (y1 - y0), np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    along, across = np.array([1.0, 1.0]) / np.sqrt(2), np.array([-1.0, 1.0]) / np.sqrt(2)
    apart = reach / np.sqrt(2) / STRIPES
    at = np.linspace(-reach, reach, SAMPLES) / np.sqrt(2) / 2
    drawn = [GAP]
    for place in (np.arange(STRIPES) - (STRIPES - 1) / 2) * apart:
        line = middle + place * across + at[:, None] * along
        forbidden: NDArray[np.bool_] = constraint.violation(line.T) > 0
        for begin, end in _stretches(forbidden):
            half = BROAD * apart / 2 * across
            drawn += [np.array([line[begin] - half, line[begin] + half, line[end] + half, line[end] - half]), GAP]
    return np.concatenate(drawn)


def _stretches(true: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The first and the last place of every stretch of what is true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], true, [False]]).astype(int)))
    return [(int(begin), int(end) - 1) for begin, end in edges.reshape(-1, 2)]


def arrows(lowest: Lowest, frame: Frame) -> tuple[Array, Array]:
    """−∇f and −Σ λᵢ ∇gᵢ at the lowest allowed place, which hold each other; nothing where the constraint does not."""
    if not lowest.held:
        return GAP, GAP
    slope, pull = -np.array(lowest.slope), -np.array(lowest.pull)
    longest = max(np.hypot(*slope), np.hypot(*pull))
    (x0, x1), (y0, y1) = frame
    size, place = float(np.hypot(x1 - x0, y1 - y0)), np.array(lowest.place)
    onward, back = (_arrow(place, ARROW * size * each / longest, HEAD * size) for each in (slope, pull))
    return onward, back


def _arrow(begin: Array, way: Array, head: float) -> Array:
    """A shaft and two sides of a head."""
    turn = np.arctan2(way[1], way[0])
    end = begin + way
    sides = [end + head * np.array([np.cos(turn + each), np.sin(turn + each)]) for each in (BARB, -BARB)]
    return np.array([begin, end, sides[0], end, sides[1]])
