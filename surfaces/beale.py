"""Beale: a flat valley with steep corners."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class Beale(Surface):
    """A flat valley between walls that rise with the sixth power of y.

    All three terms vanish at (3, ½), where gradient descent settles below n = .041; on the steep
    walls far smaller rates already throw it out. The picture also holds two saddles, one of them
    exactly at (0, 1).
    """

    key = "beale"
    name = Text(ko="빌 함수", en="Beale function")
    kind = "valley"
    rank = 2
    domain = ((-4.5, 4.5), (-4.5, 4.5))
    minima = (Minimum((3.0, 0.5), 0.0),)
    # the second one's y is the real root of 3y³ + 11y² + 10y + 5, left of ∂f/∂y after solving ∂f/∂x = 0 for x
    saddles = (
        Saddle((0.0, 1.0), 14.203125),
        Saddle((0.10053793732415836, -2.644513585023125), 9.86451228475556),
    )
    start = (1.0, 1.0)
    learning_rate = 0.02
    steps = 300
    logarithmic = True
    formula = r"(1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2"
    source = "E. M. L. Beale, On an iterative method for finding a local minimum of a function, 1958"
    lesson = Text(
        ko=(
            "기본 설정에서는 골짜기 바닥이 평평해서 경사 하강법은 최솟값 바로 앞에서 거의 멈추고, Momentum은 "
            "도달합니다. 그러나 가파른 벽의 (1, 2)에서 출발하면 Momentum은 학습률 0.01에서도 발산합니다."
        ),
        en=(
            "With the default settings gradient descent nearly stops just short of the minimum on the flat valley "
            "floor, while Momentum reaches it. Started on the steep wall at (1, 2), however, Momentum diverges "
            "even with a learning rate of 0.01."
        ),
    )

    def value(self, p: Array) -> Array:
        t1, t2, t3 = _terms(p)
        return t1**2 + t2**2 + t3**2

    def gradient(self, p: Array) -> Array:
        x, y = p
        y2 = y**2
        t1, t2, t3 = _terms(p)
        return 2 * np.array(
            [
                t1 * (y - 1) + t2 * (y2 - 1) + t3 * (y * y2 - 1),
                x * (t1 + 2 * y * t2 + 3 * y2 * t3),
            ]
        )

    def hessian(self, p: Array) -> Array:
        x, y = p
        y2 = y**2
        y3 = y * y2
        t1, t2, t3 = _terms(p)
        return 2 * symmetric(
            (y - 1) ** 2 + (y2 - 1) ** 2 + (y3 - 1) ** 2,
            t1 + 2 * y * t2 + 3 * y2 * t3 + x * (y - 1 + 2 * y * (y2 - 1) + 3 * y2 * (y3 - 1)),
            x**2 * (1 + 4 * y2 + 9 * y2**2) + x * (2 * t2 + 6 * y * t3),
        )


def _terms(p: Array) -> tuple[Array, Array, Array]:
    """t₁, t₂ and t₃."""
    x, y = p
    y2 = y**2
    return 1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y * y2
