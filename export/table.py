"""A race as a table: one row for each step of each optimizer, as CSV."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulation import Run
from simulation.protocols import Landscape

COLUMNS = ("optimizer", "learning_rate", "step", "x", "y", "loss", "gradient_x", "gradient_y")


def table(
    surface: Landscape,
    run: Run,
    racers: Sequence[tuple[str, float | None]],
    besides: Mapping[str, NDArray[np.integer[Any]]] = MappingProxyType({}),
) -> bytes:
    """The race in full: `racers` are the name and the learning rate of each column of `run`.

    Numbers are written with as many digits as it takes to read the same number back; what left the range of
    floats is inf, -inf or nan; who has no learning rate has none there. `besides` are further columns by their names,
    each (steps + 1, B). The gradient is the surface's own at that point, without the noise of the race.
    """
    with np.errstate(all="ignore"):  # far outside, a slope leaves the range of floats as a point does
        gradient = surface.gradient(run.points)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, *besides])
    for column, (name, rate) in enumerate(racers):
        values = np.column_stack([run.path[:, :, column], run.loss[:, column], gradient[:, :, column].T])
        more = [each[:, column].tolist() for each in besides.values()]
        writer.writerows(
            [name, "" if rate is None else repr(rate), step, *map(repr, row), *(each[step] for each in more)]
            for step, row in enumerate(values.tolist())
        )
    return text.getvalue().encode()
