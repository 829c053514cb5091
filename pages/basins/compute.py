"""Where every start of a grid ends; worked out once for every viewer."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from figures.basins import cells
from optimizers import Optimizer
from parameters import Array
from simulation import Basins, basins, grid_of_starts, shares
from stage.message import Deflated, deflated
from surfaces import Surface
from work.pieces import Pieces
from work.shared import QUICK, SharedWork

RESOLUTION = 256
"""Starts along each side of the picture."""


class BasinInputs(NamedTuple):
    """Everything that the basins of one map depend on."""

    surface: Surface
    rule: Optimizer[Any]
    rate: float
    steps: int


@dataclass(frozen=True, eq=False)
class Answer:
    """Where every start ends. It equals itself alone, so that what is drawn of it can be remembered."""

    inputs: BasinInputs
    ends: Basins
    """Of the grid, row by row from the lowest y."""
    shares: Array
    """Percent of the starts: of each minimum, of those still inside, of those that left."""
    cells: Deflated
    """How each start is coloured, row by row from the lowest y; see `figures.basins.cells`."""


def compute(inputs: BasinInputs) -> Pieces[Answer]:
    """The basins of one map, in pieces."""
    surface, rule, rate, steps = inputs
    ends = yield from basins(surface, rule, grid_of_starts(surface, RESOLUTION), rate, steps)
    colored = deflated(np.flipud(cells(ends, steps)))
    return Answer(inputs, ends, shares(ends, len(surface.minima)), colored)


BASINS = SharedWork(compute, 8_000_000, at_once=QUICK)
"""One for the process: 200 kB an answer."""
