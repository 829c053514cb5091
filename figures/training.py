"""The empty axes of a training race: the frame of a small picture, and what is measured over the steps."""

from collections.abc import Sequence

import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of


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
    theme: Theme, ticks: Sequence[float], words: Sequence[str], *, logarithmic: bool, projector: bool = False
) -> go.Figure:
    """Axes whose title stands above the picture; their ranges are set where they are shown."""
    look = look_of(theme, projector=projector)
    figure = go.Figure()
    figure.update_layout(template="none", margin={"l": 40, "r": 14, "t": 6, "b": 18}, **bare_layout(look))
    axis = {"gridcolor": look.faint, "zeroline": False}
    figure.update_xaxes(tickvals=list(ticks), ticktext=list(words), tickangle=0, **axis)
    kind = {"type": "log", "exponentformat": "power", "dtick": 1} if logarithmic else {"type": "linear", "nticks": 5}
    figure.update_yaxes(**kind, **axis)
    return figure
