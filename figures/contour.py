"""The map of a surface: contours, minima and saddle points, without any trail."""

import numpy as np
import plotly.graph_objects as go

from figures.heights import Heights, Mapped, colour_scale, heights
from figures.theme import Look, Theme, bare_layout, look_of

RESOLUTION = 121
"""Points along each side of the grid."""
FEW = 12
"""More local minima than this are marked smaller, so that they do not hide the surface."""


LONGEST = 4.0
"""A picture is drawn in its true proportions unless one side is more than so many times the other."""


def contour(surface: Mapped, theme: Theme, *, projector: bool = False, true: bool = False) -> go.Figure:
    """The map of `surface` over its domain; in `true` proportions right angles are seen as such."""
    look = look_of(theme, projector=projector)
    (x0, x1), (y0, y1) = surface.domain
    figure = go.Figure(_ground(heights(surface, RESOLUTION), look))
    _mark_points(figure, surface, look)
    figure.update_layout(
        margin={"l": 36, "r": 8, "t": 8, "b": 30},
        **bare_layout(look),
    )
    axis = {"showgrid": False, "zeroline": False, "ticks": "outside", "ticklen": 4, "tickcolor": look.faint}
    figure.update_xaxes(range=[x0, x1], **axis)
    figure.update_yaxes(range=[y0, y1], **axis)
    if true and max(x1 - x0, y1 - y0) <= LONGEST * min(x1 - x0, y1 - y0):
        figure.update_xaxes(constrain="domain")
        figure.update_yaxes(constrain="domain", scaleanchor="x")
    return figure


def _ground(grid: Heights, look: Look) -> go.Contour:
    """The contour trace."""
    return go.Contour(
        x=grid.x.astype(np.float32),
        y=grid.y.astype(np.float32),
        z=grid.shown.astype(np.float32),
        colorscale=colour_scale(look.depths),
        contours=grid.contours,
        line={"color": look.lines, "width": 1},
        showscale=False,
        hoverinfo="skip",
    )


def _mark_points(figure: go.Figure, surface: Mapped, look: Look) -> None:
    """A filled star at global minima, an open one at local minima, a cross at saddle points."""
    only_local = [each for each in surface.minima if not each.is_global]
    marked = [
        ([each for each in surface.minima if each.is_global], "star", 13),
        (only_local, "star-open", 11 if len(only_local) <= FEW else 6),
        (surface.saddles, "x-thin-open", 9),
    ]
    for points, symbol, size in marked:
        if points:
            figure.add_scatter(
                x=[each.place[0] for each in points],
                y=[each.place[1] for each in points],
                mode="markers",
                marker={"symbol": symbol, "size": size, "color": look.text, "line": {"color": look.text, "width": 1.5}},
                hoverinfo="skip",
            )
