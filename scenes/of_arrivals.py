"""What can be expected of the gradient that arrives at the first layer, with every activation and initialization."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from networks import ACTIVATIONS, INITIALISATIONS
from scenes.expectation import Expectation, Measured, Ratio
from scenes.scene import LectureScene
from text import Text


class Arrival(NamedTuple):
    """‖∂L/∂z‖ of the first hidden layer as a share of the last one's, over several networks drawn alike."""

    median: float
    smallest: float
    largest: float


@dataclass(frozen=True, eq=False)
class Arrivals:
    """Networks of one depth and one width."""

    depth: int
    each: Mapping[tuple[str, str], Arrival]
    """By activation and initialization: every combination."""

    def of(self, activation: str) -> Mapping[str, Arrival]:
        """Of one activation, by the initialization."""
        return {weights: arrival for (other, weights), arrival in self.each.items() if other == activation}


class ArrivalsScene(LectureScene[Arrivals]):
    """Every activation with every initialization. `ask` is `none-keeps`: with which activation the gradient vanishes
    whatever the initialization."""

    chapter = "vanishing"


@dataclass(frozen=True)
class OfCell(Expectation[Arrivals]):
    """What arrives with one activation and one initialization."""

    activation: str
    weights: str

    def places(self, evidence: Arrivals) -> Mapping[str, Any]:
        names = {"name": ACTIVATIONS[self.activation].name, "initial": INITIALISATIONS[self.weights].name}
        return {"depth": evidence.depth, **names}

    def measure(self, evidence: Arrivals) -> Measured:
        return self.look(evidence.each[self.activation, self.weights])

    @abstractmethod
    def look(self, arrival: Arrival) -> Measured:
        """What arrives, and whether that was expected."""


@dataclass(frozen=True)
class LittleArrives(OfCell):
    """Less than this share arrives in every network."""

    below: float

    claim = Text(
        ko="은닉층 {depth}개, {name}, {initial}: 모든 신경망에서 {below}배보다 적게 도달함",
        en="{depth} hidden layers, {name}, {initial}: less than {below} arrives in every network",
    )
    measured = Text(ko="중앙값 {median}배, 가장 큰 것 {largest}배", en="median {median}, the largest {largest}")

    def places(self, evidence: Arrivals) -> Mapping[str, Any]:
        return {**super().places(evidence), "below": Ratio(self.below)}

    def look(self, arrival: Arrival) -> Measured:
        numbers = {"median": Ratio(arrival.median), "largest": Ratio(arrival.largest)}
        return self.saw(arrival.largest < self.below, **numbers)


@dataclass(frozen=True)
class KeepsWith(OfCell):
    """Up to a factor all of it arrives, in the median."""

    within: int

    claim = Text(
        ko="은닉층 {depth}개, {name}, {initial}: 1/{within}배에서 {within}배 사이가 도달함",
        en="{depth} hidden layers, {name}, {initial}: between 1/{within} and {within} times of it arrives",
    )
    measured = Text(ko="중앙값 {median}배", en="median {median}")

    def look(self, arrival: Arrival) -> Measured:
        return self.saw(1 / self.within <= arrival.median <= self.within, median=Ratio(arrival.median))


@dataclass(frozen=True)
class NoneKeeps(Expectation[Arrivals]):
    """With every initialization less than this share arrives, in the median."""

    activation: str
    below: float

    claim = Text(
        ko="은닉층 {depth}개, {name}: 모든 초기화에서 {below}배보다 적게 도달함",
        en="{depth} hidden layers, {name}: less than {below} arrives with every initialization",
    )
    measured = Text(ko="가장 많이 도달하는 {initial}에서 {median}배", en="{median} with {initial}, the most of all")

    def places(self, evidence: Arrivals) -> Mapping[str, Any]:
        return {
            "depth": evidence.depth,
            "name": ACTIVATIONS[self.activation].name,
            "below": Ratio(self.below),
        }

    def measure(self, evidence: Arrivals) -> Measured:
        weights, most = max(evidence.of(self.activation).items(), key=lambda each: each[1].median)
        return self.saw(most.median < self.below, initial=INITIALISATIONS[weights].name, median=Ratio(most.median))
