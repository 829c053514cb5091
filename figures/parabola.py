"""The parabola of a one-dimensional picture, without any run on it."""

import numpy as np
import plotly.graph_objects as go

from figures.theme import Theme, bare_layout, look_of
from simulation import Parabola

WIDER = 1.25
"""The picture reaches this much further than the start."""
POINTS = 81


def parabola(shape: Parabola, start: float, theme: Theme, *, projector: bool = False) -> go.Figure:
    """f(s) around its floor, as far as a run that begins at s = `start` needs while it does not leave."""
    look = look_of(theme, projector=projector)
    s = np.linspace(-WIDER, WIDER, POINTS) * start
    figure = go.Figure(
        go.Scatter(
            x=s,
            y=shape.value(s[None]),
            mode="lines",
            line={"color": look.text, "width": 2},
            opacity=0.45,
            hoverinfo="skip",
        )
    )
    figure.update_layout(template="none", margin={"l": 8, "r": 8, "t": 4, "b": 8}, **bare_layout(look))
    bare = {"showgrid": False, "zeroline": False, "showticklabels": False}
    top = float(shape.value(s[:1]))
    figure.update_xaxes(range=[-abs(float(s[0])), abs(float(s[0]))], **bare)
    figure.update_yaxes(range=[-0.06 * top, top], **bare)
    return figure
