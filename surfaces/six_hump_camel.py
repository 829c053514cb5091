"""Six-hump camel: two global minima and four local ones."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class SixHumpCamel(Surface):
    """Six minima in three pairs; a point and its mirror image (−x, −y) are equally high.

    Two minima are global; of the four local ones two lie above the origin's height. It has seven
    saddles, the origin among them.
    """

    key = "six-hump-camel"
    name = Text(ko="여섯 혹 낙타 함수", en="Six-hump camel function")
    kind = "multi-minimum"
    rank = 4
    domain = ((-3.0, 3.0), (-2.0, 2.0))
    # all fifteen stationary points by Newton's method; two are maxima, at ±(1.23, .16)
    minima = (
        Minimum((0.08984201310031806, -0.7126564030207396), -1.0316284534898774),
        Minimum((-0.08984201310031806, 0.7126564030207396), -1.0316284534898774),
        Minimum((1.703606714969981, -0.7960835686726251), -0.21546382438371764, is_global=False),
        Minimum((-1.703606714969981, 0.7960835686726251), -0.21546382438371764, is_global=False),
        Minimum((1.6071047529201972, 0.5686514548841314), 2.1042503103112584, is_global=False),
        Minimum((-1.6071047529201972, -0.5686514548841314), 2.1042503103112584, is_global=False),
    )
    saddles = (
        Saddle((0.0, 0.0), 0.0),
        Saddle((1.1092053368047865, -0.7682680925095399), 0.5437186009781851),
        Saddle((-1.1092053368047865, 0.7682680925095399), 0.5437186009781851),
        Saddle((1.6380679841897785, 0.22867406904439408), 2.2293571975307147),
        Saddle((-1.6380679841897785, -0.22867406904439408), 2.2293571975307147),
        Saddle((1.2960702671671092, 0.6050843880386585), 2.22947081802986),
        Saddle((-1.2960702671671092, -0.6050843880386585), 2.22947081802986),
    )
    start = (2.0, 0.3)
    learning_rate = 0.01
    steps = 150
    logarithmic = True
    formula = r"\left(4 - 2.1x^2 + \frac{x^4}{3}\right)x^2 + xy + (4y^2 - 4)y^2"
    source = "L. C. W. Dixon, G. P. Szegő, Towards Global Optimisation 2, 1978"
    lesson = Text(
        ko=(
            "기본 설정에서는 같은 곳에서 출발해 높이가 다른 세 최솟값에 도달합니다. 경사 하강법은 가장 높은 지역 "
            "최솟값, RMSProp과 Adam은 그보다 낮은 지역 최솟값, Momentum은 전역 최솟값입니다."
        ),
        en=(
            "With the default settings one start leads to three minima of different heights: gradient descent ends "
            "in one of the highest, RMSProp and Adam in a lower one, and Momentum in a global one."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        x2, y2 = p**2
        return (4 + x2 * (-2.1 + x2 / 3)) * x2 + x * y + (4 * y2 - 4) * y2

    def gradient(self, p: Array) -> Array:
        x, y = p
        x2, y2 = p**2
        return np.array([x * (8 + x2 * (-8.4 + 2 * x2)) + y, x + y * (-8 + 16 * y2)])

    def hessian(self, p: Array) -> Array:
        x2, y2 = p**2
        return symmetric(8 + x2 * (-25.2 + 10 * x2), 1.0, -8 + 48 * y2)
