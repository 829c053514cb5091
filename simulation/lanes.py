"""Who runs where: the columns and the learning rates of each entrant."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from parameters import Scalar
from simulation.protocols import Rule

Schedule = Callable[[int], Scalar]
"""The learning rate of step t, for t = 1, 2, …"""


class Entrant(NamedTuple):
    """A rule and its learning rate: a number, one for each of its columns (B,), or a schedule."""

    optimizer: Rule
    learning_rate: Scalar | Schedule


class Lane(NamedTuple):
    """One entrant inside the loop."""

    rule: Rule
    rates: Sequence[Scalar]
    """The learning rate of every step: `rates[t − 1]` is that of step t."""
    columns: slice

    @property
    def width(self) -> int:
        return self.columns.stop - self.columns.start


def lanes_of(entrants: Sequence[Entrant], starts: int, steps: int) -> list[Lane]:
    """Give each entrant as many columns as its starts and learning rates ask for."""
    lanes: list[Lane] = []
    first = 0
    for rule, rate in entrants:
        given = [rate(t) for t in range(1, steps + 1)] if callable(rate) else [rate]
        width = _width(given, starts)
        lanes.append(Lane(rule, given if callable(rate) else given * steps, slice(first, first + width)))
        first += width
    return lanes


def _width(rates: Sequence[Scalar], starts: int) -> int:
    shapes = {np.shape(rate) for rate in rates}
    try:
        (width,) = np.broadcast_shapes((starts,), *shapes)
    except ValueError:  # they do not fit, or fit into something with more than one axis
        came = " and ".join(map(str, sorted(shapes)))
        allowed = "an array (B,) of the same length at every step" if starts == 1 else f"an array ({starts},)"
        raise ValueError(
            f"the learning rate has shape {came}; allowed is a number or, from {starts} start{'s' * (starts != 1)}, "
            f"{allowed}"
        ) from None
    return width
