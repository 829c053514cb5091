"""A board whose numbers are a matrix of shares: each with its spread, in a colour of its size, open to be chosen."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from numerals import numeral
from parameters import Array

DIGITS = 2
"""Of a number, and of the ends of its spread."""
STRONGEST = 0.4
"""How much of its colour the strongest cell has: words on it stay what is seen."""


class Marked(NamedTuple):
    """The cell that is spoken of; it has a star."""

    entry: int
    column: int
    words: str
    """What it is, for those who point at it or hear it."""


class Matrix(NamedTuple):
    """How the numbers of a board are shown, where each is the median of many."""

    spread: Array
    """(rows or 1, steps + 1 or 1, entries, columns, 2): the smallest and the largest of them."""
    less: str
    """The style in whose colour a number below 1 stands, the stronger the smaller;"""
    more: str
    """and one above 1."""
    powers: float
    """So many powers of ten away from 1 a colour is the strongest."""
    marked: Marked
    pick: str = ""
    """What comes of choosing a cell, for those who point at it; empty where none can be chosen. The listener `picked`
    hears its entry's style and its column."""


def matrix_header(matrix: Matrix, spread: str) -> Mapping[str, Any]:
    """The matrix's part of a board's header; its array travels under the name `spread`."""
    return {**matrix._asdict(), "spread": spread, "marked": matrix.marked._asdict(), "strongest": STRONGEST}


def strength(value: float, powers: float) -> float:
    """How much of its colour a number has, from 0 to `STRONGEST`; where it is no number, nothing."""
    if np.isnan(value):
        return 0.0
    with np.errstate(divide="ignore"):
        away = abs(float(np.log10(value)))
    return STRONGEST * min(1.0, away / powers)


def spread_words(value: float, low: float, high: float) -> str:
    """Between which multiples of the median all of them are: ×0.3–3.6; – where it is 0 or none."""
    with np.errstate(all="ignore"):
        ends = np.divide([low, high], value)
    return f"×{numeral(float(ends[0]), DIGITS)}–{numeral(float(ends[1]), DIGITS)}" if np.isfinite(ends).all() else "–"
