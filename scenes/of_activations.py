"""What can be expected of softmax: that it sums to 1, what a constant changes, and what it is with two inputs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenes.expectation import Expectation, Measured
from scenes.scene import LectureScene
from text import Text


@dataclass(frozen=True, eq=False)
class Normalised:
    """What was measured of softmax."""

    shift: float
    """The constant that is added."""
    sums: tuple[float, float]
    """The smallest and the largest sum of the outputs while it is added."""
    moved: float
    """How far any output moves at most."""
    names: Mapping[str, Text]
    """Of activation functions, by their keys."""
    apart: Mapping[str, float]
    """How far the first output of softmax(x, 0) is from each of them, at most over all x of the dial."""


class ActivationsScene(LectureScene[Normalised]):
    """Softmax. `ask` is `shift` or `function`."""

    chapter = "activations"


@dataclass(frozen=True)
class SumsTo(Expectation[Normalised]):
    """The outputs sum to `total` at every moment, up to rounding."""

    total: float
    within: float = 1e-12

    claim = Text(
        ko="상수를 더하는 동안 출력의 합은 항상 {total}",
        en="While the constant is added, the outputs always sum to {total}",
    )
    measured = Text(ko="차이는 최대 {away}", en="at most {away} off")

    def measure(self, evidence: Normalised) -> Measured:
        away = max(abs(each - self.total) for each in evidence.sums)
        return self.saw(away <= self.within, away=away)


@dataclass(frozen=True)
class StaysPut(Expectation[Normalised]):
    """No output moves, up to rounding, though something is added."""

    within: float = 1e-12

    claim = Text(
        ko="모든 입력에 같은 수를 더해도(c = {shift}) 출력은 그대로", en=("Adding c = {shift} changes no output")
    )
    measured = Text(ko="가장 큰 변화 {moved}", en="the largest change is {moved}")

    def places(self, evidence: Normalised) -> Mapping[str, Any]:
        return {"shift": evidence.shift}

    def measure(self, evidence: Normalised) -> Measured:
        return self.saw(evidence.shift != 0 and evidence.moved <= self.within, moved=evidence.moved)


@dataclass(frozen=True)
class OfFunction(Expectation[Normalised]):
    """How the first output of softmax(x, 0) compares with a function of x."""

    function: str

    measured = Text(ko="가장 큰 차이 {apart}", en="the largest difference is {apart}")

    def places(self, evidence: Normalised) -> Mapping[str, Any]:
        return {"function": evidence.names[self.function]}


@dataclass(frozen=True)
class IsTheFunction(OfFunction):
    """It is this function, up to rounding."""

    within: float = 1e-12

    claim = Text(
        ko="모든 x에서 softmax(x, 0)의 첫 출력 = {function}",
        en=("For every x, the first output of softmax(x, 0) is {function}"),
    )

    def measure(self, evidence: Normalised) -> Measured:
        apart = evidence.apart[self.function]
        return self.saw(apart <= self.within, apart=apart)


@dataclass(frozen=True)
class IsNot(OfFunction):
    """It is not this function: somewhere they are this far apart, or more."""

    at_least: float

    claim = Text(
        ko="{function} 함수와는 어딘가에서 {at_least} 이상 다름",
        en="Somewhere it differs from {function} by {at_least} or more",
    )

    def measure(self, evidence: Normalised) -> Measured:
        apart = evidence.apart[self.function]
        return self.saw(apart >= self.at_least, apart=apart)
