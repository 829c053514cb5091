"""Pictures whose dials stand where the address says, as the player reads it (stage/player/figure_grid/dial.js)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf, isfinite, log

from stage.figure_grid import Dial, FigureGrid
from stage.graph import ComputationalGraph


def standing(grid: FigureGrid, query: Mapping[str, Sequence[str]]) -> FigureGrid:
    """The same grid; where the address says nothing, its dials stand where `query` says."""
    return replace(grid, dials=[dial._replace(usual=_position(dial, query.get(dial.key, ()))) for dial in grid.dials])


def moves(shown: FigureGrid | ComputationalGraph) -> bool:
    """Whether there are steps to play, or at least a dial to turn."""
    return isinstance(shown, ComputationalGraph) or shown.steps > 0 or len(shown.dials) > 0


def row_of(grid: FigureGrid) -> int:
    """The row of the arrays that is shown while the address says nothing."""
    row = 0
    for dial in grid.dials:
        row = row * len(dial.values) + dial.usual
    return row


def _position(dial: Dial, said: Sequence[str]) -> int:
    """Of the value nearest to the one that is said."""
    try:
        (value,) = map(float, said)
    except ValueError:
        return dial.usual
    if not isfinite(value) or (dial.logarithmic and value <= 0):
        return dial.usual
    away = [_apart(float(each), value, logarithmic=dial.logarithmic) for each in dial.written]
    return away.index(min(away))


def _apart(value: float, other: float, *, logarithmic: bool) -> float:
    if not logarithmic:
        return abs(value - other)
    return abs(log(value / other)) if value > 0 else inf
