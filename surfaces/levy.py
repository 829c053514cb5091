"""Levy: a wide bowl with waves across it."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Minimum, Surface, symmetric
from surfaces.stationary import local_minima
from text import Text


@dataclass(frozen=True)
class Levy(Surface):
    """A bowl with long waves along x and shorter ones along y.

    With u = w₁ − 1 and v = w₂ − 1, f is g(u) + h(v): the variables do not mix, and
    g = sin² πu + u²[1 + 10 sin²(πu + 1)],  h = v²[1 + sin² 2πv]. In the picture g has 5 minima and
    h has 8, which makes 40; only (1, 1) is global. Of its saddles and maxima none is marked.

    In the form of M. Laguna, R. Martí, Journal of Global Optimization 33 (2005) 235–255.
    """

    key = "levy"
    name = Text(ko="레비 함수", en="Levy function")
    kind = "multi-minimum"
    rank = 8
    domain = ((-10.0, 10.0), (-10.0, 10.0))
    start = (5.0, -4.0)
    learning_rate = 0.2
    steps = 150
    formula = (
        r"\sin^2 \pi w_1 + (w_1-1)^2\left[1 + 10\sin^2(\pi w_1 + 1)\right]"
        r" + (w_2-1)^2\left[1 + \sin^2 2\pi w_2\right],\quad w_i = 1 + \tfrac{x_i - 1}{4}"
    )
    source = "A. V. Levy, A. Montalvo, The tunneling algorithm for the global minimization of functions, 1985"
    lesson = Text(
        ko=(
            "물결 모양의 그릇이라 지역 최솟값이 많습니다. 기본 설정(학습률 0.2)에서 경사 하강법, AdaGrad, Adam은 "
            "서로 다른 지역 최솟값에 멈추고, Momentum만 전역 최솟값에 도달합니다."
        ),
        en=(
            "A wavy bowl with many local minima. With the default settings (learning rate 0.2) gradient descent, "
            "AdaGrad and Adam stop in three different local minima, and only Momentum reaches the global one."
        ),
    )

    def value(self, p: Array) -> Array:
        u, v = (p - 1) / 4
        g = np.sin(np.pi * u) ** 2 + u**2 * (1 + 10 * np.sin(np.pi * u + 1) ** 2)
        h = v**2 * (1 + np.sin(2 * np.pi * v) ** 2)
        return g + h

    def gradient(self, p: Array) -> Array:
        u, v = (p - 1) / 4
        a, b = 2 * np.pi * u, 2 * np.pi * v
        g1 = np.pi * np.sin(a) + 2 * u * (1 + 10 * np.sin(a / 2 + 1) ** 2) + 10 * np.pi * u**2 * np.sin(a + 2)
        h1 = 2 * v * (1 + np.sin(b) ** 2) + 2 * np.pi * v**2 * np.sin(2 * b)
        return np.array([g1, h1]) / 4

    def hessian(self, p: Array) -> Array:
        u, v = (p - 1) / 4
        a, b = 2 * np.pi * u, 2 * np.pi * v
        g2 = (
            2 * np.pi**2 * np.cos(a)
            + 2 * (1 + 10 * np.sin(a / 2 + 1) ** 2)
            + 40 * np.pi * u * np.sin(a + 2)
            + 20 * np.pi**2 * u**2 * np.cos(a + 2)
        )
        h2 = 2 * (1 + np.sin(b) ** 2) + 8 * np.pi * v * np.sin(2 * b) + 8 * np.pi**2 * v**2 * np.cos(2 * b)
        return symmetric(g2 / 16, 0.0, h2 / 16)


_XS = (-8.2, -4.2, 1.0, 3.8, 7.7)
_YS = (-9.0, -6.9, -4.9, -2.9, 1.0, 4.9, 6.9, 8.9)
_ELSEWHERE = [(x, y) for x in _XS for y in _YS if (x, y) != (1.0, 1.0)]
Levy.minima = (Minimum((1.0, 1.0), 0.0), *local_minima(Levy(), _ELSEWHERE))
