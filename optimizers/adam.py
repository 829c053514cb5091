"""Adam: momentum and RMSProp combined."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, epsilon, gradient_decay, square_decay
from optimizers.terms import AVERAGE, AVERAGE_SQUARE, UNBIASED, UNBIASED_ROOT, UNBIASED_SQUARE, UNBIASED_STEP
from parameters import Array, Scalar
from text import Text


class AdamState(NamedTuple):
    m: Array  # the exponential average of gradients, shaped like x
    g: Array  # the exponential average of squared gradients, shaped like x


@dataclass(frozen=True)
class Adam(Optimizer[AdamState]):
    """Divide the average gradient by the root of the average squared gradient.

    Both averages start at 0; dividing by 1 − βᵗ takes that bias out. As in the lecture ε stands
    inside the root (PyTorch and Keras put it outside).
    """

    beta1: Scalar = gradient_decay()
    beta2: Scalar = square_decay()
    eps: Scalar = epsilon()

    key = "adam"
    name = "Adam"
    spelled_out = "Adaptive Moment Estimation"
    year = 2014
    source = "D. P. Kingma, J. Ba, Adam: a method for stochastic optimization, arXiv:1412.6980, 2014"
    formula = (
        r"m_t = \beta_1 m_{t-1} + (1-\beta_1)\nabla f(x_{t-1}) \\ "
        r"g_t = \beta_2 g_{t-1} + (1-\beta_2)(\nabla f(x_{t-1}))^2 \\ "
        r"\hat m = \dfrac{m_t}{1-\beta_1^t},\quad \hat g = \dfrac{g_t}{1-\beta_2^t} \\ "
        r"x_t = x_{t-1} - n\,\dfrac{\hat m}{\sqrt{\hat g + \varepsilon}}"
    )
    summary = Text(
        ko="Momentum과 RMSProp을 합친 방법입니다. 오늘날 가장 널리 쓰이는 방법 가운데 하나입니다.",
        en="Combines Momentum and RMSProp. One of the most widely used optimizers today.",
    )
    terms = {
        "m": AVERAGE,
        "g": AVERAGE_SQUARE,
        "m_hat": UNBIASED,
        "g_hat": UNBIASED_SQUARE,
        "root": UNBIASED_ROOT,
        "step": UNBIASED_STEP,
    }
    memory = ("x", "m", "g")
    pytorch = "Adam([x], lr={n}, betas=({beta1}, {beta2}), eps={eps})"

    def init(self, x: Array) -> AdamState:
        return AdamState(m=np.zeros_like(x), g=np.zeros_like(x))

    def compute(self, gradient: Array, state: AdamState, t: int, n: Scalar) -> tuple[Terms, AdamState]:
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        g = self.beta2 * state.g + (1 - self.beta2) * gradient**2
        m_hat = m / (1 - self.beta1**t)
        g_hat = g / (1 - self.beta2**t)
        root = np.sqrt(g_hat + self.eps)
        step = n * m_hat / root
        return {"m": m, "g": g, "m_hat": m_hat, "g_hat": g_hat, "root": root, "step": step}, AdamState(m, g)
