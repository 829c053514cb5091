"""Gradient descent: always straight down the steepest slope."""

from dataclasses import dataclass
from typing import NamedTuple

from optimizers.base import Optimizer, Terms
from optimizers.terms import Term
from parameters import Array, Scalar
from text import Text


class GradientDescentState(NamedTuple):
    """Gradient descent remembers nothing."""


@dataclass(frozen=True)
class GradientDescent(Optimizer[GradientDescentState]):
    """Step against the gradient.

    On a quadratic of curvature a it falls without a swing for n < 1/a, swings and settles up to
    n = 2/a, and diverges beyond.
    """

    key = "gd"
    name = "GD"
    year = 1847
    source = "A.-L. Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées, 1847"
    formula = r"x_t = x_{t-1} - n\,\nabla f(x_{t-1})"
    summary = Text(
        ko="현재 위치에서 가장 가파른 내리막 방향으로, 기울기에 학습률을 곱한 만큼 움직입니다.",
        en="Steps in the direction of steepest descent, by the gradient times the learning rate.",
    )
    terms = {
        "step": Term(
            r"n\,\nabla f(x_{t-1})",
            "step",
            "movement",
            Text(
                ko="기울기에 학습률 n을 곱한 것이 이번 스텝입니다. 가파를수록 스텝이 깁니다.",
                en="Gradient times learning rate n gives the step: the steeper, the longer.",
            ),
        ),
    }
    memory = ("x",)
    pytorch = "SGD([x], lr={n})"

    def init(self, x: Array) -> GradientDescentState:
        return GradientDescentState()

    def limit(self) -> Scalar | None:
        return 2.0

    def compute(
        self, gradient: Array, state: GradientDescentState, t: int, n: Scalar
    ) -> tuple[Terms, GradientDescentState]:
        step = n * gradient
        return {"step": step}, state
