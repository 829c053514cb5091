"""What every learning rate does to the one run that is drawn on a map of basins, as an asset.

The map itself would take too long for every rate: it is made when the slider is let go.
"""

from typing import Annotated

import numpy as np

from address.race import settings_of
from address.race_link import query_of, surface_values
from pages.basins.choice import OPTIMIZER_KEYS, RATE_KEYS, SIDES, BasinsChoice, Side, read_basins
from simulation import Entrant, race, status_of
from stage.assets import Asset, asset
from stage.figure_grid import FigureGrid, Subplot, Trail, live_rows
from stage.live_axis import LiveAxis
from stage.spelling import OneOf, said_by
from ui.common.axes import rate_places
from ui.common.told_runs import seen_places

_WORDS: dict[Side, str] = {"left": "rateLeft", "right": "rateRight"}


def basins_axes(choice: BasinsChoice) -> list[LiveAxis]:
    """The learning rate of each map."""
    return [
        LiveAxis(
            key=RATE_KEYS[side],
            names=[RATE_KEYS[side]],
            word=_WORDS[side],
            value=choice.runners[side].rate,
            logarithmic=True,
            data=_axis_address(side, _link(choice, side)),
            places=rate_places(),
        )
        for side in SIDES
    ]


def _link(choice: BasinsChoice, side: Side) -> str:
    """One map as an address, without its learning rate."""
    rule = choice.runners[side].rule
    (x, y), steps = choice.start, choice.steps
    values = surface_values(choice.surface) | {"x": x, "y": y, "steps": steps, OPTIMIZER_KEYS[side]: rule.key}
    return query_of(values | settings_of(rule.key, rule))


@asset("basins-axis")
def _axis_address(side: Annotated[Side, OneOf(SIDES)], page: str) -> Asset:
    """Where the browser finds the run of every learning rate on this map."""
    choice = said_by(page, read_basins)
    surface, rates = choice.surface, np.array([float(rate) for rate in rate_places()])
    run = race(surface, [Entrant(choice.runners[side].rule, rates)], choice.start, choice.steps)
    path = np.ascontiguousarray(seen_places(surface, run.path).transpose(2, 0, 1))
    trail = Trail(choice.runners[side].rule.key, path, status_of(surface, run).left_at[-1].tolist())
    moved = Subplot(key=side, figure="", trails=[trail])
    shown = FigureGrid(key="", label="", steps=choice.steps, subplots=[moved], rows=[], styles=())
    return live_rows(rate_places(), shown, parts=("key", "trails"))
