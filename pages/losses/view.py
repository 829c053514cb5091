"""From a choice to the grid of loss functions over several classes: the prediction, and what each loss sees of it."""

from collections.abc import Callable, Mapping
from math import log

import numpy as np

from figures.sweep import Ticks
from figures.theme import LOSSES
from numerals import numeral
from pages.losses.choice import PREDICTIONS, USUAL_PREDICTION, LossesChoice, Rest, Show
from pages.losses.compute import OVER_CLASSES, OverClasses, over_classes
from pages.losses.error_view import error_grid
from pages.losses.sigmoid_view import behind_grid
from parameters import Array
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot
from text import Language, Text
from ui.common.function_axes import function_axes_address

CLASS_NAMES: tuple[Text, ...] = (
    Text(ko="고양이", en="cat"),
    Text(ko="개", en="dog"),
    Text(ko="새", en="bird"),
    Text(ko="말", en="horse"),
    Text(ko="소", en="cow"),
)
"""The first is true."""
_NAMES: dict[str, Text] = {
    "mse": Text(ko="정답 클래스", en="true class"),
    "cross-entropy": Text(ko="정답 클래스의 예측", en="prediction of the true class"),
    "others": Text(ko="틀린 클래스", en="wrong classes"),
    "target": Text(ko="정답 y", en="target y"),
    "prediction": Text(ko="예측 ŷ", en="prediction ŷ"),
    "tangent": Text(ko="접선(기울기)", en="tangent (slope)"),
}
_LABEL = Text(
    ko="여러 클래스의 예측, 오차의 제곱, 정답 클래스의 교차 엔트로피",
    en="Predictions of several classes, their squared errors, and the cross-entropy of the true class",
)
_BARS = Text(ko="예측과 정답. 정답은 ‘고양이’입니다", en="Prediction and target; the true class is “cat”")
_SQUARED = Text(ko="MSE: 모든 오차의 제곱을 평균", en="MSE: the mean of all squared errors")
_ENTROPY = Text(ko="교차 엔트로피: 정답 클래스의 −log ŷ 하나", en="Cross-entropy: −log ŷ of the true class alone")
_ERROR = Text(ko="오차 ŷ − y", en="error ŷ − y")
_PREDICTED = Text(ko="정답 클래스의 예측 ŷ", en="prediction ŷ of the true class")
_HEADS = (
    Text(ko="손실", en="Loss"),
    Text(ko="나머지를 고르게 나눌 때", en="Rest shared evenly"),
    Text(ko="한 클래스에 몰릴 때", en="All on one class"),
    Text(ko="지금", en="Now"),
)
_READOUT = Text(
    ko="ŷ = {prediction} · 정답 클래스의 제곱 오차 {squared}, 기울기 {steep} · −log ŷ = {entropy}, 기울기 {steeper}",
    en="ŷ = {prediction} · its squared error {squared}, slope {steep} · −log ŷ = {entropy}, slope {steeper}",
)
PER_UNIT = 100
"""Positions of the dial from ŷ = 0 to 1; the axis of the cross-entropy counts them."""
ENDS: tuple[Rest, Rest] = ("even", "one")
"""How the rest is shared at the first moment and at the last."""
HIGHEST = 5.2
"""The picture of −log ŷ ends here; towards ŷ = 0 it is infinite."""


def losses_grid(choice: LossesChoice, language: Language) -> FigureGrid:
    """Everything on the page, computed."""
    makers: Mapping[Show, Callable[[LossesChoice, Language], FigureGrid]] = {
        "error": error_grid,
        "classes": classes_grid,
        "sigmoid": behind_grid,
    }
    return makers[choice.show](choice, language)


def classes_grid(choice: LossesChoice, language: Language) -> FigureGrid:
    """The prediction beside its target, the errors on the parabola, the true class on −log ŷ."""
    values = over_classes(choice.classes, choice.rest)
    return FigureGrid(
        key=f"classes {choice.classes} {choice.rest}",
        label=_LABEL[language],
        steps=values.steps,
        subplots=[_bars(choice, values, language), _squared(choice, values, language), _entropy(choice, language)],
        rows=[Row(("bars", "squared", "entropy"), share=1.0)],
        styles=(
            *((key, _NAMES[key][language], LOSSES[key]) for key in _NAMES),
            *((board_style(key), OVER_CLASSES[key].name[language], LOSSES[key]) for key in OVER_CLASSES),
        ),
        dials=[prediction_dial(language)],
        readout=readout(language),
        board=_board(choice, values, language),
        projector=choice.projector,
    )


def board_style(key: str) -> str:
    """A loss on the board has its own name."""
    return f"loss.{key}"


def prediction_dial(language: Language) -> Dial:
    """From ŷ = 0 to 1, under the picture that has it along its axis."""
    return Dial(
        key="prediction",
        label=_PREDICTED[language],
        under="entropy",
        values=[numeral(value, 2) for value in PREDICTIONS],
        written=[f"{value:.10g}" for value in PREDICTIONS],
        usual=int(np.argmin(np.abs(PREDICTIONS - USUAL_PREDICTION))),
    )


def _bars(choice: LossesChoice, values: OverClasses, language: Language) -> Subplot:
    classes = choice.classes
    places = np.arange(float(classes))
    target = np.column_stack([places, np.eye(classes)[0]])[None, None]
    shown = np.stack([np.broadcast_to(places, values.predictions.shape), values.predictions], axis=-1)
    ticks = Ticks(tuple(map(float, places)), tuple(name[language] for name in CLASS_NAMES[:classes]))
    return Subplot(
        key="bars",
        figure=function_axes_address("", ticks, projector=choice.projector),
        title=_BARS[language],
        legend=("target", "prediction"),
        x=(-0.6, classes - 0.4),
        y=(-0.02, 1.05),
        shapes=[Shape("target", target, "bars", 0.86), Shape("prediction", shown, "bars", 0.44)],
    )


def _squared(choice: LossesChoice, values: OverClasses, language: Language) -> Subplot:
    """Every class is a point of the parabola; the ring and the tangent are at the true one."""
    errors = np.linspace(-1.05, 1.05, 85)
    missed = PREDICTIONS - 1
    true = np.column_stack([missed, missed**2])
    wrong = values.predictions[..., 1:]
    return Subplot(
        key="squared",
        figure=function_axes_address(_ERROR[language], origin=0.0, projector=choice.projector),
        title=_SQUARED[language],
        legend=("mse", "others"),
        x=(-1.08, 1.08),
        y=(-0.06, 1.1),
        curves=[Curve("mse", np.column_stack([errors, errors**2]))],
        shapes=[
            Shape("tangent", tangents(true, 2 * missed, 0.4, 1.0)),
            Shape("others", np.stack([wrong, wrong**2], axis=-1), "dots"),
            Shape("mse", true[:, None, None], "dots"),
        ],
        cursor=true,
    )


def _entropy(choice: LossesChoice, language: Language) -> Subplot:
    """The axis counts the dial's positions, so that its thumb stands under the point."""
    fine = np.geomspace(1e-3, 1, 120)
    true = np.column_stack([position_of(PREDICTIONS), -np.log(PREDICTIONS)])
    tenths = np.arange(0, 11, 2) / 10
    return Subplot(
        key="entropy",
        figure=function_axes_address(
            _PREDICTED[language],
            Ticks(tuple(position_of(tenths)), tuple(f"{tenth:g}" for tenth in tenths)),
            projector=choice.projector,
        ),
        title=_ENTROPY[language],
        legend=("tangent",),
        x=(-2, PER_UNIT + 1),
        y=(-0.3, HIGHEST),
        curves=[Curve("cross-entropy", np.column_stack([position_of(fine), -np.log(fine)]))],
        shapes=[
            Shape("tangent", tangents(true, -1 / PREDICTIONS / PER_UNIT, 0.25 * PER_UNIT, HIGHEST / PER_UNIT)),
            Shape("cross-entropy", true[:, None, None], "dots"),
        ],
        cursor=true,
    )


def position_of(prediction: Array) -> Array:
    """Where a prediction is on an axis that counts the dial's positions."""
    return PER_UNIT * (prediction - PREDICTIONS[0])


def tangents(places: Array, slopes: Array, reach: float, square: float) -> Array:
    """(rows, 1, 2, 2): a piece of each tangent. `square` is the slope that looks like 45°; `reach` its half length."""
    along = (reach / np.hypot(1, slopes / square))[:, None] * np.column_stack([np.ones_like(slopes), slopes])
    ends = [places - along, places + along]
    return np.stack(ends, axis=1)[:, None]


def readout(language: Language) -> list[str]:
    """What is said of each prediction: both losses of the true class, and their slopes along ŷ."""
    lines = []
    for prediction in map(float, PREDICTIONS):
        missed = prediction - 1
        words = _READOUT.format(
            prediction=numeral(prediction, 2),
            squared=numeral(missed**2, 3),
            steep=numeral(2 * missed, 3),
            entropy=numeral(-log(prediction), 3),
            steeper=numeral(-1 / prediction, 3),
        )
        lines.append(words[language])
    return lines


def _board(choice: LossesChoice, values: OverClasses, language: Language) -> Board:
    """Both losses: shared evenly, all on one class, and now."""
    fixed = [over_classes(choice.classes, rest).losses for rest in ENDS]
    columns = [
        np.stack(
            [np.broadcast_to(losses[key], values.losses[key].shape) for losses in (*fixed, values.losses)], axis=-1
        )
        for key in OVER_CLASSES
    ]
    return Board(
        heads=[head[language] for head in _HEADS],
        entries=[Entry(board_style(key)) for key in OVER_CLASSES],
        values=np.stack(columns, axis=2),
    )
