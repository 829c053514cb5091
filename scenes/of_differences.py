"""What can be expected of a gradient found in two ways: that it is the same, and what each way costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenes.expectation import Expectation, Measured
from scenes.scene import LectureScene
from text import Text


@dataclass(frozen=True, eq=False)
class TwoWays:
    """One gradient by numerical differentiation and by backpropagation; costs are for one sample."""

    parameters: int
    """N of the network whose gradient is shown."""
    evaluations: int
    """How often numerical differentiation asked for its loss."""
    error: float
    """The largest difference of a component, as a share of the largest component."""
    passes: float
    """Multiplications of backpropagation, as so many times those of one evaluation."""
    largest: int
    """N of the largest network whose costs are shown."""
    times: float
    """By how much numerical differentiation multiplies more often there than backpropagation."""


class DifferencesScene(LectureScene[TwoWays]):
    """Both gradients of one network: `ask` is `evaluations` (how many one gradient takes). Or what both cost as
    networks grow: `ask` is `times` (by how much numerical differentiation multiplies more often in the largest).
    """

    chapter = "differences"


@dataclass(frozen=True)
class SameGradient(Expectation[TwoWays]):
    """Both gradients agree up to this share of the largest component."""

    within: float

    claim = Text(
        ko="두 기울기의 차이는 가장 큰 성분의 {within}배보다 작음",
        en="The two gradients differ by less than {within} of the largest component",
    )
    measured = Text(ko="{error}배", en="{error}")

    def measure(self, evidence: TwoWays) -> Measured:
        return self.saw(evidence.error < self.within, error=evidence.error)


@dataclass(frozen=True)
class OneMoreThanParameters(Expectation[TwoWays]):
    """Numerical differentiation evaluates the loss N + 1 times."""

    claim = Text(
        ko="매개변수 {count}개면 손실을 {evaluations}번 계산",
        en="{count} parameters need {evaluations} loss evaluations",
    )
    measured = Text(ko="{count}번", en="{count}")

    def places(self, evidence: TwoWays) -> Mapping[str, Any]:
        return {"count": evidence.parameters, "evaluations": evidence.parameters + 1}

    def measure(self, evidence: TwoWays) -> Measured:
        return self.saw(evidence.evaluations == evidence.parameters + 1, count=evidence.evaluations)


@dataclass(frozen=True)
class FewPasses(Expectation[TwoWays]):
    """Backpropagation multiplies no more often than so many evaluations of the loss."""

    most: float

    claim = Text(
        ko="역전파의 곱셈은 정방향의 {most}배를 넘지 않음",
        en="Backpropagation needs at most {most} times the multiplications of a forward pass",
    )
    measured = Text(ko="{passes}배", en="{passes}")

    def measure(self, evidence: TwoWays) -> Measured:
        return self.saw(evidence.passes <= self.most, passes=evidence.passes)


@dataclass(frozen=True)
class CostsMore(Expectation[TwoWays]):
    """In the largest network numerical differentiation multiplies at least so many times as often."""

    times: int

    claim = Text(
        ko="N = {largest}: 수치 미분의 곱셈은 역전파의 {times}배 이상",
        en=(
            "N = {largest}: numerical differentiation needs at least {times} times the multiplications of "
            "backpropagation"
        ),
    )
    measured = Text(ko="{times}배", en="{times} times")

    def places(self, evidence: TwoWays) -> Mapping[str, Any]:
        return {"largest": evidence.largest}

    def measure(self, evidence: TwoWays) -> Measured:
        return self.saw(evidence.times >= self.times, times=round(evidence.times))
