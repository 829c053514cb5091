"""RMSProp: AdaGrad that forgets, so that it can go on."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, epsilon
from optimizers.terms import ROOT, STEP, Term
from parameters import Array, Scalar, parameter
from text import Text


class RMSPropState(NamedTuple):
    g: Array  # the exponential average of squared gradients, shaped like x


@dataclass(frozen=True)
class RMSProp(Optimizer[RMSPropState]):
    """Divide the step by the root of the recent squared gradients.

    An exponential average in place of AdaGrad's sum: it does not grow without bound. As in the
    lecture ε stands inside the root.
    """

    decay: Scalar = parameter(
        0.9,
        symbol="r",
        low=0.0,
        high=0.999,
        label=Text(ko="감쇠율", en="decay"),
        meaning=Text(
            ko="지난 기울기 제곱을 얼마나 오래 기억할지 정합니다. 1에 가까울수록 오래 기억합니다.",
            en="How long past squared gradients are remembered: the closer to 1, the longer.",
        ),
    )
    eps: Scalar = epsilon()

    key = "rmsprop"
    name = "RMSProp"
    spelled_out = "Root Mean Square Propagation"
    year = 2012
    source = "T. Tieleman, G. Hinton, Lecture 6.5 – RMSProp, Neural Networks for Machine Learning, 2012"
    formula = (
        r"g_t = r\,g_{t-1} + (1-r)(\nabla f(x_{t-1}))^2 \\ "
        r"x_t = x_{t-1} - n\,\dfrac{\nabla f(x_{t-1})}{\sqrt{g_t + \varepsilon}}"
    )
    summary = Text(
        ko="AdaGrad의 합 대신 지수 평균을 써서, 스텝이 0으로 줄지 않고 학습이 계속됩니다.",
        en=(
            "Replaces AdaGrad's sum with an exponential average, so steps do not shrink to 0 and learning can continue."
        ),
    )
    terms = {
        "g": Term(
            "g_t",
            "square",
            "squared",
            Text(
                ko="기울기 제곱의 지수 평균입니다. 오래된 기울기는 잊으므로 다시 작아질 수도 있습니다.",
                en=(
                    "The exponential average of squared gradients. Old ones are forgotten, so it can become small "
                    "again."
                ),
            ),
        ),
        "root": ROOT,
        "step": STEP,
    }
    memory = ("x", "g")
    pytorch = "RMSprop([x], lr={n}, alpha={decay}, eps={eps})"

    def init(self, x: Array) -> RMSPropState:
        return RMSPropState(g=np.zeros_like(x))

    def compute(self, gradient: Array, state: RMSPropState, t: int, n: Scalar) -> tuple[Terms, RMSPropState]:
        g = self.decay * state.g + (1 - self.decay) * gradient**2
        root = np.sqrt(g + self.eps)
        step = n * gradient / root
        return {"g": g, "root": root, "step": step}, RMSPropState(g)
