"""Where everything stands on a slide. Measured in words first, so that none is cut off."""

from math import isfinite
from typing import NamedTuple

import numpy as np

from figures.loss import ABOVE_LOWEST, LOSS, STEP
from simulation import VERDICT_NAMES, Verdict
from slides.axes import Tick, linear_ticks, loss_ticks, step_ticks, widest
from slides.content import Content
from slides.ink import Box
from slides.letters import Hand, Typeface

WIDTH = 1280
"""All measures are for a slide this wide; a larger one is the same slide, larger."""
EDGE, GAP = 36, 26
TITLE, FORMULA, BODY, SMALL = 36, 24, 20, 18
"""Sizes of type. Nothing is smaller than SMALL: the back row reads it."""
FOOT = 62
"""What the step counter and the bar take."""
LINE = 1.4
"""From one line of words to the next."""
MANY = 6
"""More racers than this get lower rows."""
SWATCH = 46
NARROWEST = 400
"""The loss curves' least width."""


class Column(NamedTuple):
    """One of the board's columns: from `left`, `width` wide; `align` as letters have it."""

    head: str
    left: float
    width: float
    align: float


class Board(NamedTuple):
    """The table of who stands where."""

    box: Box
    row: int
    hand: Hand
    columns: tuple[Column, ...]


class Written(NamedTuple):
    """A line of words and where it begins."""

    words: str
    hand: Hand
    place: tuple[float, float]


class Layout(NamedTuple):
    """Panels without their ticks, and everything that is written once."""

    unit: float
    """Pixels for each pixel of a slide of WIDTH."""
    heading: tuple[Written, ...]
    map: Box
    map_ticks: tuple[list[Tick], list[Tick]]
    curves: Box
    curve_ticks: tuple[list[Tick], list[Tick]]
    curve_titles: tuple[str, str]
    board: Board
    counter: tuple[float, float]
    bar: Box
    small: Hand


def laid_out(content: Content, size: tuple[int, int], face: Typeface) -> Layout:
    """The slide of this content, `size` pixels wide and high. The sentence stands below a map that leaves it room."""
    unit = size[0] / WIDTH
    layout = _around(content, size, face, _heading(content, size[0], unit, face))
    top = layout.map.bottom + (2 * LINE + 1) * layout.small.size
    below = _paragraph(content.sentence, face.at(BODY * unit), (layout.map.left, top), layout.map.width)
    if not below or below[-1].place[1] <= layout.board.box.bottom:
        return layout._replace(heading=(*layout.heading, *below))
    return _around(content, size, face, _heading(content, size[0], unit, face, content.sentence))


def _around(
    content: Content, size: tuple[int, int], face: Typeface, heading: tuple[tuple[Written, ...], int]
) -> Layout:
    """Everything below a heading, given with where it ends."""
    unit = size[0] / WIDTH
    edge, gap = round(EDGE * unit), round(GAP * unit)
    top = heading[1]
    bottom = size[1] - round(FOOT * unit)
    small = face.at(SMALL * unit)
    line = round(LINE * SMALL * unit)

    (x0, x1), (y0, y1) = content.surface.domain
    y_ticks = linear_ticks(y0, y1, 6)
    left = edge + round(widest(y_ticks, small.width) + 0.5 * SMALL * unit)
    board = _board(content, unit, face)
    needed = max(board.box.width, round(NARROWEST * unit))
    room = (size[0] - edge - needed - gap - left, bottom - top - 2 * line - gap // 2)
    across = min(room[0], round(room[1] * (x1 - x0) / (y1 - y0)))
    ground = Box(left, top, across, round(across * (y1 - y0) / (x1 - x0)))

    board_top = bottom - board.box.height
    beside = ground.right + gap
    loss = loss_ticks(content.scale, 6)
    step_title = STEP[content.language]  # left of the steps' ticks, below the losses' words
    curve_left = beside + round(max(widest(loss, small.width), small.width(step_title)) + 0.8 * SMALL * unit)
    curve_top = top + line
    curves = Box(curve_left, curve_top, size[0] - edge - curve_left, board_top - gap - line - curve_top)
    return Layout(
        unit=unit,
        heading=heading[0],
        map=ground,
        map_ticks=(linear_ticks(x0, x1, 6), y_ticks),
        curves=curves,
        curve_ticks=(
            step_ticks(content.steps, 6),
            loss_ticks(content.scale, max(2, round(curves.height / (2 * line)))),
        ),
        curve_titles=(step_title, (ABOVE_LOWEST if content.scale.logarithmic else LOSS)[content.language]),
        board=_stretched(board, beside, board_top, size[0] - edge - beside),
        counter=(edge, size[1] - round(26 * unit)),
        bar=Box(
            edge + round(250 * unit),
            size[1] - round(38 * unit),
            size[0] - 2 * edge - round(250 * unit),
            round(10 * unit),
        ),
        small=small,
    )


def _heading(
    content: Content, width: int, unit: float, face: Typeface, sentence: str = ""
) -> tuple[tuple[Written, ...], int]:
    """Title, formula and sentence, and where what stands below them begins."""
    edge, room = EDGE * unit, width - 2 * EDGE * unit
    title = fitting(content.title, TITLE * unit, room, face, bold=True)
    y = edge * 0.6 + title.size
    written = [Written(content.title, title, (edge, y))]
    beside = title.width(content.title) + FORMULA * unit
    formula = face.at(FORMULA * unit)
    if content.formula and beside + formula.width(content.formula) <= room:
        written.append(Written(content.formula, formula, (edge + beside, y)))
    elif content.formula:
        small = fitting(content.formula, BODY * unit, room, face)
        if small.size >= SMALL * unit:
            y += LINE * small.size
            written.append(Written(content.formula, small, (edge, y)))
    written += _paragraph(sentence, face.at(BODY * unit), (edge, y + 0.1 * title.size), room)
    return tuple(written), round(written[-1].place[1] + GAP * unit)


def _paragraph(words: str, hand: Hand, place: tuple[float, float], width: float) -> list[Written]:
    """Words in lines below a place."""
    lines = enumerate(hand.lines(words, width), 1)
    return [Written(line, hand, (place[0], place[1] + i * LINE * hand.size)) for i, line in lines]


def fitting(words: str, size: float, room: float, face: Typeface, *, bold: bool = False) -> Hand:
    """Type of this size, or as much smaller as it takes, down to the half."""
    hand = face.at(size, bold=bold)
    return face.at(max(size / 2, size * min(1.0, room / max(hand.width(words), 1))), bold=bold)


def _board(content: Content, unit: float, face: Typeface) -> Board:
    """As wide as its widest words, which may come at any step."""
    many = len(content.racers) > MANY
    hand = face.at((SMALL if many else BODY) * unit)
    row = round((1.42 if many else 1.55) * hand.size)
    words, language = content.words, content.language
    verdicts = [VERDICT_NAMES[Verdict(each)][language] for each in np.unique(content.standing.verdict)]
    said = [
        (words.racer, [each.name for each in content.racers], SWATCH * unit, 0.0),
        (words.rate, [each.rate for each in content.racers], 0.0, 1.0),
        (words.loss, [_longest_number(content)], 0.0, 1.0),
        (words.standing, verdicts, 0.0, 0.0),
    ]
    columns: list[Column] = []
    left, apart = 0.0, hand.size
    for head, cells, before, align in said:
        width = max([hand.width(head), *(before + hand.width(cell) for cell in cells)])
        columns.append(Column(head, left, width, align))
        left += width + apart
    return Board(Box(0, 0, round(left - apart), row * (len(content.racers) + 1)), row, hand, tuple(columns))


def _stretched(board: Board, left: int, top: int, width: int) -> Board:
    """Put where it belongs, its columns apart as far as there is room."""
    spare = (width - board.box.width) / (len(board.columns) - 1)
    columns = tuple(each._replace(left=left + each.left + i * spare) for i, each in enumerate(board.columns))
    return board._replace(box=Box(left, top, width, board.box.height), columns=columns)


def _longest_number(content: Content) -> str:
    """As wide as any loss of this run."""
    loss = content.run.loss
    sizes = np.abs(loss[np.isfinite(loss) & (loss != 0)])
    three = bool(sizes.size) and (float(sizes.max()) >= 1e100 or float(sizes.min()) < 1e-99)
    sign = "−" if isfinite(low := float(loss.min(initial=0.0))) and low < 0 else ""
    return f"{sign}8.88×10⁻{'¹⁸⁸' if three else '⁸⁸'}"
