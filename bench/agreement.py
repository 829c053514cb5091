"""Whether two engines walked the same way: a time means nothing if the results differ."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Walk(NamedTuple):
    """What a rule did, in one shape for all engines."""

    path: Array
    """(steps + 1, 2, B)."""
    loss: Array
    """(steps + 1, B)."""


def largest_difference(ours: Mapping[str, Walk], theirs: Mapping[str, Walk]) -> float:
    """The largest difference in any column, relative to that column's largest number."""
    assert ours.keys() == theirs.keys()
    return max(
        max(
            _relative(ours[rule].path, theirs[rule].path),
            _relative(ours[rule].loss[:, None], theirs[rule].loss[:, None]),
        )
        for rule in ours
    )


def _relative(a: Array, b: Array) -> float:
    """Over columns (steps + 1, D, B): inf where only one is finite, nothing where neither is."""
    assert a.shape == b.shape
    a_finite, b_finite = np.isfinite(a), np.isfinite(b)
    if (a_finite != b_finite).any():
        return float("inf")
    a, b = np.where(a_finite, a, 0.0), np.where(b_finite, b, 0.0)
    scale = np.abs(a).max(axis=(0, 1))
    difference = np.abs(a - b).max(axis=(0, 1))
    return float(np.max(difference / np.where(scale > 0, scale, 1.0)))
