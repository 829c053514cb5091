"""The table under several pictures: how wide its columns have to be, and what stands in them."""

from typing import NamedTuple

import numpy as np

from export.slides.board import SMALL, SWATCH, Column
from export.slides.grid_content import GridContent
from export.slides.letters import Hand, Typeface
from numerals import numeral, score
from parameters import Array
from stage.figure_grid import Board, Entry
from stage.matrix import DIGITS, spread_words, strength

ROW = 1.42
"""The height of a row, in heights of type."""


class GridBoard(NamedTuple):
    """The table, its columns from left to right: names, what is fixed, numbers, and a saying where there is one."""

    board: Board
    entries: tuple[tuple[int, Entry], ...]
    """Those that are shown, each with its number in the arrays."""
    columns: tuple[Column, ...]
    hand: Hand
    left: int = 0
    top: int = 0
    width: int = 0

    @property
    def row(self) -> int:
        return round(ROW * self.hand.size)

    @property
    def height(self) -> int:
        return self.row * (len(self.entries) + 1)

    def put(self, left: int, top: int, width: int) -> "GridBoard":
        """In its place, its columns apart as far as there is room."""
        used = self.columns[-1].left + self.columns[-1].width
        spare = (width - used) / max(1, len(self.columns) - 1)
        columns = [each._replace(left=left + each.left + i * spare) for i, each in enumerate(self.columns)]
        return self._replace(left=left, top=top, width=width, columns=tuple(columns))

    def cells(self, entry: int, row: int, step: int) -> list[str]:
        """What stands in the columns behind the name, at a row of the arrays and a step."""
        board = self.board
        values = _at(board.values, row, step)[entry].tolist()
        said = [number(value) for value in values]
        if board.matrix:
            ends = _at(board.matrix.spread, row, step)[entry].tolist()
            said = [f"{short(value)} {spread_words(value, *each)}" for value, each in zip(values, ends, strict=True)]
            marked = board.matrix.marked
            if entry == marked.entry:
                said[marked.column] = f"★ {said[marked.column]}"
        if board.verdicts is not None:
            said.append(board.sayings[int(_at(board.verdicts, row, step)[entry])])
        return [*board.entries[entry].fixed, *said]

    def shades(self, entry: int, row: int, step: int) -> list[tuple[str, float]]:
        """In which style's colour the numbers of a matrix stand, and how much of it; nothing on other boards."""
        matrix = self.board.matrix
        if matrix is None:
            return []
        values = _at(self.board.values, row, step)[entry].tolist()
        return [(matrix.more if value > 1 else matrix.less, strength(value, matrix.powers)) for value in values]


def short(value: float) -> str:
    """As on a matrix of the stage."""
    return numeral(round(value)) if 100 <= value < 1e5 else numeral(value, DIGITS, nothing=0)


def number(value: float) -> str:
    """As on the board of the stage."""
    return numeral(value) if np.isnan(value) else score(value)


def _at(array: Array, row: int, step: int) -> Array:
    values: Array = array[row if len(array) > 1 else 0]
    return values[min(step, len(values) - 1)]


def grid_board(content: GridContent, unit: float, face: Typeface) -> GridBoard:
    """As wide as its widest words, which may come at any step."""
    board = content.grid.board
    assert board
    hand = face.at(SMALL * unit)
    found = GridBoard(board, tuple((i, each) for i, each in enumerate(board.entries) if each.on), (), hand)
    cells = [found.cells(i, row, step) for i, _ in found.entries for row, step in content.moments]
    names = [SWATCH * unit + hand.width(content.drawn[each.style][0]) for _, each in found.entries]
    words = len(board.sayings) > 0
    columns: list[Column] = []
    left, last = 0.0, len(board.heads) - 1
    for i, head in enumerate(board.heads):
        widths = names if i == 0 else [hand.width(each) for each in {said[i - 1] for said in cells}]
        width = max([hand.width(head), *widths])
        columns.append(Column(head, left, width, 0.0 if i == 0 or (words and i == last) else 1.0))
        left += width + 0.8 * hand.size
    return found._replace(columns=tuple(columns))
