"""What can be expected of a race of algorithms: who is where after how many steps, and what was asked for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from algorithms import ALGORITHMS
from optimizers import OPTIMIZERS
from scenes.expectation import Expectation, Measured, missing
from scenes.of_races import ABSENT
from scenes.raced import ARRIVALS
from scenes.scene import LectureScene
from simulation import VERDICT_NAMES, Verdict
from text import Text

_ENDS = Text(ko="마지막 상태: {verdict}", en="final status: {verdict}")


class Went(NamedTuple):
    """How one of them went; row t is after t steps."""

    verdict: NDArray[np.uint8]
    """(steps + 1,)."""
    arrival: int
    """The step since which it has been at a minimum; −1 where it is at none in the end."""
    asked: NDArray[np.int32]
    """(steps + 1, 3): values, gradients and Hessians by then."""
    cost: NDArray[np.int64]
    """(steps + 1,), in numbers."""

    @property
    def last(self) -> Verdict:
        """How it stands in the end."""
        return Verdict(int(self.verdict[-1]))


@dataclass(frozen=True, eq=False)
class Asked:
    """A race of algorithms, run and counted: everyone by its key."""

    went: Mapping[str, Went]


def name_of(key: str) -> Text | str:
    """Of an algorithm or an optimizer."""
    return ALGORITHMS[key].name if key in ALGORITHMS else OPTIMIZERS[key].name


@dataclass(frozen=True)
class OfOne(Expectation[Asked]):
    """What one of them does."""

    who: str

    def places(self, evidence: Asked) -> Mapping[str, Any]:
        return {"who": name_of(self.who)}

    def measure(self, evidence: Asked) -> Measured:
        went = evidence.went.get(self.who)
        return missing(ABSENT) if went is None else self.look(went)

    def look(self, went: Went) -> Measured:
        """What it does, and whether that was expected."""
        raise NotImplementedError


@dataclass(frozen=True)
class IsThereAfter(OfOne):
    """It is at a minimum after exactly so many steps, and stays."""

    steps: int

    claim = Text(ko="{who}: {steps}스텝 만에 최솟값에 도달", en="{who} is at a minimum from step {steps} on")
    measured = Text(ko="{step}스텝", en="step {step}")

    def look(self, went: Went) -> Measured:
        if went.last not in ARRIVALS:
            return missing(_ENDS, verdict=VERDICT_NAMES[went.last])
        return self.saw(went.arrival == self.steps, step=went.arrival)


@dataclass(frozen=True)
class NeedsMoreThan(IsThereAfter):
    """It comes to a minimum, but only after more steps than that."""

    claim = Text(ko="{who}: {steps}스텝보다 늦게 최솟값에 도달", en="{who} needs more than {steps} steps to a minimum")

    def look(self, went: Went) -> Measured:
        found = super().look(went)
        return found if went.last not in ARRIVALS else found._replace(holds=went.arrival > self.steps)


@dataclass(frozen=True)
class AsksFor(OfOne):
    """Until the end it has asked for exactly so much."""

    values: int
    gradients: int
    hessians: int

    claim = Text(
        ko="{who}: 함숫값 {values}번, 기울기 {gradients}번, 헤세 행렬 {hessians}번",
        en="{who}: values {values}, gradients {gradients}, Hessians {hessians}",
    )
    measured = Text(ko="{f}, {slope}, {bend}", en="{f}, {slope}, {bend}")

    def look(self, went: Went) -> Measured:
        f, slope, bend = map(int, went.asked[-1])
        return self.saw((f, slope, bend) == (self.values, self.gradients, self.hessians), f=f, slope=slope, bend=bend)


@dataclass(frozen=True)
class ComesToSaddle(OfOne):
    """In the end it stays at a saddle point."""

    claim = Text(ko="{who}: 안장점에 머무름", en="{who} stays at a saddle point")
    measured = _ENDS

    def look(self, went: Went) -> Measured:
        return self.saw(went.last == Verdict.SADDLE, verdict=VERDICT_NAMES[went.last])


class AlgorithmsScene(LectureScene[Asked]):
    """Algorithms race. `ask` is `fewest` (who needs the fewest steps) or `fate.<key>`."""

    chapter = "algorithms"
    racers = "algorithms"
