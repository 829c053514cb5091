"""What can be expected of a training race: whose loss is lower, and who gets the data right."""

from collections.abc import Mapping
from dataclasses import dataclass

from optimizers import OPTIMIZERS
from parameters import Array
from scenes.expectation import Expectation, Said
from scenes.scene import LectureScene
from text import Text

_ABSENT = Text(ko="달리지 않음", en="does not race")


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

    def expected(self, evidence: Learned) -> Said:
        text = Text(
            ko="{who}: 마지막 손실이 {than}의 {times}분의 1 이하",
            en="{who} ends with a loss {times} times lower than that of {than}, or more",
        )
        return Said(text, {"who": _name(self.who), "than": _name(self.than), "times": self.times})

    def measure(self, evidence: Learned) -> tuple[Said, bool]:
        if not {self.who, self.than} <= evidence.loss.keys():
            return Said(_ABSENT), False
        mine, others = (float(evidence.loss[key][-1]) for key in (self.who, self.than))
        text = Text(ko="{mine} 대 {others}", en="{mine} against {others}")
        return Said(text, {"mine": mine, "others": others}), mine * self.times <= others


@dataclass(frozen=True)
class GetsRight(Expectation[Learned]):
    """In the end one answers at least so many percent of the data rightly; or at most so many."""

    who: str
    percent: float
    at_most: bool = False

    def expected(self, evidence: Learned) -> Said:
        least = Text(
            ko="{who}: 데이터의 {percent} % 이상을 맞힘", en="{who} gets {percent} % of the data right, or more"
        )
        most = Text(
            ko="{who}: 데이터의 {percent} % 이하만 맞힘", en="{who} gets only {percent} % of the data right, or less"
        )
        return Said(most if self.at_most else least, {"who": _name(self.who), "percent": self.percent})

    def measure(self, evidence: Learned) -> tuple[Said, bool]:
        if self.who not in evidence.right:
            return Said(_ABSENT), False
        percent = 100 * float(evidence.right[self.who][-1])
        holds = percent <= self.percent if self.at_most else percent >= self.percent
        return Said(Text(ko="{percent} %", en="{percent} %"), {"percent": percent}), holds


class TrainingScene(LectureScene[Learned]):
    """Optimizers train one network. `ask` is `lowest` or `highest`: whose last loss it is."""

    chapter = "training"


def _name(key: str) -> str:
    return OPTIMIZERS[key].name
