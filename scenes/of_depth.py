"""What can be expected of networks of several depths that learn a zigzag."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from networks import ACTIVATIONS
from scenes.expectation import Expectation, Measured, Ratio, missing
from scenes.scene import LectureScene
from text import Text

_ABSENT = Text(ko="그림에 없음", en="not in the plot")


@dataclass(frozen=True, eq=False)
class Fits:
    """The zigzag, what is known of it without training, and what training found, by the number of hidden layers."""

    folds: int
    width: int
    constant: float
    """The loss of the best constant."""
    folded: float
    """The loss of the network with a layer of two neurons for each fold, whose weights are written down."""
    most: Mapping[int, int]
    """The linear pieces that ReLU networks of that depth have at most."""
    floor: Mapping[int, float]
    """The least loss that so many pieces allow."""
    lowest: Mapping[str, Mapping[int, float]]
    """By activation and depth: the lowest loss of all restarts."""


class DepthScene(LectureScene[Fits]):
    """Networks of several depths learn a zigzag. `ask` is `lowest.<activation>`: at which depth its loss is lowest."""

    chapter = "depth"


@dataclass(frozen=True)
class FoldsExactly(Expectation[Fits]):
    """A hidden layer of two ReLU neurons for each fold is the zigzag."""

    within: float

    claim = Text(
        ko="뉴런 2개인 은닉층 {folds}개에 식으로 쓴 가중치를 넣으면 손실이 {within} 이하",
        en="{folds} hidden layers of two neurons with the weights written down: the loss is at most {within}",
    )
    measured = Text(ko="손실 {loss}", en="loss {loss}")

    def places(self, evidence: Fits) -> Mapping[str, Any]:
        return {"folds": evidence.folds, "within": Ratio(self.within)}

    def measure(self, evidence: Fits) -> Measured:
        return self.saw(evidence.folded <= self.within, loss=Ratio(evidence.folded))


@dataclass(frozen=True)
class CannotFit(Expectation[Fits]):
    """ReLU networks of this depth have too few linear pieces for the zigzag, and so a loss above this."""

    depth: int
    above: float

    claim = Text(
        ko="은닉층 {depth}개, 폭 {width}인 ReLU 신경망: 어떤 가중치로도 손실이 {above}보다 큼",
        en="{depth} hidden layer(s) of width {width}, ReLU: whatever the weights, the loss is above {above}",
    )
    measured = Text(
        ko="선분 {most}개 이하(지그재그는 {needed}개), 손실 {floor} 이상",
        en="at most {most} pieces (the zigzag has {needed}), loss at least {floor}",
    )

    def places(self, evidence: Fits) -> Mapping[str, Any]:
        return {"width": evidence.width}

    def measure(self, evidence: Fits) -> Measured:
        floor, most = evidence.floor[self.depth], evidence.most[self.depth]
        return self.saw(floor > self.above, most=most, needed=2**evidence.folds, floor=Ratio(floor))


@dataclass(frozen=True)
class Trained(Expectation[Fits]):
    """What the best restart with one activation reaches, as a share of the loss of a constant."""

    activation: str
    depth: int
    share: float

    measured = Text(ko="{left}배", en="{left} of it")
    less: ClassVar[bool]

    def places(self, evidence: Fits) -> Mapping[str, Any]:
        return {"name": ACTIVATIONS[self.activation].name, "share": Ratio(self.share)}

    def measure(self, evidence: Fits) -> Measured:
        losses = evidence.lowest.get(self.activation)
        if losses is None:
            return missing(_ABSENT)
        left = losses[self.depth] / evidence.constant
        return self.saw((left < self.share) == self.less, left=Ratio(left))


class TrainingFits(Trained):
    """Less than this share of it is left."""

    less = True
    claim = Text(
        ko="은닉층 {depth}개, {name}: 학습이 찾은 최저 손실이 상수 함수의 {share}배보다 작음",
        en="{depth} hidden layer(s), {name}: the lowest loss that training finds is below {share} of a constant's",
    )


class TrainingFails(Trained):
    """More than this share of it is left."""

    less = False
    claim = Text(
        ko="은닉층 {depth}개, {name}: 학습이 찾은 최저 손실이 상수 함수의 {share}배 이상으로 남음",
        en="{depth} hidden layer(s), {name}: the lowest loss that training finds is {share} of a constant's or more",
    )
