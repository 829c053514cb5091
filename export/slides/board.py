"""The table of who stands where: how wide its columns have to be, and where they stand."""

from math import isfinite
from typing import NamedTuple

import numpy as np

from export.slides.content import Content
from export.slides.ink import Box
from export.slides.letters import Hand, Typeface
from simulation import VERDICT_NAMES, Verdict

MANY = 6
"""More racers than this get lower rows."""
BODY, SMALL = 20, 18
"""Sizes of type, on a slide of 1280. Nothing is smaller than SMALL: the back row reads it."""
SWATCH = 46
"""Before a name, for a piece of its line."""


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


def measured(content: Content, unit: float, face: Typeface) -> Board:
    """As wide as its widest words, which may come at any step."""
    many = len(content.racers) > MANY
    hand = face.at((SMALL if many else BODY) * unit)
    row = round((1.42 if many else 1.55) * hand.size)
    words, language = content.words, content.language
    verdicts = [VERDICT_NAMES[Verdict(each)][language] for each in np.unique(content.status.verdict)]
    said = [
        (words.racer, [each.name for each in content.racers], SWATCH * unit, 0.0),
        (words.rate, [each.rate for each in content.racers], 0.0, 1.0),
        (words.loss, [_longest_number(content)], 0.0, 1.0),
        (words.status, verdicts, 0.0, 0.0),
    ]
    columns: list[Column] = []
    left, apart = 0.0, hand.size
    for head, cells, before, align in said:
        width = max([hand.width(head), *(before + hand.width(cell) for cell in cells)])
        columns.append(Column(head, left, width, align))
        left += width + apart
    return Board(Box(0, 0, round(left - apart), row * (len(content.racers) + 1)), row, hand, tuple(columns))


def stretched(board: Board, left: int, top: int, width: int) -> Board:
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
