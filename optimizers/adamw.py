"""AdamW: Adam, and beside it a steady pull towards 0."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, decay_of_weights, epsilon, gradient_decay, square_decay
from optimizers.terms import (
    AVERAGE,
    AVERAGE_SQUARE,
    PULL,
    SCALED,
    UNBIASED,
    UNBIASED_ROOT,
    UNBIASED_SQUARE,
    Term,
    fraction,
)
from parameters import Array, Scalar
from text import Text


class AdamWState(NamedTuple):
    x: Array  # the point itself, which the pull needs; the same numbers as the path's, so no memory of its own
    m: Array  # the exponential average of gradients, shaped like x
    g: Array  # the exponential average of squared gradients, shaped like x


@dataclass(frozen=True)
class AdamW(Optimizer[AdamWState]):
    """Take Adam's step, and shrink x by n λ x apart from it.

    Added to the gradient instead, λ x would be divided by the root as well, and where gradients are
    large nothing of it would be left. As in the lecture ε stands inside the root (PyTorch and Keras put it outside).
    """

    beta1: Scalar = gradient_decay()
    beta2: Scalar = square_decay()
    eps: Scalar = epsilon()
    weight_decay: Scalar = decay_of_weights(0.01)

    key = "adamw"
    name = "AdamW"
    spelled_out = "Adam with decoupled Weight decay"
    year = 2017
    source = "I. Loshchilov, F. Hutter, Decoupled weight decay regularization, arXiv:1711.05101, 2017"
    formula = (
        r"m_t = \beta_1 m_{t-1} + (1-\beta_1)\nabla f(x_{t-1}) \\ "
        r"g_t = \beta_2 g_{t-1} + (1-\beta_2)(\nabla f(x_{t-1}))^2 \\ "
        r"\hat m = \dfrac{m_t}{1-\beta_1^t},\quad \hat g = \dfrac{g_t}{1-\beta_2^t} \\ "
        r"x_t = x_{t-1} - n\left(\dfrac{\hat m}{\sqrt{\hat g + \varepsilon}} + \lambda x_{t-1}\right)"
    )
    summary = Text(
        ko=(
            "Adam의 스텝과는 따로, 스텝마다 x를 0 쪽으로 조금 당깁니다(가중치 감쇠). 큰 신경망을 학습할 때 널리 "
            "쓰입니다. PyTorch의 구현처럼 감쇠에 학습률 n을 곱합니다. 논문의 식에서는 스케줄의 배수만 곱합니다."
        ),
        en=(
            "Adam's step plus, separate from it, a small pull of x towards 0 (weight decay). Widely used to train "
            "large networks. As in PyTorch the decay is multiplied by the learning rate n; the paper multiplies it "
            "by the schedule's multiplier alone."
        ),
    )
    terms = {
        "m": AVERAGE,
        "g": AVERAGE_SQUARE,
        "m_hat": UNBIASED,
        "g_hat": UNBIASED_SQUARE,
        "root": UNBIASED_ROOT,
        "quotient": Term(
            fraction(UNBIASED, UNBIASED_ROOT),
            "step",
            "ratio",
            Text(
                ko="변수마다 정사각형의 한 변으로 나눕니다. 기울기가 컸던 변수일수록 많이 줄어듭니다.",
                en=(
                    "Each variable is divided by the side of its own square: the larger its gradients have been, "
                    "the more it shrinks."
                ),
            ),
        ),
        "pull": PULL,
        "step": Term(rf"n\left({fraction(UNBIASED, UNBIASED_ROOT)} + {PULL.latex}\right)", "step", "movement", SCALED),
    }
    memory = ("x", "m", "g")
    beyond_lecture = True
    pytorch = "AdamW([x], lr={n}, betas=({beta1}, {beta2}), eps={eps}, weight_decay={weight_decay})"

    def init(self, x: Array) -> AdamWState:
        return AdamWState(x=x.copy(), m=np.zeros_like(x), g=np.zeros_like(x))

    def compute(self, gradient: Array, state: AdamWState, t: int, n: Scalar) -> tuple[Terms, AdamWState]:
        m = self.beta1 * state.m + (1 - self.beta1) * gradient
        g = self.beta2 * state.g + (1 - self.beta2) * gradient**2
        m_hat = m / (1 - self.beta1**t)
        g_hat = g / (1 - self.beta2**t)
        root = np.sqrt(g_hat + self.eps)
        quotient = m_hat / root
        pull = self.weight_decay * state.x
        step = n * (quotient + pull)
        averages = {"m": m, "g": g, "m_hat": m_hat, "g_hat": g_hat, "root": root}
        return averages | {"quotient": quotient, "pull": pull, "step": step}, AdamWState(state.x - step, m, g)
