"""How long activation functions and their derivatives take on arrays of many numbers, measured on this server."""

from collections.abc import Callable
from dataclasses import dataclass
from time import thread_time

import numpy as np

from networks import ACTIVATIONS
from parameters import Array
from work.pieces import Pieces
from work.shared import SharedWork

CHOOSABLE = ("sigmoid", "tanh", "relu", "leaky-relu")
"""Keys of `networks.ACTIVATIONS`, in the lecture's order."""
SIZES = (*(mantissa * 10**power for power in range(2, 7) for mantissa in (1, 3)), 10**7)
"""Numbers in an array."""
RATIO_TO = CHOOSABLE.index("relu")
ROUNDS, FEW_ROUNDS = 5, 3
"""Of all functions in turn, so that what slows the machine down for a while meets all of them alike; the fewer for long
arrays."""
LONG = 10**6
AT_ONCE = 100_000
"""Numbers of one measurement at least: a small array is worked out many times."""


@dataclass(frozen=True, eq=False)
class Speeds:
    """Medians of the measured seconds of one call."""

    seconds: Array
    """(sizes, functions, 2): of the value and of the derivative"""

    @property
    def ratios(self) -> Array:
        """(sizes, functions, 2): to what ReLU takes for the same, in the same measurement."""
        return self.seconds / self.seconds[:, [RATIO_TO]]

    @property
    def both(self) -> Array:
        """(sizes, functions): value and derivative together, as training needs them, as a ratio to ReLU."""
        together = self.seconds.sum(axis=2)
        return together / together[:, [RATIO_TO]]


def compute(sizes: tuple[int, ...]) -> Pieces[Speeds]:
    """Each piece is one measurement, during which NumPy lets all other threads work on: at most a fifth of a second.
    Only the processor time of this work counts, however many others are served. It holds 80 MB for 10⁷ numbers, and
    what a function needs besides.
    """
    numbers = np.random.default_rng(0).standard_normal(max(sizes))
    calls = [(ACTIVATIONS[key].value, ACTIVATIONS[key].derivative) for key in CHOOSABLE]
    medians = np.empty((len(sizes), len(calls), 2))
    for at, size in enumerate(sizes):
        x = numbers[:size]
        measured = np.empty((FEW_ROUNDS if size > LONG else ROUNDS, len(calls), 2))
        for turn, row, column in np.ndindex(measured.shape):
            measured[turn, row, column] = _seconds(calls[row][column], x)
            yield (at + turn / len(measured)) / len(sizes)
        medians[at] = np.median(measured, axis=0)
    return Speeds(medians)


def _seconds(function: Callable[[Array], Array], x: Array) -> float:
    """Of one call, on an average over so many that the clock is fine enough; one before it is not counted."""
    often = max(1, AT_ONCE // len(x))
    if often > 1:
        function(x)
    begin = thread_time()
    for _ in range(often):
        function(x)
    return (thread_time() - begin) / often


SPEEDS = SharedWork(compute, 5_000)
"""One for the process: a kilobyte."""
