"""Newton's method: go where the quadratic that touches f here has its stationary point."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from algorithms.base import Algorithm, Objective
from parameters import Array, Scalar, parameter
from text import Text


class NewtonState(NamedTuple):
    """It remembers nothing."""


@dataclass(frozen=True)
class Newton(Algorithm[NewtonState]):
    """Solve (∇²f + λI) p = −∇f and go there; λ = 0 is Newton's own step.

    On a quadratic ∇f = Ax − b the first step solves A x = b. The stationary point may be a saddle or a maximum as well:
    p leads uphill along every direction of curvature below −λ. Where the matrix is singular or no number, there is
    no step.

    Levenberg and Marquardt damp least squares, with a λ that changes from step to step; here it is any f, and λ is
    constant.
    """

    damping: Scalar = parameter(
        0.0,
        symbol="λ",
        low=0.0,
        high=20.0,
        prominent=True,
        label=Text(ko="감쇠", en="damping"),
        meaning=Text(
            ko=(
                "헤세 행렬의 대각선에 더하는 값입니다. 0이면 순수한 뉴턴법이고, 클수록 스텝이 짧아지며 경사 하강법의 "
                "방향(학습률 1/λ)에 가까워집니다."
            ),
            en=(
                "Added to the Hessian's diagonal. At 0 this is pure Newton; the larger it is, the shorter the step and "
                "the nearer to gradient descent's, with learning rate 1/λ."
            ),
        ),
    )

    key = "newton"
    name = Text(ko="뉴턴법", en="Newton's method")
    year = 1944
    source = (
        "K. Levenberg, A method for the solution of certain non-linear problems in least squares, 1944; "
        "D. W. Marquardt, An algorithm for least-squares estimation of nonlinear parameters, 1963"
    )
    formula = (
        r"\left(\nabla^2 f(x_{t-1}) + \lambda I\right) p_t = -\nabla f(x_{t-1}) \\ "
        r"x_t = x_{t-1} + p_t"
    )
    summary = Text(
        ko=(
            "현재 위치에서 f를 이차 함수로 어림하고 그 정류점(기울기가 0인 점)으로 바로 갑니다. λ = 0이면 이차 "
            "함수에서는 한 스텝이면 됩니다. 정류점이 안장점이어도 그리로 갑니다."
        ),
        en=(
            "Approximates f by a quadratic at the current point and goes straight to its stationary point, where the "
            "gradient is 0. On a quadratic, with λ = 0, one step is enough. It goes there even if that is "
            "a saddle point."
        ),
    )
    asks = Text(ko="기울기 1번, 헤세 행렬 1번", en="one gradient and one Hessian")

    def init(self, x: Array) -> NewtonState:
        return NewtonState()

    def advance(
        self, x: Array, gradient: Array, state: NewtonState, objective: Objective
    ) -> tuple[Array, NewtonState] | None:
        matrix = objective.hessian(x) + self.damping * np.eye(len(x))
        try:
            step = np.linalg.solve(matrix, -gradient)
        except np.linalg.LinAlgError:
            return None
        return (x + step, state) if np.isfinite(step).all() else None
