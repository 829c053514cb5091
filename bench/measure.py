"""Times that can be compared: everyone in the same run, in turn, round after round; medians."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

AT_LEAST = 0.1
"""Seconds one measurement lasts: what is shorter is repeated, and the median of its calls counts.

So a call that pays for what the contender before it left in the caches does not stand for all."""


def nothing() -> None:
    """What most contenders need before a call."""


@dataclass(frozen=True)
class Contender:
    name: str
    run: Callable[[], Any]
    before: Callable[[], Any] = nothing
    """Called before each call of `run`, outside the time."""


@dataclass(frozen=True)
class Timing:
    seconds: tuple[float, ...]
    """One measurement a round."""

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def spread(self) -> tuple[float, float]:
        return min(self.seconds), max(self.seconds)


def interleaved(contenders: Sequence[Contender], rounds: int) -> dict[str, Timing]:
    """Measure everyone once a round, so that a slow minute of the machine falls on all alike.

    Call each contender once before this: the first call of anything is not what is measured here.
    """
    seconds: dict[str, list[float]] = {each.name: [] for each in contenders}
    for _ in range(rounds):
        for each in contenders:
            gc.collect()
            seconds[each.name].append(_one_measurement(each))
    return {name: Timing(tuple(times)) for name, times in seconds.items()}


def _one_measurement(contender: Contender) -> float:
    """The median seconds of a call, over as many calls as AT_LEAST takes."""
    calls: list[float] = []
    while sum(calls) < AT_LEAST:
        contender.before()
        begin = perf_counter()
        contender.run()
        calls.append(perf_counter() - begin)
    return median(calls)
