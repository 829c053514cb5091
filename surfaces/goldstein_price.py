"""Goldstein–Price: heights from 3 to a million in one small picture."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class GoldsteinPrice(Surface):
    """A product of two quartics, each a function of one slanted coordinate.

    With s = x + y and d = 2x − 3y this is A(s)·B(d), where A = 1 + (s + 1)²(3s² − 14s + 19) and
    B = 30 + d²(3d² − 16d + 18), so that A′ = 12(s + 1)(s − 1)(s − 2) and B′ = 12d(d − 1)(d − 3).
    The stationary points are therefore exactly s ∈ {−1, 1, 2} with d ∈ {0, 1, 3}: four minima,
    four saddles and one maximum. Gradient descent settles at (0, −1) below n = .0021.
    """

    key = "goldstein-price"
    name = Text(ko="골드스타인–프라이스 함수", en="Goldstein–Price function")
    kind = "multi-minimum"
    rank = 9
    domain = ((-2.0, 2.0), (-2.0, 2.0))
    minima = (
        Minimum((0.0, -1.0), 3.0),
        Minimum((-0.6, -0.4), 30.0, is_global=False),
        Minimum((1.8, 0.2), 84.0, is_global=False),
        Minimum((1.2, 0.8), 840.0, is_global=False),
    )
    saddles = (
        Saddle((-0.4, -0.6), 35.0),
        Saddle((1.2, -0.2), 99.0),
        Saddle((1.4, 0.6), 980.0),
        Saddle((0.6, 0.4), 990.0),
    )
    start = (-1.0, 0.0)
    learning_rate = 0.1
    steps = 200
    logarithmic = True
    formula = (
        r"\left[1 + (x+y+1)^2(19 - 14x + 3x^2 - 14y + 6xy + 3y^2)\right]"
        r"\left[30 + (2x-3y)^2(18 - 32x + 12x^2 + 48y - 36xy + 27y^2)\right]"
    )
    source = "A. A. Goldstein, J. F. Price, On descent from local minima, 1971"
    lesson = Text(
        ko=(
            "기울기가 엄청나게 커서 하나의 학습률이 모두에게 맞을 수 없습니다. 0.1에서는 경사 하강법과 Momentum이 "
            "곧바로 발산하고 Adam이 도달하지만, 0.0001에서는 Momentum이 도달하고 Adam은 거의 움직이지 못합니다."
        ),
        en=(
            "Gradients are so huge here that no single learning rate suits all. With 0.1 gradient descent and "
            "Momentum diverge at once and Adam reaches the minimum; with 0.0001 Momentum reaches it and Adam "
            "hardly moves."
        ),
    )

    def value(self, p: Array) -> Array:
        s, d = _slanted(p)
        a, b = _factors(s, d)
        return a * b

    def gradient(self, p: Array) -> Array:
        s, d = _slanted(p)
        a, b = _factors(s, d)
        a1, b1 = _first_derivatives(s, d)
        return np.array([a1 * b + 2 * a * b1, a1 * b - 3 * a * b1])

    def hessian(self, p: Array) -> Array:
        s, d = _slanted(p)
        a, b = _factors(s, d)
        a1, b1 = _first_derivatives(s, d)
        a2, b2 = 12 * (3 * s**2 - 4 * s - 1), 12 * (3 * d**2 - 8 * d + 3)
        return symmetric(
            a2 * b + 4 * a1 * b1 + 4 * a * b2,
            a2 * b - a1 * b1 - 6 * a * b2,
            a2 * b - 6 * a1 * b1 + 9 * a * b2,
        )


def _slanted(p: Array) -> tuple[Array, Array]:
    """s = x + y and d = 2x − 3y."""
    x, y = p
    return x + y, 2 * x - 3 * y


def _factors(s: Array, d: Array) -> tuple[Array, Array]:
    """A(s) and B(d)."""
    return 1 + (s + 1) ** 2 * (3 * s**2 - 14 * s + 19), 30 + d**2 * (3 * d**2 - 16 * d + 18)


def _first_derivatives(s: Array, d: Array) -> tuple[Array, Array]:
    """A′(s) and B′(d)."""
    return 12 * (s + 1) * (s - 1) * (s - 2), 12 * d * (d - 1) * (d - 3)
