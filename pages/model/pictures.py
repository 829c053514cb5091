"""The pictures of a model: the curve over its data, the loss beside it, and each parameter by itself."""

from typing import Any, NamedTuple

import numpy as np

from figures.loss import STEP
from figures.theme import FITTED, Style, style
from networks import LETTERS
from optimizers import OPTIMIZERS
from pages.model.choice import SPAN, ModelChoice
from pages.model.compute import Fitted, curve_points, residual_points, slice_points, tangent_points
from pages.model.words import edge_words
from parameters import Array
from stage.figure_grid import Board, Curve, Entry, FigureGrid, Place, Row, Shape, Subplot, Trail
from text import Language, Text
from ui.common.function_axes import plain_axes_address

_LABEL = Text(
    ko="모델의 곡선과 데이터, 손실 곡선, 매개변수마다의 손실, 값의 표",
    en="The model's curve and the data, the loss curve, the loss over each parameter, a table of their values",
)
_MODEL = Text(ko="모델의 곡선", en="model")
_NAMES: dict[str, Text] = {
    "data": Text(ko="데이터", en="data"),
    "start": Text(ko="슬라이더의 곡선", en="at the sliders"),
    "residual": Text(ko="잔차", en="residuals"),
    "lowest": Text(ko="최소 손실", en="lowest loss"),
    "slope": Text(ko="접선", en="tangent"),
}
_LOSS = Text(ko="손실 L (MSE)", en="Loss L (MSE)")
_ALONG = Text(ko="L({letter}), 기울기 ∂L/∂{letter}", en="L({letter}), derivative ∂L/∂{letter}")
_HEADS = (
    Text(ko="매개변수", en="Parameter"),
    Text(ko="값 θₜ", en="Value θₜ"),
    Text(ko="편미분 ∂L/∂θ", en="Derivative ∂L/∂θ"),
    Text(ko="스텝", en="Step"),
    Text(ko="새 값 θₜ₊₁", en="New value θₜ₊₁"),
)
_DESCENT = Text(ko="스텝 −n ∂L/∂θ", en="Step −n ∂L/∂θ")
HEIGHTS: Place = (-4.5, 4.0)
"""Of the picture of the curve."""
TANGENT = 0.7
"""A tangent reaches so far to each side, in units of its parameter."""
ABOVE = 1.15
"""The loss pictures reach so many times as high as the loss at the start."""


def grid_of(choice: ModelChoice, found: Fitted, language: Language, *, over_values: bool = False) -> FigureGrid:
    """The pictures and the board of what was found: at every step of one run, or at the beginning of many, one for each
    value of a slider.
    """
    shown = Shown(choice, found, language, over_values)
    return FigureGrid(
        key=f"{choice.curve.key}{choice.rule}{choice.rate}{choice.seed}",
        label=_LABEL[language],
        steps=0 if over_values else choice.steps,
        subplots=[_fit(shown), _loss(shown), *(_slice(shown, which) for which in range(len(LETTERS)))],
        rows=[Row(("fit", "loss"), share=0.62), Row([f"slice.{each}" for each in LETTERS], share=0.38)],
        styles=_styles(choice, language),
        readout=_readout(shown),
        board=_board(shown),
        projector=choice.projector,
        steppable=True,
    )


class Shown(NamedTuple):
    """What was found, and what its rows are."""

    choice: ModelChoice
    found: Fitted
    language: Language
    over_values: bool
    """Whether they are the values of a slider, else the steps of a run."""

    def rows(self, array: Array) -> Array:
        """For the player: rows of the dials first, then steps."""
        return array[:, None] if self.over_values else array[None]

    def y(self) -> dict[str, Any]:
        """From 0 to a little above where it starts: all losses are drawn on this scale."""
        ends = heights(self.found)
        return {"y": (float(ends[0, 0]), float(ends[0, 1])), "y_of_rows": ends if self.over_values else None}


def _readout(shown: Shown) -> list[str]:
    """Where the sliders stand, or where one of them may."""
    choice, found, language, over_values = shown
    places = found.theta if over_values and not choice.curve.linear else found.theta[:1]
    return [edge_words(choice, found.fit, theta)[language] for theta in places]


def _fit(shown: Shown) -> Subplot:
    """The curve over the data."""
    choice, found, _, over_values = shown
    points = curve_points(found)
    reach = float(points[0, -1, 0])
    data = np.column_stack([found.fit.x, found.fit.y])
    return Subplot(
        key="fit",
        figure=plain_axes_address("x", "y", projector=choice.projector),
        legend=("curve", "start", "data", "residual"),
        weight=1.5,
        x=(-reach, reach),
        y=HEIGHTS,
        curves=[] if over_values else [Curve("start", points[0])],
        shapes=[
            Shape("residual", shown.rows(residual_points(found))),
            Shape("curve", shown.rows(points)),
            Shape("data", data[None, None], "dots"),
        ],
    )


def _loss(shown: Shown) -> Subplot:
    """The loss over the step."""
    choice, found, language, _ = shown
    lowest = found.fit.lowest
    level = [Curve("lowest", np.array([[0.0, lowest[1]], [float(choice.steps), lowest[1]]]))] if lowest else []
    return Subplot(
        key="loss",
        figure=plain_axes_address(STEP[language], "", projector=choice.projector),
        title=f"{_LOSS[language]} =",
        legend=("lowest",) if lowest else (),
        x=(0, choice.steps),
        **shown.y(),
        curves=level,
        trails=[Trail("curve", shown.rows(found.loss))],
        number=shown.rows(found.loss),
    )


def _slice(shown: Shown, which: int) -> Subplot:
    """The loss over one parameter alone, and its slope where that stands: its partial derivative."""
    choice, found, language, _ = shown
    letter = LETTERS[which]
    dot = np.stack([found.theta[:, which], found.loss], axis=-1)
    return Subplot(
        key=f"slice.{letter}",
        figure=plain_axes_address("", "", projector=choice.projector),
        title=_ALONG.format(letter=letter)[language],
        x=SPAN,
        **shown.y(),
        shapes=[
            Shape(letter, shown.rows(slice_points(found, which))),
            Shape("slope", shown.rows(tangent_points(found, which, TANGENT))),
            Shape(letter, shown.rows(dot[:, None]), "dots"),
        ],
    )


def heights(found: Fitted) -> Array:
    """The ends of the loss pictures (rows, 2): 1, 2 or 5 times a power of ten above, so that they seldom change."""
    lowest = found.fit.lowest
    least = ABOVE * np.maximum(found.loss, 4 * lowest[1] if lowest else 0.3)
    power = 10.0 ** np.floor(np.log10(np.where(np.isfinite(least), least, 1.0)))
    top = np.select([least <= each * power for each in (1, 2, 5)], [each * power for each in (1, 2, 5)], 10 * power)
    return np.column_stack([-0.04 * top, top])


def _board(shown: Shown) -> Board:
    """Each parameter's row, and under them the loss."""
    choice, found, language, _ = shown
    heads = [head[language] for head in _HEADS]
    if choice.rule.key == "gd":
        heads[3] = _DESCENT[language]
    with np.errstate(all="ignore"):
        own = np.stack([found.theta, found.slopes, found.moves, found.theta + found.moves], axis=-1)
        loss = [found.loss, np.full_like(found.loss, np.nan), found.following - found.loss, found.following]
    return Board(
        heads=heads,
        entries=[*(Entry(letter) for letter in LETTERS), Entry("loss")],
        values=shown.rows(np.concatenate([own, np.stack(loss, axis=-1)[:, None]], axis=1)),
    )


def _styles(choice: ModelChoice, language: Language) -> tuple[tuple[str, str, Style], ...]:
    own = style(choice.rule.key, tuple(OPTIMIZERS))._replace(dash="solid")
    return (
        ("curve", _MODEL[language], own),
        ("loss", _LOSS[language], own),
        *((key, name[language], FITTED[key]) for key, name in _NAMES.items()),
        *((letter, letter, FITTED[letter]) for letter in LETTERS),
    )
