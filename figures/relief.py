"""The relief of a surface: the same heights as on the map, raised in three dimensions, without any trail."""

import numpy as np
import plotly.graph_objects as go

from figures.heights import Heights, Mapped, colour_scale, heights
from figures.theme import Look, Theme, bare_layout, look_of

RESOLUTION = 81
"""Points along each side of the grid: a computer without a graphics card has to turn it, too."""
SIDE, TALL = 1.15, 0.62
"""The sides of a square floor and the height, in Plotly's measure."""
CENTER = -0.1
"""How far above the middle of the box one looks, in the same measure."""
NARROWEST = 0.45
"""The shorter side of the floor is at least this share of the longer one."""


def relief(surface: Mapped, theme: Theme, *, projector: bool = False) -> go.Figure:
    """The relief of `surface` over its domain; `layout.meta` holds what the player marks on it.

    The projection has no vanishing point: equal steps look equally long wherever they are. From where
    one looks is the player's to set.
    """
    look = look_of(theme, projector=projector)
    grid = heights(surface, RESOLUTION)
    figure = go.Figure(_ground(grid, look))
    axis = {
        "color": look.text,
        "gridcolor": look.faint,
        "showbackground": False,
        "showspikes": False,
        "zeroline": False,
        "nticks": 6,
    }
    (x0, x1), (y0, y1) = surface.domain
    figure.update_layout(
        template="none",
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        **bare_layout(look),
        uirevision="turned by the viewer",
        scene={
            "aspectmode": "manual",
            "aspectratio": proportions(x1 - x0, y1 - y0),
            "camera": {"center": {"x": 0, "y": 0, "z": CENTER}, "projection": {"type": "orthographic"}},
            "dragmode": "turntable",
            "xaxis": {**axis, "range": [x0, x1], "title": {"text": "x"}},
            "yaxis": {**axis, "range": [y0, y1], "title": {"text": "y"}},
            "zaxis": {
                **axis,
                "title": {"text": "log f" if surface.logarithmic else "f"},
                "showticklabels": grid.measured,
                "nticks": 4,
            },
        },
        meta={"marks": _marks(surface)},
    )
    return figure


def _ground(grid: Heights, look: Look) -> go.Surface:
    """The surface trace: opaque, softly lit, with the map's contour lines on it."""
    return go.Surface(
        x=grid.x.astype(np.float32),
        y=grid.y.astype(np.float32),
        z=grid.shown.astype(np.float32),
        colorscale=colour_scale(look.depths),
        contours={"z": {**grid.contours, "show": True, "color": look.lines, "width": 1, "highlight": False}},
        lighting={"ambient": 0.85, "diffuse": 0.35, "specular": 0.02, "roughness": 1, "fresnel": 0},
        lightposition={"x": -2000, "y": -3000, "z": 10000},
        showscale=False,
        hoverinfo="skip",
    )


def proportions(across: float, along: float) -> dict[str, float]:
    """The sides of the box: the floor true to the domain, as far as it is not too narrow to look at."""
    ratio = float(np.clip(across / along, NARROWEST, 1 / NARROWEST))
    return {"x": SIDE * ratio**0.5, "y": SIDE / ratio**0.5, "z": TALL}


def _marks(surface: Mapped) -> list[tuple[str, float, float]]:
    """Each marked place as its sign and x, y."""
    signs = [("global" if each.is_global else "local", each.place) for each in surface.minima]
    signs += [("saddle", each.place) for each in surface.saddles]
    return [(sign, *place) for sign, place in signs]
