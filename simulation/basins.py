"""From many starts: which minimum does a rule reach, and when?

What has settled need not run on. A column is let go when two things hold:

1. It has been within CALM of arriving for a whole block: then it is not merely rolling through, because what crosses
   so slowly is stopped, even at r = .999, before it has rolled on for more than ARRIVED. (A rule without a memory
   cannot roll; for it, being within EASY once is enough.)
2. From a circle of that size about this minimum the rule, with its memory still empty, stays within half of ARRIVED
   for as many steps as the whole run has: then the minimum holds it, so what came near along the one direction that
   leads into a minimum too sharp for this learning rate, and will leave it again, runs on, and so does a rule whose
   shortest steps lead farther than that.

Nor does what is not a number any more: it stays so.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parameters import Array, Scalar
from simulation.blocks import Blocks, Columns
from simulation.lanes import Schedule
from simulation.protocols import Rule
from simulation.status import ARRIVED, WINDOW, Chart, Flags, diagonal, outside
from work.pieces import Pieces

UNSETTLED, LEFT = -1, -2
"""In place of a minimum: still inside the picture but at no minimum; outside it, or not a number any more."""
CALM = 0.005
"""What has been within this share of ARRIVED for a whole block is at rest."""
EASY = 0.1
"""For a rule without a memory it is enough to be within this share of ARRIVED once."""
BLOCK, EASY_BLOCK = 16, 8
"""Steps between two looks at who has settled."""
FEW = 64
"""Steps at a time of the few columns that try out which minima hold."""
COMPASS = 8
"""Points on the circle about each minimum."""
NOWHERE = -1
"""Near to none of the minima."""


class Basins(NamedTuple):
    """The end of many runs; each array is (B,)."""

    reached: NDArray[np.int8]
    """The index of the minimum in `chart.minima`, UNSETTLED or LEFT."""
    arrival: NDArray[np.int16]
    """The step since which it has been within ARRIVED diagonals of that minimum; `steps` where it reached none."""


def basins(chart: Chart, rule: Rule, starts: Array, rate: Scalar | Schedule, steps: int) -> Pieces[Basins]:
    """Run from `starts` (2, B) for so many steps, and yield the share of the work that is done, from 0 to 1.

    A minimum is reached where the run has been within ARRIVED diagonals of it for a window, as `status_of` says in
    `arrival`. The result is the same as if every column had run to its end. Give the generator up between any two
    pieces by dropping it.

    Raises ValueError for starts that are not (2, B), or fewer than 0 or more than 32,767 steps, and what `race` raises.
    """
    if np.ndim(starts) != 2 or len(starts) != 2:
        raise ValueError(f"starts has shape {np.shape(starts)}; allowed is (2, B), one column for each start")
    if not 0 <= steps <= np.iinfo(np.int16).max:
        raise ValueError(f"steps is {steps}; allowed is 0 to {np.iinfo(np.int16).max}")
    if len(chart.minima) > np.iinfo(np.int8).max:
        raise ValueError(f"the chart has {len(chart.minima)} minima; allowed are up to {np.iinfo(np.int8).max}")
    blocks = Blocks(chart, rule, np.asarray(starts, dtype=np.float64), rate, steps)
    calm, block = (EASY, EASY_BLOCK) if blocks.forgets else (CALM, BLOCK)
    marks = _Marks.of(chart, calm)
    holds = np.zeros(marks.count, dtype=bool)
    if blocks.alike:
        holds = yield from _holding(marks, Blocks(chart, rule, marks.circles(), rate, steps), steps)
    tally = _Tally(marks, blocks.x, once=blocks.forgets)
    running = np.arange(blocks.width)
    for done in range(0, steps, block):
        rows = min(block, steps - done)
        stay: list[Columns] = []
        waiting, later = len(running), 0
        for columns in blocks.pieces(running):
            path = blocks.run(columns, done, rows)
            settled = tally.follow(path, columns, done)
            settled &= np.append(holds, False)[tally.near[columns]]  # NOWHERE finds the last
            stay.append(columns[~settled & np.isfinite(path[-1]).all(axis=0)] if blocks.separable else columns)
            waiting, later = waiting - len(columns), later + len(stay[-1])
            yield 1 - (waiting * (steps - done) + later * (steps - done - rows)) / (blocks.width * steps)
        running = np.concatenate(stay) if stay else running
    stayed = (steps - tally.since >= WINDOW - 1) | (tally.since == 0)
    arrived = (tally.near != NOWHERE) & stayed
    reached = np.where(arrived, tally.near, np.where(outside(chart, blocks.x), LEFT, UNSETTLED))
    return Basins(reached.astype(np.int8), np.where(arrived, tally.since, steps).astype(np.int16))


def grid_of_starts(chart: Chart, resolution: int) -> Array:
    """The centres of resolution × resolution cells of the picture, (2, resolution²), row by row from the lowest y.

    Raises ValueError for a resolution below 1.
    """
    if resolution < 1:
        raise ValueError(f"the resolution is {resolution}; allowed is 1 or more cells along each side")
    along = (np.arange(resolution) + 0.5) / resolution
    (x0, x1), (y0, y1) = chart.domain
    return np.array([np.tile(x0 + (x1 - x0) * along, resolution), np.repeat(y0 + (y1 - y0) * along, resolution)])


def shares(ends: Basins, minima_count: int) -> Array:
    """Percent of the starts that reached each minimum, then of those unsettled, then of those that left."""
    kinds = [*range(minima_count), UNSETTLED, LEFT]
    return np.array([100 * np.count_nonzero(ends.reached == kind) for kind in kinds]) / max(1, len(ends.reached))


@dataclass(frozen=True)
class _Marks:
    """The minima, no two of them so near to each other that a point could be near to both."""

    places: Array
    """(2, minima)."""
    radius: float
    """What is within it is near."""
    calm: float
    """What is within this is calm."""

    @classmethod
    def of(cls, chart: Chart, calm: float) -> "_Marks":
        radius = ARRIVED * diagonal(chart)
        return cls(np.reshape([each.place for each in chart.minima], (-1, 2)).T, radius, calm * radius)

    @property
    def count(self) -> int:
        return self.places.shape[1]

    def near(self, points: Array) -> NDArray[np.int8]:
        """The index of the minimum that each of the points (2, B) is near to, or NOWHERE."""
        found = np.full(points.shape[1], NOWHERE, dtype=np.int8)
        for k in range(self.count):
            np.copyto(found, k, where=_square(points.copy(), self.places[:, [k]]) <= self.radius**2)
        return found

    def circles(self) -> Array:
        """COMPASS points about each minimum, as near to it as what is calm."""
        angles = 2 * np.pi * np.arange(COMPASS) / COMPASS
        circle = self.calm * np.array([np.cos(angles), np.sin(angles)])
        return np.repeat(self.places, COMPASS, axis=1) + np.tile(circle, self.count)


def _holding(marks: _Marks, blocks: Blocks, steps: int) -> Pieces[Flags]:
    """Which minima hold the rule: from every side of a small circle about them it stays near."""
    centres = np.repeat(marks.places, COMPASS, axis=1)
    holds = np.ones(blocks.width, dtype=bool)
    for done in range(0, steps, FEW):
        for columns in blocks.pieces(np.arange(blocks.width)):
            path = blocks.run(columns, done, min(FEW, steps - done))
            holds[columns] &= (_square(path, centres[:, columns]) <= (marks.radius / 2) ** 2).all(axis=0)
            yield 0.0
    return np.all(holds.reshape(-1, COMPASS), axis=1)


class _Tally:
    """Which minimum each column is near to, and since which step."""

    def __init__(self, marks: _Marks, starts: Array, *, once: bool) -> None:
        self._marks = marks
        self._once = once
        """At rest is what is calm at the end of a block, not only what was so for all of it."""
        self.near = marks.near(starts)
        self.since = np.zeros(starts.shape[1], dtype=np.int16)

    def follow(self, path: Array, columns: Columns, done: int) -> Flags:
        """Note where a block has led its columns; gives which of them are at rest."""
        radius = self._marks.radius
        before, now = self.near[columns], self._marks.near(path[-1])
        self.near[columns] = now
        at_rest = np.zeros(len(columns), dtype=bool)
        (there,) = np.nonzero(now != NOWHERE)
        if len(there):
            distance = _square(path[1:].take(there, axis=2), self._marks.places[:, now[there]])
            farthest = distance.max(axis=0)
            at_rest[there] = (distance[-1] if self._once else farthest) <= self._marks.calm**2
            (new,) = np.nonzero(~((farthest <= radius**2) & (before[there] == now[there])))
            away = ~(distance[::-1, new] <= radius**2)
            rows = np.where(away.any(axis=0), np.argmax(away, axis=0), len(away))
            self.since[columns[there[new]]] = done + len(path) - rows
        return at_rest


def _square(points: Array, marks: Array) -> Array:
    """The square of the distance of points (…, 2, B), which are overwritten, from marks (2, B) or (2, 1)."""
    with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
        points -= marks
        points *= points
        return np.add(points[..., 0, :], points[..., 1, :], out=points[..., 0, :])
