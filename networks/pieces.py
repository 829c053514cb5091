"""Linear pieces: how many a network of one input has, how many it can have, and how well so many can fit."""

from collections.abc import Sequence
from math import prod

import numpy as np

from networks.mlp import MLP
from parameters import Array

SOURCE = (
    "Montúfar, Pascanu, Cho & Bengio, On the number of linear regions of deep neural networks (2014); "
    "Telgarsky, Benefits of depth in neural networks (2016)"
)
"""Of the bound."""
TOO_NEAR = 1e-12
"""Kinks nearer to each other than this are one."""
ALIKE = 1e-9
"""Slopes that differ by less than this share of the steepest are the same."""


def most_pieces(widths: Sequence[int]) -> int:
    """How many linear pieces networks of one input and hidden layers of these widths have at most: ∏(width + 1).

    The activation is straight on either side of 0, as ReLU is. Where all that goes into a layer is straight, each of
    its neurons bends at most once, so a layer makes at most width + 1 pieces of one. Source: `SOURCE`.
    """
    return prod(width + 1 for width in widths)


def pieces(network: MLP, theta: Array, low: float, high: float) -> int:
    """The linear pieces between two inputs of one network (P, 1) with one input and one output.

    The activation is straight on either side of 0. From layer to layer its kinks are gathered: where a sum crosses 0.
    """
    *hidden, last = network.weights(theta)
    x = np.array([low, high])
    h = x[None]
    for (W, b), activation in zip(hidden, network.hidden, strict=True):
        z = W[0] @ h + b[0][:, None]
        finer = _with_crossings(x, z)
        z = np.stack([np.interp(finer, x, each) for each in z])
        x, h = finer, activation.value(z)
    y = (last.W[0] @ h + last.b[0][:, None])[0]
    slopes = np.diff(y) / np.diff(x)
    return 1 + int(np.sum(np.abs(np.diff(slopes)) > ALIKE * np.abs(slopes).max(initial=0.0)))


def best_with_pieces(y: Array, count: int) -> float:
    """The least mean squared error with which `count` straight pieces, each wherever it is best, fit evenly spaced y.

    They need not meet, so no function of as many linear pieces is nearer to y: a bound from below. By dynamic
    programming over where the last piece begins.
    """
    errors = _line_errors(y)
    least = errors[0].copy()  # of one piece, up to each place
    for _ in range(min(count, len(y)) - 1):
        with_another = least[:-1, None] + errors[1:]  # (the last place before the last piece, its end)
        least = np.minimum(least, with_another.min(axis=0))
    return float(least[-1] / len(y))


def _with_crossings(x: Array, z: Array) -> Array:
    """The places, and where one of the sums z (units, places) crosses 0 between two of them."""
    before, after = z[:, :-1], z[:, 1:]
    crosses = before * after < 0
    share = np.divide(before, before - after, out=np.zeros_like(before), where=crosses)
    found = (x[:-1] + share * np.diff(x))[crosses]
    every = np.sort(np.concatenate([x, found]))
    return every[np.concatenate([[True], np.diff(every) > TOO_NEAR])]


def _line_errors(y: Array) -> Array:
    """(N, N): the sum of squared errors of the best line through the places from one to another; inf backwards."""
    count = len(y)
    places = np.arange(count, dtype=np.float64)
    sums = [np.concatenate([[0.0], np.cumsum(each)]) for each in (places, y, places**2, places * y, y**2)]
    first, last = places.astype(int)[:, None], places.astype(int)[None]
    n = np.maximum(last - first + 1, 1)
    x, f, xx, xf, ff = (each[last + 1] - each[first] for each in sums)
    spread, joint, rest = xx - x * x / n, xf - x * f / n, ff - f * f / n
    errors = rest - np.divide(joint**2, spread, out=np.zeros_like(rest), where=spread > 0)
    return np.where(last >= first, np.maximum(errors, 0.0), np.inf)
