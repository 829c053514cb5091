"""Where everything stands on a slide of several pictures. Measured in words first, so that none is cut off."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor
from typing import Any, NamedTuple

import numpy as np

from export.axis import Axis, axis_of, figure_at
from export.slides.axes import Tick, across, linear_ticks, widest
from export.slides.board import SMALL
from export.slides.captions import Letters, Words, captioned
from export.slides.grid_board import GridBoard, grid_board
from export.slides.grid_content import GridContent
from export.slides.ink import Box
from export.slides.layout import COUNTER, EDGE, FOOT, GAP, LINE, WIDTH, Written, titled
from export.slides.letters import Hand, Place, Typeface
from numerals import power_of_ten, score
from parameters import Array
from stage.figure_grid import Row, Subplot

BESIDE = 18
"""Between pictures abreast, on a slide of WIDTH."""
TALL = 12
"""The height of a row that says none, in heights of type."""
LOWEST = 40
"""A picture is never lower than this."""


class Scale(NamedTuple):
    """How the values of an axis become pixels from its beginning."""

    low: float
    high: float
    length: int
    logarithmic: bool
    upwards: bool

    def pixels(self, values: Array) -> Array:
        """On a logarithmic axis 0 stands at the very edge below."""
        with np.errstate(all="ignore"):
            scaled = np.where(values == 0, self.low, np.log10(values)) if self.logarithmic else values
        found = across(scaled, self.low, self.high, self.length)
        return self.length - found if self.upwards else found


class Panel(NamedTuple):
    """One picture of the slide."""

    subplot: Subplot
    figure: Mapping[str, Any]
    axes: tuple[Axis, Axis]
    ticks: tuple[list[Tick], list[Tick]]
    scales: tuple[Scale, Scale]
    box: Box
    words: Words

    def laid(self, points: Array) -> Array:
        """Points (N, 2) in pixels of this panel."""
        return np.column_stack([scale.pixels(points[:, i]) for i, scale in enumerate(self.scales)])

    def on_slide(self, points: Sequence[Sequence[float]]) -> list[Place]:
        """Points in pixels of the slide."""
        laid = self.laid(np.array(points, dtype=np.float64)).tolist()
        return [(self.box.left + x, self.box.top + y) for x, y in laid]


class GridLayout(NamedTuple):
    """Everything that is written once, and the panels."""

    unit: float
    heading: tuple[Written, ...]
    readout: tuple[float, float] | None
    """Where its first line stands; None where there is no room for it."""
    panels: tuple[Panel, ...]
    board: GridBoard | None
    counter: tuple[float, float]
    bar: Box
    small: Hand


class _Measured(NamedTuple):
    """One picture before it is known how high it is."""

    subplot: Subplot
    figure: Mapping[str, Any]
    axes: tuple[Axis, Axis]
    left: int
    width: int
    words: Words
    """From the top of the slide."""
    caption: float
    """How high the words above it are,"""
    below: float
    """and those below."""


def grid_laid_out(content: GridContent, size: tuple[int, int], face: Typeface) -> GridLayout:
    """The slide of this content, `size` pixels wide and high."""
    unit, grid = size[0] / WIDTH, content.grid
    edge, small = round(EDGE * unit), face.at(SMALL * unit)
    heading = titled(content.caption.title, content.caption.sentence, size[0], unit, face)
    top, readout = heading[-1].place[1] + 0.7 * SMALL * unit, None
    rows = {row for row, _ in content.moments}
    lines = max(len(readout_lines(content, row, small, size[0] - 2 * edge)) for row in rows)
    if lines and len(grid.rows) == 1:
        readout = (edge, top + LINE * small.size)
        top += lines * LINE * small.size
    bottom = float(size[1] - round((FOOT if len(content.moments) > 1 else 0.6 * EDGE) * unit))
    board = grid_board(content, unit, face) if grid.board else None
    if board:
        bottom -= board.height
        board = board.put(edge, round(bottom), size[0] - 2 * edge)
        bottom -= 0.6 * SMALL * unit
    room = Box(edge, round(top + 0.4 * SMALL * unit), size[0] - 2 * edge, round(bottom - top - 0.4 * SMALL * unit))
    bar = round(edge + COUNTER * unit)
    return GridLayout(
        unit=unit,
        heading=heading,
        readout=readout,
        panels=tuple(_panels(content, room, Letters(unit, face))),
        board=board,
        counter=(edge, size[1] - round(26 * unit)),
        bar=Box(bar, size[1] - round(38 * unit), size[0] - edge - bar, round(10 * unit)),
        small=small,
    )


def readout_lines(content: GridContent, row: int, hand: Hand, width: float) -> list[str]:
    """What is said of a row of the arrays."""
    said = content.grid.readout
    return hand.lines(said[row if len(said) > 1 else 0], width)


def _panels(content: GridContent, room: Box, letters: Letters) -> Iterator[Panel]:
    """The pictures, row by row."""
    unit, rows = letters.unit, content.grid.rows
    measured = [[*_abreast(content, row, room, letters)] for row in rows]
    around = [max(each.caption + each.below for each in row) + GAP * unit / 2 for row in measured]
    tall = [0.0 if row.share else (row.tall or TALL) * letters.small.size for row in rows]
    left = room.height - sum(around) - sum(tall)
    shared = sum(row.share or 0.0 for row in rows) or 1.0
    top = float(room.top)
    for pictures, own, row, fixed in zip(measured, around, rows, tall, strict=True):
        height = max(LOWEST * unit, row.share / shared * left) if row.share else fixed
        caption = max(each.caption for each in pictures)
        for each in pictures:
            yield _placed(each, top + caption, round(height), letters.small)
        top += height + own


def _abreast(content: GridContent, row: Row, room: Box, letters: Letters) -> Iterator[_Measured]:
    """The pictures of a row, each as wide as its weight says; of several in one place the first."""
    subplots = {subplot.key: subplot for subplot in content.grid.subplots}
    shown = [subplots[place if isinstance(place, str) else place[0]] for place in row.subplots]
    gap = round(BESIDE * letters.unit)
    share = (room.width - (len(shown) - 1) * gap) / sum(each.weight for each in shown)
    left = float(room.left)
    for each in shown:
        yield _measured(content, each, (round(left), floor(share * each.weight)), letters)
        left += share * each.weight + gap


def _measured(content: GridContent, subplot: Subplot, span: tuple[int, int], letters: Letters) -> _Measured:
    """The words above a picture in as many lines as they need, and how much room its axes take."""
    figure, size = figure_at(subplot.figure, content.theme), letters.small.size
    row, _ = content.moments[content.shown]
    y_ends = subplot.y if subplot.y_of_rows is None else tuple(subplot.y_of_rows[row])
    axes = axis_of(figure["layout"], "xaxis", subplot.x), axis_of(figure["layout"], "yaxis", y_ends)
    words = captioned(content, subplot, *span, letters)
    below = (1.4 * size if axes[0].labelled else 0) + (1.15 * size if axes[0].title else 0)
    caption = words.height + bool(axes[1].title) * letters.line + 0.3 * size
    return _Measured(subplot, figure, axes, *span, words, caption, below)


def _placed(each: _Measured, top: float, height: int, small: Hand) -> Panel:
    """A picture in its place; in true proportions where its figure asks for that."""
    x_axis, y_axis = each.axes
    (x0, x1), (y0, y1) = (axis.ends or (0.0, 1.0) for axis in each.axes)
    y_ticks = ticks_of(y_axis, max(3, min(y_axis.about, round(height / (1.5 * small.size)))))
    before = round(widest(y_ticks, small.width) + 0.6 * small.size) if y_axis.labelled else 0
    after = round(0.5 * small.width(_last(x_axis))) if x_axis.labelled else 0
    box = Box(each.left + before, round(top), each.width - before - after, height)
    if each.figure["layout"]["yaxis"].get("scaleanchor"):
        box = _true(box, (x1 - x0) / (y1 - y0))
    about = max(2, min(x_axis.about, floor(box.width / (3.2 * small.size))))
    return Panel(
        subplot=each.subplot,
        figure=each.figure,
        axes=each.axes,
        ticks=(_spaced(ticks_of(x_axis, about), box.width, small), y_ticks),
        scales=(
            Scale(x0, x1, box.width, x_axis.logarithmic, upwards=False),
            Scale(y0, y1, box.height, y_axis.logarithmic, upwards=True),
        ),
        box=box,
        words=each.words.lowered(top - each.caption),
    )


def _last(axis: Axis) -> str:
    """The words at the end of an axis, of which half stands beyond it."""
    return axis.named[-1].words if axis.named else "00"


def _true(box: Box, proportion: float) -> Box:
    """As large as it can be inside a box, in its proportion."""
    width, height = min(box.width, round(box.height * proportion)), min(box.height, round(box.width / proportion))
    return Box(box.left, box.top, width, height)


def ticks_of(axis: Axis, about: int) -> list[Tick]:
    """Where an axis has ticks: at its names, at powers of ten, or at round numbers."""
    low, high = axis.ends or (0.0, 1.0)
    if not axis.labelled:
        return []
    if axis.named is not None:
        shares = [((each.at - low) / (high - low), each.words) for each in axis.named]
        return [Tick(share, words) for share, words in shares if -1e-9 <= share <= 1 + 1e-9]
    if not axis.logarithmic:
        return linear_ticks(low, high, about)
    powers = range(ceil(low - 1e-9), floor(high + 1e-9) + 1)
    if len(powers) < 2:
        return [Tick(each.share, score(10 ** (low + each.share * (high - low)))) for each in linear_ticks(low, high, 3)]
    apart = max(axis.every or 1, ceil(len(powers) / about))
    return [Tick((each - low) / (high - low), power_of_ten(each)) for each in powers if each % apart == 0]


def _spaced(ticks: list[Tick], width: int, hand: Hand) -> list[Tick]:
    """As many of them as have room side by side, evenly left out."""
    wide = widest(ticks, hand.width) + 0.5 * hand.size
    room = max(1, floor(width / wide)) if ticks else 1
    return ticks[:: max(1, ceil(len(ticks) / room))]
