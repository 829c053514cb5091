"""What can be expected of gradients on their way to the front layer, and of what training then does to it."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from networks import ACTIVATIONS
from scenes.expectation import Expectation, Measured, Ratio, missing
from scenes.scene import LectureScene
from text import Text

_ABSENT = Text(ko="그림에 없음", en="not in the plot")


class Way(NamedTuple):
    """What becomes of the gradient with one activation; shares are medians over several networks drawn alike."""

    front_to_last: float
    """‖∂L/∂W‖ of the front layer as a share of the output layer's."""
    returned: float
    """‖∂L/∂z‖ of the front layer as a share of the last hidden layer's."""
    front_share: float
    """‖∂L/∂W‖ of the front layer as a share of what it is with one hidden layer alone."""
    moved: float
    """How far training has moved the front layer's weights, as a share of them."""
    loss_left: float
    """The loss after training as a share of that before."""


@dataclass(frozen=True, eq=False)
class Ways:
    """Networks of one depth, by their activation."""

    depth: int
    """Hidden layers of those whose gradients are shown."""
    trained: int
    """Hidden layers of those that are trained."""
    each: Mapping[str, Way]


class VanishingScene(LectureScene[Ways]):
    """Gradients layer by layer, before training: `ask` is `last.<activation>` (the front layer's beside the last
    layer's) or `one.<activation>` (beside the front layer's with one hidden layer). Or the training of the layers:
    `ask` is `moved`, whose front layer it moves the most.
    """

    chapter = "vanishing"


@dataclass(frozen=True)
class OfActivation(Expectation[Ways]):
    """What becomes of the gradient with one activation."""

    activation: str

    def places(self, evidence: Ways) -> Mapping[str, Any]:
        return {"depth": evidence.depth, "trained": evidence.trained, "name": ACTIVATIONS[self.activation].name}

    def measure(self, evidence: Ways) -> Measured:
        way = evidence.each.get(self.activation)
        return missing(_ABSENT) if way is None else self.look(way, evidence)

    @abstractmethod
    def look(self, way: Way, evidence: Ways) -> Measured:
        """What has become of it, and whether that was expected."""


@dataclass(frozen=True)
class StaysBelow(OfActivation):
    """One of its shares is smaller than this."""

    below: float

    measured = Text(ko="{share}배", en="{share} of it")
    share: ClassVar[str]
    """The field of `Way`."""

    def places(self, evidence: Ways) -> Mapping[str, Any]:
        return {**super().places(evidence), "below": Ratio(self.below)}

    def look(self, way: Way, evidence: Ways) -> Measured:
        share = getattr(way, self.share)
        return self.saw(share < self.below, share=Ratio(share))


class FadesToFront(StaysBelow):
    """The gradient of the front layer's weights is smaller than this share of the output layer's."""

    share = "front_to_last"
    claim = Text(
        ko="은닉층 {depth}개, {name}: 맨 앞 층의 기울기는 맨 뒤 층의 {below}배보다 작음",
        en="{depth} hidden layers, {name}: the first layer's gradient is below {below} of the last layer's",
    )


class Sinks(StaysBelow):
    """The gradient of the front layer's weights is smaller than this share of what it is with one hidden layer."""

    share = "front_share"
    claim = Text(
        ko="은닉층 {depth}개, {name}: 맨 앞 층의 기울기는 은닉층이 1개일 때의 {below}배보다 작음",
        en=(
            "{depth} hidden layers, {name}: the first layer's gradient is below {below} of its value with one "
            "hidden layer"
        ),
    )


@dataclass(frozen=True)
class KeepsSize(OfActivation):
    """Up to a factor, the front layer gets back what arrives at the last hidden layer, and learns from a gradient of
    the size that it has with one hidden layer.
    """

    within: int

    claim = Text(
        ko="은닉층 {depth}개, {name}: 역방향 기울기와 맨 앞 가중치의 기울기가 모두 1/{within}보다 크게 남음",
        en=(
            "{depth} hidden layers, {name}: the backward gradient and the first layer's gradient both keep more "
            "than 1/{within}"
        ),
    )
    measured = Text(
        ko="마지막 은닉층의 {back}배, 은닉층이 1개일 때의 {one}배",
        en="{back} of the last layer's, {one} of that with one hidden layer",
    )

    def look(self, way: Way, evidence: Ways) -> Measured:
        shares = (way.returned, way.front_share)
        kept = all(1 / self.within <= share <= self.within for share in shares)
        return self.saw(kept, back=Ratio(shares[0]), one=Ratio(shares[1]))


class HardlyMoves(StaysBelow):
    """Training moves the weights of the front layer by less than this share of them."""

    share = "moved"
    claim = Text(
        ko="은닉층 {trained}개, {name}: 맨 앞 층의 가중치가 학습으로 움직인 거리는 그 크기의 {below}배보다 작음",
        en=(
            "{trained} hidden layers, {name}: training moves the first layer's weights by less than {below} of "
            "their size"
        ),
    )


@dataclass(frozen=True)
class MovesMore(OfActivation):
    """Training moves the weights of the front layer at least so many times as far as another network's."""

    other: str
    times: int

    claim = Text(
        ko="은닉층 {trained}개: {name}의 맨 앞 층은 {other}의 맨 앞 층보다 {times}배 이상 움직임",
        en="{trained} hidden layers: {name}'s first layer moves at least {times} times as far as that of {other}",
    )
    measured = Text(ko="{mine} 대 {others}", en="{mine} against {others}")

    def places(self, evidence: Ways) -> Mapping[str, Any]:
        return {**super().places(evidence), "other": ACTIVATIONS[self.other].name}

    def look(self, way: Way, evidence: Ways) -> Measured:
        other = evidence.each.get(self.other)
        if other is None:
            return missing(_ABSENT)
        return self.saw(way.moved >= self.times * other.moved, mine=Ratio(way.moved), others=Ratio(other.moved))


class LossFalls(StaysBelow):
    """Training leaves less than this share of the loss."""

    share = "loss_left"
    claim = Text(
        ko="은닉층 {trained}개, {name}: 학습 손실이 처음의 {below}배보다 작아짐",
        en="{trained} hidden layers, {name}: the training loss falls below {below} of its initial value",
    )
