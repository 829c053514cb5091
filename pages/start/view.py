"""The race on the opening page: the one that the race's own page begins with, on its map alone."""

import numpy as np

from address import Address
from address.projector import is_projected
from address.race import RaceChoice, read_race
from figures.theme import style
from optimizers import OPTIMIZERS
from stage.figure_grid import FigureGrid, Row, Subplot, Trail
from text import Language, Text
from ui.common.race_assets import map_address
from ui.common.race_compute import raced

_LABEL = Text(ko="{surface} 위에서 내려가는 다섯 최적화 기법", en="Five optimizers descending {surface}")
TALL = 17
"""Of the picture, in sizes of type."""


def opening_race(spoken: Address, language: Language) -> FigureGrid:
    """The race nobody has changed yet; of the address only the projector counts."""
    choice = read_race(Address({}))
    surface = choice.surface
    projector = is_projected(spoken)
    (x0, x1), (y0, y1) = surface.domain
    subplot = Subplot(
        key="map",
        figure=map_address(surface, projector=projector),
        title=surface.name[language],
        legend=choice.chosen,
        proportion=(x1 - x0) / (y1 - y0),
        trails=_trails(choice),
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


def _trails(choice: RaceChoice) -> list[Trail]:
    """One for each optimizer."""
    path = raced(choice.conditions, choice.entrants).run.path
    return [Trail(key, np.ascontiguousarray(path[None, :, :, i])) for i, key in enumerate(choice.chosen)]
