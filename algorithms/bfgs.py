"""BFGS: learns the inverse Hessian from the gradients that it has seen."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from algorithms.base import Algorithm, Objective, shrinking, sufficient_decrease
from algorithms.line_search import Line, backtrack
from parameters import Array, Scalar
from text import Text

LEAST_BEND = 1e-10
"""sᵀy of less than this share of |s||y| says nothing certain of the curvature: such a step teaches nothing."""


class BFGSState(NamedTuple):
    inverse: Array
    """H, the approximate inverse of the Hessian, (D, D)."""
    x: Array
    """Before the last step."""
    gradient: Array
    """There."""
    value: float | None
    """f where it stands now; None before the first step."""


@dataclass(frozen=True)
class BFGS(Algorithm[BFGSState]):
    """Go along −H∇f, as far as a backtracking line search from 1 lets it, and mend H by what the gradient did.

    With s = xₜ₋₁ − xₜ₋₂, y the difference of the gradients there and ρ = 1/(sᵀy),
    H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ. H begins as I and stays positive definite, for a step with sᵀy ≤ 0 leaves
    it as it is (a backtracking search does not exclude it).
    """

    decrease: Scalar = sufficient_decrease()
    shrink: Scalar = shrinking()

    key = "bfgs"
    name = Text(ko="BFGS", en="BFGS")
    year = 1970
    source = (
        "C. G. Broyden, The convergence of a class of double-rank minimization algorithms, 1970; R. Fletcher, A new "
        "approach to variable metric algorithms, 1970; D. Goldfarb, A family of variable-metric methods derived by "
        "variational means, 1970; D. F. Shanno, Conditioning of quasi-Newton methods for function minimization, 1970"
    )
    formula = (
        r"s = x_{t-1} - x_{t-2} \\ "
        r"y = \nabla f(x_{t-1}) - \nabla f(x_{t-2}) \\ "
        r"V = I - \dfrac{y s^T}{s^T y} \\ "
        r"H_t = V^T H_{t-1} V + \dfrac{s s^T}{s^T y} \\ "
        r"x_t = x_{t-1} - a\,H_t \nabla f(x_{t-1})"
    )
    summary = Text(
        ko=(
            "헤세 행렬을 계산하지 않고, 지나온 기울기의 변화로 그 역행렬을 어림해 갑니다. 스텝의 길이 a는 1에서 "
            "시작하는 직선 탐색으로 정합니다."
        ),
        en=(
            "Never computes a Hessian: it builds up the inverse from how the gradient has changed on the way. The "
            "length a comes from a line search that begins at 1."
        ),
    )
    asks = Text(ko="기울기 1번, 함숫값 1번 이상", en="one gradient and one value or more")

    def init(self, x: Array) -> BFGSState:
        return BFGSState(np.eye(len(x)), x, np.zeros_like(x), None)

    def advance(
        self, x: Array, gradient: Array, state: BFGSState, objective: Objective
    ) -> tuple[Array, BFGSState] | None:
        inverse, value = state.inverse, state.value
        if value is None:
            value = objective.value(x)
        else:
            inverse = mended(inverse, x - state.x, gradient - state.gradient)
        direction = -inverse @ gradient
        line = Line(x, direction, float(gradient @ direction), value)
        landed = backtrack(objective, line, 1.0, float(self.decrease), float(self.shrink))
        return landed and (landed.x, BFGSState(inverse, x, gradient, landed.value))


def mended(inverse: Array, s: Array, y: Array) -> Array:
    """H after a step `s` (D,) on which the gradient changed by `y` (D,): then H y = s."""
    bend = float(s @ y)
    if not bend > LEAST_BEND * float(np.linalg.norm(s) * np.linalg.norm(y)):
        return inverse
    left = np.eye(len(s)) - np.outer(s, y) / bend
    return left @ inverse @ left.T + np.outer(s, s) / bend
