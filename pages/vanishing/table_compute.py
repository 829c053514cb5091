"""What arrives at the first layer, with every activation and every initialization, at several depths."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from networks import ACTIVATIONS, INITIALISATIONS
from networks.depths import Start, returned_in_pieces
from parameters import Array
from work.pieces import Pieces, stretch
from work.shared import SharedWork

DEPTHS = (2, 5, 10, 20, 30, 50)
"""Hidden layers. With one there is no way that a gradient could come."""
NETWORKS = 32
"""Drawn for every cell."""
SLIDE_CELL = ("sigmoid", "xavier")
"""The cell of the slide's sentence: it multiplies by derivatives alone, and Xavier's are the weights that else keep the
size."""


class TableInputs(NamedTuple):
    """Everything that the table depends on."""

    scale: float
    width: int
    seed: int
    data: str


@dataclass(frozen=True, eq=False)
class Table:
    """‖∂L/∂z‖ of the first hidden layer as a share of the last one's."""

    shares: Array
    """(activations, initializations, depths, networks), in the order of their dictionaries and of `DEPTHS`."""

    @property
    def median(self) -> Array:
        """(activations, initializations, depths)"""
        return np.asarray(np.median(self.shares, axis=-1))

    @property
    def spread(self) -> Array:
        """(activations, initializations, depths, 2): the smallest and the largest."""
        return np.stack([self.shares.min(axis=-1), self.shares.max(axis=-1)], axis=-1)


def compute(inputs: TableInputs) -> Pieces[Table]:
    """Cell by cell."""
    scale, width, seed, data = inputs
    cells = [(activation, weights) for activation in ACTIVATIONS for weights in INITIALISATIONS]
    shares = []
    for done, (activation, weights) in enumerate(cells):
        work = returned_in_pieces(Start(activation, weights, scale, width, seed, data), DEPTHS, NETWORKS)
        shares.append((yield from stretch(work, done / len(cells), (done + 1) / len(cells))))
    return Table(np.reshape(shares, (len(ACTIVATIONS), len(INITIALISATIONS), len(DEPTHS), NETWORKS)))


TABLES = SharedWork(compute, 2_000_000)
"""One for the process: 40 kB an answer."""
