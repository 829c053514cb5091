"""Empty axes for functions of one variable and for bars, with words along the axis where its places only count."""

from typing import Any

import plotly.graph_objects as go

from figures.sweep import Ticks
from figures.theme import Theme, bare_layout, look_of

AUTOMATIC = Ticks((), ())
"""Ticks where Plotly finds that they stand well."""


def function_axes(
    theme: Theme,
    title: str = "",
    ticks: Ticks = AUTOMATIC,
    origin: float | None = None,
    *,
    projector: bool = False,
) -> go.Figure:
    """Axes whose ranges are set where they are shown; `title` stands below, lines through y = 0 and x = `origin`."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    margin = {"l": 44, "r": 12, "t": 8, "b": 38 if title else 22}
    figure.update_layout(template="none", margin=margin, **bare_layout(look))
    axis: dict[str, Any] = {"gridcolor": look.faint, "zeroline": False}
    words = {} if ticks == AUTOMATIC else {"tickvals": list(ticks.at), "ticktext": list(ticks.words)}
    figure.update_xaxes(title={"text": title, "standoff": 4}, nticks=9, **words, **axis)
    figure.update_yaxes(nticks=6, **axis)
    line = {"line": {"color": look.text, "width": 1}, "layer": "below", "opacity": 0.55}
    figure.add_hline(y=0, **line)
    if origin is not None:
        figure.add_vline(x=origin, **line)
    return figure
