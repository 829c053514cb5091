"""What can be expected of several learning rates side by side: what each does, and where its loss stays in noise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parameters import Array
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
    exact: Mapping[str, Array]
    """The losses with exact gradients, (steps + 1,) each, of those that were run in noise as well."""


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
        ko="잡음이 있으면 ‘{rate}’의 손실이 ‘{other}’의 {times}배 이상에서 머무름",
        en="With noise, the loss of “{rate}” stays at {times} times that of “{other}” or more",
    )
    measured = Text(ko="{mine} 대 {others}", en="{mine} against {others}")

    def places(self, evidence: SideBySide) -> Mapping[str, Any]:
        return {"rate": evidence.names[self.rate], "other": evidence.names[self.other]}

    def measure(self, evidence: SideBySide) -> Measured:
        mine, others = evidence.at_last[self.rate], evidence.at_last[self.other]
        return self.saw(mine >= self.times * others, mine=mine, others=others)


@dataclass(frozen=True)
class FallsFaster(Expectation[SideBySide]):
    """With exact gradients the loss of one rate is below another's at each of the first steps."""

    rate: str
    other: str
    steps: int

    claim = Text(
        ko="잡음이 없으면 처음 {steps}스텝 내내 ‘{rate}’의 손실이 ‘{other}’보다 낮음",
        en="Without noise “{rate}” has a lower loss than “{other}” at each of the first {steps} steps",
    )
    measured = Text(ko="{steps}스텝 뒤 {mine} 대 {others}", en="{mine} against {others} after {steps} steps")

    def places(self, evidence: SideBySide) -> Mapping[str, Any]:
        return {"rate": evidence.names[self.rate], "other": evidence.names[self.other]}

    def measure(self, evidence: SideBySide) -> Measured:
        mine, others = (evidence.exact[each][1 : self.steps + 1] for each in (self.rate, self.other))
        return self.saw((mine < others).all(), steps=len(mine), mine=mine[-1], others=others[-1])
