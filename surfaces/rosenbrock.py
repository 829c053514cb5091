"""Rosenbrock: the banana valley, easy to reach and hard to follow."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class Rosenbrock(Surface):
    """A curved valley along y = x², steep across and almost flat along.

    (1, 1) is its only stationary point. The curvatures there are .4 and 1002, so the condition
    number is 2508, and gradient descent settles only for learning rates below .0020.
    """

    key = "rosenbrock"
    name = Text(ko="로젠브록 함수", en="Rosenbrock function")
    kind = "valley"
    rank = 1
    domain = ((-2.0, 2.0), (-1.0, 3.0))
    minima = (Minimum((1.0, 1.0), 0.0),)
    start = (-1.5, 2.0)
    learning_rate = 0.0015
    steps = 300
    logarithmic = True
    formula = r"(1 - x)^2 + 100\,(y - x^2)^2"
    source = "H. H. Rosenbrock, An automatic method for finding the greatest or least value of a function, 1960"
    lesson = Text(
        ko=(
            "골짜기로 내려가기는 쉽지만, 휘어진 바닥을 따라가기는 어렵습니다. 학습률 0.0015로 300스텝을 진행하면 "
            "Momentum은 최솟값 가까이 오지만 경사 하강법은 절반도 못 가고, 0.0025에서는 발산합니다."
        ),
        en=(
            "Getting down into the valley is easy; following its curved floor is not. In 300 steps with a "
            "learning rate of 0.0015 Momentum comes close to the minimum and gradient descent not even half way; "
            "with 0.0025 it diverges."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return (1 - x) ** 2 + 100 * (y - x**2) ** 2

    def gradient(self, p: Array) -> Array:
        x, y = p
        above = y - x**2
        return np.array([-400 * x * above + 2 * x - 2, 200 * above])

    def hessian(self, p: Array) -> Array:
        x, y = p
        return symmetric(1200 * x**2 - 400 * y + 2, -400 * x, 200.0)
