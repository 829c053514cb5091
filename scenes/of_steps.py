"""What can be expected of the steps of a race: how long they are, along which axis, and what they remember."""

from dataclasses import dataclass

import numpy as np

from optimizers import OPTIMIZERS, Adam, RMSProp
from scenes.expectation import Said
from scenes.of_races import OfRunner
from scenes.raced import Axis, Raced, Runner
from text import Text


@dataclass(frozen=True)
class Multiplies(OfRunner):
    """Along one axis every step multiplies its place by the same factor: it shrinks, stays or grows, and may swing."""

    axis: Axis
    factor: float

    def expected(self, evidence: Raced) -> Said:
        text = Text(ko="{who}: 걸음마다 {axis}가 {factor}배", en="{who}: every step multiplies {axis} by {factor}")
        return Said(text, {"who": self.name, "axis": self.axis, "factor": self.factor})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        along = runner.along(self.axis)
        factors = along[1:] / along[:-1]
        low, high = float(factors.min()), float(factors.max())
        same = Text(ko="모두 {low}배", en="each by {low}")
        text = Text(ko="{low}배에서 {high}배", en="by {low} to {high}")
        said = Said(same if np.isclose(low, high) else text, {"low": low, "high": high})
        return said, bool(np.allclose(factors, self.factor, rtol=1e-6, atol=0))


@dataclass(frozen=True)
class LongerSteps(OfRunner):
    """At one step, or the last, its step is so many times as long as another's."""

    than: str
    times: float
    at: int | None = None

    @property
    def needed(self) -> tuple[str, ...]:
        return self.who, self.than

    def expected(self, evidence: Raced) -> Said:
        names = {"who": self.name, "than": OPTIMIZERS[self.than].name, "times": self.times}
        if self.at is None:
            text = Text(
                ko="{who}: 마지막 걸음이 {than}의 {times}배 이상",
                en="{who}: its last step is {times} times {than}'s or more",
            )
            return Said(text, names)
        text = Text(
            ko="{who}: {at}번째 걸음이 {than}의 {times}배 이상", en="{who}: step {at} is {times} times {than}'s or more"
        )
        return Said(text, {**names, "at": self.at})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        at = raced.steps if self.at is None else self.at
        if at > raced.steps:
            return Said(Text(ko="{steps}걸음뿐임", en="there are only {steps} steps"), {"steps": raced.steps}), False
        mine, other = runner.lengths[at - 1], raced.runner(self.than).lengths[at - 1]
        times = float(mine / other) if other else np.inf
        return Said(Text(ko="{times}배", en="{times} times"), {"times": times}), times >= self.times


@dataclass(frozen=True)
class KeepsMoving(OfRunner):
    """Each of its last ten steps is so long, at least."""

    at_least: float

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: 마지막 열 걸음도 모두 {least} 이상",
            en="{who}: each of its last ten steps is {least} long or more",
        )
        return Said(text, {"who": self.name, "least": self.at_least})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        shortest = float(runner.lengths[-10:].min())
        text = Text(ko="가장 짧은 걸음이 {shortest}", en="the shortest is {shortest}")
        return Said(text, {"shortest": shortest}), shortest >= self.at_least


@dataclass(frozen=True)
class EqualFirstStep(OfRunner):
    """Its first step is as long in x as in y, however much the slopes differ."""

    def expected(self, evidence: Raced) -> Said:
        text = Text(ko="{who}: 첫걸음이 x와 y 방향으로 똑같이 긺", en="{who}: its first step is as long in x as in y")
        return Said(text, {"who": self.name})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        along = np.abs(runner.moves[:, 0])
        text = Text(ko="x로 {x}, y로 {y}", en="{x} in x, {y} in y")
        places = {"x": float(along[0]), "y": float(along[1])}
        return Said(text, places), bool(along.all() and np.isclose(along[0], along[1], rtol=1e-4, atol=0))


@dataclass(frozen=True)
class RatesApart(OfRunner):
    """With its first step x gets so many times the learning rate of y; 1 where both get the same."""

    times: float

    def expected(self, evidence: Raced) -> Said:
        same = Text(ko="{who}: x와 y의 학습률이 같음", en="{who} gives x and y the same learning rate")
        apart = Text(
            ko="{who}: 첫걸음에서 x의 학습률이 y의 {times}배 이상",
            en="{who}: with the first step x gets {times} times the learning rate of y or more",
        )
        return Said(same if self.times == 1 else apart, {"who": self.name, "times": self.times})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        slope = raced.surface.gradient(runner.points[:, :1])[:, 0]
        if not slope.all():
            return Said(Text(ko="한 방향의 기울기가 0임", en="one of the slopes is 0")), False
        x, y = -runner.moves[:, 0] / slope
        times = float(x / y)
        text = Text(ko="x에서 {x}, y에서 {y}", en="{x} in x, {y} in y")
        holds = np.isclose(times, 1) if self.times == 1 else times >= self.times
        return Said(text, {"x": float(x), "y": float(y)}), bool(holds)


@dataclass(frozen=True)
class Remembers(OfRunner):
    """It keeps these arrays, each as large as x, and no others."""

    arrays: tuple[str, ...]

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: {arrays}, 경사 하강법의 {times}배",
            en="{who} keeps {arrays}, {times} times gradient descent's memory",
        )
        alone = Text(ko="{who}: {arrays}만 기억", en="{who} keeps {arrays} alone")
        places = {"who": self.name, "arrays": " + ".join(self.arrays), "times": len(self.arrays)}
        return Said(text if len(self.arrays) > 1 else alone, places)

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        state = runner.racer.rule.init(runner.points[:, 0])
        kept = ("x", *state._fields)
        numbers = sum(np.size(array) for array in state) + 2
        text = Text(ko="{arrays}, 점 하나에 수 {numbers}개", en="{arrays}, {numbers} numbers for one point")
        places = {"arrays": " + ".join(kept), "numbers": numbers}
        return Said(text, places), kept == self.arrays and numbers == 2 * len(self.arrays)


@dataclass(frozen=True)
class StepsAsRMSProp(OfRunner):
    """Every step of this Adam is RMSProp's, with the average of the squares cleared of its bias: n ∇f / √(ĝ + ε)."""

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: 모든 걸음이 편향을 고친 RMSProp의 걸음과 같음",
            en="{who}: every step is that of RMSProp with its bias corrected",
        )
        return Said(text, {"who": self.name})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        adam, n = runner.racer
        if not isinstance(adam, Adam):
            return Said(Text(ko="Adam이 아님", en="it is no Adam")), False
        like = RMSProp(decay=adam.beta2, eps=adam.eps)
        slopes = raced.surface.gradient(runner.points)
        state, apart = like.init(runner.points[:, 0]), 0.0
        for t, move in enumerate(runner.moves.T, start=1):
            _, state = like.update(slopes[:, t - 1], state, t, n)
            step = n * slopes[:, t - 1] / np.sqrt(state.g / (1 - adam.beta2**t) + adam.eps)
            longest = float(np.abs(step).max())
            apart = max(apart, float(np.abs(move + step).max()) / longest if longest else 0.0)
        text = Text(ko="가장 다른 걸음도 {apart} %만큼만 다름", en="they differ by {apart} % at most")
        return Said(text, {"apart": 100 * apart}), apart <= 1e-9
