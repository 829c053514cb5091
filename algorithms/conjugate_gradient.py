"""Conjugate gradient: no direction undoes what those before it have achieved."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from algorithms.base import Algorithm, Objective, shrinking, sufficient_decrease
from algorithms.line_search import Line, backtrack, parabola_length
from parameters import Array, Scalar
from text import Text


class ConjugateGradientState(NamedTuple):
    direction: Array
    """Of the last step."""
    gradient: Array
    """Before it; 0 before the first one."""
    length: float
    """Of the last step, in directions: where the next parabola is tried."""
    value: float | None
    """f where it stands now; None before the first step."""


@dataclass(frozen=True)
class ConjugateGradient(Algorithm[ConjugateGradientState]):
    """Go along d = −∇f + β d₋₁ to where f is lowest on that line, as a parabola has it.

    β = max(0, gᵀ(g − g₋₁)/(g₋₁ᵀg₋₁)) with g = ∇f. The line search puts a parabola through f and its slope here and one
    value ahead, then halves where f has not fallen enough. On a quadratic of D variables, exact but for rounding,
    it is at the minimum after D steps, and β is that of Fletcher and Reeves.
    """

    decrease: Scalar = sufficient_decrease()
    shrink: Scalar = shrinking()

    key = "cg"
    name = Text(ko="켤레 기울기법", en="Conjugate gradient")
    year = 1952
    source = (
        "M. R. Hestenes, E. Stiefel, Methods of conjugate gradients for solving linear systems, 1952; "
        "R. Fletcher, C. M. Reeves, Function minimization by conjugate gradients, 1964; E. Polak, G. Ribière, "
        "Note sur la convergence de méthodes de directions conjuguées, 1969; J. C. Gilbert, J. Nocedal, Global "
        "convergence properties of conjugate gradient methods for optimization, 1992"
    )
    formula = (
        r"g_t = \nabla f(x_{t-1}) \\ "
        r"\beta = \max\left(0, \dfrac{g_t^T (g_t - g_{t-1})}{g_{t-1}^T g_{t-1}}\right) \\ "
        r"d_t = -g_t + \beta d_{t-1} \\ "
        r"x_t = x_{t-1} + a\,d_t"
    )
    summary = Text(
        ko=(
            "직전 방향을 β만큼 섞어, 앞선 방향에서 이미 줄여 놓은 것을 되돌리지 않는 방향으로 갑니다. 변수가 D개인 "
            "이차 함수에서는 D스텝이면 최솟값에 도달합니다. 헤세 행렬은 필요 없습니다."
        ),
        en=(
            "Mixes β of the last direction into the new one, so that nothing already gained is undone. On a quadratic "
            "of D variables it reaches the minimum in D steps, without a Hessian."
        ),
    )
    asks = Text(ko="기울기 1번, 함숫값 2번 이상", en="one gradient and two values or more")

    def init(self, x: Array) -> ConjugateGradientState:
        return ConjugateGradientState(np.zeros_like(x), np.zeros_like(x), 1.0, None)

    def advance(
        self, x: Array, gradient: Array, state: ConjugateGradientState, objective: Objective
    ) -> tuple[Array, ConjugateGradientState] | None:
        value = objective.value(x) if state.value is None else state.value
        line = _line(x, gradient, state, value)
        length = parabola_length(objective, line, state.length, float(self.shrink))
        landed = backtrack(objective, line, length, float(self.decrease), float(self.shrink))
        return landed and (landed.x, ConjugateGradientState(line.direction, gradient, landed.length, landed.value))


def _line(x: Array, gradient: Array, state: ConjugateGradientState, value: float) -> Line:
    """Along the next direction; straight down where that would lead uphill."""
    before = float(state.gradient @ state.gradient)
    beta = max(0.0, float(gradient @ (gradient - state.gradient)) / before) if before else 0.0
    direction = beta * state.direction - gradient
    slope = float(gradient @ direction)
    return Line(x, direction, slope, value) if slope < 0 else Line(x, -gradient, -float(gradient @ gradient), value)
