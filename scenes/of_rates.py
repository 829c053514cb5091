"""What can be expected of several learning rates side by side: what each does, and where its loss stays in noise."""

from collections.abc import Mapping
from dataclasses import dataclass

from scenes.expectation import Expectation, Said
from simulation import RATE_REGIME_NAMES, RateRegime
from text import Text


@dataclass(frozen=True, eq=False)
class SideBySide:
    """Runs of gradient descent that differ in the learning rate alone, by the names of their rates."""

    names: Mapping[str, Text]
    regimes: Mapping[str, RateRegime]
    """What each does with exact gradients."""
    at_last: Mapping[str, float]
    """How far above the lowest loss each stays in noise, averaged over the last quarter; empty where it was not run."""


@dataclass(frozen=True)
class Does(Expectation[SideBySide]):
    """What one of the rates does with exact gradients."""

    rate: str
    regime: RateRegime

    def expected(self, evidence: SideBySide) -> Said:
        text = Text(ko="‘{rate}’: {regime}", en="“{rate}” {regime}")
        return Said(text, {"rate": evidence.names[self.rate], "regime": RATE_REGIME_NAMES[self.regime]})

    def measure(self, evidence: SideBySide) -> tuple[Said, bool]:
        regime = evidence.regimes[self.rate]
        return Said(Text(ko="{regime}", en="{regime}"), {"regime": RATE_REGIME_NAMES[regime]}), regime == self.regime


@dataclass(frozen=True)
class StaysAbove(Expectation[SideBySide]):
    """In noise the loss of one rate stays at so many times the height of another's."""

    rate: str
    other: str
    times: float

    def expected(self, evidence: SideBySide) -> Said:
        text = Text(
            ko="잡음이 있으면 ‘{rate}’의 손실은 ‘{other}’의 {times}배 이상인 높이에 머무름",
            en="In noise “{rate}” stays at {times} times the height of “{other}”, or more",
        )
        names = evidence.names
        return Said(text, {"rate": names[self.rate], "other": names[self.other], "times": self.times})

    def measure(self, evidence: SideBySide) -> tuple[Said, bool]:
        mine, others = evidence.at_last[self.rate], evidence.at_last[self.other]
        text = Text(ko="{mine} 대 {others}", en="{mine} against {others}")
        return Said(text, {"mine": mine, "others": others}), mine >= self.times * others
