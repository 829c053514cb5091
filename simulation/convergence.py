"""How fast a rule comes to a point, measured on its runs: the share of the distance that one step keeps.

It is the geometric mean of |xₜ − x*|/|xₜ₋₁ − x*| over the second half of a run, the steps in the middle of that half
counting most, those at its ends nothing: sin² weights. So it does not matter at which point of a swing the half begins
and ends, as it would for the mere quotient of two distances or for a straight line through their logarithms.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parameters import Array, Scalar
from simulation.blocks import Blocks
from simulation.protocols import Landscape, Rule

LEAST, MOST = 1e-140, 1e140
"""Distances in between can be squared; a run is measured as long as it is there."""
ROUNDING = 1e-12
"""No run is measured nearer to a point than this share of its coordinates: there a difference is mere rounding."""
ROWS, PIECE = 60, 2048
"""Steps and columns that are computed at a time: two megabytes, written once and read once."""


def measured_factor(
    landscape: Landscape,
    rule: Rule,
    start: ArrayLike,
    rates: Scalar,
    steps: int,
    *,
    target: ArrayLike | None = None,
) -> Array:
    """The share of the distance to `target` (D,), by default the origin, that a step keeps: (B,), one for each column.

    `start` is (D,) or (D, B), `rates` a number or (B,), and a setting of the rule may be (B,) where `rates` is: one
    call measures a map. Above 1 the distance grows; inf where it has left the range of floats at once, 0 where it has
    arrived at once, and nan where it began at the target.

    A run that leaves the range that can be measured is measured up to there. Raises ValueError for fewer than 1 step,
    a start that is not (D,) or (D, B), a target that is not (D,), or learning rates that do not fit.
    """
    origin = np.asarray(start, dtype=np.float64)
    if origin.ndim not in (1, 2):
        raise ValueError(f"start has shape {origin.shape}; allowed is one point (D,) or a batch of points (D, B)")
    goal = np.zeros(len(origin)) if target is None else np.asarray(target, dtype=np.float64)
    if goal.shape != origin.shape[:1]:
        raise ValueError(f"target has shape {goal.shape}; allowed is one point {origin.shape[:1]}")
    if steps < 1:
        raise ValueError(f"steps is {steps}; allowed is 1 or more")
    blocks = Blocks(landscape, rule, origin.reshape(len(origin), -1), rates, steps)
    least = max(LEAST, ROUNDING * float(np.abs(goal).max()))
    factors = np.empty(blocks.width)
    buffer = np.empty((steps + 1, 0))
    for columns in blocks.pieces(np.arange(blocks.width), PIECE):
        if buffer.shape[1] != len(columns):
            buffer = np.empty((steps + 1, len(columns)))
        _squares(blocks.x[None, :, columns], goal, out=buffer[:1])
        for done in range(0, steps, ROWS):
            rows = min(ROWS, steps - done)
            _squares(blocks.run(columns, done, rows)[1:], goal, out=buffer[done + 1 : done + rows + 1])
        factors[columns] = _factors(buffer, least)
    return factors


def _squares(path: Array, goal: Array, *, out: Array) -> None:
    """The square of the distance, (rows, B), of a path (rows, D, B) that is overwritten."""
    with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
        if goal.any():
            path -= goal[:, None]
        path *= path
        np.add(path[:, 0], path[:, 1] if len(goal) > 1 else 0.0, out=out)
        for d in range(2, len(goal)):
            out += path[:, d]


def _factors(squares: Array, least: float) -> Array:
    """The factor of each column from the squares (steps + 1, B) of its distances, which are overwritten."""
    end = np.full(squares.shape[1], len(squares))  # the row after the last that is usable
    (gone,) = np.nonzero(~_usable(squares[-1], least))
    usable = _usable(squares[::-1, gone], least)
    end[gone] = np.where(usable.any(axis=0), len(squares) - np.argmax(usable, axis=0), 0)
    factors = np.empty(squares.shape[1])
    for stop in np.unique(end):
        (columns,) = np.nonzero(end == stop)
        first = stop // 2 if stop > 3 else 0
        if stop - first < 2:
            after = squares[min(stop, len(squares) - 1), columns]
            factors[columns] = np.select([stop == 0, after <= least**2], [np.nan, 0.0], np.inf)
            continue
        measured = squares[first:stop] if len(columns) == squares.shape[1] else squares[first:stop, columns]
        np.clip(measured, least**2, MOST**2, out=measured)
        np.log(measured, out=measured)
        factors[columns] = np.exp(_weights(stop - first - 1) @ measured / 2)
    return factors


def _usable(squares: Array, least: float) -> NDArray[np.bool_]:
    return (squares > least**2) & (squares < MOST**2)


def _weights(moves: int) -> Array:
    """What each logarithm counts, (moves + 1,), when the moves from one to the next count like sin² and 1 together."""
    of_moves = np.sin(np.pi * (np.arange(moves) + 0.5) / moves) ** 2
    of_moves /= of_moves.sum()
    return np.append(0.0, of_moves) - np.append(of_moves, 0.0)
