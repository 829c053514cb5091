"""The grid: several pictures that share one playhead, and dials that lead from one precomputed run to the next."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

import numpy as np

from figures.theme import Style
from parameters import Array
from stage.assets import Asset
from stage.inks import styles_header
from stage.live_axis import LiveAxis, Mark, headers
from stage.matrix import Matrix, matrix_header
from stage.message import Deflated, beyond, pack
from stage.question import Question
from stage.words import words_address
from text import Language

Place = tuple[float, float]
_DIGITS = 2.0**14


class Trail(NamedTuple):
    """A run on a subplot; the playhead moves along it."""

    style: str
    """The key of how it is drawn."""
    points: Array
    """(rows, steps + 1, 2) on the subplot's axes, or heights (rows, steps + 1) over the step. One row, or one for each
    position of the dials."""
    left: Sequence[int] | None = None
    """The step at which each row has left the picture, or −1; None where nothing has to be said of it."""


class Frames(NamedTuple):
    """Pictures that fill the subplot under everything else, for the row of the dials; while it plays, that of a moment
    passes into that of the next."""

    styles: Sequence[str]
    """Of what a cell can be: code v is `styles[v // levels]`, the stronger the larger v % levels."""
    codes: Deflated
    """(rows or 1, moments, height, width), the lowest line of cells first; the moments evenly over the steps."""
    levels: int


class Shape(NamedTuple):
    """What changes its form: drawn for the row of the dials and the step of the playhead."""

    style: str
    points: Array
    """(rows or 1, moments, N, 2) on the subplot's axes, the moments evenly over the steps; nan where nothing is."""
    kind: Literal["line", "dots", "bars", "area"] = "line"
    """Bars stand on 0; an area is what its points enclose."""
    width: float = 0.8
    """Of a bar, as long as on the x axis; of dots, as a share of a trail's head."""
    rows: Sequence[int] | None = None
    """Which row of the points each position of the dials shows, where several show the same one."""
    above: bool = False
    """Whether it is drawn over the trails; dots always are."""
    thin: bool = False
    """Whether a line is half as thick as a trail."""


class Curve(NamedTuple):
    """A line that is drawn as a whole."""

    style: str
    points: Array
    """(N, 2)"""
    best: int | None = None
    """The point that is marked."""
    tells: bool = False
    """Whether it tells what is asked, and therefore waits for the answer."""
    mark: Literal["flag", "star"] = "flag"
    """Of the best of many settings; a star is a minimum."""
    label: str = ""
    """What an arrow is called, beyond its tip: the second of its points. Letters are set as a formula sets them."""


class Band(NamedTuple):
    """A stretch of the x axis with a word on it."""

    begin: float
    end: float
    style: str
    label: str


class Area(NamedTuple):
    """What an area of a subplot means: beside a patch in the colours of its styles, in their order."""

    styles: Sequence[str]
    label: str
    hatch: Literal["", "stripes", "dots"] = ""


@dataclass(frozen=True)
class Subplot:
    """One picture: a static figure, and what is drawn over it."""

    key: str
    figure: str
    """The asset's address."""
    cells: Deflated | None = None
    """(height, width): the colour of each cell of the figure's image, as a number in its palette, the lowest first."""
    title: str = ""
    note: str = ""
    legend: Sequence[str] = ()
    """The styles whose names stand beside the title."""
    areas: Sequence[Area] = ()
    """What the areas of the figure mean; below the title."""
    number: Array | None = None
    """(rows or 1, steps + 1): a number in large type behind the title, at the row and step."""
    weight: float = 1.0
    """Its share of the row's width."""
    proportion: float | None = None
    """The true width over the height, for a phone."""
    x: Place | None = None
    """The ends of the axes, where the figure leaves them open."""
    y: Place | None = None
    y_asked: Place | None = None
    """Those of the y axis while a question waits, where the true ones would tell its answer."""
    y_of_rows: Array | None = None
    """(rows, 2): the ends of the y axis for each row, where they are not the same for all."""
    trails: Sequence[Trail] = ()
    curves: Sequence[Curve] = ()
    shapes: Sequence[Shape] = ()
    frames: Frames | None = None
    bands: Sequence[Band] = ()
    marks: Sequence[Mark] = ()
    cursor: Array | None = None
    """(rows, 2): where each position of the dials is on this subplot; pointing there turns the dials."""
    across: bool = False
    """Whether only the x of the cursor counts; it is then a line across the picture."""
    telling: bool = False
    """Whether what is drawn tells the answer to what is asked, so that it waits for it."""
    hover: bool = False
    """Whether a mouse over the subplot shows the run of the place under it, until it leaves; a click then plays it."""
    start: Place | None = None
    """The start of the runs, which can be moved on this subplot."""
    domain: tuple[Place, Place] | None = None
    """Where the start may be."""


class Row(NamedTuple):
    """Subplots abreast: `share` of the room that the window leaves, or `tall` times the size of type.

    Several keys in one place stand one under the other, together as high as the subplot before them.
    """

    subplots: Sequence[str | tuple[str, ...]]
    share: float | None = None
    tall: float | None = None


class Dial(NamedTuple):
    """A range over values that were all computed before."""

    key: str
    """Its name in the address, from which the player reads where it stands."""
    label: str
    under: str
    """The subplot under which it stands."""
    values: Sequence[str]
    """Each value in words."""
    written: Sequence[str]
    """Each value as it stands in the address."""
    usual: int
    """Where it stands when the address says nothing. Where it stands now is not in the message, which is therefore the
    same wherever it stands, and is not sent again."""
    logarithmic: bool = False
    """Whether a value of the address between two of these belongs to the one nearer in proportion."""
    aligned: bool = True
    """Whether the x axis of that subplot counts its positions, so that the thumb stands under the place on it."""


class Entry(NamedTuple):
    """A row of the board, under the name of its style."""

    style: str
    fixed: Sequence[str] = ()
    """Words that do not change with the step."""
    on: bool = True
    """Whether it is shown; one that is not can be switched on, where the board is choosable."""


@dataclass(frozen=True)
class Board:
    """A table under the pictures: numbers at the row of the dials and the step of the playhead."""

    heads: Sequence[str]
    """Of the entries, of what is fixed, of the numbers, and of the sayings where there are some."""
    entries: Sequence[Entry]
    values: Array
    """(rows or 1, steps + 1 or 1, entries, columns)."""
    verdicts: Array | None = None
    """(rows or 1, steps + 1 or 1, entries): which of the sayings stands in the last column."""
    sayings: Sequence[str] = ()
    choosable: bool = False
    """Whether entries are switched on and off by their names."""
    matrix: Matrix | None = None
    """How the numbers are shown, where each is the median of many."""


@dataclass(frozen=True)
class FigureGrid:
    """Everything that is shown, computed. A row of the arrays is a position of all dials, the last dial the fastest."""

    key: str
    """What is shown. With another key the playhead begins again, else it stays."""
    label: str
    """What the pictures are, for those who do not see them."""
    steps: int
    subplots: Sequence[Subplot]
    rows: Sequence[Row]
    styles: tuple[tuple[str, str, Style], ...]
    """How things are drawn: key, name, style."""
    leading: int | None = None
    """So many rows lead, and the others are folded until the viewer asks for them; None folds none."""
    dials: Sequence[Dial] = ()
    readout: Sequence[str] = ("",)
    """What is said of each row of the arrays, or of all."""
    board: Board | None = None
    projector: bool = False
    question: Question | None = None
    """What the viewer is asked before it plays."""
    steppable: bool = False
    """Whether the key N takes one step of what is shown; the listener hears of it."""
    axes: Sequence[LiveAxis] = ()
    """The sliders that were not computed along with it: under their subplots, or under all pictures."""
    probing: str | None = None
    """Address of what the probe shows at a place of the first subplot with a start; the browser puts in x and y."""
    probe: Place | None = None
    """Where it is, if it is there."""
    rest: str = ""
    """With another one, but the same key, the playhead goes back to the beginning and rests there."""


def figure_grid_message(shown: FigureGrid, language: Language, *, fixed: bool = False) -> bytes:
    """The grid for the player; `fixed` where nobody listens, and only what was computed along with it can be chosen."""
    arrays = _Arrays("array")
    codes: dict[str, Deflated] = {}
    subplots = shown.subplots
    if shown.question and shown.question.waits:
        subplots = [replace(each, y=each.y_asked or each.y) for each in subplots]
    header = {
        "grid": shown.key,
        "label": shown.label,
        "steps": shown.steps,
        "fixed": fixed,
        "projector": shown.projector,
        "subplots": [_subplot(subplot, arrays) | _pictured(subplot, codes) for subplot in subplots],
        "rows": [row._asdict() for row in shown.rows],
        "leading": len(shown.rows) if shown.leading is None else shown.leading,
        "dials": [dial._asdict() for dial in shown.dials],
        "readout": shown.readout,
        "board": shown.board and _board(shown.board, arrays),
        "question": shown.question.header if shown.question else None,
        "steppable": shown.steppable and not fixed,
        "axes": headers(shown.axes),
        "rest": shown.rest,
        "probing": None if fixed else shown.probing,
        "probe": None if fixed else shown.probe,
        "words": words_address(language),
        "figures": [subplot.figure for subplot in shown.subplots],
        "styles": styles_header(shown.styles, projector=shown.projector),
    }
    with np.errstate(all="ignore"):  # what left float32's range shows as inf in the picture
        return pack(header, arrays | beyond(_read(header, arrays)), codes=codes)


def live_rows(
    values: Sequence[str],
    shown: FigureGrid,
    *,
    regimes: Sequence[Sequence[int]] = (),
    parts: Sequence[str] | None = None,
) -> Asset:
    """What every value of a slider does, as the player lays it over the grid that has the slider: a row of all arrays
    for each value.

    regimes  what each value does, of each trail whose bands the slider can show
    parts    of the subplots that the values change, by their names there; all unless told
    """
    arrays = _Arrays("row")  # beside those of the grid
    header = {
        "steps": shown.steps,
        "subplots": [_parts(_subplot(subplot, arrays), parts) for subplot in shown.subplots],
        "readout": shown.readout,
        "board": shown.board and _board(shown.board, arrays),
    }
    with np.errstate(all="ignore"):
        told = {name: _brief(each) for name, each in arrays.items()}
        rows = b64encode(pack(header, told | beyond(_read(header, told)))).decode()
    return {"values": values, "rows": rows, "regimes": regimes}


def _parts(subplot: dict[str, Any], parts: Sequence[str] | None) -> dict[str, Any]:
    return {name: value for name, value in subplot.items() if parts is None or name in parts}


def _read(header: Mapping[str, Any], arrays: Mapping[str, Array]) -> dict[str, Array]:
    """Those of the arrays that are read as numbers: on the board, and behind a title."""
    board = header["board"] or {"array": None, "matrix": None}
    names = [subplot.get("number") for subplot in header["subplots"]]
    names += [board["array"], board["matrix"] and board["matrix"]["spread"]]
    return {name: arrays[name] for name in names if name}


class _Arrays(dict[str, Array]):
    """Those that travel, by names that begin with the same word."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def named(self, array: Array) -> str:
        """Under which name an array travels; the same one travels once, however many subplots show it."""
        for name, other in self.items():
            if other is array:
                return name
        name = f"{self.word}{len(self)}"
        self[name] = array
        return name


def _brief(array: Array) -> Array:
    """In 14 binary digits, more than four decimal ones: what is left out would travel, and nobody could see it."""
    mantissa, exponent = np.frexp(array)
    return np.ldexp(np.round(mantissa * _DIGITS) / _DIGITS, exponent)


def _pictured(subplot: Subplot, codes: dict[str, Deflated]) -> dict[str, Any]:
    """The pictures' part of a subplot's; their codes are added to `codes`."""

    def named(pictures: Deflated) -> str:
        name = f"codes{len(codes)}"
        codes[name] = pictures
        return name

    frames = subplot.frames and subplot.frames._asdict() | {"codes": named(subplot.frames.codes)}
    return {"frames": frames, "cells": subplot.cells and named(subplot.cells)}


def _board(board: Board, arrays: _Arrays) -> dict[str, Any]:
    """The board's part of the header; its arrays are added to `arrays`."""
    return {
        "heads": board.heads,
        "entries": [entry._asdict() for entry in board.entries],
        "array": arrays.named(board.values),
        "verdicts": None if board.verdicts is None else arrays.named(board.verdicts),
        "sayings": board.sayings,
        "choosable": board.choosable,
        "matrix": board.matrix and matrix_header(board.matrix, arrays.named(board.matrix.spread)),
    }


def _shape(shape: Shape, array: str) -> dict[str, Any]:
    """A shape's part of the header."""
    kinds = {"style": shape.style, "kind": shape.kind, "width": shape.width, "rows": shape.rows, "above": shape.above}
    return {"array": array, **kinds, "thin": shape.thin}


def _subplot(subplot: Subplot, arrays: _Arrays) -> dict[str, Any]:
    """A subplot's part of the header; its arrays are added to `arrays`."""

    named = arrays.named
    return {
        "key": subplot.key,
        "title": subplot.title,
        "note": subplot.note,
        "legend": subplot.legend,
        "areas": [area._asdict() for area in subplot.areas],
        "number": None if subplot.number is None else named(subplot.number),
        "weight": subplot.weight,
        "proportion": subplot.proportion,
        "x": subplot.x,
        "y": subplot.y,
        "yOfRows": None if subplot.y_of_rows is None else subplot.y_of_rows.tolist(),
        "trails": [{"style": style, "array": named(points), "left": left} for style, points, left in subplot.trails],
        "curves": [each._asdict() | {"array": named(each.points), "points": None} for each in subplot.curves],
        "shapes": [_shape(each, named(each.points)) for each in subplot.shapes],
        "bands": [{"from": b.begin, "to": b.end, "style": b.style, "label": b.label} for b in subplot.bands],
        "marks": [mark._asdict() for mark in subplot.marks],
        "cursor": None if subplot.cursor is None else {"array": named(subplot.cursor), "across": subplot.across},
        "telling": subplot.telling,
        "hover": subplot.hover,
        "start": subplot.start,
        "domain": subplot.domain,
    }
