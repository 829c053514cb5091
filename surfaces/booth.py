"""Booth: two equations in two unknowns, as a surface."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class Booth(Surface):
    """The squared errors of x + 2y = 7 and 2x + y = 5, lowest where both hold.

    Its curvatures are 2 along x + y = 4 and 18 across, so the condition number is 9 and gradient
    descent settles exactly for learning rates below 1/9.
    """

    key = "booth"
    name = Text(ko="부스 함수", en="Booth function")
    kind = "convex"
    rank = 4
    domain = ((-10.0, 10.0), (-10.0, 10.0))
    minima = (Minimum((1.0, 3.0), 0.0),)
    start = (-8.0, 7.0)
    learning_rate = 0.1
    steps = 100
    formula = r"(x + 2y - 7)^2 + (2x + y - 5)^2"
    source = "M. Jamil, X.-S. Yang, A literature survey of benchmark functions, 2013"
    lesson = Text(
        ko=(
            "두 방정식 x + 2y = 7과 2x + y = 5의 오차를 제곱해 더한 곡면으로, 최솟값 (1, 3)이 곧 두 방정식의 "
            "해입니다. 경사 하강법은 학습률 0.1이면 도달하고 0.112면 발산합니다."
        ),
        en=(
            "The sum of the squared errors of x + 2y = 7 and 2x + y = 5: the minimum (1, 3) is their solution. "
            "Gradient descent converges with a learning rate of 0.1 and diverges with 0.112."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([10 * x + 8 * y - 34, 8 * x + 10 * y - 38])

    def hessian(self, p: Array) -> Array:
        x, _ = p
        return symmetric(np.full_like(x, 10.0), 8.0, 10.0)
