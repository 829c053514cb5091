"""The grids of softmax: its bars under a shift and a temperature, and with two inputs beside the sigmoid."""

import numpy as np

from figures.sweep import Ticks
from figures.theme import FUNCTIONS
from networks import ACTIVATIONS
from numerals import numeral
from pages.activations.choice import PLACES, TEMPERATURES, ActivationsChoice
from pages.activations.compute import Shifted, apart, first_of_two, shifted
from pages.activations.places import X
from parameters import Array
from stage.figure_grid import Curve, Dial, FigureGrid, Row, Shape, Subplot
from text import Language, Text
from ui.common.function_axes import function_axes_address

SMALL = "₁₂₃₄₅₆"
EVERY = 4
"""Every so many positions of the dial softmax is drawn on the sigmoid's curve."""

_LABEL = Text(
    ko="소프트맥스의 입력과 출력을 막대로 그린 그림 두 장", en="Inputs and outputs of softmax as two bar charts"
)
_INPUTS = Text(ko="입력 z, {where} c = {shift} 더하기", en="Inputs z, c = {shift} added to {where}")
_WHERE = {"all": Text(ko="모두에", en="all"), "first": Text(ko="z1에만", en="z1")}
_OUTPUTS = Text(ko="출력 s = softmax(z)", en="Outputs s = softmax(z)")
_NAMES: dict[str, Text] = {
    "before": Text(ko="c를 더하기 전", en="before c is added"),
    "inputs": Text(ko="현재 입력", en="current inputs"),
    "softmax": Text(ko="소프트맥스", en="softmax"),
}
_TEMPERATURE = Text(ko="온도 T", en="temperature T")
_READOUT = Text(
    ko="T = {temperature} · 처음 출력 {outputs} · 합 {sum} · c를 더하는 동안 출력의 변화 {furthest} 이하",
    en="T = {temperature} · initial outputs {outputs} · sum {sum} · change while c is added: at most {furthest}",
)

_PAIR_LABEL = Text(
    ko="시그모이드 곡선 위에 놓인 softmax(x, 0)의 첫 출력, 그리고 두 출력",
    en="The first output of softmax(x, 0) lying on the sigmoid's curve, and both outputs",
)
_FIRST = Text(ko="softmax(x, 0)의 첫 출력", en="First output of softmax(x, 0)")
_OVER = Text(ko="x에 대한 출력", en="Output over x")
_BOTH = Text(ko="두 출력", en="Both outputs")
_PAIR_TOLD = Text(
    ko="x = {x} · σ(x) = {sigmoid} · softmax(x, 0) = ({first}, {second}) · 모든 x에서 가장 큰 차이 {apart}",
    en="x = {x} · σ(x) = {sigmoid} · softmax(x, 0) = ({first}, {second}) · largest difference over all x: {apart}",
)


def softmax_grid(choice: ActivationsChoice, language: Language) -> FigureGrid:
    """Inputs and outputs while the constant is added, for every temperature."""
    values = shifted(choice)
    return FigureGrid(
        key=f"softmax {choice.inputs} {choice.shift} {choice.added}",
        label=_LABEL[language],
        steps=len(values.inputs) - 1,
        subplots=[_inputs(choice, values, language), _outputs(choice, values, language)],
        rows=[Row(("inputs", "outputs"), share=1.0)],
        styles=tuple((key, name[language], FUNCTIONS[key]) for key, name in _NAMES.items()),
        dials=[
            Dial(
                key="temperature",
                label=_TEMPERATURE[language],
                under="outputs",
                values=[numeral(temperature, 3) for temperature in TEMPERATURES],
                written=[f"{temperature:.10g}" for temperature in TEMPERATURES],
                usual=int(np.argmin(np.abs(TEMPERATURES - 1))),
                logarithmic=True,
                aligned=False,
            )
        ],
        readout=softmax_told(values, language),
        projector=choice.projector,
    )


def _inputs(choice: ActivationsChoice, values: Shifted, language: Language) -> Subplot:
    low, high = min(0.0, values.inputs.min()), max(0.0, values.inputs.max())
    room = 0.06 * (high - low) or 1.0
    title = _INPUTS.format(where=_WHERE[choice.added], shift=numeral(choice.shift, 3))
    return Subplot(
        key="inputs",
        figure=_numbered("z", len(choice.inputs), projector=choice.projector),
        title=title[language],
        legend=("before", "inputs"),
        x=_around(choice),
        y=(low - room, high + room),
        shapes=_bars("inputs", values.inputs[None]),
    )


def _outputs(choice: ActivationsChoice, values: Shifted, language: Language) -> Subplot:
    return Subplot(
        key="outputs",
        figure=_numbered("s", len(choice.inputs), projector=choice.projector),
        title=_OUTPUTS[language],
        legend=("softmax",),
        x=_around(choice),
        y=(-0.02, 1.05),
        shapes=_bars("softmax", values.outputs),
    )


def _bars(style: str, heights: Array) -> list[Shape]:
    """Bars (rows, moments, K) as they are now, in front of how they were at the first moment."""
    places = np.broadcast_to(np.arange(float(heights.shape[-1])), heights.shape)
    points = np.stack([places, heights], axis=-1)
    return [Shape("before", points[:, :1], "bars", 0.86), Shape(style, points, "bars", 0.5)]


def _numbered(letter: str, classes: int, *, projector: bool) -> str:
    """Axes with the numbers of the inputs below."""
    ticks = Ticks(tuple(map(float, range(classes))), tuple(f"{letter}{SMALL[i]}" for i in range(classes)))
    return function_axes_address("", ticks, projector=projector)


def _around(choice: ActivationsChoice) -> tuple[float, float]:
    return -0.6, len(choice.inputs) - 0.4


def softmax_told(values: Shifted, language: Language) -> list[str]:
    """What is said of each temperature: the outputs, their sum, and how little the constant changes."""
    return [
        _READOUT.format(
            temperature=numeral(temperature, 3),
            outputs=f"({', '.join(numeral(each, 2) for each in outputs[0])})",
            sum=numeral(outputs[0].sum(), 3),
            furthest=numeral(furthest, 2, nothing=0),
        )[language]
        for temperature, outputs, furthest in zip(TEMPERATURES, values.outputs, values.furthest, strict=True)
    ]


def pair_grid(choice: ActivationsChoice, language: Language) -> FigureGrid:
    """The sigmoid's curve with the first output of softmax(x, 0) on it, and both outputs as bars."""
    first = first_of_two(PLACES)
    places = np.column_stack([X.positions, first])
    both = np.stack([np.broadcast_to([0.0, 1.0], (len(PLACES), 2)), np.column_stack([first, 1 - first])], axis=-1)
    return FigureGrid(
        key="pair",
        label=_PAIR_LABEL[language],
        steps=0,
        subplots=[
            Subplot(
                key="pair",
                figure=X.axes(projector=choice.projector),
                title=_OVER[language],
                legend=("sigmoid", "softmax"),
                weight=1.7,
                x=(-1, X.positions[-1] + 1),
                y=(-0.04, 1.06),
                curves=[Curve("sigmoid", X.curve(ACTIVATIONS["sigmoid"].value))],
                shapes=[Shape("softmax", places[None, None, ::EVERY], "dots")],
                cursor=places,
            ),
            Subplot(
                key="both",
                figure=function_axes_address("", Ticks((0.0, 1.0), ("x", "0")), projector=choice.projector),
                title=_BOTH[language],
                x=(-0.6, 1.6),
                y=(-0.02, 1.05),
                shapes=[Shape("softmax", both[:, None], "bars")],
            ),
        ],
        rows=[Row(("pair", "both"), share=1.0)],
        styles=(
            ("sigmoid", ACTIVATIONS["sigmoid"].name[language], FUNCTIONS["sigmoid"]._replace(dash="solid")),
            ("softmax", _FIRST[language], FUNCTIONS["softmax"]),
        ),
        dials=[X.dial("pair")],
        readout=pair_told(language),
        projector=choice.projector,
    )


def pair_told(language: Language) -> list[str]:
    """What is said of each x: both numbers, and the largest difference there is."""
    most = numeral(apart("sigmoid"), 2, nothing=0)
    return [
        _PAIR_TOLD.format(
            x=numeral(x, 3),
            sigmoid=numeral(sigmoid, 3),
            first=numeral(first, 3),
            second=numeral(1 - first, 3),
            apart=most,
        )[language]
        for x, sigmoid, first in zip(PLACES, ACTIVATIONS["sigmoid"].value(PLACES), first_of_two(PLACES), strict=True)
    ]
