"""The ravine with a knob: how the condition number slows every step."""

from dataclasses import dataclass

import numpy as np

from parameters import Array, parameter
from surfaces.base import Minimum, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class Ravine(Surface):
    """A long bowl, κ times steeper across than along.

    Its curvatures are 1 and κ, so κ is the condition number. Gradient descent settles exactly for
    learning rates below 2/κ; its best rate is 2/(1 + κ), where each step keeps (κ − 1)/(κ + 1) of
    the distance. The best Momentum keeps only (√κ − 1)/(√κ + 1), with n = 4/(1 + √κ)² and r the
    square of what it keeps. At κ = 50 that is .961 against .752.
    """

    condition_number: float = parameter(
        50.0,
        symbol="κ",
        low=1.0,
        high=1000.0,
        logarithmic=True,
        label=Text(ko="조건수", en="condition number"),
        meaning=Text(
            ko="가장 가파른 방향의 곡률이 가장 완만한 방향의 몇 배인지 나타냅니다. 클수록 좁고 긴 협곡이 됩니다.",
            en="Ratio of the largest to the smallest curvature. Large means a long, narrow ravine.",
        ),
    )

    key = "ravine"
    name = Text(ko="조건수 협곡", en="Ravine (adjustable κ)")
    kind = "convex"
    rank = 2
    domain = ((-10.0, 10.0), (-3.0, 3.0))
    minima = (Minimum((0.0, 0.0), 0.0),)
    start = (-9.0, 2.5)
    learning_rate = 0.038
    steps = 150
    formula = r"\frac{x^2 + \kappa y^2}{2}"
    source = "B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964"
    lesson = Text(
        ko=(
            "조건수 κ가 클수록 협곡이 좁아지고 경사 하강법이 느려집니다. κ = 50이면 학습률 0.038에서는 수렴하고, "
            "0.04에서는 진폭이 줄지 않으며, 0.041에서는 발산합니다."
        ),
        en=(
            "The larger the condition number κ, the narrower the ravine and the slower gradient descent. At κ = 50 "
            "it converges with a learning rate of 0.038, oscillates without end with 0.04 and diverges with 0.041."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return (x**2 + self.condition_number * y**2) / 2

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([x, self.condition_number * y])

    def hessian(self, p: Array) -> Array:
        x, _ = p
        return symmetric(np.ones_like(x), 0.0, self.condition_number)
