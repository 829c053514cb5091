"""Nesterov: momentum that looks ahead before it asks for the slope."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, momentum_factor
from optimizers.terms import KEPT, PUSH, Term
from parameters import Array, Scalar
from text import Text


class NesterovState(NamedTuple):
    v: Array  # the movement vector, shaped like x


@dataclass(frozen=True)
class Nesterov(Optimizer[NesterovState]):
    """Roll on first, and take the slope from where the ball will be.

    The look-ahead is folded in: x is the place ahead, y − r v of the ball y that moves by v, so the slope
    is asked for where the point is, as with every other rule. On a quadratic of curvature a it settles
    exactly for n < 2(1 + r)/(1 + 2r)a, which for r > 0 is less than gradient descent's 2/a.

    With a constant r, as in I. Sutskever et al., On the importance of initialization and momentum in deep learning,
    2013.
    """

    momentum: Scalar = momentum_factor()

    key = "nesterov"
    name = "Nesterov"
    year = 1983
    source = "Y. Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²), 1983"
    formula = (
        r"v_t = r\,v_{t-1} + n\,\nabla f(x_{t-1}) \\ "
        r"x_t = x_{t-1} - \left(r\,v_t + n\,\nabla f(x_{t-1})\right)"
    )
    summary = Text(
        ko="Momentum에 ‘미리 보기’를 더한 방법입니다. 이동할 곳의 기울기를 미리 구해 이동 벡터를 보정합니다.",
        en="Momentum with look-ahead: it corrects its movement by the gradient at the place it is heading for.",
    )
    terms = {
        "kept": KEPT,
        "push": PUSH,
        "v": Term(
            "v_t",
            "memory",
            "movement",
            Text(
                ko="둘을 더한 것이 새 이동 벡터입니다.",
                en="Their sum is the new movement vector.",
            ),
        ),
        "step": Term(
            r"r\,v_t + n\,\nabla f(x_{t-1})",
            "step",
            "movement",
            Text(
                ko="다음 이동을 미리 내다보고 현재 기울기를 더합니다. 이것이 이번 스텝입니다.",
                en="Looks ahead along the next movement and adds the current gradient: that is this step.",
            ),
        ),
    }
    memory = ("x", "v")
    beyond_lecture = True
    pytorch = "SGD([x], lr={n}, momentum={momentum}, nesterov={momentum} > 0)"

    def init(self, x: Array) -> NesterovState:
        return NesterovState(v=np.zeros_like(x))

    def limit(self) -> Scalar | None:
        return 2 * (1 + self.momentum) / (1 + 2 * self.momentum)

    def compute(self, gradient: Array, state: NesterovState, t: int, n: Scalar) -> tuple[Terms, NesterovState]:
        kept = self.momentum * state.v
        push = n * gradient
        v = kept + push
        step = self.momentum * v + push
        return {"kept": kept, "push": push, "v": v, "step": step}, NesterovState(v)
