"""The grid of what activation functions take: seconds over the length of the array, and ratios to ReLU."""

from collections.abc import Sequence
from math import log10

import numpy as np

from figures.differences import power_axes, power_span
from figures.theme import FUNCTIONS, Theme
from networks import ACTIVATIONS
from numerals import amount, duration
from pages.activations.choice import ActivationsChoice
from pages.activations.speeds import CHOOSABLE, RATIO_TO, SIZES, Speeds
from parameters import Array
from stage.assets import Asset, themed
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Subplot
from text import Language, Text

USUAL = SIZES.index(10_000)

_LABEL = Text(
    ko="배열의 길이에 따른 활성화 함수와 도함수의 계산 시간, ReLU에 대한 비율",
    en="Time of activation functions and derivatives against the length of the array, and ratios to ReLU",
)
_NUMBERS = Text(ko="배열의 길이 N", en="numbers in the array N")
_VALUE = Text(ko="f(x)의 시간(초), 측정값", en="Seconds for f(x), measured")
_SLOPE = Text(ko="f′(x)의 시간(초), 측정값", en="Seconds for f′(x), measured")
_RATIO = Text(ko="f와 f′을 합한 시간 ÷ ReLU의 시간", en="f and f′ together, as a multiple of ReLU")
_HEADS = (
    Text(ko="활성화 함수", en="Activation"),
    Text(ko="f(x): 수 하나에 ns", en="f(x): ns per number"),
    Text(ko="f′(x): 수 하나에 ns", en="f′(x): ns per number"),
    Text(ko="f(x): ReLU의 몇 배", en="f(x): multiple of ReLU"),
    Text(ko="f′(x): ReLU의 몇 배", en="f′(x): multiple of ReLU"),
)
_READOUT = Text(
    ko="길이 N = {size} · f(x): ReLU {value}{values} · f′(x): ReLU {slope}{slopes}",
    en="N = {size} · f(x): ReLU {value}{values} · f′(x): ReLU {slope}{slopes}",
)
_TIMES = Text(ko=", {name} {ratio}배", en=", {name} {ratio}×")


def speed_grid(choice: ActivationsChoice, speeds: Speeds, language: Language) -> FigureGrid:
    """What was measured, under a dial for the length of the array."""
    value, slope = np.moveaxis(speeds.seconds, 2, 0)
    drawn = {"value": (_VALUE, value), "slope": (_SLOPE, slope), "ratio": (_RATIO, speeds.both)}
    return FigureGrid(
        key="speed",
        label=_LABEL[language],
        steps=0,
        subplots=[_subplot(key, title[language], each, choice, language) for key, (title, each) in drawn.items()],
        rows=[Row(tuple(drawn), share=1.0)],
        styles=tuple((key, ACTIVATIONS[key].name[language], FUNCTIONS[key]) for key in CHOOSABLE),
        dials=[_dial(language)],
        readout=[speed_told(choice.functions, speeds, at, language) for at in range(len(SIZES))],
        board=_board(choice, speeds, language),
        projector=choice.projector,
    )


def _subplot(key: str, title: str, heights: Array, choice: ActivationsChoice, language: Language) -> Subplot:
    """A line for each chosen function through what was measured: heights (sizes, functions)."""
    lengths = np.array(SIZES, float)
    return Subplot(
        key=key,
        figure=_length_axes(language, ratio=key == "ratio", projector=choice.projector),
        title=title,
        x=(log10(SIZES[0]) - 0.1, log10(SIZES[-1]) + 0.1),
        y=power_span(heights),
        curves=[
            Curve(each, np.column_stack([lengths, heights[:, CHOOSABLE.index(each)]])) for each in choice.functions
        ],
        cursor=np.column_stack([lengths, np.ones(len(SIZES))]),
        across=True,
    )


def _dial(language: Language) -> Dial:
    return Dial(
        key="size",
        label=_NUMBERS[language],
        under="value",
        values=[f"{size:,}" for size in SIZES],
        written=[str(size) for size in SIZES],
        usual=USUAL,
        logarithmic=True,
        aligned=False,
    )


def _board(choice: ActivationsChoice, speeds: Speeds, language: Language) -> Board:
    """Per number, and as a multiple of ReLU."""
    each_number = 1e9 * speeds.seconds / np.array(SIZES, float)[:, None, None]
    return Board(
        heads=[head[language] for head in _HEADS],
        entries=[Entry(key, on=key in choice.functions) for key in CHOOSABLE],
        values=np.concatenate([each_number, speeds.ratios], axis=2)[:, None],
        choosable=True,
    )


def speed_told(functions: Sequence[str], speeds: Speeds, at: int, language: Language) -> str:
    """What was measured on arrays of this length: what ReLU took, and how many times as long the chosen ones did."""
    values, slopes = (
        "".join(
            _TIMES.format(name=ACTIVATIONS[key].name, ratio=amount(ratio))[language]
            for key, ratio in zip(CHOOSABLE, ratios, strict=True)
            if key in functions and key != CHOOSABLE[RATIO_TO]
        )
        for ratios in speeds.ratios[at].T
    )
    value, slope = (duration(seconds) for seconds in speeds.seconds[at, RATIO_TO])
    told = {"value": value, "slope": slope, "values": values, "slopes": slopes}
    return _READOUT.format(size=f"{SIZES[at]:,}", **told)[language]


@themed("length-axes")
def _length_axes(theme: Theme, language: Language, *, ratio: bool, projector: bool) -> Asset:
    """Where the browser finds the axes of what an array takes."""
    return power_axes(theme, _NUMBERS, language, up=1 if ratio else None, projector=projector)
