"""One optimizer or several with many values of one setting, all in one batched run; remembered for every viewer."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from figures.loss import LossScale, loss_scale
from optimizers import Optimizer, with_momentum
from parameters import Array
from simulation import Entrant, Run, ladder, outside, race_in_pieces, rate_regimes, status_of
from surfaces import Surface
from surfaces.base import Place
from ui.common.axes import Axis, rung_and_top
from work.pieces import Pieces, stretch
from work.shared import QUICK, SharedWork

OCTAVES = 16
"""A dial reaches over so many doublings of the learning rate: 97 rungs."""
DEEPEST = 12
"""It begins at least 4 doublings below 2/λmax: the highest is no more than so many above."""
MOMENTA = np.arange(100) / 100
"""The values of r on a dial: 0, 0.01, … 0.99."""


class Swept(NamedTuple):
    """What came of every value (N,), for one optimizer."""

    height: Array
    """The loss at the last step, less the lowest; inf or nan where it left the range of numbers."""
    arrival: NDArray[np.int64]
    """The step at which it reached the minimum where it is in the end; −1 where it is at none."""
    regimes: NDArray[np.uint8]
    left: NDArray[np.int64]
    """The step at which it left the picture for good; −1 inside."""
    best: int | None
    """The value with the lowest loss among those that end inside the picture; None where none does."""


class Sweep(NamedTuple):
    """Everything that came of it."""

    values: Array
    """(N,)"""
    each: dict[str, Swept]
    """By the optimizer's key."""
    path: Array
    """(N, steps + 1, 2) of the one on the dial."""
    loss: Array
    """(N, steps + 1) of it, less the lowest where there is one."""
    scale: LossScale
    """That shows all of it."""


class SweepInputs(NamedTuple):
    """What is swept: everything that the answer depends on."""

    surface: Surface
    start: Place
    steps: int
    rules: tuple[tuple[str, Optimizer[Any]], ...]
    """Who is swept, by key."""
    dialled: str
    """Whose runs are kept."""
    axis: Axis
    rate: float
    """The learning rate at which the momentum is turned; whatever it is where the rate itself is."""


def rate_ladder(surface: Surface, start: Place) -> Array:
    """The learning rates of a dial, 2/λmax among them."""
    rung, top = rung_and_top(surface, start)
    return ladder(rung, min(top, rung * 2.0**DEEPEST), OCTAVES)


def compute(inputs: SweepInputs) -> Pieces[Sweep]:
    """The answer, in pieces: mostly some 10 ms of work, a second where minima or terms of a formula are many."""
    surface, start, steps, rules, dialled, axis, rate = inputs
    values = rate_ladder(surface, start) if axis == "rate" else MOMENTA
    run = yield from stretch(race_in_pieces(surface, _entrants(rules, axis, values, rate), start, steps), 0.0, 0.5)
    scale = loss_scale(run.loss, surface.lowest)
    each: dict[str, Swept] = {}
    for (key, _), own in zip(rules, run.of_each, strict=True):
        each[key] = _swept(surface, own, scale)
        yield 0.5 + 0.5 * len(each) / len(rules)
    kept = dict(zip(each, run.lanes, strict=True))[dialled]
    path = np.ascontiguousarray(run.path[:, :, kept].transpose(2, 0, 1))
    return Sweep(values, each, path, np.ascontiguousarray(run.loss[:, kept].T - scale.base), scale)


SWEEPS = SharedWork(compute, 8_000_000, at_once=QUICK)
"""One for the process: 300 kB an answer, 800 kB at most."""


def swept(inputs: SweepInputs) -> Sweep:
    """The answer, however long it takes."""
    return SWEEPS.answer(inputs)


def _swept(surface: Surface, run: Run, scale: LossScale) -> Swept:
    """What came of every value for one optimizer; nothing of the run itself is kept."""
    status = status_of(surface, run)
    return Swept(
        height=run.loss[-1] - scale.base,
        arrival=status.arrival[-1].copy(),
        regimes=rate_regimes(surface, run, status),
        left=status.left_at[-1].copy(),
        best=_lowest(run.loss[-1], outside(surface, run.points[:, -1])),
    )


def _entrants(rules: Sequence[tuple[str, Any]], axis: Axis, values: Array, rate: float) -> list[Entrant]:
    if axis == "rate":
        return [Entrant(rule, values) for _, rule in rules]
    return [Entrant(with_momentum(rule, values), np.full(len(values), rate)) for _, rule in rules]


def _lowest(loss: Array, gone: NDArray[np.bool_]) -> int | None:
    """Where the loss is the lowest of those that are not gone."""
    inside = np.where(gone | ~np.isfinite(loss), np.inf, loss)
    best = int(np.argmin(inside))
    return best if np.isfinite(inside[best]) else None
