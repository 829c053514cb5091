"""What can be expected of a race: who arrives where, who is stuck, who diverges, and at which step."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from optimizers import OPTIMIZERS
from scenes.expectation import Expectation, Measured, Said, missing
from scenes.raced import ARRIVALS, Axis, Raced, Runner
from simulation import VERDICT_NAMES, Verdict
from surfaces.base import Place
from text import Text

SAME_PLACE = 0.01
"""A minimum that is written in three digits is within this of itself."""

ABSENT = Text(ko="경주에 없음", en="not in the race")
_SINCE = Text(ko="{step}스텝부터", en="from step {step} on")
_IN_THE_END = Text(ko="마지막 상태: {verdict}", en="final status: {verdict}")


@dataclass(frozen=True)
class OfRunner(Expectation[Raced]):
    """What one optimizer does."""

    who: str

    @property
    def needed(self) -> tuple[str, ...]:
        """Who has to race for it to be checked."""
        return (self.who,)

    def places(self, evidence: Raced) -> Mapping[str, Any]:
        return {"who": OPTIMIZERS[self.who].name}

    def measure(self, evidence: Raced) -> Measured:
        if not set(self.needed) <= evidence.racers.keys():
            return missing(ABSENT)
        return self.look(evidence, evidence.runner(self.who))

    @abstractmethod
    def look(self, raced: Raced, runner: Runner) -> Measured:
        """What it does in this race, and whether that was expected."""


@dataclass(frozen=True)
class Arrives(OfRunner):
    """It reaches a minimum and is there to the end, though it may swing about it."""

    at: Place
    by: int
    """The latest step."""

    claim = Text(ko="{who}: {by}스텝 안에 {at}에 도달", en="{who} reaches {at} by step {by}")
    measured = Text(ko="{step}스텝에 {place}", en="{place} at step {step}")

    def look(self, raced: Raced, runner: Runner) -> Measured:
        minimum = raced.nearest(runner.last)
        if Verdict(int(runner.verdict[-1])) not in ARRIVALS or minimum is None:
            return _ends(runner)
        is_there = np.hypot(*np.subtract(minimum.place, self.at)) <= SAME_PLACE
        return self.saw(is_there and 0 <= runner.arrival <= self.by, step=runner.arrival, place=minimum.place)


@dataclass(frozen=True)
class ArrivesSooner(OfRunner):
    """Both reach a minimum, and it takes so many times fewer steps than the other."""

    other: str
    times: float

    claim = Text(
        ko="{who}: {other}보다 {times}배 넘게 빨리 도달", en="{who} arrives more than {times} times as soon as {other}"
    )
    measured = Text(ko="{step}스텝, {later}스텝", en="steps {step} and {later}")

    @property
    def needed(self) -> tuple[str, ...]:
        return (self.who, self.other)

    def places(self, evidence: Raced) -> Mapping[str, Any]:
        return {**super().places(evidence), "other": OPTIMIZERS[self.other].name}

    def look(self, raced: Raced, runner: Runner) -> Measured:
        later = raced.runner(self.other)
        for each in (runner, later):
            if each.arrival < 0:
                return _ends(each)
        return self.saw(self.times * runner.arrival < later.arrival, step=runner.arrival, later=later.arrival)


@dataclass(frozen=True)
class Ends(OfRunner):
    """From some step on, and to the end, it has one verdict."""

    by: int

    measured = _SINCE
    verdict: ClassVar[Verdict]

    def look(self, raced: Raced, runner: Runner) -> Measured:
        since = runner.since(self.verdict)
        return _ends(runner) if since is None else self.saw(since <= self.by, step=since)


class StaysAtSaddle(Ends):
    """It comes to a saddle point and stays there to the end."""

    verdict = Verdict.SADDLE
    claim = Text(
        ko="{who}: {by}스텝 안에 안장점에 이르러 머무름", en="{who} stays near the saddle point from step {by} on"
    )


class StayedAtSaddle(StaysAtSaddle):
    """In the race behind, which is seen faintly, it comes to a saddle point and stays there to the end."""

    claim = Text(
        ko="{who}, 잡음 없이(흐린 선): {by}스텝 안에 안장점에 이르러 머무름",
        en="{who} without noise (faint) stays near the saddle point from step {by} on",
    )

    def measure(self, evidence: Raced) -> Measured:
        if evidence.pinned is None or self.who not in evidence.racers:
            return missing(ABSENT)
        return super().measure(evidence.pinned)


class Diverges(Ends):
    """It goes farther and farther away."""

    verdict = Verdict.DIVERGED
    claim = Text(ko="{who}: {by}스텝 안에 발산", en="{who} has diverged by step {by}")


class Swings(Ends):
    """It swings to and fro, and the swing does not die out."""

    verdict = Verdict.OSCILLATING
    claim = Text(ko="{who}: {by}스텝 안에 진동, 마지막까지", en="{who} oscillates from step {by} on, to the end")


@dataclass(frozen=True)
class StandsStill(OfRunner):
    """It hardly moves any more, though most of its way lies before it."""

    by: int
    left: float
    """Share of the way that is left, at least."""

    claim = Text(
        ko="{who}: {by}스텝 안에 정체하고, 남은 거리는 처음의 {left}% 이상",
        en="{who} has stalled by step {by}, with at least {left}% of the distance left",
    )
    measured = Text(ko="{step}스텝부터, {left}% 남음", en="from step {step} on, {left}% left")

    def places(self, evidence: Raced) -> Mapping[str, Any]:
        return {**super().places(evidence), "left": 100 * self.left}

    def look(self, raced: Raced, runner: Runner) -> Measured:
        since, left = runner.since(Verdict.STALLED), _left(runner)
        if since is None:
            return _ends(runner)
        return self.saw(since <= self.by and left >= self.left, step=since, left=100 * left)


@dataclass(frozen=True)
class StillFar(OfRunner):
    """After all steps most of the way is left, and it has gone nowhere but nearer."""

    left: float

    claim = Text(
        ko="{who}: 스텝마다 가까워지는데도 마지막에 남은 거리가 처음의 {left}% 이상",
        en="{who} gets closer with every step, yet at least {left}% of the distance is left",
    )
    measured = Text(ko="{left}% 남음", en="{left}% left")

    def places(self, evidence: Raced) -> Mapping[str, Any]:
        return {**super().places(evidence), "left": 100 * self.left}

    def look(self, raced: Raced, runner: Runner) -> Measured:
        nearer, left = (np.diff(runner.distance) < 0).all(), _left(runner)
        return self.saw(nearer and left >= self.left, left=100 * left)


@dataclass(frozen=True)
class AllKeepTo(Expectation[Raced]):
    """None of those who race ever leaves a line, not by the last digit."""

    axis: Axis
    value: float

    claim = Text(
        ko="모두 직선 {axis} = {value}에서 한 번도 벗어나지 않음",
        en="None of them ever leaves the line {axis} = {value}",
    )
    measured = Text(ko="{count}개 모두 {steps}스텝 내내 그 위에 있음", en="all {count} are on it for all {steps} steps")

    def measure(self, evidence: Raced) -> Measured:
        runners = [evidence.runner(key) for key in evidence.racers]
        away = [_first(runner.along(self.axis) != self.value) for runner in runners]
        first = min((step for step in away if step is not None), default=None)
        if first is None:
            return self.saw(True, count=len(runners), steps=evidence.steps)
        return missing(Text(ko="{step}스텝에 벗어남", en="leaves the line at step {step}"), step=first)


@dataclass(frozen=True)
class Frees(OfRunner):
    """It has got away from a line by so much, not before one step and not after another."""

    axis: Axis
    beyond: float
    by: int
    after: int = 0

    claim = Text(ko="{who}: {by}스텝 안에 |{axis}| > {beyond}", en="{who} reaches |{axis}| > {beyond} by step {by}")
    late = Text(
        ko="{who}: {after}스텝이 지나서야, {by}스텝 안에 |{axis}| > {beyond}",
        en="{who} reaches |{axis}| > {beyond} only after step {after}, and by step {by}",
    )
    measured = Text(ko="{step}스텝", en="at step {step}")

    def claimed(self) -> Text:
        return self.late if self.after else self.claim

    def look(self, raced: Raced, runner: Runner) -> Measured:
        step = _first(np.abs(runner.along(self.axis)) > self.beyond)
        if step is None:
            return missing(Text(ko="마지막 스텝까지 없었음", en="never, to the last step"))
        return self.saw(self.after < step <= self.by, step=step)


@dataclass(frozen=True)
class RollsThrough(OfRunner):
    """It comes near to a place and does not stay there."""

    place: Place
    within: float

    claim = Text(
        ko="{who}: {place}에 {within}까지 다가갔다가 벗어남",
        en="{who} comes within {within} of {place} and escapes",
    )
    measured = Text(
        ko="{step}스텝에 {nearest}까지, 마지막에는 {last}만큼 떨어짐",
        en="{nearest} at step {step}, {last} away in the end",
    )

    def look(self, raced: Raced, runner: Runner) -> Measured:
        away = np.hypot(*(runner.points - np.reshape(self.place, (2, 1))))
        nearest, last = float(away.min()), float(away[-1])
        return self.saw(nearest <= self.within < last, step=int(np.argmin(away)), nearest=nearest, last=last)


@dataclass(frozen=True)
class StopsChanging(OfRunner):
    """From some step on f does not change any more, not in its last digit."""

    by: int

    claim = Text(
        ko="{who}: {by}스텝 안에 f가 마지막 자리까지 더는 변하지 않음",
        en="{who}: by step {by} f has stopped changing, to its last digit",
    )
    measured = _SINCE

    def look(self, raced: Raced, runner: Runner) -> Measured:
        changes = np.flatnonzero(runner.loss[1:] != runner.loss[:-1])
        last = int(changes[-1]) + 1 if changes.size else 0
        return self.saw(np.isfinite(runner.loss[-1]) and last <= self.by and last < raced.steps, step=last)


@dataclass(frozen=True)
class KeepsChanging(OfRunner):
    """f still changes with the last step, by so much at least."""

    by_at_least: float

    claim = Text(
        ko="{who}: 마지막 열 스텝에도 f가 {by_at_least} 이상 변함",
        en="{who}: within its last ten steps f still changes by {by_at_least} or more",
    )
    measured = Text(ko="{change}만큼 변함", en="changes by {change}")

    def look(self, raced: Raced, runner: Runner) -> Measured:
        change = float(np.ptp(runner.loss[-11:]))
        return self.saw(change >= self.by_at_least, change=change)


def _left(runner: Runner) -> float:
    """The distance at the end over that at the start."""
    return float(runner.distance[-1] / runner.distance[0]) if runner.distance[0] else 0.0


def _first(flags: NDArray[np.bool_]) -> int | None:
    found = np.flatnonzero(flags)
    return int(found[0]) if found.size else None


def _ends(runner: Runner) -> Measured:
    """It ends otherwise than was expected: as its last verdict says."""
    return Measured(Said(_IN_THE_END, {"verdict": VERDICT_NAMES[Verdict(int(runner.verdict[-1]))]}), False)
