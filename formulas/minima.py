"""The minima and saddle points of any surface inside its picture, searched for from many starts at once.

1. Starts: the places of a fine grid that are no higher than their neighbours, and the centres of a coarse one.
2. Newton's method down to a minimum from all of them: along each axis of the curvature by slope over |curvature|, as
   in saddle-free Newton, never farther than 1/20 of the picture, and shorter where that would lead up.
3. Where it does not come to rest (at kinks, where the curvature says nothing), points of a turning compass are
   tried, with a smaller circle whenever none of them is lower.
4. For saddle points, Newton's method plainly.
5. What was found is merged, and looked at from circles about it: higher all around is a minimum, up and down at least
   twice is a saddle point, and anything else is neither. So flat floors and slopes are never taken for minima.

The lowest of them is global where no place of the fine grid is lower.

Nothing proves that all are found: a basin much narrower than the cells of the grid can be missed.

Source of the step: Y. Dauphin et al., "Identifying and attacking the saddle point problem in high-dimensional
non-convex optimization", NeurIPS (2014).
"""

from typing import Literal, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from parameters import Array
from surfaces.base import Minimum, Place, Saddle

FINE, COARSE = 161, 16
"""Places along each side of the two grids."""
MOST_STARTS, MOST_TRIED = 400, 100
"""From so many places of the fine grid Newton's method begins, from so many places the compass: the lowest."""
MOST_MINIMA, MOST_SADDLES = 121, 12
"""More minima than this are left out, the highest first; more saddle points than this are not marked at all."""
NEWTON_STEPS, POLISH_STEPS, COMPASS_STEPS = 50, 4, 150
REACH = 0.05
"""The longest step, in diagonals of the picture."""
RESTING = 1e-7
"""Newton's method rests where its step is shorter than this share of a diagonal."""
APART = 1e-4
"""What is nearer to each other than this, in diagonals, is one place."""
COMPASS, TURN = 16, np.pi * (3 - 5**0.5)
"""Points of the compass, and the angle by which it turns: the golden one, so that it never looks the same way twice."""
CIRCLES = (1e-3, 1e-4)
"""From so far away, in diagonals, a place is looked at."""
AROUND = 64
"""Points on these circles."""
ROUNDING = 16 * np.finfo(float).eps
"""Heights differ where they differ by more than this share of them."""
FLAT = 1e-10
"""Where a direction rises by less than this share of the steepest one, it is flat, and the place no minimum."""
DEEP, HOLE = 1e-7, 0.3
"""What on a circle as small as this (in diagonals) is still so deep, as a share of its depth on the far one, has no
bottom."""
SINGULAR = 1e-6
"""Where the smallest curvature is below this share of the largest, a minimum may belong to a floor that is flat."""
ASKED, SIDES = 32, 8
"""So many of such minima, the lowest, are looked at: from so many sides at ten times the far circle."""
BOTTOMLESS = 10.0
"""A way down that ends at no minimum, so many times the picture's height below it, has no end."""
CLOSE = 1e-9
"""Minima whose heights differ by less than this share are equally low."""

Floor = Literal["inside", "edge", "flat", "endless", "nowhere"]
"""Where the lowest height of the picture is: at a minimum inside it; on its edge, or on the edge of where f is a
number; all along a line or on a plain; nowhere, because f falls to −∞; nowhere, because f is no number at all."""


class Smooth(Protocol):
    """What is searched: f, ∇f and the Hessian at the points (2, B)."""

    @property
    def domain(self) -> tuple[Place, Place]: ...
    def value(self, p: Array) -> Array: ...
    def gradient(self, p: Array) -> Array: ...
    def hessian(self, p: Array) -> Array: ...


class Landmarks(NamedTuple):
    """What was found inside the picture."""

    minima: tuple[Minimum, ...]
    """The lowest first."""
    saddles: tuple[Saddle, ...]
    floor: Floor
    more: bool = False
    """Whether there are more minima than are marked."""


def landmarks(surface: Smooth) -> Landmarks:
    """Search the picture of `surface`: about a tenth of a second."""
    with np.errstate(all="ignore"):
        grid, heights = _fine_grid(surface)
        if not np.isfinite(heights).any():
            return Landmarks((), (), "nowhere")
        down = _descended(surface, np.hstack([_hollows(grid, heights), _coarse_grid(surface)]))
        level = _level_places(surface, _coarse_grid(surface))
        places = _apart(surface, _inside(surface, np.hstack([down, level])))
        kinds = _kinds(surface, places)
        alone = _alone(surface, places[:, kinds == MINIMUM])
        minima = _minima(surface, alone, float(np.nanmin(heights)))
        saddles = _saddles(surface, places[:, kinds == SADDLE])
        deepest = float(surface.value(places[:, kinds == NEITHER]).min(initial=np.inf))
        if (kinds == POLE).any() or np.isneginf(surface.value(_inside(surface, down))).any():
            deepest = -np.inf
        floor = _floor(heights, deepest, has_bottom=any(each.is_global for each in minima))
        shown = minima[:MOST_MINIMA] if floor != "endless" else tuple(each for each in minima if not each.is_global)
        return Landmarks(shown, saddles, floor, len(minima) > MOST_MINIMA)


def _diagonal(surface: Smooth) -> float:
    (x0, x1), (y0, y1) = surface.domain
    return float(np.hypot(x1 - x0, y1 - y0))


def _lattice(surface: Smooth, shares: Array) -> Array:
    """Places (2, N, N) at these shares of the picture's sides."""
    (x0, x1), (y0, y1) = surface.domain
    return np.array(np.meshgrid(x0 + (x1 - x0) * shares, y0 + (y1 - y0) * shares))


def _coarse_grid(surface: Smooth) -> Array:
    return _lattice(surface, (np.arange(COARSE) + 0.5) / COARSE).reshape(2, -1)


def _fine_grid(surface: Smooth) -> tuple[Array, Array]:
    grid = _lattice(surface, np.linspace(0, 1, FINE))
    return grid, surface.value(grid)


def _height(surface: Smooth, p: Array) -> Array:
    """f, and +∞ where it is no number."""
    height = surface.value(p)
    return np.where(np.isnan(height), np.inf, height)


def _hollows(grid: Array, heights: Array) -> Array:
    """The places (2, B) that are no higher than the eight about them, and lower than one; the lowest ones."""
    height = np.where(np.isnan(heights), np.inf, heights)
    padded = np.pad(height, 1, constant_values=np.inf)
    rows, columns = height.shape
    around = np.array(
        [padded[i : i + rows, j : j + columns] for i in range(3) for j in range(3) if (i, j) != (1, 1)],
    )
    hollow = np.isfinite(height) & (height <= around.min(axis=0)) & (height < around.max(axis=0))
    places, heights = grid[:, hollow], height[hollow]
    return places[:, np.argsort(heights, kind="stable")[:MOST_STARTS]]


def _descended(surface: Smooth, p: Array) -> Array:
    """Where the ways down from the starts (2, B) lead."""
    p, rests = _newton(surface, p)
    stuck = _apart(surface, _inside(surface, p[:, ~rests]), 10 * APART)
    return np.hstack([p[:, rests], _compass(surface, stuck[:, :MOST_TRIED])])


def _newton(surface: Smooth, p: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Down from all starts at once, and which of them have come to rest."""
    diagonal = _diagonal(surface)
    height, share = _height(surface, p), np.ones(p.shape[1])
    step = np.zeros_like(p)
    for _ in range(NEWTON_STEPS):
        step = _saddle_free_step(surface, p, REACH * diagonal)
        trial = p + share * step
        lower = _height(surface, trial)
        falls = lower < height
        p, height = np.where(falls, trial, p), np.where(falls, lower, height)
        share = np.where(falls, np.minimum(1, 2 * share), share / 4)
    for _ in range(POLISH_STEPS):  # heights tell places apart to half their digits, slopes to all of them
        p = _if_flatter(surface, p, _newton_step(surface, p))
    return p, np.hypot(*_saddle_free_step(surface, p, REACH * diagonal)) <= RESTING * diagonal


def _saddle_free_step(surface: Smooth, p: Array, reach: float) -> Array:
    """−|H|⁻¹∇f, no longer than `reach` along either axis; 0 where there is no such number."""
    g = surface.gradient(p)
    (xx, xy), (_, yy) = surface.hessian(p)
    middle, half = (xx + yy) / 2, (xx - yy) / 2
    radius = np.hypot(half, xy)
    turned = np.array([half * g[0] + xy * g[1], xy * g[0] - half * g[1]]) / np.where(radius == 0, 1, radius)
    steep, flat = (g + turned) / 2, (g - turned) / 2  # the parts of ∇f along both axes
    shortest = np.hypot(*g) / reach
    step = -(steep / _at_least(middle + radius, shortest) + flat / _at_least(middle - radius, shortest))
    return np.where(np.isfinite(step).all(axis=0), step, 0)


def _at_least(curvature: Array, bound: Array) -> Array:
    """|curvature|, or the bound where that is larger; 1 where both are 0."""
    size = np.maximum(np.abs(curvature), bound)
    return np.where(size == 0, 1, size)


def _newton_step(surface: Smooth, p: Array) -> Array:
    """−H⁻¹∇f; nan or inf where there is no such number."""
    (xx, xy), (_, yy) = surface.hessian(p)
    dx, dy = surface.gradient(p)
    return np.array([xy * dy - yy * dx, xy * dx - xx * dy]) / (xx * yy - xy**2)


def _if_flatter(surface: Smooth, p: Array, step: Array) -> Array:
    """One step farther where the slope is smaller there; only the last digits are at stake, so it is a tiny one."""
    before, after = np.hypot(*surface.gradient(p)), np.hypot(*surface.gradient(p + step))
    tiny = np.hypot(*step) <= APART * _diagonal(surface)
    return np.where(tiny & (after < before), p + step, p)


def _compass(surface: Smooth, p: Array) -> Array:
    """Down from all starts at once without slopes."""
    diagonal = _diagonal(surface)
    height, radius = _height(surface, p), np.full(p.shape[1], REACH / 4 * diagonal)
    for turn in range(COMPASS_STEPS):
        points = p[:, None] + radius * _circle(COMPASS, turn * TURN)[:, :, None]
        heights = _height(surface, points)
        best = heights.argmin(axis=0)
        lower = np.take_along_axis(heights, best[None], axis=0)[0]
        falls = lower < height
        moved = np.take_along_axis(points, best[None, None], axis=1)[:, 0]
        p, height = np.where(falls, moved, p), np.where(falls, lower, height)
        radius = np.where(falls, radius, radius / 2)
    return p


def _circle(count: int, turn: float = 0.0) -> Array:
    """Points (2, count) on the circle about 0 with radius 1."""
    angles = turn + 2 * np.pi * np.arange(count) / count
    return np.array([np.cos(angles), np.sin(angles)])


def _level_places(surface: Smooth, p: Array) -> Array:
    """Where Newton's method for ∇f = 0 comes to rest."""
    diagonal = _diagonal(surface)
    step = np.zeros_like(p)
    for _ in range(NEWTON_STEPS):
        step = _newton_step(surface, p)
        length = np.hypot(*step)
        step = step * np.minimum(1, REACH * diagonal / np.where(length == 0, 1, length))
        p = p + np.where(np.isfinite(step), step, 0)
    rests = (np.hypot(*step) <= RESTING * diagonal) | (np.hypot(*surface.gradient(p)) == 0)
    return p[:, rests]


def _inside(surface: Smooth, p: Array) -> Array:
    """Those inside the picture; what is beside its edge by a rounding is put onto it."""
    low, high = np.array(surface.domain).T[:, :, None]
    room = 1e-9 * _diagonal(surface)
    inside = ((p >= low - room) & (p <= high + room)).all(axis=0)
    return np.clip(p[:, inside], low, high)


def _apart(surface: Smooth, p: Array, share: float = APART) -> Array:
    """One of those that are near to each other, the lowest; the lowest of all first."""
    height = _height(surface, p)
    order = np.lexsort((np.hypot(*surface.gradient(p)), height))  # of equally low ones the flattest
    p = p[:, order[np.isfinite(height[order])]]
    left, kept = p, []
    while left.shape[1]:
        first = left[:, :1]
        kept.append(first)
        left = left[:, np.hypot(*(left - first)) > share * _diagonal(surface)]
    return np.hstack([p[:, :0], *kept]) + 0.0  # + 0: no −0 is shown


NEITHER, MINIMUM, SADDLE, POLE = range(4)


def _kinds(surface: Smooth, p: Array) -> NDArray[np.int64]:
    """What each place (2, B) is, seen from circles about it."""
    height = surface.value(p)
    far, near, inner = (
        surface.value(p[:, None] + share * _diagonal(surface) * _circle(AROUND)[:, :, None]) - height
        for share in (*CIRCLES, DEEP)
    )
    noise = ROUNDING * np.abs(height)
    flat = noise + FLAT * np.abs(far).max(axis=0)
    is_pit = (far > flat).all(axis=0) & (near >= -noise).all(axis=0)
    is_pole = is_pit & (inner.max(axis=0) > HOLE * far.max(axis=0))
    is_saddle = (
        np.min([_turns(np.where(above > noise, 1, np.where(above < -noise, -1, 0))) for above in (far, near)], axis=0)
        >= 4
    )
    return np.select([is_pole, is_pit, is_saddle], [POLE, MINIMUM, SADDLE], NEITHER)


def _turns(signs: NDArray[np.int64]) -> NDArray[np.int64]:
    """How often the signs (N, B) change on the way around; 0 is skipped."""
    last = signs[-1].copy()
    for row in signs:  # what comes before the first, on the way around
        last = np.where(row == 0, last, row)
    turns = np.zeros(signs.shape[1], dtype=np.int64)
    for row in signs:
        turns += (row != 0) & (last != 0) & (row != last)
        last = np.where(row == 0, last, row)
    return turns


def _alone(surface: Smooth, p: Array) -> Array:
    """Those minima (2, B) that are no part of a floor along which one can go: beside them, nothing else is as low.

    A floor may be curved, so from the side one first goes down to it.
    """
    singular = np.flatnonzero(_is_singular(surface, p))
    asked = singular[:ASKED]
    radius = 10 * CIRCLES[0] * _diagonal(surface)
    beside = (p[:, asked, None] + radius * _circle(SIDES, TURN)[:, None]).reshape(2, -1)
    ends = _descended(surface, beside)
    away = np.hypot(*(ends[:, None] - p[:, asked, None]))
    room = FLAT * (
        np.abs(surface.value(beside)).reshape(-1, SIDES).max(axis=1, initial=0) + np.abs(surface.value(p[:, asked]))
    )
    as_low = surface.value(ends) <= (surface.value(p[:, asked]) + room)[:, None]
    flat = asked[(as_low & (away > radius / 2) & (away < 2 * radius)).any(axis=1)]
    if not flat.size:
        return p
    floors = surface.value(p[:, flat])[:, None]
    level = np.abs(surface.value(p[:, singular]) - floors) <= CLOSE * np.maximum(1, np.abs(floors))
    return np.delete(p, singular[level.any(axis=0)], axis=1)


def _is_singular(surface: Smooth, p: Array) -> NDArray[np.bool_]:
    """Whether some direction hardly curves, or the curvature says nothing."""
    (xx, xy), (_, yy) = surface.hessian(p)
    middle, radius = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
    return ~(middle - radius > SINGULAR * (middle + radius))


def _minima(surface: Smooth, places: Array, lowest: float) -> tuple[Minimum, ...]:
    """The places as minima; global are the lowest ones, if nothing in the picture is lower."""
    heights = surface.value(places)
    room = CLOSE * max(1.0, abs(float(heights.min(initial=0))))
    floor = min(lowest, float(heights.min(initial=np.inf)))
    return tuple(
        Minimum((float(x), float(y)), float(height), is_global=bool(height <= floor + room))
        for (x, y), height in zip(places.T, heights, strict=True)
    )


def _saddles(surface: Smooth, places: Array) -> tuple[Saddle, ...]:
    if places.shape[1] > MOST_SADDLES:
        return ()
    return tuple(
        Saddle((float(x), float(y)), float(height))
        for (x, y), height in zip(places.T, surface.value(places), strict=True)
    )


def _floor(heights: Array, deepest: float, *, has_bottom: bool) -> Floor:
    """Where the lowest height is, seen from the fine grid and from the deepest place that is no minimum."""
    lowest, highest = (float(of(heights[np.isfinite(heights)])) for of in (np.min, np.max))
    if np.isneginf(heights).any() or deepest < lowest - BOTTOMLESS * max(highest - lowest, abs(lowest)):
        return "endless"
    if has_bottom:
        return "inside"
    low = heights <= lowest + ROUNDING * abs(lowest)
    return "flat" if low[1:-1, 1:-1].any() and np.count_nonzero(low) > 1 else "edge"
