"""Himmelblau: four minima, all equally deep."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class Himmelblau(Surface):
    """The squared errors of two parabolas, zero at each of their four crossings.

    Its minima are differently sharp: gradient descent settles at (−3.8, −3.3) below n = .0149, at
    (3.6, −1.8) below .0190, at (3, 2) below .0243 and at (−2.8, 3.1) below .0248. Raising the
    learning rate takes the minima away one by one.
    """

    key = "himmelblau"
    name = Text(ko="힘멜블라우 함수", en="Himmelblau's function")
    kind = "multi-minimum"
    rank = 2
    domain = ((-6.0, 6.0), (-6.0, 6.0))
    # apart from (3, 2), roots of polynomials without a short closed form, by Newton's method
    minima = (
        Minimum((3.0, 2.0), 0.0),
        Minimum((-2.805118086952745, 3.131312518250573), 0.0),
        Minimum((-3.779310253377747, -3.2831859912861696), 0.0),
        Minimum((3.5844283403304917, -1.8481265269644036), 0.0),
    )
    saddles = (
        Saddle((3.385154183607021, 0.07385187983774928), 13.31192627040559),
        Saddle((0.08667750455539636, 2.884254701174776), 67.71915008752615),
        Saddle((-3.0730257507643897, -0.08135304428796751), 104.0151629175581),
        Saddle((-0.12796134673068008, -1.9537149802445763), 178.33723920192747),
    )
    start = (0.5, 4.0)
    learning_rate = 0.012
    steps = 300
    logarithmic = True
    formula = r"(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
    source = "D. M. Himmelblau, Applied Nonlinear Programming, 1972"
    lesson = Text(
        ko=(
            "최솟값 네 개의 높이가 모두 같습니다. 기본 설정에서는 같은 곳에서 출발해도 기법에 따라 다른 최솟값으로 "
            "갑니다. 학습률을 키우면 경사 하강법이 머물 수 있는 최솟값이 하나씩 사라집니다."
        ),
        en=(
            "All four minima are equally low. With the default settings different optimizers reach different ones "
            "from the same start. As the learning rate grows, gradient descent loses the minima it can stay in one "
            "by one."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        a, b = x**2 + y - 11, x + y**2 - 7
        return a**2 + b**2

    def gradient(self, p: Array) -> Array:
        x, y = p
        a, b = x**2 + y - 11, x + y**2 - 7
        return np.array([4 * x * a + 2 * b, 2 * a + 4 * y * b])

    def hessian(self, p: Array) -> Array:
        x, y = p
        a, b = x**2 + y - 11, x + y**2 - 7
        return symmetric(8 * x**2 + 4 * a + 2, 4 * (x + y), 8 * y**2 + 4 * b + 2)
