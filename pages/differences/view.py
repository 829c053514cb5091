"""From a choice to the grid of both gradients: component by component, the error over h, and what they cost over N."""

from collections.abc import Mapping
from dataclasses import replace
from math import log10

import numpy as np
from numpy.typing import NDArray

from figures.differences import DIFFERENCE_STEP, PARAMETERS, component_axes, counting_axes, power_axes, power_span
from figures.theme import GRADIENTS, Style, Theme
from numerals import numeral
from pages.differences.choice import DifferencesChoice
from pages.differences.gradients import STEPS, Gradients, gradients
from pages.differences.timings import SIZES, WIDTHS, Costs
from pages.differences.words import costs_words
from parameters import Array
from stage.assets import Asset, themed
from stage.figure_grid import Board, Curve, Dial, Entry, FigureGrid, Row, Shape, Subplot, Trail
from stage.live_axis import Mark
from text import Language, Text

COUNTING, REST = ("counting", "gradients"), ("errors", "counts", "times")
"""The subplots, row by row; the rest is folded at first."""
BOTH, GROWTH = ("gradients", "errors"), ("counts", "times")
"""Those of the scenes."""

_LABEL = Text(
    ko="손실 계산에 따라 얻은 성분의 수와 두 기울기, 간격 h에 따른 오차, 매개변수의 수에 따른 곱셈과 시간",
    en=(
        "Components known after so many evaluations, both gradients, the error against h, multiplications and time "
        "against N"
    ),
)
_COUNTING = Text(ko="얻은 성분의 수", en="Components known")
_FINISHED = Text(
    ko="수치 미분은 손실 계산 {count}번, 역전파는 정방향 1번과 역방향 1번",
    en="numerical: {count} evaluations; backpropagation: 1 forward, 1 backward",
)
_COMPONENTS = Text(ko="기울기의 성분 ∂L/∂wᵢ, N = {size}", en="Components ∂L/∂wᵢ, N = {size}")
_APART = Text(
    ko="h = {step}: 가장 큰 차이는 가장 큰 성분의 {error}배",
    en="h = {step}: largest difference {error} of the largest component",
)
_ERRORS = Text(ko="가장 큰 차이 / 가장 큰 성분", en="Largest difference / largest component")
_COUNTS = Text(ko="기울기 한 번의 곱셈", en="Multiplications of one gradient")
_TIMES = Text(ko="기울기 한 번의 시간(초), 측정값", en="Seconds for one gradient, measured")
_HEADS = (
    Text(ko="방법", en="Method"),
    Text(ko="전체 기울기의 비용", en="Cost of the full gradient"),
    Text(ko="지금까지 곱셈", en="Multiplications so far"),
    Text(ko="얻은 성분(%)", en="Components known (%)"),
)
_EVALUATIONS = Text(ko="손실 {count}번", en="{count} evaluations")
_PASSES = Text(ko="정방향 1번, 역방향 1번", en="1 forward, 1 backward")
NAMES: dict[str, Text] = {
    "numerical": Text(ko="수치 미분", en="numerical"),
    "backpropagation": Text(ko="역전파", en="backpropagation"),
    "forward": Text(ko="전진 차분", en="forward difference"),
    "central": Text(ko="중앙 차분", en="central difference"),
    "lecture": Text(ko="강의의 N(N + 1)", en="the lecture's N(N + 1)"),
}
USUAL = WIDTHS.index(97)
"""Where the dial stands first: about 10 000 parameters."""
SMALLEST_ERROR = 1e-13
"""Where the picture ends below."""
ASKED_SPANS = {"counts": (0.0, 12.0), "times": (-6.0, 3.0)}
"""The powers of ten of both costs while it is asked how far they are apart."""

Lines = Mapping[str, Array]
"""Points (len(SIZES), 2) by their style."""


def differences_grid(choice: DifferencesChoice, costs: Costs, language: Language) -> FigureGrid:
    """Everything on the page, computed; a dial leads through the sizes of what was measured."""
    found = gradients(choice)
    after = np.arange(found.evaluations + 1)
    return FigureGrid(
        key=f"{choice.width}{choice.activation}{choice.seed}{choice.difference}",
        label=_LABEL[language],
        steps=found.evaluations,
        subplots=[
            _counting(choice, found, after, language),
            _components(choice, found, after, language),
            _errors(choice, found, language),
            *(_turned(subplot, lines) for subplot, lines in growth(choice, costs, language)),
        ],
        rows=[Row(COUNTING, share=1.0), Row(REST, share=0.8)],
        leading=1,
        styles=_styles(language),
        dials=[_dial(language)],
        readout=[costs_words(costs, at)[language] for at in range(len(SIZES))],
        board=_board(choice, found, after, language),
        projector=choice.projector,
    )


def race_grid(choice: DifferencesChoice, language: Language) -> FigureGrid:
    """Both gradients alone. It plays on after the last evaluation, so that its length does not tell how many there are;
    neither does the board.
    """
    found = gradients(choice)
    after = np.arange(2 * len(found.exact) + 11)
    board = _board(choice, found, after, language)
    heads = [head for at, head in enumerate(board.heads) if at != 1]
    return FigureGrid(
        key=f"{choice.width}{choice.activation}{choice.seed}{choice.difference}",
        label=_LABEL[language],
        steps=len(after) - 1,
        subplots=[_components(choice, found, after, language), _errors(choice, found, language)],
        rows=[Row(BOTH, share=1.0)],
        styles=_styles(language),
        board=replace(board, heads=heads, entries=[each._replace(fixed=()) for each in board.entries]),
        projector=choice.projector,
    )


def growing_grid(choice: DifferencesChoice, costs: Costs, language: Language) -> FigureGrid:
    """What both ways cost alone: the playhead goes through the sizes."""
    drawn = [
        replace(subplot, trails=[Trail(style, points[None]) for style, points in lines.items()])
        for subplot, lines in growth(choice, costs, language)
    ]
    return FigureGrid(
        key=f"{choice.activation}",
        label=_LABEL[language],
        steps=len(SIZES) - 1,
        subplots=drawn,
        rows=[Row(GROWTH, share=1.0)],
        styles=_styles(language),
        readout=[costs_words(costs, -1)[language]],
        projector=choice.projector,
    )


def _counting(choice: DifferencesChoice, found: Gradients, after: NDArray[np.int64], language: Language) -> Subplot:
    """The race: differences find a component after the other, backpropagation all of them at once."""
    count = len(found.exact)
    known = {
        "backpropagation": np.where(after >= found.backpropagation_done, count, 0),
        "numerical": found.known(choice.difference, after),
    }
    return Subplot(
        key="counting",
        figure=_counting_address(language, projector=choice.projector),
        title=_COUNTING[language],
        note=_FINISHED.format(count=found.evaluations)[language],
        legend=tuple(known),
        x=(0, found.evaluations),
        y=(0, 1.08 * count),
        trails=[Trail(style, each[None].astype(float)) for style, each in known.items()],
    )


def _components(choice: DifferencesChoice, found: Gradients, after: NDArray[np.int64], language: Language) -> Subplot:
    """A bar for what backpropagation finds, a dot for what is known numerically, after so many evaluations."""
    count = len(found.exact)
    bars = np.where(after[:, None] >= found.backpropagation_done, found.exact, np.nan)
    dots = np.where(np.arange(count) < found.known(choice.difference, after)[:, None], found.numerical, np.nan)
    return Subplot(
        key="gradients",
        figure=_component_address(language, projector=choice.projector),
        title=_COMPONENTS.format(size=count)[language],
        note=_APART.format(step=numeral(choice.step, 2), error=percent(found.error))[language],
        legend=("backpropagation", "numerical"),
        weight=1.6,
        x=(0.3, count + 0.7),
        y=_span(found.exact),
        shapes=[Shape("backpropagation", _over_numbers(bars), "bars"), Shape("numerical", _over_numbers(dots), "dots")],
    )


def _over_numbers(values: Array) -> Array:
    """Components (moments, N) as points (1, moments, N, 2) over the numbers of their parameters."""
    numbers = np.broadcast_to(np.arange(1.0, values.shape[1] + 1), values.shape)
    return np.stack([numbers, values], axis=-1)[None]


def _span(exact: Array) -> tuple[float, float]:
    """What shows all components, and 0."""
    low, high = min(0.0, float(exact.min())), max(0.0, float(exact.max()))
    room = 0.08 * (high - low)
    return low - room, high + room


def _errors(choice: DifferencesChoice, found: Gradients, language: Language) -> Subplot:
    """Truncation on the right, rounding on the left; the chosen h is marked."""
    curves = {"forward": found.forward_errors, "central": found.central_errors}
    return Subplot(
        key="errors",
        figure=_step_address(language, projector=choice.projector),
        title=_ERRORS[language],
        legend=("forward", "central"),
        x=(log10(STEPS[0]), log10(STEPS[-1])),
        y=(log10(SMALLEST_ERROR), 1.0),
        curves=[Curve(key, np.column_stack([STEPS, np.maximum(each, SMALLEST_ERROR)])) for key, each in curves.items()],
        marks=[Mark(choice.step, f"h = {numeral(choice.step, 2)}")],
    )


def growth(choice: DifferencesChoice, costs: Costs, language: Language) -> list[tuple[Subplot, Lines]]:
    """Multiplications and seconds over N: axes, and the points (len(SIZES), 2) of each line."""
    sizes = np.array(SIZES, float)
    counts = {
        "numerical": costs.numerical,
        "backpropagation": costs.backpropagation,
        "lecture": sizes * (sizes + 1),
    }
    times = {"numerical": costs.numerical_seconds, "backpropagation": costs.backpropagation_seconds}
    subplots: list[tuple[Subplot, Lines]] = []
    for key, title, lines in (("counts", _COUNTS, counts), ("times", _TIMES, times)):
        subplot = Subplot(
            key=key,
            figure=_size_address(language, projector=choice.projector),
            title=title[language],
            legend=tuple(lines),
            x=(log10(SIZES[0]) - 0.1, log10(SIZES[-1]) + 0.1),
            y=power_span(*lines.values()),
            y_asked=ASKED_SPANS[key],
        )
        subplots.append((subplot, {style: np.column_stack([sizes, each]) for style, each in lines.items()}))
    return subplots


def _turned(subplot: Subplot, lines: Lines) -> Subplot:
    """Its lines as a whole, and where the dial stands."""
    places = np.column_stack([np.array(SIZES, float), np.ones(len(SIZES))])
    curves = [Curve(style, points) for style, points in lines.items()]
    return replace(subplot, curves=curves, cursor=places, across=True)


def _dial(language: Language) -> Dial:
    return Dial(
        key="size",
        label=PARAMETERS[language],
        under="counts",
        values=[f"{size:,}" for size in SIZES],
        written=[str(size) for size in SIZES],
        usual=USUAL,
        logarithmic=True,
        aligned=False,
    )


def _board(choice: DifferencesChoice, found: Gradients, after: NDArray[np.int64], language: Language) -> Board:
    """How far either way has come when both have multiplied equally often."""
    done = after >= found.backpropagation_done
    backpropagation = np.minimum(after * found.forward_pass, found.backpropagation)
    values = [
        [backpropagation, np.where(done, 100, 0)],
        [
            np.minimum(after, found.evaluations) * found.forward_pass,
            100 * found.known(choice.difference, after) / len(found.exact),
        ],
    ]
    return Board(
        heads=[head[language] for head in _HEADS],
        entries=[
            Entry("backpropagation", (_PASSES[language],)),
            Entry("numerical", (_EVALUATIONS.format(count=found.evaluations)[language],)),
        ],
        values=np.array(values, float).transpose(2, 0, 1)[None],
    )


def percent(error: float) -> str:
    """An error as a share of the largest component; where it is 0 to the last digit, that."""
    return numeral(error, 2) if error >= 1e-12 else "< 10⁻¹²"


def _styles(language: Language) -> tuple[tuple[str, str, Style], ...]:
    named = [(key, NAMES[key][language], each) for key, each in GRADIENTS.items()]
    return (*named, ("forward", NAMES["forward"][language], GRADIENTS["numerical"]))


@themed("counting-axes")
def _counting_address(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the axes of what is known."""
    return counting_axes(theme, language, projector=projector)


@themed("component-axes")
def _component_address(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the axes of the components."""
    return component_axes(theme, language, projector=projector)


@themed("step-axes")
def _step_address(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the axes of the error."""
    return power_axes(theme, DIFFERENCE_STEP, language, every=3, projector=projector)


@themed("size-axes")
def _size_address(theme: Theme, language: Language, *, projector: bool) -> Asset:
    """Where the browser finds the axes of what it costs."""
    return power_axes(theme, PARAMETERS, language, projector=projector)
