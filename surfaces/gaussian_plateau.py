"""The Gaussian plateau: a pit in a plain where the slope vanishes."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class GaussianPlateau(Surface):
    """A pit in a plain: far from it the slope is almost zero though no minimum is near.

    At r from the middle the slope is r e^{−r²/2}, largest at r = 1; at the corner (4, 4) of the picture it is 6·10⁻⁷.
    The curvature at the bottom is 1, so gradient descent settles there below n = 2.

    The normal distribution of its source, turned upside down.
    """

    key = "gaussian-plateau"
    name = Text(ko="가우스 고원", en="Gaussian plateau")
    kind = "plateau"
    rank = 1
    domain = ((-4.0, 4.0), (-4.0, 4.0))
    minima = (Minimum((0.0, 0.0), 0.0),)
    start = (3.2, 1.8)
    learning_rate = 0.1
    steps = 200
    formula = r"1 - e^{-(x^2 + y^2)/2}"
    source = Text(ko="Descent의 예: 뒤집은 가우스 함수", en="an example of Descent: a Gaussian upside down")
    lesson = Text(
        ko=(
            "기본 설정에서, 최솟값에서 먼 고원은 기울기가 거의 0이라 경사 하강법이 나아가지 못합니다. 기울기의 "
            "크기로 나누는 AdaGrad, RMSProp, Adam은 같은 학습률로도 최솟값까지 내려갑니다."
        ),
        en=(
            "With the default settings the start is on a plateau far from the minimum: the gradient is almost zero "
            "there and gradient descent makes no progress. AdaGrad, RMSProp and Adam divide by its size and reach "
            "the minimum with the same learning rate."
        ),
    )

    def value(self, p: Array) -> Array:
        return -np.expm1(-_half_square(p))

    def gradient(self, p: Array) -> Array:
        return p * np.exp(-_half_square(p))

    def hessian(self, p: Array) -> Array:
        x, y = p
        e = np.exp(-_half_square(p))
        return symmetric((1 - x**2) * e, -x * y * e, (1 - y**2) * e)


def _half_square(p: Array) -> Array:
    """r²/2."""
    x, y = p
    return (x**2 + y**2) / 2
