"""Ackley: a funnel with a rippled wall and a kink at its tip."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from surfaces.stationary import local_minima
from text import Text


@dataclass(frozen=True)
class Ackley(Surface):
    """A funnel whose wall is full of local minima and whose tip is a kink.

    At (0, 0), its global minimum, f has no gradient: it rises like a cone, 2√2 for each unit of
    distance. There the gradient is 0 by convention, as at any minimum, and the curvature is
    infinite, so no constant learning rate lets gradient descent settle: it keeps hopping around
    the tip. The other 120 minima, one near every pair of whole numbers, are smooth. Of its saddles
    and maxima, between the minima, none is marked.
    """

    key = "ackley"
    name = Text(ko="애클리 함수", en="Ackley function")
    kind = "multi-minimum"
    rank = 7
    domain = ((-5.0, 5.0), (-5.0, 5.0))
    start = (2.5, -1.5)
    learning_rate = 0.01
    steps = 200
    formula = r"-20\,e^{-0.2\sqrt{(x^2+y^2)/2}} - e^{(\cos 2\pi x + \cos 2\pi y)/2} + 20 + e"
    source = "D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, 1987"
    lesson = Text(
        ko=(
            "학습률 0.01에서는 Momentum만 잔물결을 넘어 한가운데에 이릅니다. 맨 아래는 뾰족해서 경사 하강법은 "
            "학습률이 아무리 작아도 그곳에 멈추지 못하고 주위를 오갑니다."
        ),
        en=(
            "With a learning rate of 0.01 only Momentum gets across the ripples to the centre. The bottom is a "
            "sharp tip: however small its learning rate, gradient descent does not come to rest there but "
            "oscillates around it."
        ),
    )

    def value(self, p: Array) -> Array:
        r = _radius(p)
        c = np.cos(2 * np.pi * p).sum(axis=0) / 2
        return -20 * np.expm1(-r / 5) - np.e * np.expm1(c - 1)

    def gradient(self, p: Array) -> Array:
        r = _radius(p)
        c = np.cos(2 * np.pi * p).sum(axis=0) / 2
        ripple = np.pi * np.exp(c) * np.sin(2 * np.pi * p)
        return 2 * np.exp(-r / 5) * p / np.where(r == 0, 1, r) + ripple

    def hessian(self, p: Array) -> Array:
        x, y = p
        r = _radius(p)
        kink = r == 0
        r = np.where(kink, 1, r)
        wall = 2 * np.exp(-r / 5) / r
        bend = -wall * (1 / 5 + 1 / r) / (2 * r)  # the derivative of wall by x is bend·x
        cos_x, cos_y = np.cos(2 * np.pi * p)
        sin_x, sin_y = np.sin(2 * np.pi * p)
        ripple = np.pi**2 * np.exp((cos_x + cos_y) / 2)
        return symmetric(
            np.where(kink, np.inf, wall + bend * x**2 + ripple * (2 * cos_x - sin_x**2)),
            bend * x * y - ripple * sin_x * sin_y,
            np.where(kink, np.inf, wall + bend * y**2 + ripple * (2 * cos_y - sin_y**2)),
        )


def _radius(p: Array) -> Array:
    """r, the root of the mean square of x and y."""
    x, y = p
    return np.sqrt((x**2 + y**2) / 2)


_LATTICE = [(x, y) for x in range(-5, 6) for y in range(-5, 6) if (x, y) != (0, 0)]
Ackley.minima = (Minimum((0.0, 0.0), 0.0), *local_minima(Ackley(), _LATTICE))
