"""What can be expected of a training race: whose loss is lower, and who gets the data right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from optimizers import OPTIMIZERS
from parameters import Array
from scenes.expectation import Expectation, Measured, missing
from scenes.of_races import ABSENT
from scenes.scene import LectureScene
from text import Text


@dataclass(frozen=True, eq=False)
class Learned:
    """How every optimizer's network learned, by the optimizer's key; row t is after t steps."""

    loss: Mapping[str, Array]
    """(steps + 1,) each, on all data."""
    right: Mapping[str, Array]
    """(steps + 1,) each, the share of the data whose class is answered rightly."""


@dataclass(frozen=True)
class LowerLoss(Expectation[Learned]):
    """One ends with a loss so many times lower than the other's, or still lower."""

    who: str
    than: str
    times: float

    claim = Text(
        ko="{who}: 최종 손실이 {than}의 {times}분의 1 이하",
        en="{who}'s final loss is at most 1/{times} of {than}'s",
    )
    measured = Text(ko="{mine} 대 {others}", en="{mine} against {others}")

    def places(self, evidence: Learned) -> Mapping[str, Any]:
        return {"who": OPTIMIZERS[self.who].name, "than": OPTIMIZERS[self.than].name}

    def measure(self, evidence: Learned) -> Measured:
        if not {self.who, self.than} <= evidence.loss.keys():
            return missing(ABSENT)
        mine, others = (float(evidence.loss[key][-1]) for key in (self.who, self.than))
        return self.saw(mine * self.times <= others, mine=mine, others=others)


@dataclass(frozen=True)
class GetsRight(Expectation[Learned]):
    """In the end one answers at least so many percent of the data rightly; or at most so many."""

    who: str
    percent: float
    at_most: bool = False

    claim = Text(
        ko="{who}: 데이터의 {percent}% 이상을 맞힘", en=("{who} classifies at least {percent}% of the data correctly")
    )
    most = Text(
        ko="{who}: 데이터의 {percent}% 이하만 맞힘", en=("{who} classifies at most {percent}% of the data correctly")
    )
    measured = Text(ko="{percent}%", en="{percent}%")

    def claimed(self) -> Text:
        return self.most if self.at_most else self.claim

    def places(self, evidence: Learned) -> Mapping[str, Any]:
        return {"who": OPTIMIZERS[self.who].name}

    def measure(self, evidence: Learned) -> Measured:
        if self.who not in evidence.right:
            return missing(ABSENT)
        percent = 100 * float(evidence.right[self.who][-1])
        return self.saw(percent <= self.percent if self.at_most else percent >= self.percent, percent=percent)


class TrainingScene(LectureScene[Learned]):
    """Optimizers train one network. `ask` is `lowest` or `highest`: whose last loss it is."""

    chapter = "training"
