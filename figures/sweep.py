"""Empty axes for what comes of many values of one setting, one beside the other in the order they were tried."""

from typing import NamedTuple

import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of


class Ticks(NamedTuple):
    """Places on the axis, which counts the values from 0, and the words there."""

    at: tuple[float, ...]
    words: tuple[str, ...]


def sweep_axes(
    theme: Theme, titles: tuple[str, str], ticks: Ticks, *, logarithmic: bool, projector: bool = False
) -> go.Figure:
    """Axes called `titles`; their ranges are set where they are shown."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 66, "r": 12, "t": 22, "b": 32}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    across, up = ({"text": title, "standoff": 4} for title in titles)
    figure.update_xaxes(title=across, tickvals=list(ticks.at), ticktext=list(ticks.words), **axis)
    kind = {"type": "log", "exponentformat": "power"} if logarithmic else {"type": "linear", "rangemode": "tozero"}
    figure.update_yaxes(title=up, nticks=6, **kind, **axis)
    return figure
