"""What can be expected of the basins: how many of the starts reach which minima."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from scenes.expectation import Expectation, Measured
from text import Text

MORE_THAN_CHANCE = 1.0
"""A minimum is reached where more than so many percent of the starts reach it."""


class Shares(NamedTuple):
    """Percent of the starts of one map."""

    name: Text
    """Which map it is."""
    minima: Sequence[float]
    """Those that reach each minimum."""

    @property
    def reached(self) -> int:
        """How many of the minima are."""
        return sum(share > MORE_THAN_CHANCE for share in self.minima)


@dataclass(frozen=True, eq=False)
class Mapped:
    """Maps of where every start ends, by their side."""

    sides: Mapping[str, Shares]


@dataclass(frozen=True)
class OfSide(Expectation[Mapped]):
    """Where the starts of one map end."""

    side: str

    def places(self, evidence: Mapped) -> Mapping[str, Any]:
        return {"side": evidence.sides[self.side].name}


@dataclass(frozen=True)
class AllArrive(OfSide):
    """Every start of a map reaches a minimum; or none does."""

    percent: float = 100.0

    claim = Text(ko="{side}: 모든 출발점이 최솟값에 도달", en="{side}: every start reaches a minimum")
    none = Text(ko="{side}: 어떤 출발점도 도달하지 못함", en="{side}: no start reaches a minimum")
    measured = Text(ko="{percent}%", en="{percent}%")

    def claimed(self) -> Text:
        return self.claim if self.percent else self.none

    def measure(self, evidence: Mapped) -> Measured:
        percent = sum(evidence.sides[self.side].minima)
        return self.saw(abs(percent - self.percent) < 1e-9, percent=percent)


@dataclass(frozen=True)
class StartsSplit(OfSide):
    """The starts of a map go to so many different minima."""

    minima: int
    at_least: float = MORE_THAN_CHANCE
    """Percent of the starts that reach each of them."""

    claim = Text(
        ko="{side}: 출발점에 따라 최솟값 {minima}곳으로 나뉘고, 각각 출발점의 {at_least}% 이상",
        en="{side}: the starts split among {minima} minima, each reached by {at_least}% or more",
    )
    none = Text(ko="{side}: 머물 수 있는 최솟값이 없음", en="{side}: there is no minimum to stay in")
    measured = Text(ko="{shares}%", en="{shares}%")

    def claimed(self) -> Text:
        return self.claim if self.minima else self.none

    def measure(self, evidence: Mapped) -> Measured:
        side = evidence.sides[self.side]
        large = [share for share in side.minima if share >= self.at_least]
        return self.saw(
            len(large) == self.minima == side.reached, shares=", ".join(f"{share:.1f}" for share in side.minima)
        )


@dataclass(frozen=True)
class ReachedMore(OfSide):
    """One map's starts reach one minimum more often than the other map's do."""

    other: str
    minimum: int
    by: float
    """Percent of the starts, at least."""

    claim = Text(
        ko="{side}: 전역 최솟값에 도달하는 출발점의 비율이 다른 지도보다 {by}%p 이상 높음",
        en="{side}: the share of starts that reach the global minimum is higher by {by} percentage points or more",
    )
    measured = Text(ko="{mine}% 대 {others}%", en="{mine}% against {others}%")

    def measure(self, evidence: Mapped) -> Measured:
        mine, others = (evidence.sides[side].minima[self.minimum] for side in (self.side, self.other))
        return self.saw(mine >= others + self.by, mine=mine, others=others)
