"""What can be expected of numerical differentiation by hand: how many losses, and how near the quotients are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parameters import Array
from scenes.expectation import Expectation, Measured
from scenes.scene import LectureScene
from text import Text


@dataclass(frozen=True, eq=False)
class Nudged:
    """A few parameters, nudged one after the other."""

    h: float
    losses: Array
    """(evaluations,): at the sliders first, then with h added to one parameter after the other."""
    quotients: Array
    """(N,)"""
    exact: Array
    """(N,): ∂L/∂θ by the chain rule."""
    multiplications: int
    """So many are counted after the last evaluation."""


class NudgesScene(LectureScene[Nudged]):
    """A model whose parameters are nudged. `ask` is `farthest`: whose quotient is."""

    chapter = "model"


@dataclass(frozen=True)
class CountsAsTheLecture(Expectation[Nudged]):
    """N + 1 losses, and N multiplications for each."""

    evaluations: int
    multiplications: int

    claim = Text(
        ko="손실 계산 N + 1 = {evaluations}번, 곱셈 N(N + 1) = {multiplications}번",
        en="N + 1 = {evaluations} losses, N(N + 1) = {multiplications} multiplications",
    )
    measured = Text(
        ko="{evaluations}번, 곱셈 {multiplications}번", en="{evaluations} losses, {multiplications} multiplications"
    )

    def measure(self, evidence: Nudged) -> Measured:
        counts = {"evaluations": len(evidence.losses), "multiplications": evidence.multiplications}
        n = len(evidence.exact)
        is_so = counts == vars(self) and counts == {"evaluations": n + 1, "multiplications": n * (n + 1)}
        return self.saw(is_so, **counts)


@dataclass(frozen=True)
class QuotientsNear(Expectation[Nudged]):
    """Every quotient is its partial derivative but for a share of the largest one."""

    within: float

    claim = Text(
        ko="h = {h}: 네 차분 몫과 편미분의 차이가 가장 큰 편미분의 {within}배 이하",
        en="With h = {h} each quotient is within {within} of the largest derivative",
    )
    measured = Text(ko="{wrong}배", en="{wrong}")

    def places(self, evidence: Nudged) -> Mapping[str, Any]:
        return {"h": evidence.h}

    def measure(self, evidence: Nudged) -> Measured:
        wrong = float(abs(evidence.quotients - evidence.exact).max() / abs(evidence.exact).max())
        return self.saw(wrong <= self.within, wrong=wrong)
