"""AdaGrad: a learning rate of its own for every variable."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, epsilon
from optimizers.terms import ROOT, STEP, Term
from parameters import Array, Scalar
from text import Text


class AdaGradState(NamedTuple):
    g: Array  # the sum of squared gradients, shaped like x


@dataclass(frozen=True)
class AdaGrad(Optimizer[AdaGradState]):
    """Divide the step by the root of all squared gradients so far.

    gₜ only ever grows, so the steps shrink and in the end nothing moves any more. As in the
    lecture ε stands inside the root.
    """

    eps: Scalar = epsilon()

    key = "adagrad"
    name = "AdaGrad"
    spelled_out = "Adaptive Gradient"
    year = 2011
    source = (
        "J. Duchi, E. Hazan, Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization, "
        "JMLR 12, 2011"
    )
    formula = (
        r"g_t = g_{t-1} + (\nabla f(x_{t-1}))^2 \\ "
        r"x_t = x_{t-1} - n\,\dfrac{\nabla f(x_{t-1})}{\sqrt{g_t + \varepsilon}}"
    )
    summary = Text(
        ko="변수마다 학습률을 따로 두고, 기울기가 컸던 변수일수록 학습률을 줄입니다.",
        en="Gives every variable its own learning rate, smaller where gradients have been large.",
    )
    terms = {
        "g": Term(
            "g_t",
            "square",
            "squared",
            Text(
                ko="지금까지의 기울기 제곱을 변수마다 모두 더한 값입니다. 커지기만 하고 줄지 않습니다.",
                en="The sum of all squared gradients so far, for each variable. It only grows.",
            ),
        ),
        "root": ROOT,
        "step": STEP,
    }
    memory = ("x", "g")
    pytorch = "Adagrad([x], lr={n}, eps={eps})"

    def init(self, x: Array) -> AdaGradState:
        return AdaGradState(g=np.zeros_like(x))

    def compute(self, gradient: Array, state: AdaGradState, t: int, n: Scalar) -> tuple[Terms, AdaGradState]:
        g = state.g + gradient**2
        root = np.sqrt(g + self.eps)
        step = n * gradient / root
        return {"g": g, "root": root, "step": step}, AdaGradState(g)
