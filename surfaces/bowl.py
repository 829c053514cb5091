"""The bowl: the simplest surface there is."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class Bowl(Surface):
    """A round bowl, equally steep in every direction.

    Its curvature is 2 everywhere: gradient descent multiplies x and y by 1 − 2n at every step, so
    it settles below n = 1 and needs a single step at n = 1/2.

    Function F1 of its source.
    """

    key = "bowl"
    name = Text(ko="그릇", en="Bowl")
    kind = "convex"
    rank = 3
    domain = ((-3.0, 3.0), (-3.0, 3.0))
    minima = (Minimum((0.0, 0.0), 0.0),)
    start = (-2.5, 1.5)
    learning_rate = 0.1
    steps = 100
    formula = r"x^2 + y^2"
    source = "K. A. De Jong, An analysis of the behavior of a class of genetic adaptive systems, 1975"
    lesson = Text(
        ko=(
            "어느 방향으로든 똑같이 가파르므로 경사 하강법은 최솟값을 향해 곧장 내려갑니다. 학습률 0.5에서는 한 "
            "스텝에 도달하고, 1.0을 넘으면 발산합니다."
        ),
        en=(
            "Equally steep in every direction, so gradient descent heads straight for the minimum. At a learning "
            "rate of 0.5 a single step is enough; above 1.0 it diverges."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return x**2 + y**2

    def gradient(self, p: Array) -> Array:
        return 2 * p

    def hessian(self, p: Array) -> Array:
        x, _ = p
        return symmetric(np.full_like(x, 2.0), 0.0, 2.0)
