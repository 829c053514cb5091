"""Maps of many runs: basins against Optax, learning rate × momentum against naive NumPy."""

from functools import partial
from typing import Any

import numpy as np

from bench import naive, with_optax
from bench.agreement import Array
from bench.hills import HILLS
from bench.match import OURS, Match, Rival
from bench.measure import Contender
from optimizers import OPTIMIZERS, Momentum
from simulation import Basins, basins, grid_of_starts, measured_factor
from simulation.status import ARRIVED
from surfaces import SURFACES
from work.pieces import finished

STEPS = 300
BASIN_SURFACE, BASIN_RESOLUTION = "himmelblau", 256
BASIN_RATES = {"gd": SURFACES[BASIN_SURFACE].learning_rate, "adam": 0.1}
BASIN_GOALS = {"gd": 2.0, "adam": 1 / 1.5}
MAP_SURFACE, MAP_SIDE, MAP_RATES, MAP_MOMENTA = "ravine", 128, (0.001, 0.07), (0.0, 0.99)
EVERY = 251
"""The naive way takes nearly a minute for the whole map, so it is given every 251st cell and its time is scaled."""
MEASURED = 1e-9
"""The logarithms of distances differ by rounding only; more than this is a mistake."""


def basin_match(rule: str) -> Match:
    surface, n = SURFACES[BASIN_SURFACE], BASIN_RATES[rule]
    starts = grid_of_starts(surface, BASIN_RESOLUTION)
    marks = np.array([each.place for each in surface.minima]).T
    radius = ARRIVED * float(np.hypot(*(high - low for low, high in surface.domain)))
    picture = with_optax.Picture(surface.domain, marks, radius)

    def ours() -> Basins:
        return finished(basins(surface, OPTIMIZERS[rule](), starts, n, STEPS))

    program = with_optax.basins(HILLS[BASIN_SURFACE], starts, (rule, n), STEPS, picture)
    return Match(
        f"Basins of {BASIN_SURFACE}: {rule}, n = {n:g}, {BASIN_RESOLUTION}² starts × {STEPS} steps",
        Contender(OURS, ours),
        lambda ends: ends.reached,
        [Rival(Contender("Optax, compiled before", program), np.asarray, goal=BASIN_GOALS[rule], tolerance=0.0)],
        share_of_others,
    )


def momentum_match() -> Match:
    surface, hill = SURFACES[MAP_SURFACE], HILLS[MAP_SURFACE]
    rates, momenta = (
        each.ravel() for each in np.meshgrid(np.linspace(*MAP_RATES, MAP_SIDE), np.linspace(*MAP_MOMENTA, MAP_SIDE))
    )
    some = slice(0, None, EVERY)
    sample = list(zip(rates[some].tolist(), momenta[some].tolist(), strict=True))
    start = np.array(surface.start)

    def one_after_the_other() -> list[float]:
        return [by_hand(naive.momentum(hill, start, n, STEPS, r).path) for n, r in sample]

    return Match(
        f"Momentum map on {MAP_SURFACE}: {MAP_SIDE}² learning rates and momenta × {STEPS} steps",
        Contender(OURS, partial(measured_factor, surface, Momentum(momentum=momenta), start, rates, STEPS)),
        lambda factors: factors[some],
        [
            Rival(
                Contender(f"naive NumPy, {len(sample)} cells, scaled", one_after_the_other),
                np.array,
                goal=500,
                tolerance=MEASURED,
                share=len(sample) / len(rates),
            )
        ],
        largest_deviation,
    )


def by_hand(path: Array) -> float:
    """The weighted mean quotient of distances over the second half of a run."""
    moves = np.diff(np.log(np.hypot(*path[len(path) // 2 :].T)))
    weights = np.sin(np.pi * (np.arange(len(moves)) + 0.5) / len(moves)) ** 2
    return float(np.exp(np.average(moves, weights=weights)))


def share_of_others(ours: Any, theirs: Any) -> float:
    """The share of points where the two results are not the same."""
    assert ours.shape == theirs.shape
    return float(np.mean(ours != theirs))


def largest_deviation(ours: Array, theirs: Array) -> float:
    assert ours.shape == theirs.shape
    return float(np.max(np.abs(ours / theirs - 1)))
