"""Matyas: a ravine that runs along the diagonal."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class Matyas(Surface):
    """A ravine turned by 45°: no variable alone is the steep one.

    Its curvatures are 0.04 along y = x and 1 across, so the condition number is 25 and gradient
    descent settles exactly for learning rates below 2. Dividing each coordinate by its own slope,
    as AdaGrad does, cannot undo a ravine that is not along an axis.
    """

    key = "matyas"
    name = Text(ko="마티아스 함수", en="Matyas function")
    kind = "convex"
    rank = 5
    domain = ((-10.0, 10.0), (-10.0, 10.0))
    minima = (Minimum((0.0, 0.0), 0.0),)
    start = (-9.0, -8.0)
    learning_rate = 0.3
    steps = 100
    formula = r"0.26\,(x^2 + y^2) - 0.48\,xy"
    source = "J. Matyas, Random optimization, 1965"
    lesson = Text(
        ko=(
            "협곡이 좌표축이 아니라 대각선 방향으로 놓여 있습니다. 기본 설정에서 경사 하강법은 금세 직선 y = x "
            "위로 내려가지만 그 뒤로는 매우 느리고, 같은 학습률의 Momentum은 도달합니다."
        ),
        en=(
            "This ravine lies along the diagonal, not along an axis. With the default settings gradient descent "
            "soon reaches the line y = x but is very slow from there; Momentum reaches the minimum with the same "
            "learning rate."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return 0.26 * (x**2 + y**2) - 0.48 * x * y

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([0.52 * x - 0.48 * y, 0.52 * y - 0.48 * x])

    def hessian(self, p: Array) -> Array:
        x, _ = p
        return symmetric(np.full_like(x, 0.52), -0.48, 0.52)
