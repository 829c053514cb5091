"""The learning rate over the step, one line for each schedule."""

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from figures.loss import STEP
from figures.theme import SCHEDULE_STYLES, Theme, bare_layout, look_of
from simulation import RateSchedule
from text import Language, Text

RATE = Text(ko="학습률 n", en="learning rate n")
MARKS = 7
"""So many markers tell a line from the others."""
_SYMBOLS = {"triangle": "triangle-up"}
"""Plotly's names of markers, where they are not ours."""


def schedules_figure(
    schedules: Mapping[str, RateSchedule], theme: Theme, language: Language, *, projector: bool = False
) -> go.Figure:
    """Each schedule by its key, with the colour, dash and marker of its track; the axis begins at 0.

    Markers stand at other steps on every line, so that none is hidden where lines lie on each other.
    """
    look = look_of(theme, projector=projector)
    drawn = go.Figure()
    for place, (key, schedule) in enumerate(schedules.items()):
        style = SCHEDULE_STYLES[key]
        ink = style.color(theme)
        steps = np.arange(1, schedule.steps + 1)
        rates = np.array([schedule(int(t)) for t in steps])
        marked = np.unique(np.linspace(0, len(steps) - 1, MARKS * len(schedules)).round().astype(int))
        marked = marked[place :: len(schedules)]
        drawn.add_scatter(x=steps, y=rates, mode="lines", line={"color": ink, "dash": style.dash, "width": 2})
        drawn.add_scatter(
            x=steps[marked],
            y=rates[marked],
            mode="markers",
            marker={
                "color": ink,
                "symbol": _SYMBOLS.get(style.marker, style.marker),
                "size": 8,
                "line": {"color": look.halo, "width": 1},
            },
        )
    drawn.update_layout(template="none", margin={"l": 52, "r": 12, "t": 8, "b": 30}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    drawn.update_xaxes(title={"text": STEP[language], "standoff": 2}, nticks=8, **axis)
    drawn.update_yaxes(
        title={"text": RATE[language], "standoff": 4}, rangemode="tozero", nticks=4, exponentformat="power", **axis
    )
    return drawn
