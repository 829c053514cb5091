"""Toy data: small sets of points that a small network can learn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import Array
from text import Text

Random = np.random.Generator
Labels = NDArray[np.int64]


class Data(NamedTuple):
    """Samples to learn from."""

    X: Array
    """(samples, features)"""
    y: Array
    """(samples, outputs): one-hot, or the value."""
    labels: Labels
    """(samples,): the class, or 0 everywhere."""


@dataclass(frozen=True)
class Dataset:
    """A recipe for data."""

    key: str
    name: Text
    classes: int
    """1 where a value is to be predicted and not a class."""
    draw: Callable[[Random, int], tuple[Array, Array]]
    """Random numbers and how many samples → where each sample is without noise (samples, features), and its class
    or its value (samples,)."""
    spread: float
    """The standard deviation of the noise where it is 1, in every direction: half the size of what is drawn."""

    def make(self, samples: int, seed: int, noise: float = 0.1) -> Data:
        """So many samples, always the same from one seed; `noise` is a share, from 0.

        Raises ValueError for fewer samples than two a class, or a negative noise.
        """
        if samples < 2 * self.classes:
            raise ValueError(f"samples is {samples}; allowed is {2 * self.classes} or more")
        if noise < 0:
            raise ValueError(f"noise is {noise}; allowed is 0 or more")
        random = np.random.default_rng(seed)
        places, target = self.draw(random, samples)
        disturbance = noise * self.spread * random.standard_normal((samples, 2))
        if self.classes == 1:
            return Data(places, (target + disturbance[:, 0])[:, None], np.zeros(samples, np.int64))
        labels = target.astype(np.int64)
        return Data(places + disturbance, np.eye(self.classes)[labels], labels)


def _alternating(samples: int, classes: int) -> Array:
    """Classes in turn, so that each has as many samples as every other, or one fewer."""
    return np.arange(samples, dtype=np.float64) % classes


def _xor(random: Random, samples: int) -> tuple[Array, Array]:
    """Four squares; those across from each other belong together."""
    quarter = np.arange(samples) % 4
    signs = np.stack([np.where(quarter % 2, 1.0, -1.0), np.where(quarter // 2, 1.0, -1.0)], axis=1)
    return signs * random.uniform(0.15, 1.0, (samples, 2)), (signs.prod(axis=1) > 0).astype(np.float64)


def _moons(random: Random, samples: int) -> tuple[Array, Array]:
    """Two half circles that reach into each other."""
    label = _alternating(samples, 2)
    angle = random.uniform(0.0, np.pi, samples)
    upper = np.stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25], axis=1)
    lower = np.stack([0.5 - np.cos(angle), 0.25 - np.sin(angle)], axis=1)
    return np.where(label[:, None] == 0, upper, lower), label


def _spiral(random: Random, samples: int) -> tuple[Array, Array]:
    """Two arms that wind around each other once and a half."""
    label = _alternating(samples, 2)
    along = np.sqrt(random.uniform(0.02, 1.0, samples))
    angle = 3.0 * np.pi * along + np.pi * label
    return 1.5 * along[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1), label


def _circles(random: Random, samples: int) -> tuple[Array, Array]:
    """A circle inside another."""
    label = _alternating(samples, 2)
    angle = random.uniform(0.0, 2.0 * np.pi, samples)
    radius = np.where(label == 0, 1.2, 0.5)
    return radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1), label


def _blobs(random: Random, samples: int) -> tuple[Array, Array]:
    """Three heaps."""
    label = _alternating(samples, 3)
    angle = 2.0 * np.pi * label / 3.0 + np.pi / 2.0
    centres = 1.1 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return centres + 0.12 * random.standard_normal((samples, 2)), label


def _regression(random: Random, samples: int) -> tuple[Array, Array]:
    """A wave over one input."""
    x = np.sort(random.uniform(-1.5, 1.5, samples))
    return x[:, None], np.sin(2.5 * x)


DATASETS: dict[str, Dataset] = {
    each.key: each
    for each in (
        Dataset("xor", Text(ko="XOR", en="XOR"), 2, _xor, 0.5),
        Dataset("moons", Text(ko="두 초승달", en="two moons"), 2, _moons, 1.0),
        Dataset("spiral", Text(ko="나선", en="spiral"), 2, _spiral, 0.5),
        Dataset("circles", Text(ko="두 동심원", en="two circles"), 2, _circles, 0.5),
        Dataset("blobs", Text(ko="세 덩어리", en="three blobs"), 3, _blobs, 2.0),
        Dataset("regression", Text(ko="곡선 맞추기", en="a curve to fit"), 1, _regression, 1.0),
    )
}
"""By their keys."""
