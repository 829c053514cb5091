"""The heavy ball at every learning rate and momentum: measured cell by cell, and run where the dials can stand."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cache import remembered
from figures.loss import LossScale, loss_scale
from figures.rate_map import RateMap
from optimizers import Momentum
from pages.momentum.choice import HIGHEST_MOMENTUM, curvatures
from parameters import Array
from simulation import measured_factor, quadratic, simulate, status_of
from surfaces.base import Place
from surfaces.ravine import Ravine

CELLS = 128
"""Along each side of the map."""
MEASURED_STEPS = 1000
"""So many steps of every cell are run and measured."""
BEYOND = 1.1
"""The map ends at so many times 4/λmax, the largest edge, which r = 1 would have."""
RATES, MOMENTA = 24, 20
"""Positions of the two dials; their runs together are below 600 kB."""
STEPS = 100
"""That a run at a position of the dials is shown."""


class Runs(NamedTuple):
    """A run for every position of the dials, momentum by momentum: (MOMENTA · RATES, …)."""

    rates: Array
    """(RATES,)"""
    momenta: Array
    """(MOMENTA,)"""
    path: Array
    """(rows, STEPS + 1, 2)"""
    loss: Array
    """(rows, STEPS + 1)"""
    left: NDArray[np.int64]
    """(rows,): the step at which it left the picture for good; −1 inside."""
    factors: Array
    """(rows,): the share of the distance that a step keeps, as measured."""
    scale: LossScale
    """That shows all of it."""

    @property
    def places(self) -> Array:
        """(rows, 2): learning rate and momentum of every row."""
        momenta, rates = np.meshgrid(self.momenta, self.rates, indexing="ij")
        return np.column_stack([rates.ravel(), momenta.ravel()])


@remembered(most_bytes=4_000_000)
def cells(surface: Ravine, start: Place) -> RateMap:
    """What a step keeps from this start, measured in every cell of the map."""
    rates = _top(surface, start) * (np.arange(CELLS) + 0.5) / CELLS
    momenta = np.linspace(0, HIGHEST_MOMENTUM, CELLS)
    r, n = np.meshgrid(momenta, rates, indexing="ij")
    factors = measured_factor(surface, Momentum(momentum=r.ravel()), start, n.ravel(), MEASURED_STEPS)
    return RateMap(rates, momenta, factors.reshape(r.shape))


@remembered(most_bytes=4_000_000)
def runs(surface: Ravine, start: Place) -> Runs:
    """A run for every position of the dials; the optimum and the best gradient descent are among them, to the bit."""
    known = curvatures(surface, start)
    best, descent = (of(min(known), max(known)) for of in (quadratic.best, quadratic.best_without_momentum))
    rates = _with(_top(surface, start) * np.arange(1, RATES + 1) / RATES, descent.rate, best.rate)
    momenta = _with(np.linspace(0, HIGHEST_MOMENTUM, MOMENTA), best.momentum)
    r, n = (each.ravel() for each in np.meshgrid(momenta, rates, indexing="ij"))
    rule = Momentum(momentum=r)
    run = simulate(surface, rule, start, n, STEPS)
    return Runs(
        rates=rates,
        momenta=momenta,
        path=np.ascontiguousarray(run.path.transpose(2, 0, 1)),
        loss=np.ascontiguousarray(run.loss.T),
        left=status_of(surface, run).left_at[-1].copy(),
        factors=measured_factor(surface, rule, start, n, MEASURED_STEPS),
        scale=loss_scale(run.loss, surface.minima[0].value),
    )


def fastest(shown: RateMap) -> tuple[float, float, float] | None:
    """Learning rate, momentum and factor of the cell that keeps least; None where nothing could be measured."""
    if np.isnan(shown.factors).all():
        return None
    row, column = np.unravel_index(np.nanargmin(shown.factors), shown.factors.shape)
    return float(shown.rates[column]), float(shown.momenta[row]), float(shown.factors[row, column])


def _top(surface: Ravine, start: Place) -> float:
    """The learning rate at which the map ends."""
    return BEYOND * 4 / max(curvatures(surface, start))


def _with(values: Array, *wanted: float) -> Array:
    """The values, and in place of the nearest one each that is wanted."""
    for each in wanted:
        values[np.argmin(np.abs(values - each))] = each
    return values
