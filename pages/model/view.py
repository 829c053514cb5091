"""From a choice to the grid of a model: the curve over its data, the loss beside it, and each parameter by itself."""

import numpy as np

from figures.loss import STEP
from figures.plain import plain_axes
from figures.theme import FITTED, Style, Theme, style
from networks import LETTERS
from optimizers import OPTIMIZERS
from pages.model.choice import SPAN, ModelChoice
from pages.model.compute import Fitted, curve_points, fitted, residual_points, slice_points, tangent_points
from pages.model.words import edge_words
from stage.assets import Asset, themed
from stage.figure_grid import Board, Curve, Entry, FigureGrid, Place, Row, Shape, Subplot, Trail
from text import Language, Text

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


def model_grid(choice: ModelChoice, language: Language) -> FigureGrid:
    """Everything on the page of a model, computed."""
    found = fitted(choice)
    return FigureGrid(
        key=f"{choice.curve.key}{choice.theta}{choice.rule}{choice.rate}{choice.seed}",
        label=_LABEL[language],
        steps=choice.steps,
        subplots=[
            _fit(choice, found),
            _loss(choice, found, language),
            *(_slice(choice, found, which, language) for which in range(len(LETTERS))),
        ],
        rows=[Row(("fit", "loss"), share=0.62), Row([f"slice.{each}" for each in LETTERS], share=0.38)],
        styles=_styles(choice, language),
        readout=[edge_words(choice, found.fit)[language]],
        board=_board(choice, found, language),
        projector=choice.projector,
        steppable=True,
    )


def _fit(choice: ModelChoice, found: Fitted) -> Subplot:
    """The curve over the data."""
    points = curve_points(found)
    reach = float(points[0, -1, 0])
    data = np.column_stack([found.fit.x, found.fit.y])
    return Subplot(
        key="fit",
        figure=_axes_address("x", "y", projector=choice.projector),
        legend=("curve", "start", "data", "residual"),
        weight=1.5,
        x=(-reach, reach),
        y=HEIGHTS,
        curves=[Curve("start", points[0])],
        shapes=[
            Shape("residual", residual_points(found)[None]),
            Shape("curve", points[None]),
            Shape("data", data[None, None], "dots"),
        ],
    )


def _loss(choice: ModelChoice, found: Fitted, language: Language) -> Subplot:
    """The loss over the step."""
    lowest = found.fit.lowest
    level = [Curve("lowest", np.array([[0.0, lowest[1]], [float(choice.steps), lowest[1]]]))] if lowest else []
    return Subplot(
        key="loss",
        figure=_axes_address(STEP[language], "", projector=choice.projector),
        title=f"{_LOSS[language]} =",
        legend=("lowest",) if lowest else (),
        x=(0, choice.steps),
        y=_heights(found),
        curves=level,
        trails=[Trail("curve", found.loss[None])],
        number=found.loss[None],
    )


def _slice(choice: ModelChoice, found: Fitted, which: int, language: Language) -> Subplot:
    """The loss over one parameter alone, and its slope where that stands: its partial derivative."""
    letter = LETTERS[which]
    dot = np.stack([found.theta[:, which], found.loss], axis=-1)
    return Subplot(
        key=f"slice.{letter}",
        figure=_axes_address("", "", projector=choice.projector),
        title=_ALONG.format(letter=letter)[language],
        x=SPAN,
        y=_heights(found),
        shapes=[
            Shape(letter, slice_points(found, which)[None]),
            Shape("slope", tangent_points(found, which, TANGENT)[None]),
            Shape(letter, dot[None, :, None], "dots"),
        ],
    )


def _heights(found: Fitted) -> Place:
    """From 0 to a little above where it starts; all losses are drawn on this scale."""
    lowest = found.fit.lowest
    top = ABOVE * max(float(found.loss[0]), 4 * lowest[1] if lowest else 0.3)
    return -0.04 * top, top


def _board(choice: ModelChoice, found: Fitted, language: Language) -> Board:
    """Each parameter's row, and under them the loss."""
    heads = [head[language] for head in _HEADS]
    if choice.rule.key == "gd":
        heads[3] = _DESCENT[language]
    with np.errstate(all="ignore"):
        own = np.stack([found.theta, found.slopes, found.moves, found.theta + found.moves], axis=-1)
        loss = [found.loss, np.full_like(found.loss, np.nan), found.following - found.loss, found.following]
    return Board(
        heads=heads,
        entries=[*(Entry(letter) for letter in LETTERS), Entry("loss")],
        values=np.concatenate([own, np.stack(loss, axis=-1)[:, None]], axis=1)[None],
    )


@themed("plain-axes")
def _axes_address(theme: Theme, x: str, y: str, *, projector: bool) -> Asset:
    """Where the browser finds empty axes with these titles."""
    return plain_axes(theme, x, y, projector=projector)


def _styles(choice: ModelChoice, language: Language) -> tuple[tuple[str, str, Style], ...]:
    own = style(choice.rule.key, tuple(OPTIMIZERS))._replace(dash="solid")
    return (
        ("curve", _MODEL[language], own),
        ("loss", _LOSS[language], own),
        *((key, name[language], FITTED[key]) for key, name in _NAMES.items()),
        *((letter, letter, FITTED[letter]) for letter in LETTERS),
    )
