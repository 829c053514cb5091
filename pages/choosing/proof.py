"""The scenes of four rates: their picture, what was measured of it, what is asked, and what can be exported."""

from collections.abc import Sequence
from dataclasses import replace

from address import Address
from export.bundle import Bundle, Labels
from export.slide import Heads, Runs, Slide, content_of, rate_words
from export.slides import Content, Racer
from export.table import table
from optimizers import GradientDescent
from pages.choosing.choice import ChoosingChoice, read_choosing
from pages.choosing.compute import (
    FRACTIONS,
    LEVEL_FRACTIONS,
    LEVEL_NAMES,
    LEVELS,
    SIZE_NAMES,
    SIZES,
    run_four_rates,
)
from pages.choosing.view import CURVES, STYLES, choosing_grid
from scenes import SideBySide
from simulation import RATE_REGIME_NAMES, RateRegime
from stage.figure_grid import FigureGrid
from stage.words import WORDS
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

LOWEST = "lowest"
"""What is asked of the loss curves; of the surface it is a size."""

_FATE = Text(ko="‘{rate}’ 학습률은 어떻게 될까요?", en="What happens with the “{rate}” learning rate?")
_LOWEST = Text(
    ko="기울기에 잡음이 있을 때, 최종 손실이 가장 낮은 학습률은?",
    en="With noisy gradients, which learning rate's final loss is lowest?",
)
_HEADS = Heads(Text(ko="크기", en="Size"), WORDS["rate"])


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """What there is to see of a scene of four rates: the loss curves alone where it asks about them."""
    curves = ask == LOWEST
    choice = read_choosing(address)
    yield 0.0
    evidence = side_by_side(choice)
    return SceneResult(
        _part(choosing_grid(choice, language), curves=curves),
        evidence,
        _asking(ask, evidence),
        lambda labels: _bundle(choice, labels, curves=curves),
    )


def _part(grid: FigureGrid, *, curves: bool) -> FigureGrid:
    """Of the page of four rates its loss curves alone, or everything else, with all of the window's room."""
    subplots = [subplot for subplot in grid.subplots if (subplot.key in CURVES) == curves]
    first, maps, slices = grid.rows
    rows = [first] if curves else [maps, slices._replace(share=0.8 * (maps.share or 1), tall=None)]
    return replace(grid, subplots=subplots, rows=rows)


def side_by_side(choice: ChoosingChoice) -> SideBySide:
    """What the four rates, and those of the loss curves, do."""
    four = run_four_rates(choice.surface, choice.start, choice.steps, choice.noise, choice.seed)
    regimes = [*zip(SIZES, four.regimes, strict=True), *zip(LEVELS, four.levels, strict=True)]
    heights = four.at_last - (four.lowest or 0.0)
    names = [*SIZE_NAMES.items(), *LEVEL_NAMES.items()]
    return SideBySide(
        names=dict[str, Text](names),
        regimes={key: RateRegime(int(regime)) for key, regime in regimes},
        at_last=dict(zip(LEVELS, map(float, heights), strict=True)),
        exact={level: four.exact[:, column] for column, level in enumerate(LEVELS)},
    )


def _asking(ask: str, evidence: SideBySide) -> Asking:
    """Which of the loss curves ends lowest in noise, or what becomes of one size."""
    names = evidence.names
    if ask == LOWEST:
        lowest = min(evidence.at_last, key=evidence.at_last.__getitem__)
        return Asking(_LOWEST, {level: names[level] for level in evidence.at_last}, [lowest])
    fates = {each.name.lower(): RATE_REGIME_NAMES[each] for each in RateRegime}
    return Asking(_FATE.format(rate=names[ask]), fates, [evidence.regimes[ask].name.lower()])


def _bundle(choice: ChoosingChoice, labels: Labels, *, curves: bool) -> Bundle:
    """Gradient descent with the four rates of the maps, or in noise with those of the loss curves."""
    four = run_four_rates(choice.surface, choice.start, choice.steps, choice.noise, choice.seed)
    names: Sequence[Text] = [*(LEVEL_NAMES if curves else SIZE_NAMES).values()]
    rates = [four.edge * share for share in (LEVEL_FRACTIONS if curves else FRACTIONS).values()]
    racers = [
        Racer(name[labels.slide_language], rate_words(rate), style)
        for name, rate, style in zip(names, rates, STYLES, strict=True)
    ]
    runs = Runs(choice.surface, four.in_noise if curves else four.run, racers, _HEADS)
    return Bundle(
        name=labels.name,
        slide=Slide(labels.key, lambda: _content(runs, labels)),
        table=lambda: table(runs.surface, runs.run, [(GradientDescent.name, rate) for rate in rates]),
    )


def _content(runs: Runs, labels: Labels) -> Content:
    content = content_of(runs, labels.on_slide, labels.slide_language, labels.theme)
    return replace(content, leavers_below=True)
