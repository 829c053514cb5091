"""What can be expected of a constraint: whether it moves the optimum, what holds it there, and where the run ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

from scenes.expectation import Expectation, Measured, missing
from scenes.scene import LectureScene
from text import Text

Place = tuple[float, float]
ALLOWED = 1e-9
"""What breaks a constraint by no more than this is a rounding."""


@dataclass(frozen=True, eq=False)
class Constrained:
    """A run that is projected after every step, and the one without a constraint."""

    lowest: Place | None
    """The lowest allowed place of the picture; None where there is none."""
    minima: Sequence[Place]
    """The global minima without the constraint."""
    nearest: Place | None
    """The allowed place that is nearest to the nearest of them."""
    held: bool
    """Whether the constraint holds the lowest allowed place there."""
    angle: float
    """Degrees between −∇f and the pull of the constraint at it; nan where it is not held."""
    end: Place
    """Of the projected run."""
    free_end: Place
    broken: float
    """By how much the projected run breaks the constraint at most, from its first step on."""


@dataclass(frozen=True)
class OptimumMoves(Expectation[Constrained]):
    """The lowest allowed place is away from every minimum without the constraint."""

    by: float

    claim = Text(ko="제약 조건이 최적점을 {by} 이상 옮김", en="The constraint moves the optimum by {by} or more")
    measured = Text(ko="최적점 {place}, 이동 거리 {moved}", en="optimum {place}, moved by {moved}")

    def measure(self, evidence: Constrained) -> Measured:
        if evidence.lowest is None or not evidence.minima:
            return missing(_NOWHERE)
        moved = min(dist(each, evidence.lowest) for each in evidence.minima)
        return self.saw(moved >= self.by, place=evidence.lowest, moved=moved)


@dataclass(frozen=True)
class ChangesNothing(Expectation[Constrained]):
    """The constraint does not hold anything: both runs end at the same place."""

    within: float = 1e-6

    claim = Text(
        ko="최솟값이 허용 영역 안에 있어 두 경로의 끝이 같음",
        en=("The constraint does not exclude the minimum: both runs end at the same point"),
    )
    measured = Text(ko="{apart}만큼 다름", en="{apart} apart")

    def measure(self, evidence: Constrained) -> Measured:
        apart = dist(evidence.end, evidence.free_end)
        return self.saw(not evidence.held and apart <= self.within, apart=apart)


@dataclass(frozen=True)
class ArrivesAtOptimum(Expectation[Constrained]):
    """The projected run ends at the lowest allowed place."""

    within: float

    claim = Text(
        ko="사영한 경로가 허용 영역의 가장 낮은 점에 도달 ({within} 이내)",
        en="The projected run reaches the lowest feasible point (within {within})",
    )
    measured = Text(ko="{away} 떨어져 있음", en="{away} away")

    def measure(self, evidence: Constrained) -> Measured:
        if evidence.lowest is None:
            return missing(_NOWHERE)
        away = dist(evidence.end, evidence.lowest)
        return self.saw(away <= self.within, away=away)


@dataclass(frozen=True)
class StaysAllowed(Expectation[Constrained]):
    """From its first step on, every place of the projected run is allowed."""

    claim = Text(ko="첫 스텝부터 제약 조건을 어기지 않음", en="The constraint is never violated from the first step on")
    measured = Text(ko="위반은 최대 {broken}", en="violation at most {broken}")

    def measure(self, evidence: Constrained) -> Measured:
        return self.saw(evidence.broken <= ALLOWED, broken=evidence.broken)


@dataclass(frozen=True)
class SlopesBalance(Expectation[Constrained]):
    """At the lowest allowed place −∇f points where the constraint's own slope does."""

    degrees: float = 0.01

    claim = Text(
        ko="그 점에서 −∇f와 제약 조건의 기울기가 같은 방향 ({degrees}° 이내)",
        en="There −∇f and the gradient of the constraint point the same way (within {degrees}°)",
    )
    measured = Text(ko="각도 {angle}°", en="{angle}°")

    def measure(self, evidence: Constrained) -> Measured:
        if not evidence.held:
            return missing(Text(ko="제약 조건이 비활성", en="the constraint is inactive"))
        return self.saw(evidence.angle <= self.degrees, angle=evidence.angle)


@dataclass(frozen=True)
class NotTheNearest(Expectation[Constrained]):
    """The lowest allowed place is not the one nearest to the minimum."""

    by: float

    claim = Text(
        ko="최솟값에서 가장 가까운 허용점이 아님 ({by} 이상 떨어짐)",
        en="It is not the feasible point nearest to the minimum (at least {by} away)",
    )
    measured = Text(ko="가장 가까운 점은 {nearest}, {apart}만큼 다름", en="the nearest is {nearest}, {apart} away")

    def measure(self, evidence: Constrained) -> Measured:
        if evidence.lowest is None or evidence.nearest is None:
            return missing(_NOWHERE)
        apart = dist(evidence.lowest, evidence.nearest)
        return self.saw(apart >= self.by, nearest=evidence.nearest, apart=apart)


_NOWHERE = Text(ko="그림 안에 비교할 최적점이 없음", en="there is no optimum in the plot to compare")


class ConstraintsScene(LectureScene[Constrained]):
    """One optimizer with and without a constraint. `ask` is `where`: where the projected run ends."""

    chapter = "constraints"
