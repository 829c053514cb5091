"""The only loop: points that move down a landscape, all entrants at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from parameters import Array, Scalar
from simulation.lanes import Entrant, Lane, Schedule, lanes_of
from simulation.protocols import Landscape, Rule
from simulation.replay import replay
from work.pieces import Pieces, finished, quiet, stretch

NEARBY = 65_536
"""So many numbers are computed with at a time: half a megabyte."""
MOST = 0.9
"""The share of a race that is done when all have run, and only heights are missing."""
PIECE, CALL = 20_000, 200
"""A piece of a race has so many columns' steps; a step of all of them takes as long as those of so many more."""


@dataclass(frozen=True)
class Run:
    """Where every point was at every step. Row t is the state after t steps; row 0 is the start."""

    path: Array
    """(steps + 1, D, B); what left the range of floats is inf or nan."""
    loss: Array
    """(steps + 1, B)."""
    lanes: tuple[slice, ...]
    """The columns of each entrant, in the order they entered."""

    @property
    def points(self) -> Array:
        """The path as points (D, steps + 1, B), the way a landscape takes them."""
        return np.moveaxis(self.path, 1, 0)

    @property
    def of_each(self) -> list["Run"]:
        """The columns of each entrant as a run by itself, in the order they entered."""
        return [Run(self.path[:, :, lane], self.loss[:, lane], ()) for lane in self.lanes]


def simulate(
    surface: Landscape,
    optimizer: Rule,
    start: ArrayLike,
    learning_rate: Scalar | Schedule,
    steps: int,
    *,
    noise: float = 0.0,
    seed: int = 0,
) -> Run:
    """Let one rule run: `start` is a point (D,) or a batch (D, B). See `race`."""
    return race(surface, [Entrant(optimizer, learning_rate)], start, steps, noise=noise, seed=seed)


def race(
    surface: Landscape,
    entrants: Sequence[Entrant],
    start: ArrayLike,
    steps: int,
    *,
    noise: float = 0.0,
    seed: int = 0,
) -> Run:
    """Let every entrant run from the same start, for the same number of steps.

    xₜ = xₜ₋₁ − stepₜ, where stepₜ comes from ∇f(xₜ₋₁) + σ·zₜ; the noise z is standard normal, drawn
    from `seed`, and the same for all entrants.

    An entrant has one column, or B where `start` is (D, B) or its learning rate is (B,). Nothing is
    ever clipped: a point that leaves the range of floats becomes inf or nan in its own column.

    A schedule is asked once for each step, before the first one.

    Raises ValueError for a start that is no (D,) or (D, B), learning rates that do not fit it, fewer
    than 0 steps, or a negative σ.
    """
    return finished(race_in_pieces(surface, entrants, start, steps, noise=noise, seed=seed))


def race_in_pieces(
    surface: Landscape,
    entrants: Sequence[Entrant],
    start: ArrayLike,
    steps: int,
    *,
    noise: float = 0.0,
    seed: int = 0,
) -> Pieces[Run]:
    """The same race, some steps at a time where it is long. See `race`."""
    origin = _columns_of(start)
    if steps < 0:
        raise ValueError(f"steps is {steps}; allowed is 0 or more")
    if noise < 0:
        raise ValueError(f"noise is {noise}; allowed is 0 or more, the σ of a normal distribution")
    lanes = lanes_of(entrants, origin.shape[1], steps)
    path = np.empty((steps + 1, len(origin), lanes[-1].columns.stop if lanes else 0))
    for lane in lanes:
        path[0, :, lane.columns] = origin
    loss = yield from quiet(_raced(surface, lanes, path, noise, seed))
    return Run(path, loss, tuple(lane.columns for lane in lanes))


def _raced(surface: Landscape, lanes: Sequence[Lane], path: Array, noise: float, seed: int) -> Pieces[Array]:
    """Fill rows 1… of `path` from row 0, and give the loss of all of them."""
    disturbance = noise * normals(len(path) - 1, path.shape[1], seed) if noise else None
    if not replay(surface, lanes, path, disturbance):
        yield from stretch(_advance(surface, lanes, path, disturbance), 0.0, MOST)
    return (yield from stretch(_heights(surface, path), MOST, 1.0))


def _advance(surface: Landscape, lanes: Sequence[Lane], path: Array, disturbance: Array | None) -> Pieces[None]:
    """Fill rows 1… of `path` from row 0, plainly: one gradient call a step for all lanes."""
    states = [lane.rule.init(path[0, :, lane.columns]) for lane in lanes]
    piece = max(1, PIECE // (CALL + path.shape[2]))
    for t in range(1, len(path)):
        x, following = path[t - 1], path[t]
        gradient = surface.gradient(x)
        if disturbance is not None:
            gradient = gradient + disturbance[t - 1]
        for i, (rule, rates, columns) in enumerate(lanes):
            slope = np.ascontiguousarray(gradient[:, columns])  # NumPy is slow on strided slices this small
            following[:, columns], states[i] = rule.update(slope, states[i], t, rates[t - 1])
        np.subtract(x, following, out=following)  # the row held all steps; now it holds where they lead
        if t % piece == 0:
            yield t / len(path)


def _heights(surface: Landscape, path: Array) -> Pieces[Array]:
    """The loss (steps + 1, B), some rows at a time: what is small enough stays near the processor (2–3×)."""
    loss = np.empty((len(path), path.shape[2]))
    rows = max(1, NEARBY // max(1, path[0].size))
    for first in range(0, len(path), rows):
        if first:
            yield first / len(path)
        loss[first : first + rows] = surface.value(np.moveaxis(path[first : first + rows], 1, 0))
    return loss


def _columns_of(start: ArrayLike) -> Array:
    """The start as columns (D, B)."""
    origin = np.asarray(start, dtype=np.float64)
    if origin.ndim not in (1, 2):
        raise ValueError(f"start has shape {origin.shape}; allowed is one point (D,) or a batch of points (D, B)")
    return origin.reshape(len(origin), -1)


def normals(steps: int, dimensions: int, seed: int) -> Array:
    """Standard normal noise (steps, D, 1), the same for every column."""
    return np.random.default_rng(seed).standard_normal((steps, dimensions, 1))
