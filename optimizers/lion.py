"""Lion: only the sign of the averaged gradient counts."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, decay_of_weights, gradient_decay
from optimizers.terms import AVERAGE, PULL, SCALED, Term
from parameters import Array, Scalar, parameter
from text import Text


class LionState(NamedTuple):
    x: Array  # the point itself, which the pull needs; the same numbers as the path's, so no memory of its own
    m: Array  # the exponential average of gradients, shaped like x


@dataclass(frozen=True)
class Lion(Optimizer[LionState]):
    """Step by n in every variable, along the sign of a mixture of memory and slope.

    Steep or flat, without λ every step is ±n in each variable, so with a constant n it never comes to
    rest: it hops about the minimum. Found by a program that searches for programs. λ is 0 unless set, as
    in the authors' own code.
    """

    beta1: Scalar = parameter(
        0.9,
        symbol="β₁",
        low=0.0,
        high=0.999,
        label=Text(ko="방향에서 평균의 비율", en="weight of the average in the direction"),
        meaning=Text(
            ko="스텝의 방향을 정할 때 지난 기울기의 평균을 현재 기울기에 견주어 얼마나 반영할지 정합니다.",
            en="How much the average of gradients counts for the direction, compared with the current gradient.",
        ),
    )
    beta2: Scalar = gradient_decay(0.99, "β₂")
    weight_decay: Scalar = decay_of_weights(0.0)

    key = "lion"
    name = "Lion"
    spelled_out = "EvoLved Sign Momentum"
    year = 2023
    source = "X. Chen et al., Symbolic discovery of optimization algorithms, arXiv:2302.06675, 2023"
    formula = (
        r"c_t = \beta_1 m_{t-1} + (1-\beta_1)\nabla f(x_{t-1}) \\ "
        r"m_t = \beta_2 m_{t-1} + (1-\beta_2)\nabla f(x_{t-1}) \\ "
        r"x_t = x_{t-1} - n\left(\operatorname{sign}(c_t) + \lambda x_{t-1}\right)"
    )
    summary = Text(
        ko=(
            "기울기 평균의 부호만 봅니다. 가중치 감쇠가 0이면, 가파르든 완만하든 변수마다 정확히 학습률만큼 움직입니다."
        ),
        en=(
            "Uses only the sign of the averaged gradient: without weight decay, each variable moves by exactly the "
            "learning rate, steep or flat."
        ),
    )
    terms = {
        "c": Term(
            "c_t",
            "memory",
            "slope",
            Text(
                ko="기억해 둔 평균과 현재 기울기를 섞습니다. 스텝의 방향을 정하는 데만 씁니다.",
                en="Mixes the stored average with the current gradient; used only for the direction.",
            ),
        ),
        "m": AVERAGE._replace(
            meaning=Text(
                ko="다음 스텝을 위해 기억해 두는 기울기의 지수 평균입니다. 이번 스텝에는 쓰지 않습니다.",
                en="The exponential average of gradients, stored for the next step; the current step does not use it.",
            )
        ),
        "sign": Term(
            r"\operatorname{sign}(c_t)",
            "step",
            "ratio",
            Text(
                ko="변수마다 부호만 남깁니다. 가파르든 완만하든 +1이나 −1입니다.",
                en="Only the sign of each variable is kept: +1 or −1, steep or flat.",
            ),
        ),
        "pull": PULL,
        "step": Term(rf"n\left(\operatorname{{sign}}(c_t) + {PULL.latex}\right)", "step", "movement", SCALED),
    }
    memory = ("x", "m")
    beyond_lecture = True

    def init(self, x: Array) -> LionState:
        return LionState(x=x.copy(), m=np.zeros_like(x))

    def compute(self, gradient: Array, state: LionState, t: int, n: Scalar) -> tuple[Terms, LionState]:
        c = self.beta1 * state.m + (1 - self.beta1) * gradient
        m = self.beta2 * state.m + (1 - self.beta2) * gradient
        sign = np.sign(c)
        pull = self.weight_decay * state.x
        step = n * (sign + pull)
        return {"c": c, "m": m, "sign": sign, "pull": pull, "step": step}, LionState(state.x - step, m)
