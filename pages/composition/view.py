"""Three graphs with three tangents under one dial: y = f(x), z = g(y), and z = g(f(x))."""

import numpy as np

from figures.theme import FUNCTIONS
from numerals import numeral
from pages.composition.choice import PLACES, USUAL_PLACE, CompositionChoice
from pages.composition.compute import Composed, composed
from parameters import Array
from stage.figure_grid import Board, Curve, Entry, FigureGrid, Row, Shape, Subplot
from text import Language, Text
from ui.common.dial_axis import DialAxis
from ui.common.function_axes import plain_axes_address

X = DialAxis(PLACES, USUAL_PLACE)
FINE = 481
"""Points of g."""
REACH = 0.12
"""So far a tangent reaches to each side, as a share of the axis."""
OUTLIERS = (2, 98)
"""Percentiles of what a picture shows whole: near a pole a function leaves it."""
MARGIN = 0.15

_LABEL = Text(ko="세 그래프와 세 접선: f(x), g(y), g(f(x))", en="Three graphs with three tangents: f(x), g(y), g(f(x))")
_TITLES = {
    "inner": "y = f(x): dy/dx =",
    "outer": "z = g(y): dz/dy =",
    "both": "z = g(f(x)): dz/dx =",
}
_TANGENT = Text(ko="접선", en="tangent")
_HEADS = (
    Text(ko="함수", en="Function"),
    Text(ko="값", en="Value"),
    Text(ko="기울기", en="Slope"),
)
_READOUT = "x = {x} → y = {y} → z = {z} · dz/dx = dz/dy · dy/dx = {outer} × {inner} = {both}"
_NONE = Text(
    ko="x = {x}: 여기에는 값이나 기울기가 없습니다.",
    en="x = {x}: there is no value or no slope here.",
)


def composition_grid(choice: CompositionChoice, language: Language) -> FigureGrid:
    """Everything on the page, computed."""
    found = composed(choice.inner, choice.outer, PLACES)
    return FigureGrid(
        key=f"composition {choice.inner.text} {choice.outer.text}",
        label=_LABEL[language],
        steps=0,
        subplots=[
            _over_x("inner", found.y, found.dy_dx, choice),
            _over_y(found, choice),
            _over_x("both", found.z, found.dz_dx, choice),
        ],
        rows=[Row(("inner", "outer", "both"), share=1.0)],
        styles=(
            ("inner", "y = f(x)", FUNCTIONS["sigmoid"]),
            ("outer", "z = g(y)", FUNCTIONS["tanh"]),
            ("both", "z = g(f(x))", FUNCTIONS["relu"]),
            ("tangent", _TANGENT[language], FUNCTIONS["before"]._replace(dash="dash")),
        ),
        dials=[X.dial("inner")],
        readout=readout(found, language),
        board=_board(found, language),
        projector=choice.projector,
    )


def span_of(values: Array) -> tuple[float, float]:
    """From a little below most of the values to a little above them."""
    known = values[np.isfinite(values)]
    if not known.size:
        return -1.0, 1.0
    low, high = np.percentile(known, OUTLIERS)
    middle, half = (low + high) / 2, max((high - low) / 2, 0.5)
    return float(middle - half * (1 + 2 * MARGIN)), float(middle + half * (1 + 2 * MARGIN))


def _over_x(key: str, heights: Array, slopes: Array, choice: CompositionChoice) -> Subplot:
    """A function of x, on an axis that counts the dial's positions."""
    per_position = PLACES[1] - PLACES[0]
    return Subplot(
        key=key,
        figure=X.axes(projector=choice.projector),
        title=_TITLES[key],
        number=slopes[:, None],
        x=(-1, X.positions[-1] + 1),
        y=span_of(heights),
        curves=[Curve(key, X.curve(lambda x: _height(key, choice, x)))],
        shapes=_touching(key, X.positions, heights, slopes * per_position, REACH * len(PLACES)),
        cursor=np.column_stack([X.positions, np.nan_to_num(heights)]),
        across=True,
        telling=key == "both",
    )


def _height(key: str, choice: CompositionChoice, x: Array) -> Array:
    """f(x) or g(f(x))."""
    y, z, *_ = composed(choice.inner, choice.outer, x)
    return y if key == "inner" else z


def _over_y(found: Composed, choice: CompositionChoice) -> Subplot:
    """g over the values that f takes."""
    low, high = span_of(found.y)
    y = np.linspace(low, high, FINE)
    z = choice.outer.at(y).value
    return Subplot(
        key="outer",
        figure=plain_axes_address("y", "", projector=choice.projector),
        title=_TITLES["outer"],
        number=found.dz_dy[:, None],
        x=(low, high),
        y=span_of(z),
        curves=[Curve("outer", np.column_stack([y, z]))],
        shapes=_touching("outer", found.y, found.z, found.dz_dy, REACH * (high - low)),
    )


def _touching(key: str, across: Array, up: Array, slope: Array, reach: float) -> list[Shape]:
    """The point at each position of the dial, and the tangent through it."""
    sides = np.array([-reach, reach])
    tangent = np.stack([across[:, None] + sides, up[:, None] + slope[:, None] * sides], axis=-1)
    return [
        Shape("tangent", tangent[:, None], above=True),
        Shape(key, np.stack([across, up], axis=-1)[:, None, None], "dots"),
    ]


def readout(found: Composed, language: Language) -> list[str]:
    """What is said of each x: the two slopes and their product."""
    return [_told(row, x, found, language) for row, x in enumerate(PLACES)]


def _told(row: int, x: float, found: Composed, language: Language) -> str:
    numbers = (found.y, found.z, found.dz_dy, found.dy_dx, found.dz_dx)
    if not all(np.isfinite(each[row]) for each in numbers):
        return _NONE.format(x=numeral(x, 3))[language]
    y, z, outer, inner, both = (numeral(each[row], 3, nothing=1e-12) for each in numbers)
    return _READOUT.format(x=numeral(x, 3), y=y, z=z, outer=outer, inner=inner, both=both)


def _board(found: Composed, language: Language) -> Board:
    """Value and slope of all three at the dial's x."""
    values = [(found.y, found.dy_dx), (found.z, found.dz_dy), (found.z, found.dz_dx)]
    return Board(
        heads=[head[language] for head in _HEADS],
        entries=[Entry(key) for key in ("inner", "outer", "both")],
        values=np.stack([np.stack(each, axis=-1) for each in values], axis=1)[:, None],
    )
