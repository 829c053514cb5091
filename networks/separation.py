"""How far a straight line, or a plane in more dimensions, parts two classes."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from networks.activations import sigmoid
from networks.data import Labels
from parameters import Array
from work.pieces import Pieces

NEWTON_STEPS = 8
RIDGE = 1e-3
"""Holds the weights of classes that can be parted, which would else grow without end."""
ANGLES = 500
"""So many directions are tried at a time."""


class Separators(NamedTuple):
    """normal · h + offset > 0 says class 1; at M moments."""

    normal: Array
    """(M, w)"""
    offset: Array
    """(M,)"""
    right: Array
    """(M,), the share of the samples that it parts rightly."""


def best_line(places: Array, labels: Labels) -> Pieces[Separators]:
    """The straight line that parts the most of places (N, 2) rightly by their labels 0 or 1: no line parts more. M = 1.

    The order of the places along a direction changes only where the direction is at right angles to a line through
    two of them, so one direction between each two such angles stands for all; along it, every cut is tried.
    """
    first, second = np.triu_indices(len(places), 1)
    across, up = (places[second] - places[first]).T
    critical = np.unique(np.mod(np.arctan2(across, -up), np.pi))
    between = (critical + np.append(critical[1:], critical[0] + np.pi)) / 2
    best = Separators(np.zeros((1, 2)), np.zeros(1), np.zeros(1))
    for begin in range(0, len(between), ANGLES):
        angles = between[begin : begin + ANGLES]
        directions = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        cut, right, sign = _cuts(directions @ places.T, labels)
        at = np.array([right.argmax()])
        if right[at] > best.right:
            best = Separators(sign[at, None] * directions[at], -sign[at] * cut[at], right[at])
        yield begin / len(between)
    return best


def found_separators(values: Array, labels: Labels, also: Sequence[Array] = ()) -> Separators:
    """The best that is found at each of M moments for values (M, samples, w) and labels 0 or 1.

    The directions of a logistic regression with a small ridge after each of some Newton steps, the first of which is
    the one of least squares; and each of `also` (M, w). Along each the best cut is made. There may be better
    ones: to find the best of all is hard in many dimensions. At a moment at which something is no number, all is nan.
    """
    known = np.asarray(np.isfinite(values).all(axis=(1, 2)))
    usable = np.where(known[:, None, None], values, 0.0)
    middle, spread = usable.mean(axis=1, keepdims=True), usable.std(axis=1, keepdims=True)
    spread = np.where(spread > 0, spread, 1.0)
    steps = _newton_directions((usable - middle) / spread, labels)
    directions = [each / spread[:, 0] for each in steps] + [np.nan_to_num(each) for each in also]
    best = Separators(np.full(values[:, 0].shape, np.nan), np.full(len(values), np.nan), np.full(len(values), -1.0))
    for direction in directions:
        scores = np.einsum("mnw,mw->mn", usable, direction)
        cut, right, sign = _cuts(scores, labels)
        better = known & (right > best.right)
        best = Separators(
            np.where(better[:, None], sign[:, None] * direction, best.normal),
            np.where(better, -sign * cut, best.offset),
            np.where(better, right, best.right),
        )
    return best._replace(right=np.where(known, best.right, np.nan))


def _newton_directions(values: Array, labels: Labels) -> list[Array]:
    """Of values (M, samples, w) around 0 and of spread 1: the weights (M, w) after each step."""
    moments, samples, width = values.shape
    inputs = np.concatenate([values, np.ones((moments, samples, 1))], axis=2)
    weights, found = np.zeros((moments, width + 1)), []
    for _ in range(NEWTON_STEPS):
        sure = sigmoid(np.einsum("mnw,mw->mn", inputs, weights))
        gradient = np.einsum("mnw,mn->mw", inputs, sure - labels) / samples + RIDGE * weights
        bent = inputs * (sure * (1 - sure))[:, :, None]
        hessian = inputs.swapaxes(1, 2) @ bent / samples + RIDGE * np.eye(width + 1)
        weights = weights - np.linalg.solve(hessian, gradient[:, :, None])[:, :, 0]
        found.append(weights[:, :-1])
    return found


def _cuts(scores: Array, labels: Labels) -> tuple[Array, Array, Array]:
    """The best cut along each of B directions, for the samples' scores (B, samples): where it is, the share that is
    then right, and 1 where class 1 lies above it, −1 where below. Of cuts that are as good, the widest is taken.
    """
    count = scores.shape[1]
    order = np.argsort(scores, axis=1)
    ranked = np.take_along_axis(scores, order, 1)
    gaps = np.diff(ranked, axis=1, prepend=ranked[:, :1] - 1, append=ranked[:, -1:] + 1)
    ones = np.cumsum(np.pad(labels[order], ((0, 0), (1, 0))), axis=1)  # below each cut
    zeros = np.arange(count + 1) - ones
    above = zeros + ones[:, -1:] - ones
    right = np.where(gaps > 0, np.maximum(above, count - above), -1)
    most = right.max(axis=1, keepdims=True)
    at = np.where(right == most, gaps, -1.0).argmax(axis=1)
    row = np.arange(len(scores))
    cut = np.where(at < count, ranked[row, np.minimum(at, count - 1)] - gaps[row, at] / 2, ranked[:, -1] + 0.5)
    return cut, most[:, 0] / count, np.where(2 * above[row, at] >= count, 1.0, -1.0)
