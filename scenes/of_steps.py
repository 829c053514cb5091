"""What can be expected of the steps of a race: how long they are, along which axis, and what they remember."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from optimizers import OPTIMIZERS, Adam, RMSProp
from scenes.expectation import Measured, Said, missing
from scenes.of_races import OfRunner
from scenes.raced import Axis, Raced, Runner
from text import Text


@dataclass(frozen=True)
class Multiplies(OfRunner):
    """Along one axis every step multiplies its place by the same factor: it shrinks, stays or grows, and may swing."""

    axis: Axis
    factor: float

    claim = Text(ko="{who}: 스텝마다 {axis} 값이 {factor}배", en="{who}: every step multiplies {axis} by {factor}")
    measured = Text(ko="{low}배에서 {high}배", en="by {low} to {high}")
    same = Text(ko="모두 {low}배", en="always by {low}")

    def look(self, raced: Raced, runner: Runner) -> Measured:
        along = runner.along(self.axis)
        factors = along[1:] / along[:-1]
        low, high = float(factors.min()), float(factors.max())
        said = Said(self.same if np.isclose(low, high) else self.measured, {"low": low, "high": high})
        return Measured(said, bool(np.allclose(factors, self.factor, rtol=1e-6, atol=0)))


@dataclass(frozen=True)
class LongerSteps(OfRunner):
    """At one step, or the last, its step is so many times as long as another's."""

    than: str
    times: float
    at: int | None = None

    claim = Text(
        ko="{who}: {at}번째 스텝이 {than}의 {times}배 이상",
        en=("{who}: step {at} is at least {times} times as long as {than}'s"),
    )
    at_last = Text(
        ko="{who}: 마지막 스텝이 {than}의 {times}배 이상",
        en=("{who}: its last step is at least {times} times as long as {than}'s"),
    )
    measured = Text(ko="{times}배", en="{times} times")

    @property
    def needed(self) -> tuple[str, ...]:
        return self.who, self.than

    def claimed(self) -> Text:
        return self.at_last if self.at is None else self.claim

    def places(self, evidence: Raced) -> Mapping[str, Any]:
        return {**super().places(evidence), "than": OPTIMIZERS[self.than].name}

    def look(self, raced: Raced, runner: Runner) -> Measured:
        at = raced.steps if self.at is None else self.at
        if at > raced.steps:
            return missing(Text(ko="{steps}스텝뿐임", en="there are only {steps} steps"), steps=raced.steps)
        mine, other = runner.lengths[at - 1], raced.runner(self.than).lengths[at - 1]
        times = float(mine / other) if other else np.inf
        return self.saw(times >= self.times, times=times)


@dataclass(frozen=True)
class KeepsMoving(OfRunner):
    """Each of its last ten steps is so long, at least."""

    at_least: float

    claim = Text(
        ko="{who}: 마지막 열 스텝도 모두 {at_least} 이상",
        en="{who}: each of its last ten steps is at least {at_least} long",
    )
    measured = Text(ko="가장 짧은 스텝이 {shortest}", en="the shortest is {shortest}")

    def look(self, raced: Raced, runner: Runner) -> Measured:
        shortest = float(runner.lengths[-10:].min())
        return self.saw(shortest >= self.at_least, shortest=shortest)


@dataclass(frozen=True)
class EqualFirstStep(OfRunner):
    """Its first step is as long in x as in y, however much the slopes differ."""

    claim = Text(
        ko="{who}: 첫 스텝의 길이가 x와 y 방향에서 같음", en="{who}: its first step is equally long in x and y"
    )
    measured = Text(ko="x로 {x}, y로 {y}", en="{x} in x, {y} in y")

    def look(self, raced: Raced, runner: Runner) -> Measured:
        x, y = np.abs(runner.moves[:, 0]).tolist()
        return self.saw(x and y and np.isclose(x, y, rtol=1e-4, atol=0), x=x, y=y)


@dataclass(frozen=True)
class RatesApart(OfRunner):
    """With its first step x gets so many times the learning rate of y; 1 where both get the same."""

    times: float

    claim = Text(
        ko="{who}: 첫 스텝에서 x의 학습률이 y의 {times}배 이상",
        en="{who}: at the first step x gets at least {times} times the learning rate of y",
    )
    same = Text(ko="{who}: x와 y의 학습률이 같음", en="{who} gives x and y the same learning rate")
    measured = Text(ko="x에서 {x}, y에서 {y}", en="{x} in x, {y} in y")

    def claimed(self) -> Text:
        return self.same if self.times == 1 else self.claim

    def look(self, raced: Raced, runner: Runner) -> Measured:
        slope = raced.surface.gradient(runner.points[:, :1])[:, 0]
        if not slope.all():
            return missing(Text(ko="한 방향의 기울기가 0임", en="the gradient along one axis is 0"))
        x, y = -runner.moves[:, 0] / slope
        return self.saw(np.isclose(x / y, 1) if self.times == 1 else x / y >= self.times, x=float(x), y=float(y))


@dataclass(frozen=True)
class Remembers(OfRunner):
    """It keeps these arrays, each as large as x, and no others."""

    arrays: tuple[str, ...]

    claim = Text(
        ko="{who}: {arrays} 저장, 경사 하강법의 {times}배",
        en="{who} stores {arrays}, {times} times gradient descent's memory",
    )
    alone = Text(ko="{who}: {arrays}만 저장", en="{who} stores only {arrays}")
    measured = Text(ko="{arrays}, 점 하나에 수 {numbers}개", en="{arrays}, {numbers} numbers per point")

    def claimed(self) -> Text:
        return self.claim if len(self.arrays) > 1 else self.alone

    def places(self, evidence: Raced) -> Mapping[str, Any]:
        return {**super().places(evidence), "arrays": " + ".join(self.arrays), "times": len(self.arrays)}

    def look(self, raced: Raced, runner: Runner) -> Measured:
        state = runner.racer.rule.init(runner.points[:, 0])
        kept = ("x", *state._fields)
        numbers = sum(np.size(array) for array in state) + 2
        holds = kept == self.arrays and numbers == 2 * len(self.arrays)
        return self.saw(holds, arrays=" + ".join(kept), numbers=numbers)


@dataclass(frozen=True)
class StepsAsRMSProp(OfRunner):
    """Every step of this Adam is RMSProp's, with the average of the squares cleared of its bias: n ∇f / √(ĝ + ε)."""

    claim = Text(
        ko="{who}: 모든 스텝이 편향을 보정한 RMSProp의 스텝과 같음",
        en="{who}: every step equals that of bias-corrected RMSProp",
    )
    measured = Text(ko="차이는 최대 {apart}%", en="they differ by at most {apart}%")

    def look(self, raced: Raced, runner: Runner) -> Measured:
        adam, n = runner.racer
        if not isinstance(adam, Adam):
            return missing(Text(ko="Adam이 아님", en="not Adam"))
        like = RMSProp(decay=adam.beta2, eps=adam.eps)
        slopes = raced.surface.gradient(runner.points)
        state, apart = like.init(runner.points[:, 0]), 0.0
        for t, move in enumerate(runner.moves.T, start=1):
            _, state = like.update(slopes[:, t - 1], state, t, n)
            step = n * slopes[:, t - 1] / np.sqrt(state.g / (1 - adam.beta2**t) + adam.eps)
            longest = float(np.abs(step).max())
            apart = max(apart, float(np.abs(move + step).max()) / longest if longest else 0.0)
        return self.saw(apart <= 1e-9, apart=100 * apart)
