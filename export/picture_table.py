"""A picture of the chapters on networks as a table: everything that is drawn on it, as numbers, in CSV."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

import numpy as np

from export.axis import axis_of, called, figure_at
from export.number import number_in
from export.standing import row_of
from parameters import Array
from stage.figure_grid import Board, FigureGrid, Subplot
from stage.graph import ComputationalGraph, Said
from stage.matrix import Matrix

COLUMNS = ("picture", "series", "kind", "step", "x", "y")
GRAPH_COLUMNS = ("step", "node", "quantity", "value")
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""By this mark spreadsheets know that Korean letters follow."""

Cell = str | float


def picture_table(shown: FigureGrid | ComputationalGraph) -> bytes:
    """What is shown, one row for each point; `step` is empty where nothing changes with it.

    Numbers are written with as many digits as it takes to read the same number back; what left the range of floats is
    inf, -inf or nan. A board's columns are series of their own picture. Coloured areas are no numbers and left out.
    """
    if isinstance(shown, ComputationalGraph):
        return _written(GRAPH_COLUMNS, _of_graph(shown))
    return _written(COLUMNS, _of_grid(shown))


def _written(columns: Sequence[str], rows: Iterator[Sequence[Cell]]) -> bytes:
    text = StringIO()
    text.write(_MARK)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([each if isinstance(each, str) else repr(each) for each in row] for row in rows)
    return text.getvalue().encode()


def _of_grid(grid: FigureGrid) -> Iterator[Sequence[Cell]]:
    names = {key: name for key, name, _ in grid.styles}
    row = row_of(grid)
    for subplot in grid.subplots:
        yield from _of_subplot(subplot, names, row, grid.steps)
    if grid.board:
        yield from _of_board(grid.board, names, row)


def _of_subplot(subplot: Subplot, names: dict[str, str], row: int, steps: int) -> Iterator[Sequence[Cell]]:
    x_axis = axis_of(figure_at(subplot.figure, "light")["layout"], "xaxis", subplot.x)
    picture = subplot.title or str(subplot.key)

    def rows(style: str, kind: str, step: str | Sequence[int], points: Array) -> Iterator[Sequence[Cell]]:
        told = [step] * len(points) if isinstance(step, str) else [str(each) for each in step]
        for at, x, y in zip(told, called(x_axis, points[:, 0]), points[:, 1].tolist(), strict=True):
            yield picture, names[style], kind, at, x, y

    for trail in subplot.trails:
        yield from rows(
            trail.style, "run", range(steps + 1), _course(trail.points[row if len(trail.points) > 1 else 0])
        )
    for curve in subplot.curves:
        yield from rows(curve.style, "curve", "", _there(curve.points))
    drawn: list[tuple[str, Array]] = []
    for shape in subplot.shapes:
        if any(shape.style == style and shape.points is points for style, points in drawn):
            continue  # the dots on a line are its points once more
        drawn.append((shape.style, shape.points))
        at = shape.rows[row] if shape.rows else row
        moments = shape.points[at if len(shape.points) > 1 else 0]
        for moment, points in enumerate(moments):
            step = "" if len(moments) == 1 else str(round(moment * steps / (len(moments) - 1)))
            yield from rows(shape.style, shape.kind, step, _there(points))


def _course(points: Array) -> Array:
    """The points of a run, which are heights over the step where they are given so."""
    return points if points.ndim == 2 else np.column_stack([np.arange(len(points), dtype=np.float64), points])


def _there(points: Array) -> Array:
    """Without those that are not drawn, and those at which the pen is lifted."""
    return points[~np.isnan(points).any(axis=1)]


def _of_board(board: Board, names: dict[str, str], row: int) -> Iterator[Sequence[Cell]]:
    """Each number of the table at every step, under the name of its column."""
    values = board.values[row if len(board.values) > 1 else 0]
    for place, entry in enumerate(board.entries):
        if not entry.on:
            continue
        fixed = len(entry.fixed)
        for head, words in zip(board.heads[1 : 1 + fixed], entry.fixed, strict=True):
            yield head, names[entry.style], "board", "", "", words
        for column, head in enumerate(board.heads[1 + fixed : 1 + fixed + values.shape[-1]]):
            for step, value in enumerate(values[:, place, column].tolist()):
                at = "" if len(values) == 1 else str(step)
                yield head, names[entry.style], "board", at, "", value
    if board.matrix:
        yield from _of_spread(board, board.matrix, names, row)


def _of_spread(board: Board, matrix: Matrix, names: dict[str, str], row: int) -> Iterator[Sequence[Cell]]:
    """The smallest and the largest of which each number of a matrix is the median."""
    ends = matrix.spread[row if len(matrix.spread) > 1 else 0]
    for place, entry in enumerate(board.entries):
        for column, head in enumerate(board.heads[1:]):
            for step, (low, high) in enumerate(ends[:, place, column].tolist()):
                at = "" if len(ends) == 1 else str(step)
                yield head, names[entry.style], "smallest", at, "", low
                yield head, names[entry.style], "largest", at, "", high


def _of_graph(graph: ComputationalGraph) -> Iterator[Sequence[Cell]]:
    """Each value and each derivative from the step on at which it is known, and the local ones along the edges."""
    letters = {node.key: node.letter for node in graph.nodes}

    def told(node: str, quantity: str, said: Sequence[Said]) -> Iterator[Sequence[Cell]]:
        for step, words in said:
            number = number_in(words.strip("()"))
            yield str(step), node, quantity, words if number is None else number

    for node in graph.nodes:
        yield from told(node.letter, node.letter, node.values)
        yield from told(node.letter, f"∂L/∂{node.letter}", node.derivatives)
    for edge in graph.edges:
        source, target = letters[edge.source], letters[edge.target]
        step = edge.forward if edge.backward is None else edge.backward
        yield from told(target, f"∂{target}/∂{source}", [(step, edge.local)])
