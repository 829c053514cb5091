"""Gradient descent whose learning rate is looked for anew at every step."""

from dataclasses import dataclass
from typing import NamedTuple

from algorithms.base import Algorithm, Objective, shrinking, sufficient_decrease
from algorithms.line_search import Line, backtrack
from parameters import Array, Scalar, parameter
from text import Text


class BacktrackingState(NamedTuple):
    value: float | None
    """f where it stands now; None before the first step."""


@dataclass(frozen=True)
class Backtracking(Algorithm[BacktrackingState]):
    """Go along −∇f by the first of a₀, ρa₀, ρ²a₀, … that lets f fall enough."""

    first: Scalar = parameter(
        1.0,
        symbol="a₀",
        low=0.01,
        high=100.0,
        logarithmic=True,
        label=Text(ko="처음 시도하는 길이", en="first length tried"),
        meaning=Text(
            ko="스텝마다 이 학습률부터 시도하고, f가 충분히 줄 때까지 ρ를 곱해 줄입니다.",
            en="Every step first tries this learning rate, then shortens it by ρ until f falls enough.",
        ),
    )
    decrease: Scalar = sufficient_decrease()
    shrink: Scalar = shrinking()

    key = "backtracking"
    name = Text(ko="GD + 직선 탐색", en="GD + line search")
    year = 1966
    source = (
        "L. Armijo, Minimization of functions having Lipschitz continuous first partial derivatives, Pacific Journal "
        "of Mathematics 16, 1966"
    )
    formula = (
        r"x_t = x_{t-1} - a\,\nabla f(x_{t-1}),\quad a \in \{a_0, \rho a_0, \rho^2 a_0, \ldots\} \\ "
        r"f(x_t) \le f(x_{t-1}) - c\,a\,|\nabla f(x_{t-1})|^2"
    )
    summary = Text(
        ko=(
            "방향은 경사 하강법과 같고, 학습률은 스텝마다 함숫값을 보고 정합니다. f가 충분히 줄지 않으면 길이를 "
            "줄여 다시 시도합니다."
        ),
        en=(
            "The direction is gradient descent's; the learning rate is found at every step by looking at values: where "
            "f does not fall enough, the length is shortened and tried again."
        ),
    )
    asks = Text(ko="기울기 1번, 함숫값 1번 이상", en="one gradient and one value or more")

    def init(self, x: Array) -> BacktrackingState:
        return BacktrackingState(None)

    def advance(
        self, x: Array, gradient: Array, state: BacktrackingState, objective: Objective
    ) -> tuple[Array, BacktrackingState] | None:
        value = objective.value(x) if state.value is None else state.value
        line = Line(x, -gradient, -float(gradient @ gradient), value)
        landed = backtrack(objective, line, float(self.first), float(self.decrease), float(self.shrink))
        return landed and (landed.x, BacktrackingState(landed.value))
