"""The grid of one error: its square beside its absolute value, and their slopes, while the error doubles."""

import numpy as np

from figures.sweep import Ticks
from figures.theme import LOSSES
from numerals import numeral
from pages.losses.choice import ERRORS, USUAL_ERROR, LossesChoice
from pages.losses.compute import MOMENTS, OF_ERROR, doubled_errors
from parameters import Array
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot
from text import Language, Text
from ui.common.function_axes import curve_over, function_axes_address

_LABEL = Text(
    ko="오차에 대한 제곱 오차와 절대 오차, 그리고 두 기울기",
    en="Squared and absolute error against the error, and both derivatives",
)
_TITLES = {
    "loss": Text(ko="손실", en="Loss"),
    "slope": Text(ko="오차에 대한 기울기", en="Derivative with respect to the error"),
}
_HEIGHTS = {"loss": (-1.5, 39.0), "slope": (-13.0, 13.0)}
_ERROR = Text(ko="오차 ŷ − y", en="error ŷ − y")
_HEADS = (
    Text(ko="손실", en="Loss"),
    Text(ko="이 오차에서", en="At this error"),
    Text(ko="두 배인 오차에서", en="At twice the error"),
    Text(ko="지금", en="Now"),
)
_READOUT = Text(
    ko="오차 {error} · 제곱 {squared}, 기울기 {slope} · 오차가 두 배인 {twice}에서는 제곱 {fourfold}, 기울기 {steeper}",
    en=(
        "error {error} · squared {squared}, slope {slope} · at twice the error, {twice}: squared {fourfold}, slope "
        "{steeper}"
    ),
)
WIDEST = 6.3
"""The pictures reach a little beyond twice the largest error of the dial."""


def error_grid(choice: LossesChoice, language: Language) -> FigureGrid:
    """Two pictures over the error; playing doubles the error of the dial."""
    return FigureGrid(
        key="error",
        label=_LABEL[language],
        steps=MOMENTS - 1,
        subplots=[_subplot(key, choice, language) for key in _TITLES],
        rows=[Row(tuple(_TITLES), share=1.0)],
        styles=tuple((key, each.name[language], LOSSES[key]) for key, each in OF_ERROR.items()),
        dials=[
            Dial(
                key="error",
                label=_ERROR[language],
                under="loss",
                values=[numeral(error, 2) for error in ERRORS],
                written=[f"{error:.10g}" for error in ERRORS],
                usual=int(np.argmin(np.abs(ERRORS - USUAL_ERROR))),
            )
        ],
        readout=error_told(language),
        board=_board(language),
        projector=choice.projector,
    )


def position_of(error: Array) -> Array:
    """Where an error is on an axis that counts the dial's positions."""
    return (error - ERRORS[0]) / (ERRORS[1] - ERRORS[0])


def _subplot(key: str, choice: LossesChoice, language: Language) -> Subplot:
    """Both losses or both slopes, a point of each that moves to twice the error, and a ring where it comes from."""
    errors = doubled_errors()
    x = np.linspace(-WIDEST, WIDEST, 2 * 126 + 1)
    ticks = np.arange(-6.0, 7.0, 2.0)
    moved = position_of(errors)
    heights = {each: of.value if key == "loss" else of.slope for each, of in OF_ERROR.items()}
    return Subplot(
        key=key,
        figure=function_axes_address(
            _ERROR[language],
            Ticks(tuple(position_of(ticks)), tuple(numeral(tick, 2) for tick in ticks)),
            float(position_of(np.zeros(1))[0]),
            projector=choice.projector,
        ),
        title=_TITLES[key][language],
        x=(float(position_of(np.array(-WIDEST))), float(position_of(np.array(WIDEST)))),
        y=_HEIGHTS[key],
        curves=[Curve(each, curve_over(x, height, position_of)) for each, height in heights.items()],
        shapes=[
            Shape(each, np.stack([moved, height(errors)], axis=-1)[:, :, None], "dots")
            for each, height in heights.items()
        ],
        cursor=np.column_stack([moved[:, 0], heights["mse"](errors[:, 0])]),
    )


def error_told(language: Language) -> list[str]:
    """What is said of each error: its square and its slope, and those of twice the error."""
    square, slope = OF_ERROR["mse"].value, OF_ERROR["mse"].slope
    pairs = zip(ERRORS, square(ERRORS), slope(ERRORS), square(2 * ERRORS), slope(2 * ERRORS), strict=True)
    return [
        _READOUT.format(
            error=numeral(error, 2),
            squared=numeral(squared, 3),
            slope=numeral(steep, 3),
            twice=numeral(2 * error, 2),
            fourfold=numeral(fourfold, 3),
            steeper=numeral(steeper, 3),
        )[language]
        for error, squared, steep, fourfold, steeper in pairs
    ]


def _board(language: Language) -> Board:
    """Both losses: of the error, of twice the error, and now."""
    errors = doubled_errors()
    ends = [np.broadcast_to(errors[:, end : end + 1 or None], errors.shape) for end in (0, -1)]
    columns = [np.stack([of.value(each) for each in (*ends, errors)], axis=-1) for of in OF_ERROR.values()]
    return Board(
        heads=[head[language] for head in _HEADS],
        entries=[Entry(key) for key in OF_ERROR],
        values=np.stack(columns, axis=2),
    )
