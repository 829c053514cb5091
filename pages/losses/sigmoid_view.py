"""The grid of losses behind a sigmoid: the loss, its slope, and what gradient descent makes of it."""

from collections.abc import Mapping

import numpy as np

from figures.loss import STEP
from figures.sweep import Ticks
from figures.theme import LOSSES
from numerals import numeral
from pages.losses.choice import LOGITS, USUAL_LOGIT, LossesChoice
from pages.losses.compute import BEHIND_SIGMOID, STEPS, BehindSigmoid, behind_sigmoid
from parameters import Array
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot, Trail
from text import Language, Text
from ui.common.function_axes import function_axes_address

_LABEL = Text(
    ko="시그모이드 앞의 값 z에 대한 손실과 기울기, 경사 하강법이 바꾸는 예측",
    en="Loss and gradient against the value z before the sigmoid, and the prediction under gradient descent",
)
_TITLES = {
    "loss": Text(ko="손실 L", en="Loss L"),
    "slope": Text(ko="z에 대한 기울기 ∂L/∂z", en="Gradient ∂L/∂z"),
}
_HEIGHTS = {"loss": (-0.35, 8.4), "slope": (-1.1, 0.12)}
_LEARNED = Text(ko="예측 ŷ, 경사 하강법 n = {rate}", en="Prediction ŷ, gradient descent n = {rate}")
_LOGIT = Text(ko="시그모이드 앞의 값 z", en="z before the sigmoid")
_HEADS = (
    Text(ko="손실 함수", en="Loss function"),
    Text(ko="z에서의 손실", en="Loss at z"),
    Text(ko="기울기 ∂L/∂z", en="Gradient ∂L/∂z"),
    Text(ko="지금 스텝의 예측 ŷ", en="Prediction ŷ at this step"),
)
_READOUT = Text(
    ko="z = {z} · ŷ = {prediction}, 오차 {error} · 기울기: MSE {mse}, 교차 엔트로피 {entropy}",
    en="z = {z} · ŷ = {prediction}, error {error} · gradient: MSE {mse}, cross-entropy {entropy}",
)
PLACES = np.arange(float(len(LOGITS)))
"""The axes of z count the dial's positions, so that its thumb stands under the points."""


def behind_grid(choice: LossesChoice, language: Language) -> FigureGrid:
    """Loss and slope over z, and what gradient descent makes of the z of the dial."""
    values = behind_sigmoid(choice.rate)
    return FigureGrid(
        key=f"sigmoid {choice.rate}",
        label=_LABEL[language],
        steps=STEPS,
        subplots=[
            _over_logits("loss", values.losses, choice, language),
            _over_logits("slope", values.slopes, choice, language),
            _learned(choice, values, language),
        ],
        rows=[Row(("loss", "slope", "learned"), share=1.0)],
        styles=tuple((key, loss.name[language], LOSSES[key]) for key, loss in BEHIND_SIGMOID.items()),
        dials=[
            Dial(
                key="logit",
                label=_LOGIT[language],
                under="slope",
                values=[numeral(z, 3) for z in LOGITS],
                written=[f"{z:.10g}" for z in LOGITS],
                usual=int(np.argmin(np.abs(LOGITS - USUAL_LOGIT))),
            )
        ],
        readout=readout(values, language),
        board=_board(values, language),
        projector=choice.projector,
    )


def _over_logits(key: str, heights: Mapping[str, Array], choice: LossesChoice, language: Language) -> Subplot:
    """Both losses over z, with a point where the dial stands."""
    shown = [(loss, np.column_stack([PLACES, height])) for loss, height in heights.items()]
    every_eighth = range(0, len(LOGITS), 8)
    ticks = Ticks(tuple(map(float, every_eighth)), tuple(numeral(LOGITS[i], 2) for i in every_eighth))
    return Subplot(
        key=key,
        figure=function_axes_address(_LOGIT[language], ticks, float(PLACES.mean()), projector=choice.projector),
        title=_TITLES[key][language],
        x=(-1, PLACES[-1] + 1),
        y=_HEIGHTS[key],
        curves=[Curve(loss, points) for loss, points in shown],
        shapes=[Shape(loss, points[:, None, None], "dots") for loss, points in shown],
        cursor=np.column_stack([PLACES, np.zeros_like(PLACES)]),
        across=True,
    )


def _learned(choice: LossesChoice, values: BehindSigmoid, language: Language) -> Subplot:
    return Subplot(
        key="learned",
        figure=function_axes_address(STEP[language], projector=choice.projector),
        title=_LEARNED.format(rate=numeral(choice.rate, 3))[language],
        x=(0, STEPS),
        y=(-0.04, 1.06),
        trails=[Trail(loss, learned) for loss, learned in values.learned.items()],
    )


def readout(values: BehindSigmoid, language: Language) -> list[str]:
    """What is said of each z: how wrong the prediction is, and how much of it each slope tells."""
    lines = []
    for z, prediction, mse, entropy in zip(LOGITS, values.predictions, *values.slopes.values(), strict=True):
        words = _READOUT.format(
            z=numeral(z, 3),
            prediction=numeral(prediction, 3),
            error=numeral(prediction - 1, 3),
            mse=numeral(mse, 3),
            entropy=numeral(entropy, 3),
        )
        lines.append(words[language])
    return lines


def _board(values: BehindSigmoid, language: Language) -> Board:
    """Loss and slope where the dial stands, and the prediction where the playhead is."""
    each = []
    for loss in BEHIND_SIGMOID:
        learned = values.learned[loss]
        still = (np.broadcast_to(what[loss][:, None], learned.shape) for what in (values.losses, values.slopes))
        each.append(np.stack([*still, learned], axis=-1))
    return Board(
        heads=[head[language] for head in _HEADS],
        entries=[Entry(loss) for loss in BEHIND_SIGMOID],
        values=np.stack(each, axis=2),
    )
