"""The lowest allowed place of a picture, looked for everywhere, and the balance of slopes that holds it there."""

from typing import NamedTuple

import numpy as np

from parameters import Array
from simulation.constraints import Constraint
from simulation.status import Chart, diagonal, outside

GRID = 121
"""Points along each side of the picture that are tried, each moved to the nearest allowed place."""
TRIED = 24
"""So many of the lowest are refined, besides the low points of the outline and the minima that are allowed."""
ROUND, SHRINK, ROUNDS = 4, 0.5, 50
"""Refining: so many points to each side, a square that shrinks to this share, so many times."""
ACTIVE = 1e-6
"""A gᵢ whose edge is nearer than this share of the picture's diagonal holds the point."""
BALANCED = 1e-3
"""Where less than this share of ∇f is left over, ∇f and the ∇gᵢ are in balance."""
FALLS = 1e-3
"""Where the second half of the rounds still finds so much lower a place, as a share of the picture's heights, f has no
lowest place there."""
LEVEL = 1e-6
"""A slope below this share of the usual one is none."""


class Lowest(NamedTuple):
    """The lowest allowed place, and what holds it: −∇f = Σ λᵢ ∇gᵢ with λᵢ ≥ 0, or −∇f = λ ∇h."""

    place: tuple[float, float]
    value: float
    slope: tuple[float, float]
    """∇f there."""
    multipliers: tuple[float, ...]
    """λᵢ, one for each function; 0 for those that are not at their edge."""
    pull: tuple[float, float]
    """Σ λᵢ ∇gᵢ there: what −∇f has to be."""
    residual: float
    """|∇f + Σ λᵢ ∇gᵢ|, as a share of |∇f|, or of the picture's usual slope where ∇f is next to nothing."""

    @property
    def held(self) -> bool:
        """Whether the constraint holds it: without, it would go on."""
        return any(self.multipliers)

    @property
    def angle(self) -> float:
        """Degrees between −∇f and Σ λᵢ ∇gᵢ; nan where the constraint does not hold it."""
        if not self.held:
            return np.nan
        (a, b), (c, d) = self.slope, self.pull
        return float(np.degrees(np.arctan2(abs(a * d - b * c), -(a * c + b * d))))


def lowest_allowed(chart: Chart, constraint: Constraint) -> Lowest | None:
    """Where f is the lowest among the allowed places of the picture.

    Every point of a grid is moved to the nearest allowed place; the lowest of these, all low points of the outline and
    the minima that are allowed are refined by ever smaller squares of allowed places. None where nothing in the picture
    is allowed, or where f falls on: over the picture's edge, or into a pole.
    """
    with np.errstate(all="ignore"):  # poles and overflows are places that are not the lowest
        candidates = _candidates(chart, constraint)
        if not candidates.size:
            return None
        near = _refined(chart, constraint, candidates, ROUNDS // 2, 1.0)
        place = _refined(chart, constraint, near[:, None], ROUNDS // 2, SHRINK ** (ROUNDS // 2))
        found = balance(chart, constraint, place)
        falls = float(chart.value(near)) - found.value > FALLS * _spread(chart)
    return None if falls or (found.residual > BALANCED and _at_edge(chart, place)) else found


def balance(chart: Chart, constraint: Constraint, place: Array) -> Lowest:
    """What holds a place (2,): the multipliers that come nearest to −∇f = Σ λᵢ ∇gᵢ.

    The ∇gᵢ that hold one point are at right angles to each other here, so each multiplier stands alone.
    """
    slope = chart.gradient(place)
    usual = _usual_slope(chart)
    normals, sizes = constraint.gradients(place), np.hypot(*constraint.gradients(place).T)
    edges = np.abs(constraint.values(place)) <= ACTIVE * diagonal(chart) * np.maximum(sizes, ACTIVE)
    multipliers = -(normals @ slope) / np.maximum(sizes, ACTIVE) ** 2
    if not constraint.equality:
        multipliers = np.maximum(multipliers, 0.0)
    multipliers = np.where(edges & (np.abs(multipliers) * sizes > LEVEL * usual), multipliers, 0.0)
    pull = multipliers @ normals
    length = float(np.hypot(*slope))
    residual = float(np.hypot(*(slope + pull))) / (length if length > LEVEL * usual else usual)
    return Lowest(
        place=(float(place[0]), float(place[1])),
        value=float(chart.value(place)),
        slope=(float(slope[0]), float(slope[1])),
        multipliers=tuple(map(float, multipliers)),
        pull=(float(pull[0]), float(pull[1])),
        residual=residual,
    )


def _candidates(chart: Chart, constraint: Constraint) -> Array:
    """Allowed places of the picture (2, N) from which to refine."""
    grid = constraint.project(_grid(chart))
    heights = _height(chart, grid)
    near = np.argsort(heights)[:TRIED]
    edge = constraint.outline(chart.domain).T
    above = _height(chart, edge)
    low = (above <= np.roll(above, 1)) & (above <= np.roll(above, -1))
    minima = np.array([each.place for each in chart.minima]).reshape(-1, 2).T
    found = np.concatenate([grid[:, near], edge[:, low], constraint.project(minima)], axis=1)
    return found[:, np.isfinite(_height(chart, found))]


def _refined(chart: Chart, constraint: Constraint, candidates: Array, rounds: int, share: float) -> Array:
    """The lowest place (2,) around any of the candidates (2, N), at first within so large a share of a grid's cell."""
    side = np.linspace(-1, 1, 2 * ROUND + 1)
    square = np.array(np.meshgrid(side, side)).reshape(2, 1, -1)
    reach = share * np.array([(x1 - x0) / GRID for x0, x1 in chart.domain]).reshape(2, 1, 1)
    for _ in range(rounds):
        tried = np.concatenate([candidates[:, :, None], constraint.project(candidates[:, :, None] + reach * square)], 2)
        best = np.argmin(_height(chart, tried), axis=1)
        candidates = np.take_along_axis(tried, best[None, :, None], axis=2)[:, :, 0]
        reach = SHRINK * reach
    lowest: Array = candidates[:, np.argmin(_height(chart, candidates))]
    return lowest


def _height(chart: Chart, p: Array) -> Array:
    """f inside the picture; inf outside it, and where f is no number."""
    height = chart.value(p)
    return np.where(outside(chart, p) | ~np.isfinite(height), np.inf, height)


def _grid(chart: Chart) -> Array:
    (x0, x1), (y0, y1) = chart.domain
    return np.array(np.meshgrid(np.linspace(x0, x1, GRID), np.linspace(y0, y1, GRID))).reshape(2, -1)


def _spread(chart: Chart) -> float:
    """From the lower to the upper quartile of the picture's heights."""
    heights = chart.value(_grid(chart))
    low, high = np.quantile(heights[np.isfinite(heights)], (0.25, 0.75))
    return float(high - low)


def _usual_slope(chart: Chart) -> float:
    """The median of |∇f| over the picture; 1 where that is nothing."""
    slopes = np.hypot(*chart.gradient(_grid(chart)))
    usual = float(np.median(slopes[np.isfinite(slopes)])) if np.isfinite(slopes).any() else 0.0
    return usual or 1.0


def _at_edge(chart: Chart, place: Array) -> bool:
    """Whether a place is at the picture's edge."""
    return any(
        min(value - low, high - value) < 1e-6 * (high - low)
        for value, (low, high) in zip(place, chart.domain, strict=True)
    )
