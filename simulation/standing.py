"""How a run stands at every step: how far, how steep, inside or out, and in one word."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from parameters import Array
from simulation.protocols import Landscape
from simulation.run import Run
from text import Text

Flags = NDArray[np.bool_]

WINDOW = 10
"""A verdict at step t looks at this many steps before it, and at as many before those."""
ARRIVED = 0.005
"""Staying this near to a point, in diagonals of the picture, counts as being there."""
STILL = 1e-4
"""Steps shorter than this, in diagonals, count as hardly moving: 1 % of the picture in 100 steps."""
STEADY = 0.9
"""A swing whose height keeps more than this share over one window does not die out."""


class Verdict(IntEnum):
    """What a run is doing, in the order in which the first that fits is given."""

    DIVERGED = 0
    UNBOUNDED = 1
    CONVERGED = 2
    LOCAL = 3
    SADDLE = 4
    STALLED = 5
    OSCILLATING = 6
    MOVING = 7


VERDICT_NAMES: dict[Verdict, Text] = {
    Verdict.DIVERGED: Text(ko="발산", en="diverged"),
    Verdict.UNBOUNDED: Text(ko="끝없이 하강", en="falls without end"),
    Verdict.CONVERGED: Text(ko="수렴", en="converged"),
    Verdict.LOCAL: Text(ko="지역 최솟값", en="local minimum"),
    Verdict.SADDLE: Text(ko="안장점에 갇힘", en="stuck at a saddle"),
    Verdict.STALLED: Text(ko="거의 멈춤", en="hardly moving"),
    Verdict.OSCILLATING: Text(ko="진동", en="oscillating"),
    Verdict.MOVING: Text(ko="이동 중", en="still moving"),
}

VERDICT_MEANINGS: dict[Verdict, Text] = {
    Verdict.DIVERGED: Text(
        ko="시작보다 높은 곳에서 그림 밖으로 멀어지고 있거나, 이미 수의 범위를 벗어났습니다.",
        en="It moves away outside the picture, higher than it began, or has left the range of numbers.",
    ),
    Verdict.UNBOUNDED: Text(
        ko="이 곡면에는 바닥이 없어, 그림 밖에서도 계속 내려갑니다.",
        en="This surface has no bottom: outside the picture it goes on falling.",
    ),
    Verdict.CONVERGED: Text(
        ko="전역 최솟값에 도착해 머물러 있습니다.", en="It has arrived at a global minimum and stays."
    ),
    Verdict.LOCAL: Text(
        ko="전역이 아닌 지역 최솟값에 머물러 있습니다.", en="It stays in a minimum that is only local."
    ),
    Verdict.SADDLE: Text(
        ko="기울기가 0인 안장점에 있습니다. 최솟값은 아닙니다.",
        en="It stands at a saddle point: the gradient is zero, yet this is no minimum.",
    ),
    Verdict.STALLED: Text(
        ko="최솟값이 아닌데도 걸음이 아주 짧습니다. 100걸음에 그림의 1%도 못 갑니다.",
        en="Not at a minimum, yet its steps are tiny: less than 1 % of the picture in 100 steps.",
    ),
    Verdict.OSCILLATING: Text(
        ko="왔다 갔다 하지만 폭이 줄지 않습니다.",
        en="It swings to and fro, and the swing does not die out.",
    ),
    Verdict.MOVING: Text(ko="아직 내려가는 중입니다.", en="It is still on its way."),
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
class Standing:
    """Every measure of a run at every step; each array is (steps + 1, B)."""

    slope: Array
    """|∇f|, the length of the exact gradient."""
    distance: Array
    """To the nearest minimum; nan on a surface without any."""
    left_at: NDArray[np.int64]
    """The step at which the current stay outside the picture began; −1 inside it."""
    verdict: NDArray[np.uint8]
    """A `Verdict`."""


def standing(chart: Chart, run: Run) -> Standing:
    """Measure a run over the plane, (steps + 1, 2, B), against its chart."""
    with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
        points = run.points
        outside = _outside(chart, points)
        left_at = _beginnings(outside)
        return Standing(
            slope=np.hypot(*chart.gradient(points)),
            distance=_nearest(points, chart.minima),
            left_at=left_at,
            verdict=_verdicts(chart, run, outside, left_at),
        )


def _verdicts(chart: Chart, run: Run, outside: Flags, left_at: NDArray[np.int64]) -> NDArray[np.uint8]:
    """The first verdict that fits, at every step."""
    points, diagonal = run.points, _diagonal(chart)
    everywhere_best = [minimum for minimum in chart.minima if minimum.is_global]
    only_local = [minimum for minimum in chart.minima if not minimum.is_global]
    moves = np.vstack([np.full((1, run.loss.shape[1]), np.inf), np.hypot(*np.diff(points, axis=1))])
    fits = {
        Verdict.DIVERGED: _diverged(chart, run, outside, left_at),
        Verdict.UNBOUNDED: outside & (run.loss < run.loss[0]) & (len(chart.minima) == 0),
        Verdict.CONVERGED: _trailing_max(_nearest(points, everywhere_best)) <= ARRIVED * diagonal,
        Verdict.LOCAL: _trailing_max(_nearest(points, only_local)) <= ARRIVED * diagonal,
        Verdict.SADDLE: _trailing_max(_nearest(points, chart.saddles)) <= ARRIVED * diagonal,
        Verdict.STALLED: _trailing_max(moves) <= STILL * diagonal,
        Verdict.OSCILLATING: _oscillates(chart, run),
    }
    return np.select(list(fits.values()), list(fits), default=Verdict.MOVING).astype(np.uint8)


def _diverged(chart: Chart, run: Run, outside: Flags, left_at: NDArray[np.int64]) -> Flags:
    """Not a number any more; or outside, above the start, and far away or climbing for a window."""
    finite = np.isfinite(run.points).all(axis=0) & np.isfinite(run.loss)
    steps = np.arange(len(run.loss))[:, None]
    highest = _trailing_max(run.loss)
    climbing = (steps - left_at >= WINDOW) & (highest >= _earlier(highest, WINDOW))
    away = outside & (run.loss > run.loss[0])
    return ~finite | (away & (climbing | _far(chart, run.points)))


def _oscillates(chart: Chart, run: Run) -> Flags:
    """Turning back (or climbing) in a fifth of the steps, without the swing getting lower."""
    steps = np.diff(run.points, axis=1)
    turns = np.zeros(run.loss.shape, dtype=bool)
    turns[2:] = (steps[:, 1:] * steps[:, :-1]).sum(axis=0) < 0
    turns[1:] |= np.diff(run.loss, axis=0) > 0
    share = sliding_window_view(_padded(turns.astype(float), 2 * WINDOW, 0.0), 2 * WINDOW, axis=0).mean(axis=-1)
    bottom = min(minimum.value for minimum in chart.minima) if chart.minima else np.fmin.accumulate(run.loss)
    height = _trailing_max(run.loss - bottom)
    two_windows = np.arange(len(run.loss))[:, None] >= 2 * WINDOW
    return two_windows & (share >= 0.2) & (height >= STEADY * _earlier(height, WINDOW))


def _outside(chart: Chart, points: Array) -> Flags:
    (x0, x1), (y0, y1) = chart.domain
    x, y = points
    return ~((x >= x0) & (x <= x1) & (y >= y0) & (y <= y1))


def _far(chart: Chart, points: Array) -> Flags:
    """More than the picture's diagonal beyond its edge."""
    (x0, x1), (y0, y1) = chart.domain
    x, y = points
    beyond = np.hypot(np.maximum(np.maximum(x0 - x, x - x1), 0), np.maximum(np.maximum(y0 - y, y - y1), 0))
    return beyond > _diagonal(chart)


def _diagonal(chart: Chart) -> float:
    (x0, x1), (y0, y1) = chart.domain
    return float(np.hypot(x1 - x0, y1 - y0))


def _nearest(points: Array, marked: Sequence[MarkedPoint]) -> Array:
    """Distance from each point (2, T, B) to the nearest marked place; nan where none is marked."""
    if not marked:
        return np.full(points.shape[1:], np.nan)
    return np.min([np.hypot(points[0] - x, points[1] - y) for (x, y) in (each.place for each in marked)], axis=0)


def _beginnings(outside: Flags) -> NDArray[np.int64]:
    """For each step spent outside, the step at which this stay began; −1 inside."""
    steps = np.arange(len(outside))[:, None]
    last_inside = np.maximum.accumulate(np.where(outside, -1, steps), axis=0)
    return np.where(outside, last_inside + 1, -1)


def _padded(a: Array, window: int, value: float | Array) -> Array:
    """`a` with window − 1 rows of `value` before it, so that a trailing window fits every row."""
    return np.concatenate([np.broadcast_to(value, (window - 1, a.shape[1])), a])


def _trailing_max(a: Array) -> Array:
    """The largest of the last WINDOW rows; before the first row it stood where it began."""
    return sliding_window_view(_padded(a, WINDOW, a[:1]), WINDOW, axis=0).max(axis=-1)


def _earlier(a: Array, rows: int) -> Array:
    """`a` as it was `rows` rows ago; before the first row it stood where it began."""
    return np.concatenate([np.broadcast_to(a[:1], (min(rows, len(a)), a.shape[1])), a[:-rows]])[: len(a)]
