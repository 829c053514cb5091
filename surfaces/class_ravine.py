"""The class ravine: the picture every Korean student of deep learning knows."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class ClassRavine(Surface):
    """A long bowl, twenty times steeper across than along.

    Its curvatures are 1/10 and 2, so the condition number is 20 and gradient descent settles
    exactly for learning rates below 2/2 = 1.

    From chapter 6 of its source.
    """

    key = "class-ravine"
    name = Text(ko="교과서 협곡", en="Textbook ravine")
    kind = "convex"
    rank = 1
    domain = ((-10.0, 10.0), (-5.0, 5.0))
    minima = (Minimum((0.0, 0.0), 0.0),)
    start = (-7.0, 2.0)
    learning_rate = 0.9
    steps = 100
    formula = r"\frac{x^2}{20} + y^2"
    source = Text(ko="사이토 고키, 밑바닥부터 시작하는 딥러닝, 2017", en="K. Saitoh, Deep Learning from Scratch, 2017")
    lesson = Text(
        ko=(
            "경사 하강법은 가파른 y 방향으로 지그재그를 그립니다. 학습률 1.0에서는 진폭이 줄지 않고, 그보다 크면 "
            "발산합니다."
        ),
        en=(
            "Gradient descent zigzags across the steep y direction. At a learning rate of 1.0 the amplitude never "
            "shrinks; above it, it diverges."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return x**2 / 20 + y**2

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([x / 10, 2 * y])

    def hessian(self, p: Array) -> Array:
        x, _ = p
        return symmetric(np.full_like(x, 0.1), 0.0, 2.0)
