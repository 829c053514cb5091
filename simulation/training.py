"""Training: every entrant learns the same lesson from the same weights, all its learning rates side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from parameters import Array
from simulation.lanes import Entrant, lanes_of
from work.pieces import Pieces

PIECES = 200
"""Between two pieces of the work it can be told how far it is, and be broken off."""


class Seen(NamedTuple):
    """What is seen of B models before a step."""

    loss: Array
    """(B,), on all data."""
    score: Array
    """(B,), how good they are in another measure than the loss."""
    gradient: Array
    """(P, B), of the loss on the data that this step sees."""


class Lesson(Protocol):
    """What is learned: a loss over P parameters, that may come from another part of the data at every step."""

    def seen(self, p: Array, t: int) -> Seen:
        """What step `t` = 1, 2, … sees at the parameters `p` (P, B)."""


@dataclass(frozen=True, eq=False)
class Training:
    """How B models learned. Row t is the state after t steps; row 0 is the start."""

    loss: Array
    """(steps + 1, B), on all data; inf or nan where it left the range of floats."""
    score: Array
    """(steps + 1, B)."""
    slope: Array
    """(steps + 1, B), ‖∇L‖ of the data that the following step sees."""
    moments: NDArray[np.int64]
    """(M,), the steps of the snapshots: evenly from 0 to the last."""
    snapshots: NDArray[np.float32]
    """(M, P, B), the parameters at these steps, to be drawn."""
    lanes: tuple[slice, ...]
    """The columns of each entrant, in the order they entered."""

    @property
    def steps(self) -> int:
        return len(self.loss) - 1


def train(lesson: Lesson, entrants: Sequence[Entrant], start: Array, steps: int, moments: int) -> Pieces[Training]:
    """Let every entrant learn from `start`, (P,) or several (P, S), in pieces: yields the share that is done.

    θₜ = θₜ₋₁ − stepₜ, as in a race: each column goes the way that `simulation.race` would lead it on the same
    landscape. An entrant has as many columns as learning rates, or as starts. Nothing is ever clipped. What is kept of
    the parameters are `moments` snapshots (fewer where there are fewer steps), and the last of them is the end.

    Raises ValueError for learning rates that are no number or (B,), (S,) where there are several starts, or for
    fewer than 0 steps.
    """
    if steps < 0:
        raise ValueError(f"steps is {steps}; allowed is 0 or more")
    starts = np.asarray(start, dtype=np.float64).reshape(len(start), -1)
    lanes = lanes_of(entrants, starts.shape[1], steps)
    width = lanes[-1].columns.stop if lanes else 0
    kept = moments_of(steps, moments)
    theta = np.empty((len(starts), width))
    for lane in lanes:
        theta[:, lane.columns] = starts
    snapshots = np.empty((len(kept), *theta.shape), np.float32)
    loss, score, slope = np.empty((3, steps + 1, width))
    states = [lane.rule.init(theta[:, lane.columns]) for lane in lanes]
    piece = max(1, steps // PIECES)
    for t in range(steps + 1):
        with np.errstate(all="ignore"):  # leaving the range of floats is a result here, not an accident
            if t in kept:
                snapshots[np.searchsorted(kept, t)] = theta
            loss[t], score[t], gradient = lesson.seen(theta, t + 1)
            slope[t] = np.sqrt(np.einsum("pb,pb->b", gradient, gradient))
            if t == steps:
                break
            following = np.empty_like(theta)
            for i, (rule, rates, columns) in enumerate(lanes):
                own = np.ascontiguousarray(gradient[:, columns])
                following[:, columns], states[i] = rule.update(own, states[i], t + 1, rates[t])
            np.subtract(theta, following, out=theta)
        if t % piece == 0:
            yield t / steps
    return Training(loss, score, slope, kept, snapshots, tuple(lane.columns for lane in lanes))


def moments_of(steps: int, count: int) -> NDArray[np.int64]:
    """At most `count` steps, evenly from 0 to the last."""
    return np.unique(np.round(np.linspace(0, steps, min(count, steps + 1))).astype(np.int64))


def best_of(training: Training, lane: slice) -> int:
    """The column of an entrant with the lowest loss at the last step, the first of two that are as good."""
    last = training.loss[-1, lane]
    return lane.start + int(np.argmin(np.where(np.isfinite(last), last, np.inf)))
