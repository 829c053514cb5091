"""What can be expected of a race: who arrives where, who is stuck, who diverges, and at which step."""

from abc import abstractmethod
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizers import OPTIMIZERS
from scenes.expectation import Expectation, Said
from scenes.raced import ARRIVALS, Axis, Raced, Runner
from simulation import VERDICT_NAMES, Verdict
from surfaces.base import Place
from text import Text

SAME_PLACE = 0.01
"""A minimum that is written in three digits is within this of itself."""

_ABSENT = Text(ko="달리지 않음", en="does not race")
_NEVER = Text(ko="마지막 걸음까지 없었음", en="never, to the last step")
_AT = Text(ko="{step}걸음", en="at step {step}")
_SINCE = Text(ko="{step}걸음부터", en="from step {step} on")
_IN_THE_END = Text(ko="마지막에 {verdict}", en="in the end {verdict}")


@dataclass(frozen=True)
class OfRunner(Expectation[Raced]):
    """What one optimizer does."""

    who: str

    @property
    def name(self) -> str:
        """Of the optimizer."""
        return OPTIMIZERS[self.who].name

    @property
    def needed(self) -> tuple[str, ...]:
        """Who has to race for it to be checked."""
        return (self.who,)

    def measure(self, evidence: Raced) -> tuple[Said, bool]:
        if not set(self.needed) <= evidence.racers.keys():
            return Said(_ABSENT), False
        return self.look(evidence, evidence.runner(self.who))

    @abstractmethod
    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        """What it does in this race, and whether that was expected."""


@dataclass(frozen=True)
class Arrives(OfRunner):
    """It comes to a minimum and stays there to the end."""

    at: Place
    by: int
    """The latest step."""

    def expected(self, evidence: Raced) -> Said:
        text = Text(ko="{who}: {by}걸음 안에 {at}에 도착", en="{who} arrives at {at} by step {by}")
        return Said(text, {"who": self.name, "at": self.at, "by": self.by})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        since, minimum = runner.since(*ARRIVALS), raced.nearest(runner.last)
        if since is None or minimum is None:
            return _ends(runner), False
        is_there = bool(np.hypot(*np.subtract(minimum.place, self.at)) <= SAME_PLACE)
        text = Text(ko="{step}걸음에 {place}", en="{place} at step {step}")
        return Said(text, {"step": since, "place": minimum.place}), is_there and since <= self.by


@dataclass(frozen=True)
class StuckAtSaddle(OfRunner):
    """It comes to a saddle point and stays there to the end."""

    by: int

    def expected(self, evidence: Raced) -> Said:
        text = Text(ko="{who}: {by}걸음 안에 안장점에 갇힘", en="{who} is stuck at the saddle point by step {by}")
        return Said(text, {"who": self.name, "by": self.by})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        return _since(runner, self.by, Verdict.SADDLE)


@dataclass(frozen=True)
class Diverges(OfRunner):
    """It goes farther and farther away."""

    by: int

    def expected(self, evidence: Raced) -> Said:
        text = Text(ko="{who}: {by}걸음 안에 발산", en="{who} has diverged by step {by}")
        return Said(text, {"who": self.name, "by": self.by})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        return _since(runner, self.by, Verdict.DIVERGED)


@dataclass(frozen=True)
class Swings(OfRunner):
    """It swings to and fro, and the swing does not die out."""

    by: int

    def expected(self, evidence: Raced) -> Said:
        text = Text(ko="{who}: {by}걸음 안에 진동, 마지막까지", en="{who} oscillates from step {by} on, to the end")
        return Said(text, {"who": self.name, "by": self.by})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        return _since(runner, self.by, Verdict.OSCILLATING)


@dataclass(frozen=True)
class StandsStill(OfRunner):
    """It hardly moves any more, though most of its way lies before it."""

    by: int
    left: float
    """Share of the way that is left, at least."""

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: {by}걸음 안에 거의 멈추고, 남은 거리는 처음의 {left} % 이상",
            en="{who} hardly moves from step {by} on, with at least {left} % of the way left",
        )
        return Said(text, {"who": self.name, "by": self.by, "left": 100 * self.left})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        since, left = runner.since(Verdict.STALLED), _left(runner)
        if since is None:
            return _ends(runner), False
        text = Text(ko="{step}걸음부터, {left} % 남음", en="from step {step} on, {left} % left")
        return Said(text, {"step": since, "left": 100 * left}), since <= self.by and left >= self.left


@dataclass(frozen=True)
class StillFar(OfRunner):
    """After all steps most of the way is left, and it has gone nowhere but nearer."""

    left: float

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: 멀어지지 않고 가는데도 마지막에 남은 거리가 처음의 {left} % 이상",
            en="{who} comes nearer with every step, yet at least {left} % of the way is left",
        )
        return Said(text, {"who": self.name, "left": 100 * self.left})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        nearer = bool((np.diff(runner.distance) < 0).all())
        text = Text(ko="{left} % 남음", en="{left} % left")
        left = _left(runner)
        return Said(text, {"left": 100 * left}), nearer and left >= self.left


@dataclass(frozen=True)
class AllKeepTo(Expectation[Raced]):
    """None of those who race ever leaves a line, not by the last digit."""

    axis: Axis
    value: float

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="모두 직선 {axis} = {value}에서 한 번도 벗어나지 않음",
            en="None of them ever leaves the line {axis} = {value}",
        )
        return Said(text, {"axis": self.axis, "value": self.value})

    def measure(self, evidence: Raced) -> tuple[Said, bool]:
        runners = [evidence.runner(key) for key in evidence.racers]
        away = [_first(runner.along(self.axis) != self.value) for runner in runners]
        first = min((step for step in away if step is not None), default=None)
        if first is None:
            text = Text(
                ko="{count}개 모두 {steps}걸음 내내 그 위에 있음", en="all {count} are on it for all {steps} steps"
            )
            return Said(text, {"count": len(runners), "steps": evidence.steps}), True
        return Said(Text(ko="{step}걸음에 벗어남", en="left at step {step}"), {"step": first}), False


@dataclass(frozen=True)
class Frees(OfRunner):
    """It has got away from a line by so much, not before one step and not after another."""

    axis: Axis
    beyond: float
    by: int
    after: int = 0

    def expected(self, evidence: Raced) -> Said:
        late = Text(
            ko="{who}: {after}걸음이 지나서야, {by}걸음 안에 |{axis}| > {beyond}",
            en="{who} reaches |{axis}| > {beyond} only after step {after}, and by step {by}",
        )
        soon = Text(ko="{who}: {by}걸음 안에 |{axis}| > {beyond}", en="{who} reaches |{axis}| > {beyond} by step {by}")
        places = {"axis": self.axis, "beyond": self.beyond, "after": self.after, "by": self.by}
        return Said(late if self.after else soon, {"who": self.name, **places})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        step = _first(np.abs(runner.along(self.axis)) > self.beyond)
        if step is None:
            return Said(_NEVER), False
        return Said(_AT, {"step": step}), self.after < step <= self.by


@dataclass(frozen=True)
class RollsThrough(OfRunner):
    """It comes near to a place and does not stay there."""

    place: Place
    within: float

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: {place}에 {within}까지 다가갔다가 빠져나옴",
            en="{who} comes within {within} of {place} and gets out again",
        )
        return Said(text, {"who": self.name, "place": self.place, "within": self.within})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        away = np.hypot(*(runner.points - np.reshape(self.place, (2, 1))))
        nearest, last = float(away.min()), float(away[-1])
        text = Text(
            ko="{step}걸음에 {nearest}까지, 마지막에는 {last}만큼 떨어짐",
            en="{nearest} at step {step}, in the end {last} away",
        )
        places = {"step": int(np.argmin(away)), "nearest": nearest, "last": last}
        return Said(text, places), nearest <= self.within < last


@dataclass(frozen=True)
class StopsChanging(OfRunner):
    """From some step on f does not change any more, not in its last digit."""

    by: int

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: {by}걸음 안에 f가 마지막 자리까지 더는 변하지 않음",
            en="{who}: by step {by} f has stopped changing, to its last digit",
        )
        return Said(text, {"who": self.name, "by": self.by})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        last = _last_change(runner)
        return Said(_SINCE, {"step": last}), bool(
            np.isfinite(runner.loss[-1])
        ) and last <= self.by and last < raced.steps


@dataclass(frozen=True)
class KeepsChanging(OfRunner):
    """f still changes with the last step, by so much at least."""

    by_at_least: float

    def expected(self, evidence: Raced) -> Said:
        text = Text(
            ko="{who}: 마지막 열 걸음에도 f가 {least} 이상 변함",
            en="{who}: within its last ten steps f still changes by {least} or more",
        )
        return Said(text, {"who": self.name, "least": self.by_at_least})

    def look(self, raced: Raced, runner: Runner) -> tuple[Said, bool]:
        change = float(np.ptp(runner.loss[-11:]))
        return Said(
            Text(ko="{change}만큼 변함", en="changes by {change}"), {"change": change}
        ), change >= self.by_at_least


def _left(runner: Runner) -> float:
    """The distance at the end over that at the start."""
    return float(runner.distance[-1] / runner.distance[0]) if runner.distance[0] else 0.0


def _last_change(runner: Runner) -> int:
    """The last step with which the loss has changed."""
    changes = np.flatnonzero(runner.loss[1:] != runner.loss[:-1])
    return int(changes[-1]) + 1 if changes.size else 0


def _first(flags: NDArray[np.bool_]) -> int | None:
    found = np.flatnonzero(flags)
    return int(found[0]) if found.size else None


def _ends(runner: Runner) -> Said:
    """How it stands at last."""
    return Said(_IN_THE_END, {"verdict": VERDICT_NAMES[Verdict(int(runner.verdict[-1]))]})


def _since(runner: Runner, by: int, verdict: Verdict) -> tuple[Said, bool]:
    """Since when it stands so, to the end."""
    since = runner.since(verdict)
    return (_ends(runner), False) if since is None else (Said(_SINCE, {"step": since}), since <= by)
