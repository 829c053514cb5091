"""What a learning rate does, in one word: as measured on a run, not as promised by a formula."""

from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulation.run import Run
from simulation.standing import Standing, Verdict, turning
from text import Text


class RateRegime(IntEnum):
    """From too small to far too big, as a learning rate grows."""

    CRAWL = 0
    CONVERGE = 1
    OSCILLATE = 2
    DIVERGE = 3


REGIME_NAMES: dict[RateRegime, Text] = {
    RateRegime.CRAWL: Text(ko="미도착", en="not there yet"),
    RateRegime.CONVERGE: Text(ko="수렴", en="converges"),
    RateRegime.OSCILLATE: Text(ko="진동", en="oscillates"),
    RateRegime.DIVERGE: Text(ko="발산", en="diverges"),
}

REGIME_MEANINGS: dict[RateRegime, Text] = {
    RateRegime.CRAWL: Text(
        ko="마지막 걸음까지 최솟값에 도착하지 못했고, 왔다 갔다 하지도 않습니다.",
        en="It has not arrived at a minimum by the last step, and does not swing to and fro.",
    ),
    RateRegime.CONVERGE: Text(
        ko="전역이든 지역이든 한 최솟값에 도착해 머물러 있습니다.",
        en="It has arrived at a minimum, global or local, and stays.",
    ),
    RateRegime.OSCILLATE: Text(
        ko="도착하지 못한 채 왔다 갔다 합니다. 아주 천천히 줄어드는 진동도 여기에 듭니다.",
        en="It swings to and fro and has not arrived; a swing that dies out very slowly counts, too.",
    ),
    RateRegime.DIVERGE: Text(
        ko="그림 밖으로 멀어지고 있거나, 이미 수의 범위를 벗어났습니다.",
        en="It moves away outside the picture, or has left the range of numbers.",
    ),
}


class Stretch(NamedTuple):
    """Neighbours of one regime, from the first to the last of them."""

    first: int
    last: int
    regime: RateRegime


def rate_regimes(run: Run, standing: Standing) -> NDArray[np.uint8]:
    """The regime of every column (B,) at the last step."""
    verdict = standing.verdict[-1]
    fits = {
        RateRegime.DIVERGE: np.isin(verdict, (Verdict.DIVERGED, Verdict.UNBOUNDED)),
        RateRegime.CONVERGE: np.isin(verdict, (Verdict.CONVERGED, Verdict.LOCAL)),
        RateRegime.OSCILLATE: (verdict == Verdict.OSCILLATING) | turning(run)[-1],
    }
    return np.select(list(fits.values()), list(fits), default=RateRegime.CRAWL).astype(np.uint8)


def stretches(regimes: NDArray[np.uint8]) -> list[Stretch]:
    """What lies where along an axis of values: one stretch for each change of the regime."""
    found, first = [], 0
    for regime, same in groupby(regimes.tolist()):
        count = len(list(same))
        found.append(Stretch(first, first + count - 1, RateRegime(regime)))
        first += count
    return found


def steps_to(run: Run, height: float) -> NDArray[np.int64]:
    """The step (B,) from which on the loss is never above `height`; −1 where it is so at the last step."""
    above = ~(run.loss <= height)  # what is no number is above
    last = np.where(above.any(axis=0), len(above) - np.argmax(above[::-1], axis=0), 0)
    return np.where(above[-1], -1, last)
