"""The race on the opening page: the one that the race's own page begins with, on its map alone, under its live rate."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from address import Address
from address.fairness import RATE_SPAN
from address.race import RaceChoice, read_race
from figures.theme import style
from optimizers import OPTIMIZERS
from parameters import Array
from simulation import rate_regimes, status_of
from stage.assets import Asset, asset
from stage.figure_grid import FigureGrid, Row, Subplot, Trail, live_rows
from stage.inks import regime_styles
from text import Language, Text
from ui.common.axes import rate_axis
from ui.common.race_assets import map_address
from ui.common.race_axis import run_rungs
from ui.common.race_compute import raced
from ui.common.told_runs import seen_places

_LABEL = Text(ko="{surface} 위에서 내려가는 다섯 최적화 기법", en="Five optimizers descending {surface}")
TALL = 17
"""Of the picture, in sizes of type."""


def read_opening(address: Address) -> RaceChoice:
    """The race nobody has changed yet, but for its learning rate."""
    race = read_race(Address({}))
    return replace(race, rate=address.number("rate", *RATE_SPAN, race.rate))


def opening_race(choice: RaceChoice, language: Language, *, projector: bool) -> FigureGrid:
    """The race, played."""
    path = raced(choice.conditions, choice.entrants).run.path
    runs = [path[None, :, :, column] for column in range(len(choice.chosen))]
    rate = rate_axis(choice.surface, choice.start, choice.rate, _axis_address(), of=choice.chosen[0])
    grid = _grid(choice, runs, language, projector=projector)
    return replace(grid, axes=[rate], styles=(*grid.styles, *regime_styles(language)))


def _grid(choice: RaceChoice, runs: Sequence[Array], language: Language, *, projector: bool) -> FigureGrid:
    """The map with these runs (rows, steps + 1, 2) of all who race."""
    surface = choice.surface
    (x0, x1), (y0, y1) = surface.domain
    subplot = Subplot(
        key="map",
        figure=map_address(surface, projector=projector),
        title=surface.name[language],
        legend=choice.chosen,
        proportion=(x1 - x0) / (y1 - y0),
        trails=[Trail(key, np.ascontiguousarray(run)) for key, run in zip(choice.chosen, runs, strict=True)],
    )
    return FigureGrid(
        key="start",
        label=_LABEL.format(surface=surface.name)[language],
        steps=choice.steps,
        subplots=[subplot],
        rows=[Row(("map",), tall=TALL)],
        styles=tuple((key, OPTIMIZERS[key].name, style(key, tuple(OPTIMIZERS))) for key in choice.chosen),
        projector=projector,
    )


@asset("opening-axis")
def _axis_address() -> Asset:
    """Where the browser finds what every learning rate does in it."""
    choice = read_opening(Address({}))
    found = run_rungs(choice, "rate")
    runs = [seen_places(choice.surface, run.path).transpose(2, 0, 1) for run in found.runs]
    regimes = [rate_regimes(choice.surface, run, status_of(choice.surface, run)).tolist() for run in found.runs]
    return live_rows(found.values, _grid(choice, runs, "en", projector=False), regimes=regimes)
