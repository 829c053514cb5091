"""How a run stands at every step: how far, how steep, inside or out, and in one word."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from parameters import Array
from simulation.protocols import Landscape
from simulation.run import Run
from text import Text

Flags = NDArray[np.bool_]
Entry = TypeVar("Entry", bound=np.generic)

WINDOW = 10
"""A verdict at step t looks at this many steps before it, and at as many before those; never ahead."""
ARRIVED = 0.005
"""Staying this near to a point for a window, in diagonals of the plot, counts as being there."""
GONE = 3 * ARRIVED
"""What has arrived is there until it is this far away, so a swing about ARRIVED does not flicker."""
STILL = 1e-4
"""Steps shorter than this, in diagonals, count as hardly moving: 1 % of the picture in 100 steps."""
TURNS = 4
"""Turning back this often within two windows is a swing."""
STEADY = 0.9
"""A swing whose longest step keeps more than this share over one window does not die out."""
FALLING = 1e-6
"""What falls by no more than this share of all its way within a window has come to rest, be it outside the plot."""
FAR = 5.0
"""This many diagonals beyond the picture's edge, a run that is above its start has diverged."""
NEARBY = 8192
"""So many points at a time are compared with the marked places."""


class Verdict(IntEnum):
    """What a run is doing, in the order in which the first that fits is given."""

    NO_VALUE = 0
    FALLING = 1
    DIVERGED = 2
    HOVERING = 3
    CONVERGED = 4
    LOCAL = 5
    SADDLE = 6
    STALLED = 7
    OSCILLATING = 8
    MOVING = 9


VERDICT_NAMES: dict[Verdict, Text] = {
    Verdict.NO_VALUE: Text(ko="값 없음", en="no value"),
    Verdict.FALLING: Text(ko="그림 밖에서 하강", en="falling outside the plot"),
    Verdict.DIVERGED: Text(ko="발산", en="diverged"),
    Verdict.HOVERING: Text(ko="최솟값 주위에서 진동", en="oscillating at a minimum"),
    Verdict.CONVERGED: Text(ko="전역 최솟값에 수렴", en="at a global minimum"),
    Verdict.LOCAL: Text(ko="지역 최솟값에 수렴", en="at a local minimum"),
    Verdict.SADDLE: Text(ko="안장점 근처", en="near a saddle point"),
    Verdict.STALLED: Text(ko="정체", en="stalled"),
    Verdict.OSCILLATING: Text(ko="진동", en="oscillating"),
    Verdict.MOVING: Text(ko="이동 중", en="moving"),
}

VERDICT_MEANINGS: dict[Verdict, Text] = {
    Verdict.NO_VALUE: Text(
        ko="출발점에서 f의 값이 없어 경주하지 않습니다.",
        en="f has no value at the start, so it does not race.",
    ),
    Verdict.FALLING: Text(
        ko="그림 밖에 있고, 출발점보다 낮으며, 최근 스텝에서도 계속 내려갔습니다.",
        en="It is outside the plot, below its start, and has kept falling in the last steps.",
    ),
    Verdict.DIVERGED: Text(
        ko="출발점보다 높은 채 그림 밖으로 멀어지고 있거나, 이미 수로 나타낼 수 있는 범위를 벗어났습니다.",
        en="It moves away outside the plot, above its start, or has left the range of numbers.",
    ),
    Verdict.HOVERING: Text(
        ko="최솟값에 도달한 뒤 그 주위를 계속 오갑니다. 진폭이 줄지 않습니다.",
        en="It has reached a minimum and goes back and forth around it without the amplitude getting smaller.",
    ),
    Verdict.CONVERGED: Text(
        ko="전역 최솟값에 도달해 최근 스텝 동안 머물렀습니다.",
        en="It has reached a global minimum and has stayed there in the last steps.",
    ),
    Verdict.LOCAL: Text(
        ko="전역 최솟값이 아닌 지역 최솟값에 도달해 최근 스텝 동안 머물렀습니다.",
        en="It has reached a minimum that is only local and has stayed there in the last steps.",
    ),
    Verdict.SADDLE: Text(
        ko="최근 스텝 동안 안장점 근처에 있었습니다. 안장점은 기울기가 0이지만 최솟값이 아닙니다.",
        en="It has been near a saddle point in the last steps. The gradient is 0 there, yet it is not a minimum.",
    ),
    Verdict.STALLED: Text(
        ko="표시된 최솟값이 아닌 곳에서 스텝이 아주 짧아졌습니다. 이대로라면 100스텝에 그림의 1%도 못 갑니다.",
        en="Away from any marked minimum its steps are tiny: at this pace less than 1% of the plot in 100 steps.",
    ),
    Verdict.OSCILLATING: Text(
        ko="최근 스텝에서 계속 오가며, 진폭이 거의 줄지 않았습니다.",
        en="It has been going back and forth, and the amplitude has hardly decreased.",
    ),
    Verdict.MOVING: Text(ko="아직 최솟값에 도달하지 않고 이동 중입니다.", en="It is on its way."),
}


class MarkedPoint(Protocol):
    """A marked place with its height."""

    @property
    def place(self) -> tuple[float, float]: ...
    @property
    def value(self) -> float: ...


class MarkedMinimum(MarkedPoint, Protocol):
    @property
    def is_global(self) -> bool: ...


class Chart(Landscape, Protocol):
    """A landscape over the plane with a picture's frame and marked points."""

    @property
    def domain(self) -> tuple[tuple[float, float], tuple[float, float]]: ...
    @property
    def minima(self) -> Sequence[MarkedMinimum]: ...
    @property
    def saddles(self) -> Sequence[MarkedPoint]: ...


@dataclass(frozen=True)
class Status:
    """Every measure of a run at every step; each array is (steps + 1, B)."""

    slope: Array
    """|∇f|, the length of the exact gradient."""
    distance: Array
    """To the nearest minimum; nan on a surface without any."""
    left_at: NDArray[np.int64]
    """The step at which the current stay outside the picture began; −1 inside it."""
    arrival: NDArray[np.int64]
    """The step since which it has been within ARRIVED of a minimum, once that is a window ago; −1 elsewhere."""
    verdict: NDArray[np.uint8]
    """A `Verdict`."""


def status_of(chart: Chart, run: Run) -> Status:
    """Measure a run over the plane, (steps + 1, 2, B), against its chart."""
    with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
        points = run.points
        gone = outside(chart, points)
        left_at = _beginnings(gone)
        best, local = (
            _nearest(points, [each for each in chart.minima if each.is_global == is_global])
            for is_global in (True, False)
        )
        distance = np.fmin(best, local)  # where there is none of a kind, its distance is nan
        return Status(
            slope=np.hypot(*chart.gradient(points)),
            distance=distance,
            left_at=left_at,
            arrival=_arrival(distance / diagonal(chart)),
            verdict=_verdicts(chart, run, gone, left_at, best=best, local=local),
        )


def _verdicts(
    chart: Chart, run: Run, gone: Flags, left_at: NDArray[np.int64], *, best: Array, local: Array
) -> NDArray[np.uint8]:
    """The first verdict that fits, at every step; `best` and `local` are how far the nearest minima are."""
    has_global = any(minimum.is_global for minimum in chart.minima)
    moves = np.diff(run.points, axis=1, prepend=np.nan)  # no step leads to the start
    longest = _trailing_max(np.hypot(*moves)) / diagonal(chart)
    at_best, at_local = _arrived(chart, best), _arrived(chart, local)
    oscillates = _oscillates(moves, longest)
    fits = {
        Verdict.NO_VALUE: np.broadcast_to(~np.isfinite(run.loss[0]), run.loss.shape),
        Verdict.FALLING: _falls_outside(run, gone) & (not has_global),
        Verdict.DIVERGED: _diverged(chart, run, gone, left_at),
        Verdict.HOVERING: (at_best | at_local) & oscillates & (longest > STILL),
        Verdict.CONVERGED: at_best,
        Verdict.LOCAL: at_local,
        Verdict.SADDLE: _arrived(chart, _nearest(run.points, chart.saddles)),
        Verdict.STALLED: longest <= STILL,
        Verdict.OSCILLATING: oscillates,
    }
    return np.select(list(fits.values()), list(fits), default=Verdict.MOVING).astype(np.uint8)


def _falls_outside(run: Run, gone: Flags) -> Flags:
    """Outside, below the start and still falling, as far as the height was still a number."""
    finite = np.isfinite(run.loss)
    last_finite = np.maximum.accumulate(np.where(finite, _steps(finite), 0), axis=0)
    height = np.take_along_axis(run.loss, last_finite, axis=0)
    before = np.take_along_axis(run.loss, np.maximum(last_finite - WINDOW, 0), axis=0)
    return gone & (before - height > FALLING * (run.loss[0] - height)) & (height < run.loss[0])


def _diverged(chart: Chart, run: Run, gone: Flags, left_at: NDArray[np.int64]) -> Flags:
    """Not a number any more; or outside, above the start, and far away or climbing for a window.

    The second kind has diverged until it comes back inside.
    """
    finite = np.isfinite(run.points).all(axis=0) & np.isfinite(run.loss)
    highest = _trailing_max(run.loss)
    climbing = (_steps(gone) - left_at >= WINDOW) & (highest > _earlier(highest, WINDOW))
    away = gone & (run.loss > run.loss[0])
    return ~finite | _since(away & (climbing | _far(chart, run.points)), until=~gone)


def _arrived(chart: Chart, away: Array) -> Flags:
    """Near to a marked place for a window, and not gone since; `away` is how far the nearest of them is."""
    distance = away / diagonal(chart)
    return _since(_trailing_max(distance) <= ARRIVED, until=~(distance <= GONE))


def _arrival(distance: Array) -> NDArray[np.int64]:
    """The step since which the distance, in diagonals, is at most ARRIVED: known a window later, at a start at once."""
    since = _beginnings(distance <= ARRIVED)
    known = (_steps(since) - since >= WINDOW - 1) | (since == 0)
    return np.where(known, since, -1)


def _oscillates(moves: Array, longest: Array) -> Flags:
    """Turning back again and again, the longest step of a window hardly shorter; a lull of two windows ends it.

    Turns alone are counted, not climbs: a heavy ball that rolls up the far side of its bowl, a bit
    lower each time, is on its way.
    """
    swinging = turns_lately(moves) >= TURNS
    return _trailing_max(swinging & (longest >= STEADY * _earlier(longest, WINDOW)), 2 * WINDOW)


def turns_lately(moves: Array) -> NDArray[np.int64]:
    """How often each run turned back within the last two windows, from its moves (2, T, B): (T, B)."""
    before = np.stack([_earlier(each, 1) for each in moves])
    turns = np.cumsum((moves * before).sum(axis=0) < 0, axis=0)
    return turns - _earlier(turns, 2 * WINDOW)


def outside(chart: Chart, points: Array) -> Flags:
    """Whether each of the points (2, …) is outside the picture, or nowhere."""
    (x0, x1), (y0, y1) = chart.domain
    x, y = points
    return ~((x >= x0) & (x <= x1) & (y >= y0) & (y <= y1))


def _far(chart: Chart, points: Array) -> Flags:
    """More than FAR diagonals beyond the picture's edge."""
    (x0, x1), (y0, y1) = chart.domain
    x, y = points
    beyond = np.hypot(np.maximum(np.maximum(x0 - x, x - x1), 0), np.maximum(np.maximum(y0 - y, y - y1), 0))
    return beyond > FAR * diagonal(chart)


def diagonal(chart: Chart) -> float:
    (x0, x1), (y0, y1) = chart.domain
    return float(np.hypot(x1 - x0, y1 - y0))


def _nearest(points: Array, marked: Sequence[MarkedPoint]) -> Array:
    """Distance from each point (2, T, B) to the nearest marked place; nan where none is marked."""
    if not marked:
        return np.full(points.shape[1:], np.nan)
    places = [each.place for each in marked]
    flat = points.reshape(2, -1)
    nearest = np.empty(flat.shape[1])
    for first in range(0, flat.shape[1], NEARBY):  # some at a time, which stay near the processor
        piece = slice(first, first + NEARBY)
        nearest[piece] = np.hypot(*_way_to_nearest(flat[:, piece], places))
    return nearest.reshape(points.shape[1:])


def _way_to_nearest(points: Array, places: Sequence[tuple[float, float]]) -> tuple[Array, Array]:
    """How far each point (2, B) lies from the nearest of the places along x and along y.

    Squares tell which one that is; a root of each would take three times as long.
    """
    x, y = points
    across, up = x - places[0][0], y - places[0][1]  # of what is no number, or whose square is none, the first is near
    least = np.full(x.shape, np.inf)
    for place in places:
        dx, dy = x - place[0], y - place[1]
        square = dx * dx + dy * dy
        closer = square < least
        for kept, one in ((least, square), (across, dx), (up, dy)):
            np.copyto(kept, one, where=closer)
    return across, up


def _steps(a: NDArray[Entry]) -> NDArray[np.int64]:
    """The number of each row, 0, 1, …, as a column."""
    return np.arange(len(a))[:, None]


def _beginnings(stays: Flags) -> NDArray[np.int64]:
    """For each step of a stay, the step at which it began; −1 elsewhere."""
    last_before = np.maximum.accumulate(np.where(stays, -1, _steps(stays)), axis=0)
    return np.where(stays, last_before + 1, -1)


def _since(begins: Flags, *, until: Flags) -> Flags:
    """True from each row that `begins`, up to the next row that is `until`."""
    begun = np.maximum.accumulate(np.where(begins, _steps(begins), -1), axis=0)
    ended = np.maximum.accumulate(np.where(until, _steps(until), -1), axis=0)
    return begun > ended


def _trailing_max(a: NDArray[Entry], window: int = WINDOW) -> NDArray[Entry]:
    """The largest of the last `window` rows, of fewer where there are not yet as many."""
    largest = a.copy()
    for back in range(1, window):
        np.maximum(largest[back:], a[:-back], out=largest[back:])
    return largest


def _earlier(a: NDArray[Entry], rows: int) -> NDArray[Entry]:
    """`a` as it was `rows` rows ago; before the first row it stood where it began."""
    return a[np.maximum(np.arange(len(a)) - rows, 0)]
