"""Small landscapes for the tests of the loop and its verdicts, each written out, none from surfaces/."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from parameters import Array

Frame = tuple[tuple[float, float], tuple[float, float]]


class Mark(NamedTuple):
    """A minimum or a saddle."""

    place: tuple[float, float]
    value: float
    is_global: bool = True


@dataclass(frozen=True)
class Quadratic:
    """(ax² + by²)/2: curvature a along x and b along y. (0.1, 2) is the class ravine, in its frame."""

    a: float
    b: float
    domain: Frame = ((-10.0, 10.0), (-5.0, 5.0))
    minima: Sequence[Mark] = (Mark((0.0, 0.0), 0.0),)
    saddles: Sequence[Mark] = ()

    def value(self, p: Array) -> Array:
        return (self.a * p[0] ** 2 + self.b * p[1] ** 2) / 2

    def gradient(self, p: Array) -> Array:
        return np.array([self.a * p[0], self.b * p[1]])


@dataclass(frozen=True)
class Rosenbrock:
    """(1 − x)² + 100(y − x²)²"""

    domain: Frame = ((-2.0, 2.0), (-1.0, 3.0))
    minima: Sequence[Mark] = (Mark((1.0, 1.0), 0.0),)
    saddles: Sequence[Mark] = ()

    def value(self, p: Array) -> Array:
        x, y = p
        return (1 - x) ** 2 + 100 * (y - x**2) ** 2

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])


@dataclass(frozen=True)
class TwoWells:
    """(x² − 1)² + x/4 + y²: the left well is the deeper one."""

    domain: Frame = ((-2.0, 2.0), (-2.0, 2.0))
    minima: Sequence[Mark] = (
        Mark((-1.029895985, 0.0), -0.253791237),
        Mark((0.967148938, 0.0), 0.245963358, is_global=False),
    )
    saddles: Sequence[Mark] = (Mark((0.062747047, 0.0), 1.007827879),)

    def value(self, p: Array) -> Array:
        x, y = p
        return (x**2 - 1) ** 2 + x / 4 + y**2

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([4 * x * (x**2 - 1) + 0.25, 2 * y])


@dataclass(frozen=True)
class BoundedSaddle:
    """x² − y² + y⁴: a saddle between two minima, whose heights are negative."""

    domain: Frame = ((-1.5, 1.5), (-1.2, 1.2))
    minima: Sequence[Mark] = (Mark((0.0, 0.5**0.5), -0.25), Mark((0.0, -(0.5**0.5)), -0.25))
    saddles: Sequence[Mark] = (Mark((0.0, 0.0), 0.0),)

    def value(self, p: Array) -> Array:
        x, y = p
        return x**2 - y**2 + y**4

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([2 * x, 4 * y**3 - 2 * y])


@dataclass(frozen=True)
class Bottomless:
    """x² − y²: a saddle from which it falls for ever."""

    domain: Frame = ((-2.0, 2.0), (-2.0, 2.0))
    minima: Sequence[Mark] = ()
    saddles: Sequence[Mark] = (Mark((0.0, 0.0), 0.0),)

    def value(self, p: Array) -> Array:
        return p[0] ** 2 - p[1] ** 2

    def gradient(self, p: Array) -> Array:
        return np.array([2 * p[0], -2 * p[1]])


@dataclass(frozen=True)
class Plateau:
    """1 − exp(−(x² + y²)/2): a hole in flat ground."""

    domain: Frame = ((-4.0, 4.0), (-4.0, 4.0))
    minima: Sequence[Mark] = (Mark((0.0, 0.0), 0.0),)
    saddles: Sequence[Mark] = ()

    def value(self, p: Array) -> Array:
        return 1 - np.exp(-(p[0] ** 2 + p[1] ** 2) / 2)

    def gradient(self, p: Array) -> Array:
        return p * np.exp(-(p[0] ** 2 + p[1] ** 2) / 2)


@dataclass(frozen=True)
class Slope:
    """A plane: the gradient is the same everywhere."""

    x: float
    y: float

    def value(self, p: Array) -> Array:
        return self.x * p[0] + self.y * p[1]

    def gradient(self, p: Array) -> Array:
        return np.stack([np.full_like(p[0], self.x), np.full_like(p[1], self.y)])


EVERY_CHART = (
    Quadratic(0.1, 2.0),
    Quadratic(1.0, 50.0, ((-10.0, 10.0), (-3.0, 3.0))),
    Rosenbrock(),
    TwoWells(),
    BoundedSaddle(),
    Bottomless(),
    Plateau(),
)
