"""From a choice to the table: every activation with every initialization, over depth and at the depth of the dial."""

import numpy as np

from figures.layers import depth_axes, sizes_span
from figures.theme import FUNCTIONS, SHARES, Theme
from networks import ACTIVATIONS, INITIALISATIONS
from pages.vanishing.choice import USUAL_DEPTH, VanishingChoice
from pages.vanishing.table_compute import DEPTHS, SLIDE_CELL, Table
from pages.vanishing.table_words import ACTIVATION, DEPTH, LABEL, MARKED, PICK, slide_words
from pages.vanishing.view import LARGEST, SMALLEST
from parameters import Array
from stage.assets import Asset, themed
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot
from stage.matrix import Marked, Matrix
from text import Language

POWERS = 12.0
"""So many powers of ten away from 1 the colour of a cell is the strongest."""
PLACES = np.arange(float(len(DEPTHS)))
"""Of the depths on their axis."""


def table_grid(choice: VanishingChoice, table: Table, language: Language, *, pick: bool = True) -> FigureGrid:
    """A picture for every initialization, and the table at the depth of the dial; `pick` lets cells be chosen."""
    first, *_ = INITIALISATIONS
    words = [str(depth) for depth in DEPTHS]
    return FigureGrid(
        key=f"table {choice.table}",
        label=LABEL[language],
        steps=0,
        subplots=[_over_depth(choice, table, column, language) for column in range(len(INITIALISATIONS))],
        rows=[Row(tuple(INITIALISATIONS), share=1.0)],
        styles=(
            *((key, each.name[language], FUNCTIONS[key]) for key, each in ACTIVATIONS.items()),
            *((key, "", style) for key, style in SHARES.items()),
        ),
        dials=[Dial("depth", DEPTH[language], first, words, words, usual=DEPTHS.index(USUAL_DEPTH), logarithmic=True)],
        readout=[slide_words(table, row)[language] for row in range(len(DEPTHS))],
        board=_board(table, language, pick=pick),
        projector=choice.projector,
    )


def _over_depth(choice: VanishingChoice, table: Table, column: int, language: Language) -> Subplot:
    """What arrives with one initialization: a line for every activation, and how far networks differ."""
    key, initialisation = list(INITIALISATIONS.items())[column]
    lines, spread = (_shown(each[:, column]) for each in (table.median, table.spread))
    return Subplot(
        key=key,
        figure=_axes(language, projector=choice.projector),
        title=initialisation.name[language],
        x=(-0.4, len(DEPTHS) - 0.6),
        y=sizes_span(table.median),
        curves=[Curve(of, np.column_stack([PLACES, line])) for of, line in zip(ACTIVATIONS, lines, strict=True)],
        shapes=[Shape(of, _band(ends)[None, None], "area") for of, ends in zip(ACTIVATIONS, spread, strict=True)],
        cursor=np.column_stack([PLACES, np.zeros_like(PLACES)]),
        across=True,
        telling=True,
    )


def _band(ends: Array) -> Array:
    """What an area encloses: the smallest (depths, 2) there, the largest back."""
    there, back = (np.column_stack([PLACES, ends[:, end]]) for end in (0, 1))
    return np.concatenate([there, back[::-1]])


def _shown(shares: Array) -> Array:
    """As a message can hold them; pictures end long before."""
    return np.clip(shares, SMALLEST, LARGEST)


def _board(table: Table, language: Language, *, pick: bool) -> Board:
    """The table itself."""
    activation, weights = SLIDE_CELL
    entry, column = list(ACTIVATIONS).index(activation), list(INITIALISATIONS).index(weights)
    return Board(
        heads=[ACTIVATION[language], *(each.name[language] for each in INITIALISATIONS.values())],
        entries=[Entry(key) for key in ACTIVATIONS],
        values=np.moveaxis(table.median, 2, 0)[:, None],
        matrix=Matrix(
            spread=np.moveaxis(table.spread, 2, 0)[:, None],
            less="less",
            more="more",
            powers=POWERS,
            marked=Marked(entry, column, MARKED[language]),
            pick=PICK[language] if pick else "",
        ),
    )


@themed("depth-axes")
def _axes(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the empty axes over the depths."""
    return depth_axes(theme, language, DEPTHS, projector=projector)
