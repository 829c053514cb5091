"""What can be expected of hidden layers: how far a straight line parts the classes before them and behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from optimizers import OPTIMIZERS
from scenes.expectation import Expectation, Measured, missing
from scenes.of_races import ABSENT
from scenes.scene import LectureScene
from text import Text


@dataclass(frozen=True, eq=False)
class Represented:
    """How many of the samples a straight line parts rightly, as shares."""

    in_the_plane: float
    """The most that any line in the input plane does."""
    right: Mapping[str, float]
    """What the line of each optimizer's output layer does in the last hidden layer, before the first step."""
    learned: Mapping[str, float]
    """And after the last."""


class RepresentationScene(LectureScene[Represented]):
    """The plane seen through hidden layers that learn. `ask` is `parted.<optimizer>`: how many of the samples the line
    of its output layer parts rightly in the end.
    """

    chapter = "representations"


@dataclass(frozen=True)
class NoLineParts(Expectation[Represented]):
    """Whatever straight line is drawn in the input plane, it parts at most so many percent of the samples rightly."""

    percent: float

    claim = Text(
        ko="입력 평면: 어떤 직선도 데이터의 {percent}%를 넘게 바르게 나누지 못함",
        en="Input plane: no straight line separates more than {percent}% of the data correctly",
    )
    measured = Text(ko="가장 좋은 직선이 {most}%", en="the best line {most}%")

    def measure(self, evidence: Represented) -> Measured:
        most = 100 * evidence.in_the_plane
        return self.saw(most <= self.percent, most=most)


@dataclass(frozen=True)
class LayerParts(Expectation[Represented]):
    """In the last hidden layer the output layer's line parts at least so many percent rightly, and before the training
    by that many fewer.
    """

    who: str
    percent: float
    more: float

    claim = Text(
        ko=(
            "{who}: 학습한 뒤 마지막 은닉층에서 출력층의 직선이 데이터의 {percent}% 이상을 바르게 나누고, 학습 "
            "전보다 {more}%포인트 이상 많음"
        ),
        en=(
            "{who}: after training the output layer's line in the last hidden layer separates at least {percent}% of "
            "the data correctly, at least {more} percentage points more than before"
        ),
    )
    measured = Text(ko="{before}%에서 {after}%로", en="from {before}% to {after}%")

    def places(self, evidence: Represented) -> Mapping[str, Any]:
        return {"who": OPTIMIZERS[self.who].name}

    def measure(self, evidence: Represented) -> Measured:
        if self.who not in evidence.learned:
            return missing(ABSENT)
        before, after = (100 * each[self.who] for each in (evidence.right, evidence.learned))
        return self.saw(after >= self.percent and after - before >= self.more, before=before, after=after)
