"""The monkey saddle: three ways down, and no curvature to tell them apart."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class MonkeySaddle(Surface):
    """A saddle for a monkey: two legs and a tail hang down, so three valleys meet three ridges.

    It is r³ cos 3φ in polar coordinates. At (0, 0) not only the gradient but the Hessian too is 0,
    so the surface is flat there to second order; elsewhere one curvature is the other's negative.
    It has no bottom.
    """

    key = "monkey-saddle"
    name = Text(ko="원숭이 안장", en="Monkey saddle")
    kind = "saddle"
    rank = 3
    domain = ((-2.0, 2.0), (-2.0, 2.0))
    minima = ()
    saddles = (Saddle((0.0, 0.0), 0.0),)
    start = (1.0, 0.001)
    learning_rate = 0.02
    steps = 100
    formula = r"x^3 - 3xy^2"
    source = "D. Hilbert, S. Cohn-Vossen, Anschauliche Geometrie, 1932"
    lesson = Text(
        ko=(
            "안장점에서는 기울기뿐 아니라 곡률도 0이어서, 경사 하강법은 다가갈수록 느려집니다. 기본 설정에서 "
            "기울기의 크기로 나누는 AdaGrad, RMSProp, Adam은 훨씬 먼저 벗어납니다."
        ),
        en=(
            "At this saddle point not only the gradient but the curvature too is zero, so gradient descent slows "
            "down as it gets closer. With the default settings AdaGrad, RMSProp and Adam, which divide by the "
            "gradient's size, leave far earlier."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return x * (x**2 - 3 * y**2)

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([3 * (x**2 - y**2), -6 * x * y])

    def hessian(self, p: Array) -> Array:
        x, y = p
        return symmetric(6 * x, -6 * y, -6 * x)
