"""The bounded saddle: a saddle with a minimum on either side."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class BoundedSaddle(Surface):
    """A saddle that leads down to two equally deep minima.

    The minima are (0, ±1/√2) with value −1/4 and curvatures 2 and 4; at the saddle (0, 0) the
    curvatures are 2 and −2. On the line y = 0 the slope has no y part, so no rule that starts
    there at rest ever leaves it.

    Example 1.2.2 of its source, with other factors.
    """

    key = "bounded-saddle"
    name = Text(ko="바닥이 있는 안장", en="Bounded saddle")
    kind = "saddle"
    rank = 1
    domain = ((-1.5, 1.5), (-1.2, 1.2))
    minima = (Minimum((0.0, 0.5**0.5), -0.25), Minimum((0.0, -(0.5**0.5)), -0.25))
    saddles = (Saddle((0.0, 0.0), 0.0),)
    start = (1.0, 0.001)
    learning_rate = 0.03
    steps = 150
    formula = r"x^2 - y^2 + y^4"
    source = "Y. Nesterov, Introductory Lectures on Convex Optimization, 2004"
    lesson = Text(
        ko=(
            "직선 y = 0 위에서 출발하면, 기울기가 정확한 한 강의의 다섯 기법 모두 안장점을 벗어나지 못합니다. 기본 "
            "설정처럼 0.001만 벗어나 출발하면 모두 벗어나지만, 경사 하강법이 가장 늦습니다."
        ),
        en=(
            "Started on the line y = 0, none of the lecture's five leaves the saddle point as long as the gradient "
            "is exact. With the default settings, 0.001 off the line, all of them do, gradient descent last."
        ),
    )

    def value(self, p: Array) -> Array:
        x2, y2 = p**2
        return x2 - y2 + y2**2

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([2 * x, 4 * y * y**2 - 2 * y])

    def hessian(self, p: Array) -> Array:
        x, y = p
        return symmetric(np.full_like(x, 2.0), 0.0, 12 * y**2 - 2)
