"""Momentum: a heavy ball that keeps rolling."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from optimizers.base import Optimizer, Terms, momentum_factor
from optimizers.terms import KEPT, PUSH, Term
from parameters import Array, Scalar
from text import Text


class MomentumState(NamedTuple):
    v: Array  # the movement vector, shaped like x


@dataclass(frozen=True)
class Momentum(Optimizer[MomentumState]):
    """Remember the movement so far and add the new slope to it.

    On a quadratic of curvature a it settles exactly for n < 2(1 + r)/a.
    """

    momentum: Scalar = momentum_factor()

    key = "momentum"
    name = "Momentum"
    year = 1964
    source = "B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964"
    formula = r"v_t = r\,v_{t-1} + n\,\nabla f(x_{t-1}) \\ x_t = x_{t-1} - v_t"
    summary = Text(
        ko="지금까지의 이동을 이동 벡터에 누적해, 가던 방향으로 계속 나아갑니다.",
        en="Accumulates past movement in a movement vector and keeps going in that direction.",
    )
    terms = {
        "kept": KEPT,
        "push": PUSH,
        "v": Term(
            "v_t",
            "step",
            "movement",
            Text(
                ko="둘을 더한 것이 새 이동 벡터이고, 이것이 이번 스텝입니다.",
                en="Their sum is the new movement vector, and that is this step.",
            ),
        ),
    }
    memory = ("x", "v")
    pytorch = "SGD([x], lr={n}, momentum={momentum})"

    def init(self, x: Array) -> MomentumState:
        return MomentumState(v=np.zeros_like(x))

    def limit(self) -> Scalar | None:
        return 2 * (1 + self.momentum)

    def compute(self, gradient: Array, state: MomentumState, t: int, n: Scalar) -> tuple[Terms, MomentumState]:
        kept = self.momentum * state.v
        push = n * gradient
        v = kept + push
        return {"kept": kept, "push": push, "v": v}, MomentumState(v)
