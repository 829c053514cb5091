"""The hyperbolic saddle: up one way, down the other."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from surfaces.base import Saddle, Surface, symmetric
from text import Text


@dataclass(frozen=True)
class HyperbolicSaddle(Surface):
    """The plainest saddle: a valley along x, a ridge along y, and no bottom.

    Its curvatures are 2 and −2. Gradient descent multiplies x by 1 − 2n and y by 1 + 2n at every
    step: started with y = 0 it runs into the saddle and stays, started a hair off it leaves.

    The standard saddle of its source.
    """

    key = "hyperbolic-saddle"
    name = Text(ko="쌍곡 안장", en="Hyperbolic saddle")
    kind = "saddle"
    rank = 2
    domain = ((-2.0, 2.0), (-2.0, 2.0))
    minima = ()
    saddles = (Saddle((0.0, 0.0), 0.0),)
    start = (1.5, 0.001)
    learning_rate = 0.02
    steps = 100
    formula = r"x^2 - y^2"
    source = "Y. Dauphin et al., Identifying and attacking the saddle point problem, 2014"
    lesson = Text(
        ko=(
            "바닥이 없는 안장입니다. 기본 설정에서 경사 하강법은 안장점 근처에 오래 머무르고, 다른 기법들은 그동안 "
            "먼저 벗어나 한없이 내려갑니다."
        ),
        en=(
            "A saddle without a minimum. With the default settings gradient descent lingers near the saddle point; "
            "meanwhile the other optimizers escape, and f decreases without bound."
        ),
    )

    def value(self, p: Array) -> Array:
        x, y = p
        return x**2 - y**2

    def gradient(self, p: Array) -> Array:
        x, y = p
        return np.array([2 * x, -2 * y])

    def hessian(self, p: Array) -> Array:
        x, _ = p
        return symmetric(np.full_like(x, 2.0), 0.0, -2.0)
