"""Everything that a training race shows, worked out once for every viewer: every optimizer with every learning rate."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from networks import Data
from parameters import Array
from simulation import Entrant, Plane, Training, best_of, learning, plane_of, train
from stage.message import Codes, Deflated, deflated
from ui.common.lesson import RATES, Box, Lesson, TrainingInputs, box_of, classifies, lesson_of
from work.pieces import Pieces, quiet, stretch
from work.shared import SharedWork

MOMENTS = 41
"""So often the network is looked at during its training, at most."""
CELLS, FINER = 24, 2
"""Along each side of a picture of what a network answers: where it is asked, and how much finer the picture is. Between
two places what goes into the softmax is nearly straight, so a finer picture is as good as a finer grid."""
LEVELS = 8
"""Of sureness."""
GROUND_CELLS, GROUND_FINER = 24, 4
"""The same of the picture of the loss on the plane of the paths."""
GROUND_LEVELS = 12
NEARBY = 144
"""So many networks are asked for their loss at a time."""
POINTS = 48
"""Of a fitted curve."""

Floats = NDArray[np.float32]


class Slice(NamedTuple):
    """The plane of one row's paths, and the loss on it."""

    plane: Plane
    paths: Floats
    """(moments, K, 2), coordinates on the plane."""
    ground: Codes
    """(cells, cells), from the lowest loss to the highest in even steps of its logarithm."""
    held: tuple[float, ...]
    """(K,), how much of each path's squared distances from the start lies in the plane; nan where it was not asked."""


class Pictures(NamedTuple):
    """What the networks of one optimizer answer, cell by cell: class × LEVELS + sureness."""

    common: Deflated
    """(R, moments, cells, cells), with every rate."""
    tuned: Deflated
    """(1, moments, cells, cells), with its best."""


@dataclass(frozen=True, eq=False)
class Answer:
    """A training race of K optimizers with R learning rates. It equals itself alone."""

    inputs: TrainingInputs
    data: Data
    weights: int
    loss: Array
    """(R, steps + 1, K)."""
    right: Array
    """(R, steps + 1, K)."""
    slope: Array
    """(R, steps + 1, K)."""
    words: NDArray[np.uint8]
    """(R, steps + 1, K), a `Learning`."""
    best: tuple[int, ...]
    """(K,), at which of the rates each one's last loss is the lowest."""
    box: Box
    """The ends of the pictures of what the networks answer, along each input."""
    pictures: tuple[Pictures, ...] | None
    """Of every optimizer; None where there are no classes."""
    curves: Floats | None
    """(K, R, moments, points), the fitted curves where there are no classes."""
    common: tuple[Slice, ...]
    """(R,), of all with the same rate."""
    tuned: Slice
    """Of each with its own best."""


def compute(inputs: TrainingInputs) -> Pieces[Answer]:
    """The training race, in pieces."""
    lesson, start = lesson_of(inputs)
    entrants = [Entrant(rule, RATES) for rule in inputs.rules]
    learned = yield from stretch(train(lesson, entrants, start, inputs.steps, MOMENTS), 0.0, 0.7)
    box = box_of(lesson.data)
    drawn = yield from stretch(_drawn(lesson, learned, box), 0.7, 0.85)
    count = len(RATES)
    best = tuple(best_of(learned, lane) - lane.start for lane in learned.lanes)
    rows = [[lane.start + row for lane in learned.lanes] for row in range(count)]
    rows.append([lane.start + row for lane, row in zip(learned.lanes, best, strict=True)])
    *common, tuned = yield from stretch(_slices(lesson, learned, rows), 0.85, 0.95)
    pictures = (yield from stretch(_packed(drawn, best), 0.95, 1.0)) if classifies(lesson.data) else None
    return Answer(
        inputs=inputs,
        data=lesson.data,
        weights=len(start),
        loss=_by_rate(learned.loss),
        right=_by_rate(learned.score),
        slope=_by_rate(learned.slope),
        words=_by_rate(learning(learned.loss)),
        best=best,
        box=box,
        pictures=pictures,
        curves=None if classifies(lesson.data) else drawn,
        common=tuple(common),
        tuned=tuned,
    )


TRAININGS = SharedWork(compute, 12_000_000)
"""One for the process: 1 MB an answer, 4 MB at most."""


def _by_rate(values: NDArray[Any]) -> NDArray[Any]:
    """(steps + 1, K·R) → (R, steps + 1, K)."""
    return np.ascontiguousarray(values.reshape(len(values), -1, len(RATES)).transpose(2, 0, 1))


def _drawn(lesson: Lesson, learned: Training, box: Box) -> Pieces[NDArray[Any]]:
    """What the networks answer at every moment: (K, R, moments, …) codes of cells, or values of curves."""
    net, count = lesson.net, len(learned.moments)
    places = _middles(box) if classifies(lesson.data) else np.linspace(*box[0], POINTS)[:, None]
    asked: Any = places.astype(np.float32)  # half the digits are enough to draw
    drawn = []
    theta: Any
    for at, theta in enumerate(learned.snapshots):
        with np.errstate(all="ignore"):  # what has diverged answers nonsense
            answers = net.logits(theta, asked)
            drawn.append(_codes(answers) if classifies(lesson.data) else answers[:, :, 0].astype(np.float32))
        yield at / count
    along = np.stack(drawn, axis=1)
    return along.reshape(len(learned.lanes), len(RATES), *along.shape[1:])


def _packed(codes: Codes, best: tuple[int, ...]) -> Pieces[tuple[Pictures, ...]]:
    """Those of every optimizer, with every rate and with its best one."""
    packed: list[Pictures] = []
    for every, row in zip(codes, best, strict=True):
        packed.append(Pictures(deflated(every), deflated(every[row : row + 1])))
        yield len(packed) / len(best)
    return tuple(packed)


def _middles(box: Box) -> Array:
    """The middles of the cells, row by row from the lowest second input."""
    across, up = (low + (high - low) * (np.arange(CELLS) + 0.5) / CELLS for low, high in box)
    return np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)


def _codes(logits: Array) -> Codes:
    """Logits (B, cells², classes) as class × LEVELS + sureness, in finer cells (B, height, width)."""
    classes = logits.shape[-1]
    fine = _finer(np.moveaxis(logits, -1, 1).reshape(-1, classes, CELLS, CELLS), FINER)
    surest = fine.argmax(axis=1)
    share = 1 / np.exp(fine - fine.max(axis=1, keepdims=True)).sum(axis=1)  # the softmax of the surest
    sure = (share * classes - 1) / (classes - 1)  # 0 where it does not know, 1 where it is sure
    level = np.clip(np.nan_to_num(sure) * LEVELS, 0, LEVELS - 1).astype(np.uint8)
    return (surest * LEVELS + level).astype(np.uint8)


def _slices(lesson: Lesson, learned: Training, rows: list[list[int]]) -> Pieces[list[Slice]]:
    """The plane of each row's columns, and the loss there."""
    slices: list[Slice] = []
    for at, columns in enumerate(rows):
        work = quiet(_slice(lesson, learned, columns))
        slices.append((yield from stretch(work, at / len(rows), (at + 1) / len(rows))))
    return slices


def _slice(lesson: Lesson, learned: Training, columns: list[int]) -> Pieces[Slice]:
    """The plane of those among these columns that do not diverge; the others are only seen where they cross it."""
    paths = learned.snapshots[:, :, columns].transpose(2, 0, 1)
    loss = learned.loss[:, columns]
    good = np.isfinite(loss).all(axis=0) & np.isfinite(paths).all(axis=(1, 2)) & (loss[-1] <= loss[0])
    plane = plane_of(paths[good] if good.any() else np.repeat(paths[:1, :1], 2, axis=1))
    held = np.full(len(columns), np.nan)
    held[good] = plane.held[: good.sum()]
    yield 0.2
    heights = yield from stretch(_losses(lesson, plane.lifted(plane.grid(GROUND_CELLS))), 0.2, 1.0)
    along = plane.projected(paths).transpose(1, 0, 2).astype(np.float32)
    return Slice(plane, along, _ground(heights.reshape(GROUND_CELLS, GROUND_CELLS)), tuple(held.tolist()))


def _losses(lesson: Lesson, points: Array) -> Pieces[Array]:
    """The loss at many points (P, N), some at a time: what is small enough stays near the processor (2×)."""
    losses: list[Array] = []
    parts = np.array_split(points, -(-points.shape[1] // NEARBY), axis=1)
    for part in parts:
        losses.append(lesson.net.loss(part, lesson.data.X, lesson.data.y))
        yield len(losses) / len(parts)
    return np.concatenate(losses)


def _ground(heights: Array) -> Codes:
    """The loss on the plane in even steps of its logarithm, in finer cells than it was computed in."""
    logs = np.log10(np.maximum(heights, np.finfo(float).tiny))
    known = logs[np.isfinite(logs)]
    low, high = (known.min(), known.max()) if known.size else (0.0, 1.0)
    logs = np.where(np.isfinite(logs), logs, high)
    logs = _finer(logs, GROUND_FINER)
    level = (logs - low) / max(high - low, 1e-9) * GROUND_LEVELS
    return np.clip(level, 0, GROUND_LEVELS - 1).astype(np.uint8)


def _finer(cells: Array, times: int) -> Array:
    """Values (…, N, N) of the middles of cells, straight between them, for so many times finer cells."""
    count = cells.shape[-1]
    at = (np.arange(count * times) + 0.5) / times - 0.5
    shares = np.maximum(1 - np.abs(np.clip(at, 0, count - 1)[:, None] - np.arange(count)), 0).astype(cells.dtype)
    return np.asarray(shares @ cells @ shares.T)
