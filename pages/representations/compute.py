"""What every hidden layer makes of the plane while the network learns, worked out once for every viewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from networks import Data, PrincipalPlane, Separators, best_line, found_separators, principal_planes, steadied
from parameters import Array
from simulation import Entrant, best_of, train
from ui.common.lesson import RATES, Box, Lesson, TrainingInputs, box_of, lesson_of
from work.pieces import Pieces, stretch
from work.shared import SharedWork

MOMENTS = 25
"""So often the layers are looked at during the training, at most."""
LINES, ALONG = 8, 31
"""Of the grid in each direction, and the points of each: enough for a line to be seen bent."""
FAN = 24
"""So many straight lines on the plane that is seen are among those that are tried."""
FILLED = 0.8
"""How far the farthest sample is from the middle, where the edge is 1: the input plane's whole grid is in sight."""
DIGITS = 2.0**11
"""A picture of so many units is as fine as any that is seen, and travels in half the bytes."""
REACH = 4.0
"""From the middle of a straight line to its ends, beyond the picture."""

Floats = NDArray[np.float32]


class RepresentationInputs(NamedTuple):
    """Everything that the pictures depend on."""

    training: TrainingInputs
    rate: float | None
    """Of all; None where each has its best of `RATES`."""


class Seen(NamedTuple):
    """What one optimizer's network makes of the plane: its input and hidden layers in order, at M moments.

    Places are those of pictures from −1 to 1, each as large as the samples need at that moment.
    """

    samples: Floats
    """(layers, M, samples, 2)"""
    grid: Floats
    """(layers, M, points, 2), with nan between two lines."""
    line: Floats
    """(layers, M, 2, 2), two points of the straight line: of the last layer the network's own, of the others the best
    that was found; where it crosses the plane."""
    held: Array
    """(layers, M), the share of the variance that the plane holds."""
    parted: Array
    """(layers, M), the largest share of the samples that a straight line was found to part rightly."""


@dataclass(frozen=True, eq=False)
class Answer:
    """The trainings of K optimizers. It equals itself alone."""

    data: Data
    rates: tuple[float, ...]
    """(K,), the learning rates."""
    loss: Array
    """(steps + 1, K)"""
    right: Array
    """(steps + 1, K), the share of the samples that each network answers rightly."""
    moments: NDArray[np.int64]
    """(M,), the steps at which the layers were looked at."""
    most_in_the_plane: float
    """The largest share of the samples that any straight line in the input plane parts rightly."""
    seen: tuple[Seen, ...]
    """(K,)"""


def compute(inputs: RepresentationInputs) -> Pieces[Answer]:
    """The trainings and what is seen of them, in pieces."""
    lesson, start = lesson_of(inputs.training)
    rates = RATES if inputs.rate is None else np.array([inputs.rate])
    entrants = [Entrant(rule, rates) for rule in inputs.training.rules]
    learned = yield from stretch(train(lesson, entrants, start, inputs.training.steps, MOMENTS), 0.0, 0.6)
    inputs_line = yield from stretch(best_line(lesson.data.X, lesson.data.labels), 0.6, 0.8)
    best = [best_of(learned, lane) for lane in learned.lanes]
    seen: list[Seen] = []
    for at, column in enumerate(best):
        theta = learned.snapshots[:, :, column].T.astype(np.float64)
        work = seen_of(lesson, theta, inputs_line)
        seen.append((yield from stretch(work, 0.8 + 0.2 * at / len(best), 0.8 + 0.2 * (at + 1) / len(best))))
    return Answer(
        data=lesson.data,
        rates=tuple(float(rates[column - lane.start]) for column, lane in zip(best, learned.lanes, strict=True)),
        loss=learned.loss[:, best],
        right=learned.score[:, best],
        moments=learned.moments,
        most_in_the_plane=float(inputs_line.right[0]),
        seen=tuple(seen),
    )


REPRESENTATIONS = SharedWork(compute, 6_500_000)
"""One for the process: 2 MB an answer, 6 MB at most."""


def seen_of(lesson: Lesson, theta: Array, inputs_line: Separators) -> Pieces[Seen]:
    """What the networks with the parameters theta (P, M) make of the plane, whose best line is known. In pieces."""
    moments = theta.shape[1]
    grid = grid_over(box_of(lesson.data))
    values, lines = (_through(lesson, theta, each) for each in (lesson.data.X, grid))
    out = lesson.net.weights(theta)[-1]
    own = Separators(out.W[:, 1] - out.W[:, 0], out.b[:, 1] - out.b[:, 0], np.full(moments, np.nan))
    best = Separators(*(np.repeat(each, moments, axis=0) for each in inputs_line))
    layers = []
    for at, (each, along) in enumerate(zip(values, lines, strict=True)):
        yield at / len(values)
        ends, begins = at == len(values) - 1, at == 0
        layers.append(_layer(lesson.data, each, along, own if ends else None, best if begins else None))
    samples, bent, line, held, parted = (np.stack(each) for each in zip(*layers, strict=True))
    return Seen(_coarse(samples), _coarse(bent), _coarse(line), held, parted)


def grid_over(box: Box) -> Array:
    """The points of the grid's lines (points, 2), first those up and then those across, with nan between two."""
    across, up = (np.linspace(low, high, LINES) for low, high in box)
    along, rising = (np.linspace(low, high, ALONG) for low, high in box)
    lines = [np.column_stack([np.full(ALONG, x), rising]) for x in across]
    lines += [np.column_stack([along, np.full(ALONG, y)]) for y in up]
    return np.concatenate([np.concatenate([line, np.full((1, 2), np.nan)]) for line in lines])


def _through(lesson: Lesson, theta: Array, places: Array) -> list[Array]:
    """What the input and every hidden layer make of places (N, 2), (M, N, width) each."""
    with np.errstate(all="ignore"):  # what has diverged is no number
        hidden = lesson.net.activations(theta, places)
    return [np.repeat(places[None], theta.shape[1], axis=0), *(each.swapaxes(1, 2) for each in hidden)]


def _layer(
    data: Data, values: Array, grid: Array, own: Separators | None, best: Separators | None
) -> tuple[Array, Array, Array, Array, Array]:
    """Of one layer: samples, grid and line in the picture, the share that the plane holds, the share that is parted.

    own   the network's own straight line, of the last layer
    best  the best there is, where that is known
    """
    planes = principal_planes(values)
    if values.shape[2] > 2:
        planes = steadied(planes, values, data.X)
    found = best or found_separators(values, data.labels, [*_fan(planes), *([own.normal] if own else [])])
    samples = planes.placed(values)
    farthest = np.sqrt(np.square(samples).sum(axis=2)).max(axis=1)
    scale = FILLED / np.where(farthest > 0, farthest, 1.0)
    size = scale[:, None, None]
    return size * samples, size * planes.placed(grid), traces(planes, own or found, scale), planes.held, found.right


def _fan(planes: PrincipalPlane) -> Array:
    """Directions (FAN, M, w) all around in the planes."""
    angles = np.pi * np.arange(FAN) / FAN
    return np.einsum("mwd,df->fmw", planes.directions, np.stack([np.cos(angles), np.sin(angles)]))


def traces(planes: PrincipalPlane, separators: Separators, scale: Array) -> Array:
    """Two points (M, 2, 2) of the straight line along which each separator cuts the plane, in the picture.

    On the plane, h = h̄ + D c and n · h + b = 0 is (Dᵀn) · c + (n · h̄ + b) = 0. nan where it passes far from the middle.
    """
    normal = np.einsum("mwd,mw->md", planes.directions, separators.normal)
    offset = scale * (np.einsum("mw,mw->m", planes.middle, separators.normal) + separators.offset)
    length = np.sqrt(np.square(normal).sum(axis=1))
    with np.errstate(all="ignore"):
        upright = normal / length[:, None]
        foot = -(offset / length)[:, None] * upright
    foot[~(np.abs(offset) < REACH / 2 * length)] = np.nan
    along = REACH * np.stack([upright[:, 1], -upright[:, 0]], axis=1)  # class 1 is on its left
    return np.stack([foot - along, foot + along], axis=1)


def _coarse(places: Array) -> Floats:
    """As fine as is seen."""
    with np.errstate(all="ignore"):  # of the grid, what is far outside the picture
        return (np.round(places * DIGITS) / DIGITS).astype(np.float32)


def shares_at(moments: Sequence[int] | NDArray[np.int64], shares: Array, steps: int) -> Array:
    """Of shares (layers, M): those of the last moment that was looked at up to every step, (layers, steps + 1)."""
    at = np.searchsorted(moments, np.arange(steps + 1), side="right") - 1
    return np.asarray(shares[:, at])
