"""The map of a surface: contours, minima and saddle points, without any trail."""

from typing import Protocol

import numpy as np
import plotly.graph_objects as go

from figures.theme import LOOKS, Look, Theme
from parameters import Array
from simulation import Chart

RESOLUTION = 121
"""Points along each side of the grid."""
LEVELS = 18
FEW = 12
"""More local minima than this are marked smaller, so that they do not hide the surface."""


class Mapped(Chart, Protocol):
    """A chart that says whether its heights are better coloured by their logarithm."""

    @property
    def logarithmic(self) -> bool: ...


def contour(surface: Mapped, theme: Theme) -> go.Figure:
    """The map of `surface` over its domain."""
    look = LOOKS[theme]
    (x0, x1), (y0, y1) = surface.domain
    x, y = np.linspace(x0, x1, RESOLUTION), np.linspace(y0, y1, RESOLUTION)
    height = surface.value(np.array(np.meshgrid(x, y)))
    figure = go.Figure(_heights(x, y, height, look, logarithmic=surface.logarithmic))
    _mark_points(figure, surface, look)
    figure.update_layout(
        margin={"l": 36, "r": 8, "t": 8, "b": 30},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": look.text, "size": 12},
        showlegend=False,
    )
    axis = {"showgrid": False, "zeroline": False, "ticks": "outside", "ticklen": 4, "tickcolor": look.faint}
    figure.update_xaxes(range=[x0, x1], **axis)
    figure.update_yaxes(range=[y0, y1], **axis)
    return figure


def _heights(x: Array, y: Array, height: Array, look: Look, *, logarithmic: bool) -> go.Contour:
    """The contour trace. Colours are for reading the shape; they never touch what the race computes."""
    lowest = float(height.min())
    shown = np.log(height - lowest + 1e-3 * float(np.ptp(height)) ** 0.5) if logarithmic else height
    scale = [[i / (len(look.depths) - 1), color] for i, color in enumerate(look.depths)]
    bottom, top = float(shown.min()), float(shown.max())
    return go.Contour(
        x=x.astype(np.float32),
        y=y.astype(np.float32),
        z=shown.astype(np.float32),
        colorscale=scale,
        contours={"start": bottom, "end": top, "size": (top - bottom) / LEVELS},
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
