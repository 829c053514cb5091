"""From a choice to the grid of numerical differentiation: the nudged curve, the error over h, the table of losses."""

from math import log10

import numpy as np

from figures.differences import DIFFERENCE_STEP, power_axes, power_span
from figures.theme import FITTED, Style, Theme
from networks import LETTERS
from numerals import numeral
from pages.model.choice import NUDGES, USUAL_NUDGE, ModelChoice
from pages.model.compute import BEYOND, FINE
from pages.model.nudges import Nudges, nudges
from pages.model.pictures import HEIGHTS
from parameters import Array
from stage.assets import Asset, themed
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot
from text import Language, Text
from ui.common.function_axes import plain_axes_address

FIT, ERRORS = "fit", "errors"
SMALLEST_ERROR = 1e-12
"""Where the picture of errors ends below."""

_LABEL = Text(
    ko="매개변수를 하나씩 h만큼 바꾼 곡선, h에 따른 오차, 손실과 차분 몫의 표",
    en="The curve with one parameter changed by h, the error against h, a table of losses and quotients",
)
_ERRORS = Text(ko="오차 |차분 몫 − 편미분|", en="Error |quotient − derivative|")
_HEADS = (
    Text(ko="손실을 계산하는 곳", en="Loss evaluated at"),
    Text(ko="지금까지 곱셈", en="Multiplications so far"),
    Text(ko="손실 L", en="Loss L"),
    Text(ko="차분 몫 ΔL/h", en="Quotient ΔL/h"),
    Text(ko="편미분 ∂L/∂θ", en="Derivative ∂L/∂θ"),
    Text(ko="오차", en="Error"),
)
_COUNTED = Text(
    ko=(
        "h = {h}: 손실 계산 {n} + 1 = {evaluations}번, 한 번에 곱셈 {n}번으로 세면 {evaluations} · {n} = {count}번 = "
        "N(N + 1). 가장 큰 오차: {error}"
    ),
    en=(
        "h = {h}: {n} + 1 = {evaluations} losses, counted as {n} multiplications each: {evaluations} · {n} = {count} = "
        "N(N + 1). Largest error: {error}"
    ),
)
_NUDGED = Text(ko="하나를 바꾼 곡선", en="one parameter changed")
_SLIDERS = Text(ko="바꾸기 전의 곡선", en="before")
_DATA = Text(ko="데이터", en="data")


def nudges_grid(choice: ModelChoice, language: Language) -> FigureGrid:
    """Step k of the playhead knows k losses; the dial is h."""
    found = nudges(choice)
    return FigureGrid(
        key=f"differences {choice.curve.key} {choice.seed}",
        label=_LABEL[language],
        steps=found.losses.shape[1],
        subplots=[_fit(choice, found), _errors(choice, found, language)],
        rows=[Row((FIT, ERRORS), share=1.0)],
        styles=_styles(language),
        dials=[_dial(language)],
        readout=_readout(found, language),
        board=_board(found, language),
        projector=choice.projector,
    )


def _readout(found: Nudges, language: Language) -> list[str]:
    """What it counts and how far the quotients are, for each h."""
    counts = {"n": len(LETTERS), "evaluations": found.losses.shape[1], "count": int(found.multiplications[-1])}
    return [
        _COUNTED.format(h=numeral(float(h), 3), error=numeral(float(worst), 3), **counts)[language]
        for h, worst in zip(found.h, found.errors.max(axis=1), strict=True)
    ]


def _fit(choice: ModelChoice, found: Nudges) -> Subplot:
    """The curve at the sliders, and where the loss is evaluated last."""
    x = BEYOND * np.linspace(found.fit.x[0], found.fit.x[-1], FINE)
    heights = found.fit.curve.value(np.moveaxis(found.theta, -1, 0), x)
    points = np.stack([np.broadcast_to(x, heights.shape), heights], axis=-1)
    data = np.column_stack([found.fit.x, found.fit.y])
    return Subplot(
        key=FIT,
        figure=plain_axes_address("x", "y", projector=choice.projector),
        legend=("curve", "start", "data"),
        x=(float(x[0]), float(x[-1])),
        y=HEIGHTS,
        curves=[Curve("start", points[0, 0])],
        shapes=[
            Shape("curve", np.concatenate([points[:, :1], points], axis=1)),  # before the first evaluation, too
            Shape("data", data[None, None], "dots"),
        ],
    )


def _errors(choice: ModelChoice, found: Nudges, language: Language) -> Subplot:
    """Too large an h: the loss bends. Too small: the difference of two losses is rounded."""
    lines = {letter: np.maximum(found.errors[:, i], SMALLEST_ERROR) for i, letter in enumerate(LETTERS)}
    return Subplot(
        key=ERRORS,
        figure=_nudge_axes_address(language, projector=choice.projector),
        title=_ERRORS[language],
        legend=LETTERS,
        x=(log10(found.h[0]), log10(found.h[-1])),
        y=power_span(*lines.values()),
        curves=[Curve(letter, np.column_stack([found.h, each])) for letter, each in lines.items()],
        cursor=np.column_stack([found.h, np.ones_like(found.h)]),
        across=True,
    )


def _dial(language: Language) -> Dial:
    return Dial(
        key="h",
        label=DIFFERENCE_STEP[language],
        under=ERRORS,
        values=[numeral(float(each), 3) for each in NUDGES],
        written=NUDGES,
        usual=USUAL_NUDGE,
        logarithmic=True,
        aligned=False,
    )


def _board(found: Nudges, language: Language) -> Board:
    """A row for each evaluation, which is filled when it is done."""
    rows, evaluations = found.losses.shape
    before = np.full((rows, 1), np.nan)
    exact = np.broadcast_to(found.exact, found.errors.shape)
    columns = [
        found.losses,
        *(np.concatenate([before, each], axis=1) for each in (found.quotients, exact, found.errors)),
    ]
    known = np.arange(evaluations) < np.arange(evaluations + 1)[:, None]
    values: Array = np.where(known[None, :, :, None], np.stack(columns, axis=-1)[:, None], np.nan)
    styles = ("start.loss", *(f"{letter}.loss" for letter in LETTERS))
    counts = (str(int(each)) for each in found.multiplications)
    return Board(
        heads=[head[language] for head in _HEADS],
        entries=[Entry(style, (count,)) for style, count in zip(styles, counts, strict=True)],
        values=values,
    )


def _styles(language: Language) -> tuple[tuple[str, str, Style], ...]:
    at = ", ".join(LETTERS)
    moved = {letter: at.replace(letter, f"{letter} + h") for letter in LETTERS}
    return (
        ("curve", _NUDGED[language], FITTED["residual"]),
        ("start", _SLIDERS[language], FITTED["start"]),
        ("data", _DATA[language], FITTED["data"]),
        ("start.loss", f"L({at})", FITTED["start"]),
        *((letter, letter, FITTED[letter]) for letter in LETTERS),
        *((f"{letter}.loss", f"L({moved[letter]})", FITTED[letter]) for letter in LETTERS),
    )


@themed("nudge-axes")
def _nudge_axes_address(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the axes of the error over h."""
    return power_axes(theme, DIFFERENCE_STEP, language, every=3, projector=projector)
