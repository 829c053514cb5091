"""Empty axes for what comes of many values of one setting, one beside the other in the order they were tried."""

from typing import NamedTuple

import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of


class Ticks(NamedTuple):
    """Places on the axis, which counts the values from 0, and the words there."""

    at: tuple[float, ...]
    words: tuple[str, ...]


def sweep_axes(theme: Theme, ticks: Ticks, *, logarithmic: bool, projector: bool = False) -> go.Figure:
    """Axes without titles, which stand around the picture; their ranges are set where they are shown."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 50, "r": 12, "t": 20, "b": 18}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    figure.update_xaxes(tickvals=list(ticks.at), ticktext=list(ticks.words), **axis)
    kind = {"type": "log", "exponentformat": "power"} if logarithmic else {"type": "linear"}
    figure.update_yaxes(nticks=5, **kind, **axis)
    return figure
