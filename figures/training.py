"""The empty axes of a training race: the frame of a small picture, and what is measured over the steps."""

from collections.abc import Sequence
from math import ceil

import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of

LABELS = 4
"""On a logarithmic axis, about."""


def bare_frame(theme: Theme, *, projector: bool = False) -> go.Figure:
    """A frame without ticks; its ranges are set where it is shown."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 3, "r": 3, "t": 3, "b": 3}, **bare_layout(look))
    axis = {"showgrid": False, "zeroline": False, "showticklabels": False, "showline": True, "mirror": True}
    figure.update_xaxes(linecolor=look.faint, **axis)
    figure.update_yaxes(linecolor=look.faint, **axis)
    return figure


def measured_axes(
    theme: Theme, ticks: Sequence[float], words: Sequence[str], *, decades: float | None, projector: bool = False
) -> go.Figure:
    """Axes whose title stands above the picture; their ranges are set where they are shown.

    The upper axis is logarithmic where it spans so many decades, which says how many of them are labelled.
    """
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 40, "r": 14, "t": 6, "b": 18}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    figure.update_xaxes(tickvals=list(ticks), ticktext=list(words), tickangle=0, **axis)
    if decades is None:
        figure.update_yaxes(nticks=5, **axis)
    else:
        figure.update_yaxes(type="log", exponentformat="power", dtick=max(1, ceil(decades / LABELS)), **axis)
    return figure
