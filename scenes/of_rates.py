"""What can be expected of several learning rates side by side: what each does, and where its loss stays in noise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scenes.expectation import Expectation, Measured
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

    claim = Text(ko="‘{rate}’: {regime}", en="“{rate}” {regime}")
    measured = Text(ko="{regime}", en="{regime}")

    def places(self, evidence: SideBySide) -> Mapping[str, Any]:
        return {"rate": evidence.names[self.rate], "regime": RATE_REGIME_NAMES[self.regime]}

    def measure(self, evidence: SideBySide) -> Measured:
        regime = evidence.regimes[self.rate]
        return self.saw(regime == self.regime, regime=RATE_REGIME_NAMES[regime])


@dataclass(frozen=True)
class StaysAbove(Expectation[SideBySide]):
    """In noise the loss of one rate stays at so many times the height of another's."""

    rate: str
    other: str
    times: float

    claim = Text(
        ko="잡음이 있으면 ‘{rate}’의 손실은 ‘{other}’의 {times}배 이상인 높이에 머무름",
        en="In noise “{rate}” stays at {times} times the height of “{other}”, or more",
    )
    measured = Text(ko="{mine} 대 {others}", en="{mine} against {others}")

    def places(self, evidence: SideBySide) -> Mapping[str, Any]:
        return {"rate": evidence.names[self.rate], "other": evidence.names[self.other]}

    def measure(self, evidence: SideBySide) -> Measured:
        mine, others = evidence.at_last[self.rate], evidence.at_last[self.other]
        return self.saw(mine >= self.times * others, mine=mine, others=others)
