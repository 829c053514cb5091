"""What a learning rate does, in one word for every run, and how many steps it takes."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulation.run import Run
from simulation.status import STILL, TURNS, WINDOW, Chart, Status, Verdict, diagonal, turns_lately
from text import Text


class RateRegime(IntEnum):
    """What a learning rate does, from too low to too high."""

    CRAWL = 0
    CONVERGE = 1
    OSCILLATE = 2
    DIVERGE = 3


RATE_REGIME_NAMES: dict[RateRegime, Text] = {
    RateRegime.CRAWL: Text(ko="느린 접근", en="crawls"),
    RateRegime.CONVERGE: Text(ko="수렴", en="converges"),
    RateRegime.OSCILLATE: Text(ko="진동", en="oscillates"),
    RateRegime.DIVERGE: Text(ko="발산", en="diverges"),
}

RATE_REGIME_MEANINGS: dict[RateRegime, Text] = {
    RateRegime.CRAWL: Text(
        ko="방향을 되돌리지 않고 가고 있지만, 정해진 걸음 안에는 최솟값에 도착하지 못합니다.",
        en="It goes on without turning back, yet does not reach a minimum within these steps.",
    ),
    RateRegime.CONVERGE: Text(
        ko="정해진 걸음 안에 최솟값에 도착해 머무릅니다.", en="It reaches a minimum within these steps and stays."
    ),
    RateRegime.OSCILLATE: Text(
        ko="자꾸 되돌아오며 튀느라, 정해진 걸음 안에는 최솟값에 머무르지 못합니다.",
        en="It turns back again and again and does not come to rest at a minimum within these steps.",
    ),
    RateRegime.DIVERGE: Text(
        ko="그림 밖으로 점점 멀어지거나, 이미 수의 범위를 벗어났습니다.",
        en="It leaves the picture for good, or has already left the range of numbers.",
    ),
}


class Band(NamedTuple):
    """Neighbouring columns of one regime."""

    first: int
    last: int
    """The last column that belongs to it."""
    regime: RateRegime


def rate_regimes(chart: Chart, run: Run, status: Status) -> NDArray[np.uint8]:
    """The `RateRegime` of each column (B,) at the last step of a run, from its verdict and its last two windows.

    A swing that dies out too slowly to have arrived is one too: unlike the verdict OSCILLATING, which is for those
    that do not die out, this asks only how often it has turned back, in steps that can be seen. What hardly moves
    crawls, however it trembles.
    """
    verdict = status.verdict[-1]
    with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
        moves = np.diff(run.points[:, -2 * WINDOW - 2 :], axis=1, prepend=np.nan)
        seen = np.hypot(*moves[:, -WINDOW:]).max(axis=0) > STILL * diagonal(chart)
        swings = turns_lately(moves)[-1] >= TURNS
    fits = {
        RateRegime.DIVERGE: np.isin(verdict, [Verdict.DIVERGED, Verdict.UNBOUNDED]),
        RateRegime.CONVERGE: np.isin(verdict, [Verdict.CONVERGED, Verdict.LOCAL]),
        RateRegime.OSCILLATE: seen & swings,
    }
    return np.select(list(fits.values()), list(fits), default=RateRegime.CRAWL).astype(np.uint8)


def steps_to(run: Run, height: float) -> NDArray[np.int64]:
    """The first step from which on the loss of each column (B,) stays at or below `height`; −1 where it does not."""
    above = ~(run.loss <= height)  # what is not a number is not below
    last_above = np.where(above.any(axis=0), len(above) - 1 - np.argmax(above[::-1], axis=0), -1)
    return np.where(above[-1], -1, last_above + 1)


def bands(regimes: Sequence[int] | NDArray[np.uint8]) -> list[Band]:
    """Neighbours of one regime taken together, in order."""
    found: list[Band] = []
    for column, regime in enumerate(map(RateRegime, map(int, regimes))):
        if found and found[-1].regime == regime:
            found[-1] = found[-1]._replace(last=column)
        else:
            found.append(Band(column, column, regime))
    return found
