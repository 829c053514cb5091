"""Rastrigin: a bowl covered with an egg box."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from surfaces.stationary import local_minima
from text import Text


@dataclass(frozen=True)
class Rastrigin(Surface):
    """A shallow bowl under a deep egg box: a local minimum near every pair of whole numbers.

    The variables do not mix. Its 11 × 11 minima have coordinates that solve 2x + 20π sin 2πx = 0,
    each a little nearer to 0 than the whole number beside it; only (0, 0) is global. Gradient
    descent settles at any of them only below n = .005. Of its saddles and maxima, between the
    minima, none is marked.
    """

    key = "rastrigin"
    name = Text(ko="라스트리긴 함수", en="Rastrigin function")
    kind = "multi-minimum"
    rank = 6
    domain = ((-5.12, 5.12), (-5.12, 5.12))
    start = (-2.0, 3.5)
    learning_rate = 0.004
    steps = 150
    formula = r"20 + \sum_{i=1}^{2}\left(x_i^2 - 10\cos 2\pi x_i\right)"
    source = "L. A. Rastrigin, Systems of Extremal Control, 1974"
    lesson = Text(
        ko=(
            "기본 설정에서 경사 하강법, RMSProp, Adam은 출발점 옆의 지역 최솟값에 머무르고, Momentum은 관성으로 그곳을 "
            "지나 더 낮은 지역 최솟값에 도달합니다. 학습률을 0.5로 키우면 경사 하강법과 Momentum은 그림 밖으로 튕겨 "
            "나갑니다."
        ),
        en=(
            "With the default settings gradient descent, RMSProp and Adam stay at the local minimum next to the start, "
            "while Momentum carries past it to a lower one. With a learning rate of 0.5 gradient descent and Momentum "
            "are thrown out of the plot."
        ),
    )

    def value(self, p: Array) -> Array:
        return 20 + (p**2 - 10 * np.cos(2 * np.pi * p)).sum(axis=0)

    def gradient(self, p: Array) -> Array:
        return 2 * p + 20 * np.pi * np.sin(2 * np.pi * p)

    def hessian(self, p: Array) -> Array:
        xx, yy = 2 + 40 * np.pi**2 * np.cos(2 * np.pi * p)
        return symmetric(xx, 0.0, yy)


_LATTICE = [(x, y) for x in range(-5, 6) for y in range(-5, 6) if (x, y) != (0, 0)]
Rastrigin.minima = (Minimum((0.0, 0.0), 0.0), *local_minima(Rastrigin(), _LATTICE))
