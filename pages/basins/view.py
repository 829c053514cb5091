"""From a choice to the grid of the basins: two maps of where every start ends, and one run on each."""

from collections.abc import Mapping

import numpy as np

from figures.basins import FAINTEST, OTHER_STRENGTH, OTHERS, basins_map, faded, hue, sign
from figures.theme import LOOKS, Style, Theme, style
from optimizers import OPTIMIZERS
from pages.basins.axis import basins_axes
from pages.basins.choice import SIDES, BasinsChoice, Side
from pages.basins.compute import Answer
from pages.basins.words import ending, lost
from simulation import LEFT, UNSETTLED, Entrant, Run, basins, race, status_of
from stage.assets import Asset, themed
from stage.figure_grid import Area, FigureGrid, Row, Subplot, Trail
from surfaces import Surface
from text import Language, Text
from work.pieces import finished

_LABEL = Text(
    ko="출발점마다 어느 최솟값에 도달하는지 색으로 나타낸 지도 두 장",
    en="Two maps, coloured by the minimum that each start reaches",
)
_GLOBAL = Text(ko="전역 최솟값 {share}", en="global minimum {share}")
_LOCAL = Text(ko="지역 최솟값 {count}곳 {share}", en="{count} local minima {share}")
_UNSETTLED = Text(ko="수렴하지 않음 {share}", en="did not converge {share}")
_LEFT = Text(ko="이탈 {share}", en="left the plot {share}")
_STRENGTH = Text(ko="진할수록 빨리 도달", en="darker = sooner")
_STRENGTHS = {"strength.1": 1.0, "strength.2": (1 + FAINTEST) / 2, "strength.3": FAINTEST}
"""Styles that show it, and how much of the colour of words they have."""


def basins_grid(choice: BasinsChoice, answers: Mapping[Side, Answer], language: Language) -> FigureGrid:
    """Both maps with their shares, and the run from the chosen start."""
    surface = choice.surface
    run = run_of(choice)
    left = status_of(surface, run).left_at[-1]
    readout = []
    for column, side in enumerate(SIDES):
        start = np.array(choice.start)[:, None]
        ends = finished(basins(surface, choice.runners[side].rule, start, choice.runners[side].rate, choice.steps))
        reached = int(ends.reached[0])
        step = left[column] if reached == LEFT else ends.arrival[0]
        readout.append(ending(choice, side, reached, int(step))[language])
    return FigureGrid(
        key=f"{surface}{choice.start}",
        label=_LABEL[language],
        steps=choice.steps,
        subplots=[
            _map(choice, side, answers[side], Trail(choice.runners[side].rule.key, path[None], [int(gone)]), language)
            for side, path, gone in zip(SIDES, run.path.transpose(2, 0, 1), left, strict=True)
        ],
        rows=[Row(SIDES, share=1.0)],
        styles=(*_runner_styles(choice), *_area_styles(surface)),
        readout=[" · ".join(readout)],
        projector=choice.projector,
        axes=basins_axes(choice),
    )


def run_of(choice: BasinsChoice) -> Run:
    """From the chosen start, a column for each side."""
    entrants = [Entrant(*choice.runners[side]) for side in SIDES]
    return race(choice.surface, entrants, choice.start, choice.steps)


def _map(choice: BasinsChoice, side: Side, answer: Answer, trail: Trail, language: Language) -> Subplot:
    (x0, x1), (y0, y1) = choice.surface.domain
    rule = choice.runners[side].rule
    return Subplot(
        key=side,
        figure=_map_address(choice.surface, projector=choice.projector),
        cells=answer.cells,
        title=rule.name,
        note=lost(choice, side),
        areas=[*_minima_areas(choice.surface, answer, language), *_other_areas(answer, language)],
        proportion=(x1 - x0) / (y1 - y0),
        trails=[trail],
        start=choice.start,
        domain=choice.surface.domain,
    )


def _minima_areas(surface: Surface, answer: Answer, language: Language) -> list[Area]:
    """How many of the starts reached each minimum; where they are many, the global ones and the others."""
    minima, shares = surface.minima, answer.shares[: len(surface.minima)]
    if not minima:
        return []
    if sign(0, len(minima)):
        signed = [
            f"{sign(i, len(minima))}{' ★' * each.is_global} {_percent(shares[i])}" for i, each in enumerate(minima)
        ]
        return [Area((_hue_key(hue(i)),), label) for i, label in enumerate(signed)]
    of_global = np.array([each.is_global for each in minima])
    local = dict.fromkeys(_hue_key(hue(i)) for i, each in enumerate(minima) if not each.is_global)
    words = _LOCAL.format(count=int((~of_global).sum()), share=_percent(shares[~of_global].sum()))
    return [
        Area((_hue_key(hue(0)),), f"★ {_GLOBAL.format(share=_percent(shares[of_global].sum()))[language]}"),
        Area(tuple(local), words[language]),
    ]


def _other_areas(answer: Answer, language: Language) -> list[Area]:
    """The two hatches, and what the strength of a colour means."""
    *_, unsettled, left = map(_percent, answer.shares)
    return [
        Area((_other_key(UNSETTLED),), _UNSETTLED.format(share=unsettled)[language], "stripes"),
        Area((_other_key(LEFT),), _LEFT.format(share=left)[language], "dots"),
        Area(tuple(_STRENGTHS), _STRENGTH[language]),
    ]


def _percent(share: float) -> str:
    """In tenths; what is rounded to nothing but is something says so."""
    return f"{share:.1f}%" if share >= 0.05 or share == 0 else "< 0.1%"


def _hue_key(color: str) -> str:
    return f"basin{color}"


def _other_key(kind: int) -> str:
    return f"basin{kind}"


def _runner_styles(choice: BasinsChoice) -> list[tuple[str, str, Style]]:
    rules = dict.fromkeys(choice.runners[side].rule.key for side in SIDES)
    return [(key, OPTIMIZERS[key].name, style(key, tuple(OPTIMIZERS))) for key in rules]


def _area_styles(surface: Surface) -> list[tuple[str, str, Style]]:
    """The colours of the areas on light and on dark pages."""
    hues = dict.fromkeys(hue(index) for index in range(len(surface.minima)))
    words = LOOKS["light"].text, LOOKS["dark"].text
    return [
        *((_hue_key(color), "", _patch_style((color, color), 1.0)) for color in hues),
        *((_other_key(kind), "", _patch_style((color, color), OTHER_STRENGTH)) for kind, color in OTHERS.items()),
        *((key, "", _patch_style(words, share)) for key, share in _STRENGTHS.items()),
    ]


def _patch_style(colors: tuple[str, str], share: float) -> Style:
    """So much of a colour on a light and on a dark page."""
    light, dark = colors
    return Style(faded(light, share, LOOKS["light"]), faded(dark, share, LOOKS["dark"]), "solid", "circle")


@themed("basins-map")
def _map_address(theme: Theme, surface: Surface, *, projector: bool) -> Asset:
    """Where the browser finds the map of a surface, without the colours of its basins."""
    return basins_map(surface, theme, projector=projector)
