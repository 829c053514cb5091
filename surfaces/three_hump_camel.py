"""Three-hump camel: the deepest valley in the middle, a shallower one on either side."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class ThreeHumpCamel(Surface):
    """Three valleys in a row; the middle one is the deepest.

    Stationary points have y = −x/2, which leaves x(x⁴ − 4.2x² + 3.5) = 0: x = 0, or
    x² = 2.1 ± √0.91, with + for the local minima and − for the saddles. Its global minimum is 0 at
    the origin; −1.0316, often given, is the six-hump camel's.
    """

    key = "three-hump-camel"
    name = Text(ko="세 혹 낙타 함수", en="Three-hump camel function")
    kind = "multi-minimum"
    rank = 3
    domain = ((-2.0, 2.0), (-2.0, 2.0))
    minima = (
        Minimum((0.0, 0.0), 0.0),
        Minimum((1.7475523458302888, -0.8737761729151444), 0.2986384422368598, is_global=False),
        Minimum((-1.7475523458302888, 0.8737761729151444), 0.2986384422368598, is_global=False),
    )
    saddles = (
        Saddle((1.07054229182366, -0.53527114591183), 0.8773615577631402),
        Saddle((-1.07054229182366, 0.53527114591183), 0.8773615577631402),
    )
    start = (1.7, 1.7)
    learning_rate = 0.1
    steps = 150
    formula = r"2x^2 - 1.05x^4 + \frac{x^6}{6} + xy + y^2"
    source = "F. H. Branin, Widely convergent method for finding multiple solutions, 1972"
    lesson = Text(
        ko=(
            "학습률 0.1에서 경사 하강법은 오른쪽 지역 최솟값에, Momentum은 가운데를 지나쳐 왼쪽 지역 최솟값에 "
            "멈춥니다. Adam은 가운데의 전역 최솟값에 도달합니다."
        ),
        en=(
            "With a learning rate of 0.1 gradient descent stops in the local minimum on the right, and Momentum "
            "passes the middle into the one on the left. Adam reaches the global minimum in the middle."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        x2 = x**2
        return x2 * (2 + x2 * (-1.05 + x2 / 6)) + x * y + y**2

    def gradient(self, p: Array) -> Array:
        x, y = p
        x2 = x**2
        return np.array([x * (4 + x2 * (-4.2 + x2)) + y, x + 2 * y])

    def hessian(self, p: Array) -> Array:
        x, _ = p
        x2 = x**2
        return symmetric(4 + x2 * (-12.6 + 5 * x2), 1.0, 2.0)
