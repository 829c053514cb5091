"""NAdam: Adam with Nesterov's look-ahead."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, epsilon, gradient_decay, square_decay
from optimizers.terms import AVERAGE, AVERAGE_SQUARE, UNBIASED, UNBIASED_ROOT, UNBIASED_SQUARE, UNBIASED_STEP, Term
from parameters import Array, Scalar
from text import Text


class NAdamState(NamedTuple):
    m: Array  # the exponential average of gradients, shaped like x
    g: Array  # the exponential average of squared gradients, shaped like x


@dataclass(frozen=True)
class NAdam(Optimizer[NAdamState]):
    """Use the average gradient of the step to come, as Nesterov does with the movement.

    β₁ is constant here, where the paper's list of steps also lets it change with time. As in the
    lecture ε stands inside the root (PyTorch and Keras put it outside).
    """

    beta1: Scalar = gradient_decay()
    beta2: Scalar = square_decay()
    eps: Scalar = epsilon()

    key = "nadam"
    name = "NAdam"
    spelled_out = "Nesterov-accelerated Adaptive Moment Estimation"
    year = 2016
    source = "T. Dozat, Incorporating Nesterov momentum into Adam, ICLR workshop, 2016"
    formula = (
        r"m_t = \beta_1 m_{t-1} + (1-\beta_1)\nabla f(x_{t-1}) \\ "
        r"g_t = \beta_2 g_{t-1} + (1-\beta_2)(\nabla f(x_{t-1}))^2 \\ "
        r"\hat m = \dfrac{\beta_1 m_t}{1-\beta_1^{t+1}} + \dfrac{(1-\beta_1)\nabla f(x_{t-1})}{1-\beta_1^t},\quad "
        r"\hat g = \dfrac{g_t}{1-\beta_2^t} \\ "
        r"x_t = x_{t-1} - n\,\dfrac{\hat m}{\sqrt{\hat g + \varepsilon}}"
    )
    summary = Text(
        ko="Adam에 Nesterov의 앞을 내다보는 관성을 더한 방법입니다. 현재 기울기에 더 빨리 반응합니다.",
        en="Adam with Nesterov's look-ahead: it reacts sooner to the current gradient.",
    )
    terms = {
        "m": AVERAGE,
        "g": AVERAGE_SQUARE,
        "m_hat": Term(
            UNBIASED.latex,
            "memory",
            "slope",
            Text(
                ko="0에서 시작한 편향을 보정하면서, 다음 평균을 내다보고 현재 기울기를 더 크게 섞습니다.",
                en="Corrects the bias from starting at 0 and, looking ahead, gives the current gradient more weight.",
            ),
        ),
        "g_hat": UNBIASED_SQUARE,
        "root": UNBIASED_ROOT,
        "step": UNBIASED_STEP,
    }
    memory = ("x", "m", "g")
    beyond_lecture = True

    def init(self, x: Array) -> NAdamState:
        return NAdamState(m=np.zeros_like(x), g=np.zeros_like(x))

    def compute(self, gradient: Array, state: NAdamState, t: int, n: Scalar) -> tuple[Terms, NAdamState]:
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        g = self.beta2 * state.g + (1 - self.beta2) * gradient**2
        m_hat = self.beta1 * m / (1 - self.beta1 ** (t + 1)) + (1 - self.beta1) * gradient / (1 - self.beta1**t)
        g_hat = g / (1 - self.beta2**t)
        root = np.sqrt(g_hat + self.eps)
        step = n * m_hat / root
        return {"m": m, "g": g, "m_hat": m_hat, "g_hat": g_hat, "root": root, "step": step}, NAdamState(m, g)
