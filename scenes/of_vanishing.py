"""What can be expected of gradients on their way to the front layer, and of what training then does to it."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from networks import ACTIVATIONS
from scenes.expectation import Expectation, Ratio, Said
from scenes.scene import LectureScene
from text import Text

_ABSENT = Text(ko="그림에 없음", en="not in the picture")


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

    @property
    def name(self) -> Text:
        """Of the activation."""
        return ACTIVATIONS[self.activation].name

    def measure(self, evidence: Ways) -> tuple[Said, bool]:
        way = evidence.each.get(self.activation)
        return (Said(_ABSENT), False) if way is None else self.look(way, evidence)

    @abstractmethod
    def look(self, way: Way, evidence: Ways) -> tuple[Said, bool]:
        """What has become of it, and whether that was expected."""


@dataclass(frozen=True)
class FadesToFront(OfActivation):
    """The gradient of the front layer's weights is smaller than this share of the output layer's."""

    below: float

    def expected(self, evidence: Ways) -> Said:
        text = Text(
            ko="은닉층 {depth}개, {name}: 맨 앞 층의 기울기는 맨 뒤 층의 {share}배보다 작음",
            en="{depth} hidden layers, {name}: the front layer’s gradient is below {share} of the last layer’s",
        )
        return Said(text, {"depth": evidence.depth, "name": self.name, "share": Ratio(self.below)})

    def look(self, way: Way, evidence: Ways) -> tuple[Said, bool]:
        return _times(way.front_to_last), way.front_to_last < self.below


@dataclass(frozen=True)
class Sinks(OfActivation):
    """The gradient of the front layer's weights is smaller than this share of what it is with one hidden layer."""

    below: float

    def expected(self, evidence: Ways) -> Said:
        text = Text(
            ko="은닉층 {depth}개, {name}: 맨 앞 층의 기울기는 은닉층이 1개일 때의 {share}배보다 작음",
            en="{depth} hidden layers, {name}: the front layer’s gradient is below {share} of what it is with one",
        )
        return Said(text, {"depth": evidence.depth, "name": self.name, "share": Ratio(self.below)})

    def look(self, way: Way, evidence: Ways) -> tuple[Said, bool]:
        return _times(way.front_share), way.front_share < self.below


@dataclass(frozen=True)
class KeepsSize(OfActivation):
    """Up to a factor, the front layer gets back what arrives at the last hidden layer, and learns from a gradient of
    the size that it has with one hidden layer.
    """

    within: int

    def expected(self, evidence: Ways) -> Said:
        text = Text(
            ko="은닉층 {depth}개, {name}: 거슬러 온 기울기도, 맨 앞 가중치의 기울기도 1/{within}보다 크게 남음",
            en="{depth} hidden layers, {name}: what comes back and the front gradient keep more than 1/{within}",
        )
        return Said(text, {"depth": evidence.depth, "name": self.name, "within": self.within})

    def look(self, way: Way, evidence: Ways) -> tuple[Said, bool]:
        text = Text(
            ko="마지막 은닉층의 {back}배, 은닉층이 1개일 때의 {one}배",
            en="{back} of the last’s, {one} of that with one",
        )
        shares = (way.returned, way.front_share)
        kept = all(1 / self.within <= share <= self.within for share in shares)
        return Said(text, {"back": Ratio(shares[0]), "one": Ratio(shares[1])}), kept


@dataclass(frozen=True)
class HardlyMoves(OfActivation):
    """Training moves the weights of the front layer by less than this share of them."""

    below: float

    def expected(self, evidence: Ways) -> Said:
        text = Text(
            ko="은닉층 {depth}개, {name}: 훈련이 맨 앞 층의 가중치를 움직인 거리는 그 크기의 {share}배보다 작음",
            en="{depth} hidden layers, {name}: training moves the front layer’s weights by less than {share} of them",
        )
        return Said(text, {"depth": evidence.trained, "name": self.name, "share": Ratio(self.below)})

    def look(self, way: Way, evidence: Ways) -> tuple[Said, bool]:
        return _times(way.moved), way.moved < self.below


@dataclass(frozen=True)
class MovesMore(OfActivation):
    """Training moves the weights of the front layer at least so many times as far as another network's."""

    other: str
    times: int

    def expected(self, evidence: Ways) -> Said:
        text = Text(
            ko="은닉층 {depth}개: {name}의 맨 앞 층은 {other}의 맨 앞 층보다 {times}배 이상 움직임",
            en="{depth} hidden layers: {name}’s front layer moves {times} times as far as that of {other}, or more",
        )
        other = ACTIVATIONS[self.other].name
        return Said(text, {"depth": evidence.trained, "name": self.name, "other": other, "times": self.times})

    def look(self, way: Way, evidence: Ways) -> tuple[Said, bool]:
        other = evidence.each.get(self.other)
        if other is None:
            return Said(_ABSENT), False
        text = Text(ko="{mine} 대 {others}", en="{mine} against {others}")
        return Said(
            text, {"mine": Ratio(way.moved), "others": Ratio(other.moved)}
        ), way.moved >= self.times * other.moved


@dataclass(frozen=True)
class LossFalls(OfActivation):
    """Training leaves less than this share of the loss."""

    to: float

    def expected(self, evidence: Ways) -> Said:
        text = Text(
            ko="은닉층 {depth}개, {name}: 훈련 손실이 처음의 {share}배보다 작아짐",
            en="{depth} hidden layers, {name}: the training loss falls below {share} of what it was",
        )
        return Said(text, {"depth": evidence.trained, "name": self.name, "share": self.to})

    def look(self, way: Way, evidence: Ways) -> tuple[Said, bool]:
        return _times(way.loss_left), way.loss_left < self.to


def _times(share: float) -> Said:
    return Said(Text(ko="{share}배", en="{share} of it"), {"share": Ratio(share)})
