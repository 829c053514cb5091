"""The race of algorithms that ask: every one from the same start, with an objective of its own that counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from parameters import Array
from simulation.counted import Counted, Curved, prices
from simulation.protocols import Rule
from simulation.run import Run
from work.pieces import Pieces, finished, quiet

AT_REST = 1e-8
"""A gradient no longer than this ends a run: it asks for nothing more, and stays."""
PIECE = 10
"""A piece of a race has so many steps of one algorithm."""


class Asking(Protocol):
    """An algorithm; see `algorithms.Algorithm`."""

    def init(self, x: Array) -> Any:
        """The memory before the first step from `x` (D,)."""

    def advance(self, x: Array, gradient: Array, state: Any, objective: Counted) -> tuple[Array, Any] | None:
        """The next point and the memory after it; None where it finds no step."""


class StepState(NamedTuple):
    memory: Any
    """Of the rule."""
    t: int
    """Steps so far."""


@dataclass(frozen=True)
class GradientAlone:
    """An optimizer among algorithms: its gradient is all that it asks for."""

    rule: Rule
    learning_rate: float

    def init(self, x: Array) -> StepState:
        return StepState(self.rule.init(x), 0)

    def advance(self, x: Array, gradient: Array, state: StepState, objective: Counted) -> tuple[Array, StepState]:
        t = state.t + 1
        step, memory = self.rule.update(gradient, state.memory, t, self.learning_rate)
        return x - step, StepState(memory, t)


@dataclass(frozen=True)
class AskedRun:
    """A run, and what it has cost."""

    run: Run
    asked: NDArray[np.int32]
    """(steps + 1, 3, B): how many values, gradients and Hessians each has asked for by then."""

    @property
    def cost(self) -> NDArray[np.int64]:
        """(steps + 1, B), in numbers: see `prices`."""
        return np.einsum("tkb,k->tb", self.asked, np.array(prices(self.run.path.shape[1])))


def asking_race(
    surface: Curved, algorithms: Sequence[Asking], start: ArrayLike, steps: int, *, noise: float = 0.0, seed: int = 0
) -> AskedRun:
    """Let every algorithm run from `start` (D,), in a column of its own.

    At every step the objective is asked for ∇f(xₜ₋₁); then the algorithm may ask what it likes, and says xₜ. It stays
    for good, and asks nothing more, where that gradient is no longer than `AT_REST`, where it finds no step, and where
    it has left the range of floats. The noise is that of `Counted`, drawn from `seed` by each for itself.

    Raises ValueError for a start that is no point, fewer than 0 steps, or a negative σ.
    """
    return finished(asking_race_in_pieces(surface, algorithms, start, steps, noise=noise, seed=seed))


def asking_race_in_pieces(
    surface: Curved, algorithms: Sequence[Asking], start: ArrayLike, steps: int, *, noise: float = 0.0, seed: int = 0
) -> Pieces[AskedRun]:
    """The same race, some steps at a time. See `asking_race`."""
    origin = np.asarray(start, dtype=np.float64)
    if origin.ndim != 1:
        raise ValueError(f"start has shape {origin.shape}; allowed is one point (D,)")
    if steps < 0:
        raise ValueError(f"steps is {steps}; allowed is 0 or more")
    if noise < 0:
        raise ValueError(f"noise is {noise}; allowed is 0 or more, the σ of a normal distribution")
    path = np.empty((steps + 1, len(origin), len(algorithms)))
    path[0] = origin[:, None]
    asked = np.zeros((steps + 1, 3, len(algorithms)), np.int32)
    for column, algorithm in enumerate(algorithms):
        way = _alone(algorithm, Counted(surface, noise, seed), path[:, :, column], asked[:, :, column])
        for done in quiet(way):
            yield (column + done) / len(algorithms)
    with np.errstate(all="ignore"):
        loss = surface.value(np.moveaxis(path, 1, 0))
    return AskedRun(Run(path, loss, tuple(slice(each, each + 1) for each in range(len(algorithms)))), asked)


def _alone(algorithm: Asking, objective: Counted, path: Array, asked: NDArray[np.int32]) -> Pieces[None]:
    """Fill rows 1… of a path (steps + 1, D) and of what was asked by then (steps + 1, 3)."""
    state, moves = algorithm.init(path[0].copy()), True
    for t in range(1, len(path)):
        x, found = path[t - 1].copy(), None
        if moves:
            gradient = objective.gradient(x)
            rests = not np.isfinite(gradient).all() or np.linalg.norm(gradient) <= AT_REST
            found = None if rests else algorithm.advance(x, gradient, state, objective)
        moves = found is not None
        path[t], state = found or (x, state)
        asked[t] = objective.asked
        if t % PIECE == 0:
            yield t / len(path)
