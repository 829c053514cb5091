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
    SHORT = 1
    CONVERGE = 2
    OSCILLATE = 3
    DIVERGE = 4


RATE_REGIME_NAMES: dict[RateRegime, Text] = {
    RateRegime.CRAWL: Text(ko="너무 느림", en="crawls"),
    RateRegime.SHORT: Text(ko="미도달", en="falls short"),
    RateRegime.CONVERGE: Text(ko="수렴", en="converges"),
    RateRegime.OSCILLATE: Text(ko="진동", en="oscillates"),
    RateRegime.DIVERGE: Text(ko="발산", en="diverges"),
}

RATE_REGIME_MEANINGS: dict[RateRegime, Text] = {
    RateRegime.CRAWL: Text(
        ko="손실이 스텝마다 줄어들지만, 정해진 스텝 안에 최솟값에 도달하지 못합니다.",
        en="The loss falls with every step, but no minimum is reached within these steps.",
    ),
    RateRegime.SHORT: Text(
        ko="정해진 스텝 안에 최솟값에 도달하지 못합니다. 손실이 커진 스텝이 있거나, 다른 곳에서 멈췄거나, "
        "그림 밖으로 나갔습니다.",
        en=(
            "No minimum is reached within these steps: the loss also rose, or the run stopped elsewhere or left "
            "the plot."
        ),
    ),
    RateRegime.CONVERGE: Text(
        ko="정해진 스텝 안에 최솟값에 도달해 머뭅니다.", en="It reaches a minimum within these steps and stays."
    ),
    RateRegime.OSCILLATE: Text(
        ko="계속 오가느라, 정해진 스텝 안에 최솟값에 수렴하지 못했습니다.",
        en="It keeps oscillating and has not converged within these steps.",
    ),
    RateRegime.DIVERGE: Text(
        ko="출발점보다 높은 채 그림 밖으로 멀어지거나, 이미 수로 나타낼 수 있는 범위를 벗어났습니다.",
        en="It moves away outside the plot, above its start, or has already left the range of numbers.",
    ),
}

ROUNDING = 1e-12
"""A loss that rises by no more than this share of itself has not risen."""


class Band(NamedTuple):
    """Neighbouring columns of one regime."""

    first: int
    last: int
    """The last column that belongs to it."""
    regime: RateRegime


def rate_regimes(chart: Chart, run: Run, status: Status) -> NDArray[np.uint8]:
    """The `RateRegime` of each column (B,) at the last step of a run, from its verdict and its last two windows.

    A swing that dies out too slowly to have arrived is one too: unlike the verdict OSCILLATING, which is for those
    whose amplitude hardly decreases, this asks only how often it has turned back, in steps that can be seen. To
    crawl is to have come down with every single step, however slowly.
    """
    verdict = status.verdict[-1]
    with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
        moves = np.diff(run.points[:, -2 * WINDOW - 2 :], axis=1, prepend=np.nan)
        seen = np.hypot(*moves[:, -WINDOW:]).max(axis=0) > STILL * diagonal(chart)
        swings = turns_lately(moves)[-1] >= TURNS
        falls = (np.diff(run.loss, axis=0) <= ROUNDING * np.abs(run.loss[:-1])).all(axis=0)
        falls &= run.loss[-1] < run.loss[max(0, len(run.loss) - 1 - WINDOW)]
    fits = {
        RateRegime.DIVERGE: verdict == Verdict.DIVERGED,
        RateRegime.CONVERGE: np.isin(verdict, [Verdict.CONVERGED, Verdict.LOCAL]),
        RateRegime.OSCILLATE: (seen & swings) | (verdict == Verdict.HOVERING),
        RateRegime.CRAWL: falls & np.isin(verdict, [Verdict.MOVING, Verdict.STALLED]) & (status.left_at[-1] < 0),
    }
    return np.select(list(fits.values()), list(fits), default=RateRegime.SHORT).astype(np.uint8)


def bands(regimes: Sequence[int] | NDArray[np.uint8]) -> list[Band]:
    """Neighbours of one regime taken together, in order."""
    found: list[Band] = []
    for column, regime in enumerate(map(RateRegime, map(int, regimes))):
        if found and found[-1].regime == regime:
            found[-1] = found[-1]._replace(last=column)
        else:
            found.append(Band(column, column, regime))
    return found
