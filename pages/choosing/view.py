"""From a choice to the grid of the four learning rates: on the surface, on a parabola, and as loss curves."""

from typing import Literal, get_args

import numpy as np

from figures.loss import loss_scale
from figures.parabola import parabola
from figures.theme import REGIMES, Style, Theme
from numerals import numeral
from pages.choosing.choice import ChoosingChoice
from pages.choosing.compute import (
    FRACTIONS,
    LEVEL_FRACTIONS,
    LEVEL_NAMES,
    LEVELS,
    SIZE_NAMES,
    SIZES,
    FourRates,
    Size,
    run_four_rates,
    slice_start,
)
from pages.dial.words import edge_words
from parameters import Array
from simulation import RATE_REGIME_NAMES, Parabola, RateRegime
from stage.assets import Asset, themed
from stage.figure_grid import FigureGrid, Place, Row, Subplot, Trail
from text import Language, Text
from ui.common.race_assets import axes_address, map_address

_LABEL = Text(
    ko="학습률 네 가지: 손실 곡선, 곡면 위의 경로, 포물선 위의 스텝",
    en="Four learning rates: loss curves, paths on the surface, steps on a parabola",
)
_FRACTION = Text(ko="2/λmax의 {share}배: {regime}", en="{share} × 2/λmax: {regime}")
_SLICE = Text(ko="곡률 λmax인 포물선", en="Parabola of curvature λmax")
_EXACT = Text(ko="학습률과 손실, 정확한 기울기", en="Learning rate and loss, exact gradient")
_NOISY = Text(ko="학습률과 손실, 잡음 σ = {noise}", en="Learning rate and loss, noise σ = {noise}")
_AT_LAST = Text(ko="마지막 1/4 평균 {loss}", en="average over the last quarter: {loss}")
_GONE = Text(ko="발산", en="diverges")

Kind = Literal["exact", "noisy"]
CURVES: tuple[Kind, ...] = get_args(Kind)
"""The subplots of the loss curves."""

STYLES: tuple[Style, ...] = tuple(
    REGIMES[regime] for regime in (RateRegime.CRAWL, RateRegime.CONVERGE, RateRegime.OSCILLATE, RateRegime.DIVERGE)
)
"""Of the four, from the smallest to the largest: in the ink of what each does on the lecture's slide."""


def choosing_grid(choice: ChoosingChoice, language: Language) -> FigureGrid:
    """Everything on the page, computed."""
    four = run_four_rates(choice.surface, choice.start, choice.steps, choice.noise, choice.seed)
    return FigureGrid(
        key=f"{choice.surface}{choice.start}",
        label=_LABEL[language],
        steps=choice.steps,
        subplots=[
            *(_curves(choice, four, kind, language) for kind in CURVES),
            *(_map(choice, four, size, language) for size in SIZES),
            *(_slice(choice, four, size, language) for size in SIZES),
        ],
        rows=[Row(CURVES, share=0.5), Row(SIZES, share=0.5), Row([_slice_key(size) for size in SIZES], tall=14)],
        styles=(*_size_styles(language), *_level_styles(four, language)),
        readout=[edge_words(choice.surface, choice.start)[language]],
        projector=choice.projector,
    )


def _map(choice: ChoosingChoice, four: FourRates, size: Size, language: Language) -> Subplot:
    """The path on the surface with one of the rates; the start can be moved on the first."""
    surface, column = choice.surface, SIZES.index(size)
    (x0, x1), (y0, y1) = surface.domain
    rate, share = four.edge * FRACTIONS[size], FRACTIONS[size]
    regime = RATE_REGIME_NAMES[RateRegime(four.regimes[column])]
    return Subplot(
        key=size,
        figure=map_address(surface, projector=choice.projector),
        title=f"{SIZE_NAMES[size][language]}, n = {numeral(rate, 3)}",
        note=_FRACTION.format(share=numeral(share, 3), regime=regime)[language],
        proportion=(x1 - x0) / (y1 - y0),
        trails=[Trail(size, _rows(four.path[:, :, column]), [int(four.left[column])])],
        start=choice.start,
        domain=surface.domain,
    )


def _slice(choice: ChoosingChoice, four: FourRates, size: Size, language: Language) -> Subplot:
    """The same rate on the parabola with the curvature λmax."""
    start = slice_start(choice.surface)
    return Subplot(
        key=_slice_key(size),
        figure=_parabola_address(four.parabola.curvature, start, projector=choice.projector),
        title=_SLICE[language],
        proportion=1.6,
        trails=[Trail(size, _rows(four.slices[:, :, SIZES.index(size)]))],
    )


def _curves(choice: ChoosingChoice, four: FourRates, kind: Kind, language: Language) -> Subplot:
    """The loss over the step with all four rates, on an even axis as on the lecture's slide."""
    losses = four.exact if kind == "exact" else four.noisy
    title = _EXACT if kind == "exact" else _NOISY.format(noise=numeral(choice.noise, 2))
    return Subplot(
        key=kind,
        figure=axes_address(language, logarithmic=False, projector=choice.projector),
        title=title[language],
        legend=[_level_key(kind, level) for level in range(len(LEVELS))],
        x=(0, choice.steps),
        y=_span(four),
        trails=[Trail(_level_key(kind, level), losses[None, :, level]) for level in range(len(LEVELS))],
    )


def _span(four: FourRates) -> Place:
    """From the lowest loss to a little above the start, the same for both loss pictures."""
    if four.lowest is None:
        return loss_scale(four.exact, None).axis_range
    start = float(four.exact[0, 0])
    room = max(start - four.lowest, np.finfo(float).tiny)
    return four.lowest - 0.04 * room, start + 0.25 * room


def _rows(points: Array) -> Array:
    """Points (steps + 1, 2) as the only row of a trail."""
    return np.ascontiguousarray(points[None])


def _slice_key(size: Size) -> str:
    return f"slice.{size}"


def _level_key(kind: Kind, level: int) -> str:
    return f"{kind}.{level}"


def _size_styles(language: Language) -> list[tuple[str, str, Style]]:
    return [(size, SIZE_NAMES[size][language], each) for size, each in zip(SIZES, STYLES, strict=True)]


def _level_styles(four: FourRates, language: Language) -> list[tuple[str, str, Style]]:
    """Each loss curve's name says what it measurably does."""
    styles = []
    for level, each in enumerate(STYLES):
        name, rate = LEVEL_NAMES[LEVELS[level]][language], four.edge * LEVEL_FRACTIONS[LEVELS[level]]
        regime = RATE_REGIME_NAMES[RateRegime(four.levels[level])][language]
        last = float(four.at_last[level])
        stays = _AT_LAST.format(loss=numeral(last, 2)) if abs(last) < _far(four) else _GONE
        styles.append((_level_key("exact", level), f"{name} n = {numeral(rate, 3)}: {regime}", each))
        styles.append((_level_key("noisy", level), f"{name}: {stays[language]}", each))
    return styles


def _far(four: FourRates) -> float:
    """Above this a loss is no height to stay at."""
    return 1e3 * max(1.0, abs(float(four.exact[0, 0])))


@themed("parabola")
def _parabola_address(theme: Theme, curvature: float, start: float, *, projector: bool) -> Asset:
    """Where the browser finds the parabola."""
    return parabola(Parabola(curvature), start, theme, projector=projector)
