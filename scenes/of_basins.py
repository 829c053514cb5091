"""What can be expected of the basins: how many of the starts reach which minima."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scenes.expectation import Expectation, Said
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
class AllArrive(Expectation[Mapped]):
    """Every start of a map reaches a minimum; or none does."""

    side: str
    percent: float = 100.0

    def expected(self, evidence: Mapped) -> Said:
        every = Text(ko="{side}: 모든 출발점이 최솟값에 도착", en="{side}: every start reaches a minimum")
        none = Text(ko="{side}: 어떤 출발점도 도착하지 못함", en="{side}: no start reaches a minimum")
        return Said(every if self.percent else none, {"side": evidence.sides[self.side].name})

    def measure(self, evidence: Mapped) -> tuple[Said, bool]:
        percent = sum(evidence.sides[self.side].minima)
        return Said(Text(ko="{percent} %", en="{percent} %"), {"percent": percent}), abs(percent - self.percent) < 1e-9


@dataclass(frozen=True)
class StartsSplit(Expectation[Mapped]):
    """The starts of a map go to so many different minima."""

    side: str
    minima: int
    at_least: float = MORE_THAN_CHANCE
    """Percent of the starts that reach each of them."""

    def expected(self, evidence: Mapped) -> Said:
        text = Text(
            ko="{side}: 출발점에 따라 최솟값 {minima}곳으로 갈리고, 저마다 {least} % 이상",
            en="{side}: the starts split among {minima} minima, each reached by {least} % or more",
        )
        none = Text(ko="{side}: 머물 수 있는 최솟값이 없음", en="{side}: no minimum is left to stay in")
        places = {"side": evidence.sides[self.side].name, "minima": self.minima, "least": self.at_least}
        return Said(text if self.minima else none, places)

    def measure(self, evidence: Mapped) -> tuple[Said, bool]:
        shares = evidence.sides[self.side].minima
        text = Text(ko="{shares} %", en="{shares} %")
        large = [share for share in shares if share >= self.at_least]
        holds = len(large) == self.minima == evidence.sides[self.side].reached
        return Said(text, {"shares": ", ".join(f"{share:.1f}" for share in shares)}), holds


@dataclass(frozen=True)
class ReachedMore(Expectation[Mapped]):
    """One map's starts reach one minimum more often than the other map's do."""

    side: str
    other: str
    minimum: int
    by: float
    """Percent of the starts, at least."""

    def expected(self, evidence: Mapped) -> Said:
        text = Text(
            ko="{side}: 전역 최솟값에 도착하는 출발점이 다른 지도보다 {by} % 이상 많음",
            en="{side}: at least {by} % more of the starts reach the global minimum than on the other map",
        )
        return Said(text, {"side": evidence.sides[self.side].name, "by": self.by})

    def measure(self, evidence: Mapped) -> tuple[Said, bool]:
        mine, others = (evidence.sides[side].minima[self.minimum] for side in (self.side, self.other))
        text = Text(ko="{mine} % 대 {others} %", en="{mine} % against {others} %")
        return Said(text, {"mine": mine, "others": others}), mine >= others + self.by
