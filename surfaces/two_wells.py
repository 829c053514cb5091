"""Two wells: a deep one and a shallow one in the same bowl."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class TwoWells(Surface):
    """A bowl with a shallow well on the right and a deeper one on the left.

    The bowl pulls each well's bottom a little towards the middle. Gradient descent settles in the
    deep well below n = .0637 and in the shallow one below n = .0947.

    Made for this project, from a quadratic and two Gaussians.
    """

    key = "two-wells"
    name = Text(ko="이중 우물", en="Double well")
    kind = "multi-minimum"
    rank = 1
    domain = ((-2.0, 2.0), (-2.0, 2.0))
    # the three roots of f_x(x, 0), by Newton's method
    minima = (
        Minimum((-0.9363006340109187, 0.0), -2.063090251768194),
        Minimum((0.905317899160115, 0.0), -1.092731999201741, is_global=False),
    )
    saddles = (Saddle((0.06860243670809657, 0.0), -0.03137427327004572),)
    start = (0.6, 1.2)
    learning_rate = 0.02
    steps = 200
    formula = r"x^2 + y^2 - 2e^{-((x-1)^2+y^2)/0.2} - 3e^{-((x+1)^2+y^2)/0.2}"
    source = Text(ko="Descent의 예: 기울인 이중 우물", en="an example of Descent: a tilted double well")
    lesson = Text(
        ko=(
            "기본 설정(학습률 0.02)에서는 같은 곳에서 출발해도 도달하는 곳이 다릅니다. 경사 하강법은 얕은 지역 "
            "최솟값에 머물고, Momentum, RMSProp, Adam은 깊은 전역 최솟값에 도달합니다."
        ),
        en=(
            "With the default settings (learning rate 0.02) the same start leads to different ends: gradient "
            "descent stays in the shallow local minimum, while Momentum, RMSProp and Adam reach the deep global "
            "one."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        a, b = _wells(x, y)
        return x**2 + y**2 - 2 * a - 3 * b

    def gradient(self, p: Array) -> Array:
        x, y = p
        a, b = _wells(x, y)
        return np.array([2 * x + 20 * (x - 1) * a + 30 * (x + 1) * b, 2 * y + 20 * y * a + 30 * y * b])

    def hessian(self, p: Array) -> Array:
        x, y = p
        a, b = _wells(x, y)
        return symmetric(
            2 + 20 * a * (1 - 10 * (x - 1) ** 2) + 30 * b * (1 - 10 * (x + 1) ** 2),
            -200 * (x - 1) * y * a - 300 * (x + 1) * y * b,
            2 + (20 * a + 30 * b) * (1 - 10 * y**2),
        )


def _wells(x: Array, y: Array) -> tuple[Array, Array]:
    """a and b: the shallow well around (1, 0) and the deep one around (−1, 0)."""
    return np.exp(-5 * ((x - 1) ** 2 + y**2)), np.exp(-5 * ((x + 1) ** 2 + y**2))
