"""What can be expected of loss functions: how they grow, what they see of a prediction, and how they let it learn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import nan
from typing import Any

from scenes.expectation import Expectation, Measured
from scenes.scene import LectureScene
from text import Text

_FROM_TO = Text(ko="{even}에서 {one}", en="{even} to {one}")


@dataclass(frozen=True, eq=False)
class Weighed:
    """What was measured of each loss, by its key, where the dials stand."""

    names: Mapping[str, Text]
    prediction: float
    """ŷ of the true class."""
    even: Mapping[str, float]
    """The loss while the wrong classes share the rest evenly."""
    one: Mapping[str, float]
    """The loss while one of them has all of the rest."""
    doubled: Mapping[str, float]
    """By what the loss is multiplied where the error is twice as large; nan where there is none."""
    logit: float
    """z before the sigmoid."""
    slopes: Mapping[str, float]
    """∂L/∂z there, for y = 1."""
    learned: Mapping[str, Sequence[float]]
    """The prediction at every step of gradient descent from z."""


class LossesScene(LectureScene[Weighed]):
    """Loss functions. `ask` is `sharing`, `doubled` or `learns`."""

    chapter = "losses"


@dataclass(frozen=True)
class OfLoss(Expectation[Weighed]):
    """Something is expected of one loss."""

    loss: str

    def places(self, evidence: Weighed) -> Mapping[str, Any]:
        return {"loss": evidence.names[self.loss]}


@dataclass(frozen=True)
class SeesWrongClasses(OfLoss):
    """The loss rises by so many times, or more, where one wrong class gets all that several shared."""

    times: float

    claim = Text(
        ko="{loss}: 나머지가 한 클래스에 몰리면 {times}배 이상",
        en="{loss}: at least {times} times as large when the rest is on one class",
    )
    measured = _FROM_TO

    def measure(self, evidence: Weighed) -> Measured:
        even, one = evidence.even[self.loss], evidence.one[self.loss]
        return self.saw(one >= self.times * even > 0, even=even, one=one)


@dataclass(frozen=True)
class SeesTrueClassAlone(OfLoss):
    """The loss does not change at all, however the wrong classes share the rest."""

    claim = Text(
        ko="{loss}: 나머지를 어떻게 나눠도 그대로", en="{loss}: the same, however the wrong classes share the rest"
    )
    measured = _FROM_TO

    def measure(self, evidence: Weighed) -> Measured:
        even, one = evidence.even[self.loss], evidence.one[self.loss]
        return self.saw(even == one, even=even, one=one)


@dataclass(frozen=True)
class GrowsBy(OfLoss):
    """Where the error is twice as large, the loss is so many times as large."""

    times: float

    claim = Text(ko="{loss}: 오차가 두 배면 {times}배", en="{loss}: × {times} when the error doubles")
    measured = Text(ko="{times}배", en="× {times}")

    def measure(self, evidence: Weighed) -> Measured:
        times = evidence.doubled[self.loss]
        return self.saw(abs(times - self.times) < 1e-9, times=times)


@dataclass(frozen=True)
class SlopeBetween(OfLoss):
    """How steep the loss is in z, whatever its sign."""

    low: float
    high: float

    claim = Text(
        ko="{loss}: z = {logit}에서 기울기의 크기가 {low}에서 {high} 사이",
        en="{loss}: at z = {logit} the gradient's size is between {low} and {high}",
    )
    measured = Text(ko="{size}", en="{size}")

    def places(self, evidence: Weighed) -> Mapping[str, Any]:
        return {**super().places(evidence), "logit": evidence.logit}

    def measure(self, evidence: Weighed) -> Measured:
        size = abs(evidence.slopes[self.loss])
        return self.saw(self.low <= size <= self.high, size=size)


@dataclass(frozen=True)
class Learns(OfLoss):
    """Gradient descent brings the prediction to `at_least` by a step, or leaves it below where not `reached`."""

    at_least: float
    by: int
    reached: bool = True

    claim = Text(
        ko="{loss}: 경사 하강법 {by}스텝 안에 예측이 {at_least} 이상",
        en="{loss}: within {by} steps of gradient descent the prediction is {at_least} or more",
    )
    below = Text(
        ko="{loss}: 경사 하강법 {by}스텝 뒤에도 예측이 {at_least}보다 작음",
        en="{loss}: after {by} steps of gradient descent the prediction is still below {at_least}",
    )
    measured = Text(ko="ŷ = {prediction}", en="ŷ = {prediction}")

    def claimed(self) -> Text:
        return self.claim if self.reached else self.below

    def measure(self, evidence: Weighed) -> Measured:
        way = evidence.learned[self.loss]
        prediction = way[self.by] if self.by < len(way) else nan
        holds = prediction >= self.at_least if self.reached else prediction < self.at_least
        return self.saw(holds, prediction=prediction)
