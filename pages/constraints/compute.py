"""One optimizer with and without a constraint, for every learning rate of the dial; remembered for every viewer."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cache import remembered
from figures.loss import LossScale, asked_scale, loss_scale
from optimizers import Optimizer
from parameters import Array
from simulation import Constraint, Entrant, Lowest, Noting, Projected, Run, lowest_allowed, race, status_of
from surfaces import Surface
from surfaces.base import Place
from ui.common.axes import edge_of
from ui.common.sweep_compute import rate_ladder

STRIDE = 3
"""From one place of the dial to the next: every third rung of the ladder, a factor of √2."""


class ConstraintInputs(NamedTuple):
    """Everything that the answer depends on."""

    surface: Surface
    start: Place
    steps: int
    rule: Optimizer[Any]
    constraint: Constraint


class Side(NamedTuple):
    """The runs with the constraint, or those without."""

    path: Array
    """(rates, steps + 1, 2)"""
    loss: Array
    """(rates, steps + 1)"""
    broken: Array
    """(rates, steps + 1): by how much the constraint is broken."""
    away: Array
    """(rates, steps + 1): how far its own lowest place is; nan where there is none."""
    left: NDArray[np.int64]
    """(rates,): the step at which it left the picture for good; −1 inside."""


class Constrained(NamedTuple):
    """Everything that came of it."""

    rates: Array
    projected: Side
    free: Side
    reach: Array
    """(rates, steps + 1, 3, 2): from where each step set out, where it alone led, and the nearest allowed place."""
    scale: LossScale
    """That shows all losses."""
    asked_scale: LossScale
    """That tells nothing of where they end."""
    lowest: Lowest | None
    """The lowest allowed place of the picture."""


def rates_of(surface: Surface, start: Place) -> Array:
    """The learning rates of the dial, the edge of stability among them."""
    ladder = rate_ladder(surface, start)
    edge = edge_of(surface, start) or surface.learning_rate
    return ladder[int(np.argmin(np.abs(np.log(ladder / edge)))) % STRIDE :: STRIDE]


@remembered(most_bytes=200_000)
def lowest_of(surface: Surface, constraint: Constraint) -> Lowest | None:
    """The lowest allowed place of the picture."""
    return lowest_allowed(surface, constraint)


@remembered(most_bytes=8_000_000)
def constrained(inputs: ConstraintInputs) -> Constrained:
    """The answer; some 20 ms of work, a megabyte at most."""
    surface, start, steps, rule, constraint = inputs
    rates, noting = rates_of(surface, start), Noting(constraint)
    run = race(surface, [Entrant(Projected(rule, noting), rates), Entrant(rule, rates)], start, steps)
    with_it, without = run.lanes
    lowest = lowest_of(surface, constraint)
    goals = [lowest.place] if lowest else []
    projected = _side(inputs, run, with_it, goals)
    minima = [each.place for each in surface.minima if each.is_global]
    return Constrained(
        rates=rates,
        projected=projected,
        free=_side(inputs, run, without, minima),
        reach=_reach(projected.path, noting.asked),
        scale=loss_scale(run.loss, surface.lowest),
        asked_scale=asked_scale(run.loss, surface.lowest),
        lowest=lowest,
    )


def _side(inputs: ConstraintInputs, run: Run, lane: slice, goals: list[Place]) -> Side:
    own = Run(run.path[:, :, lane], run.loss[:, lane], ())
    with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
        broken = inputs.constraint.violation(own.points)
        away = np.full(own.loss.shape, np.inf)
        for x, y in goals:
            away = np.minimum(away, np.hypot(own.points[0] - x, own.points[1] - y))
    return Side(
        path=np.ascontiguousarray(own.path.transpose(2, 0, 1)),
        loss=own.loss.T,
        broken=broken.T,
        away=away.T if goals else np.full(own.loss.T.shape, np.nan),
        left=status_of(inputs.surface, own).left_at[-1],
    )


def _reach(path: Array, asked: list[Array]) -> Array:
    """The two legs of every step; before the first one, all of it is the start."""
    before = np.concatenate([path[:, :1], path[:, :-1]], axis=1)
    alone = np.concatenate([path[:, :1], np.array(asked).reshape(-1, 2, len(path)).transpose(2, 0, 1)], axis=1)
    return np.stack([before, alone, path], axis=2)
