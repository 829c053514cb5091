"""A race as evidence: the run that the stage shows, optimizer by optimizer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from optimizers import Optimizer
from parameters import Array
from simulation import Run, Status, Verdict
from surfaces.base import Minimum, Place, Surface

Axis = Literal["x", "y"]
AXES: tuple[Axis, ...] = get_args(Axis)
ARRIVALS = (Verdict.HOVERING, Verdict.CONVERGED, Verdict.LOCAL)
"""It has reached a minimum, though it may still swing about it."""


class Racer(NamedTuple):
    """An optimizer and its learning rate."""

    rule: Optimizer[Any]
    rate: float


class Runner(NamedTuple):
    """One optimizer's run; row t is the state after t steps."""

    racer: Racer
    points: Array
    """(2, steps + 1)."""
    loss: Array
    """(steps + 1,)."""
    verdict: NDArray[np.uint8]
    distance: Array
    """To the nearest minimum."""
    arrival: int
    """The step since which it has been at a minimum; −1 where it is at none in the end."""

    @property
    def moves(self) -> Array:
        """(2, steps)."""
        return np.diff(self.points, axis=1)

    @property
    def lengths(self) -> Array:
        """Of its steps, (steps,)."""
        return np.hypot(*self.moves)

    @property
    def last(self) -> Place:
        """Where it is in the end."""
        x, y = self.points[:, -1]
        return float(x), float(y)

    def along(self, axis: Axis) -> Array:
        """Its place on one axis, (steps + 1,)."""
        return self.points[AXES.index(axis)]

    def since(self, *verdicts: Verdict) -> int | None:
        """The step from which on, to the end, its verdict is one of these; None where the last one is another."""
        other = np.flatnonzero(~np.isin(self.verdict, verdicts))
        first = int(other[-1]) + 1 if other.size else 0
        return first if first < len(self.verdict) else None


@dataclass(frozen=True, eq=False)
class Raced:
    """A race, run and measured."""

    surface: Surface
    racers: Mapping[str, Racer]
    """By the keys of their optimizers, in the order of their columns."""
    run: Run
    status: Status
    pinned: "Raced | None" = None
    """The race that is seen faintly behind it."""

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {key: column for column, key in enumerate(self.racers)}

    @property
    def steps(self) -> int:
        """How many there are."""
        return len(self.run.path) - 1

    def runner(self, optimizer: str) -> Runner:
        """One of them."""
        column = self._columns[optimizer]
        return Runner(
            self.racers[optimizer],
            self.run.points[:, :, column],
            self.run.loss[:, column],
            self.status.verdict[:, column],
            self.status.distance[:, column],
            int(self.status.arrival[-1, column]),
        )

    def nearest(self, place: Place) -> Minimum | None:
        """The minimum nearest to a place; None on a surface without any."""
        return min(self.surface.minima, key=lambda each: np.hypot(*np.subtract(each.place, place)), default=None)
