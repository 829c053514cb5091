"""Where every start ends, as a picture: a colour for each minimum, the stronger the sooner, under the contour lines."""

from typing import Any, Protocol

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from figures.contour import RESOLUTION
from figures.heights import Mapped, heights
from figures.theme import Look, Theme, bare_layout, look_of
from parameters import Array
from simulation import LEFT, UNSETTLED

HUES = ("#2f7fd1", "#e08214", "#2ca25f", "#b055b8", "#cdb20a", "#d64545", "#2fb3c0", "#8d6e55")
"""Of the minima, in their order."""
SIGNS = "ABCDEFGH"
"""On the map and in words; where there are more minima, none has a sign, and their hues come again."""
SHADES = 12
"""How many strengths of colour tell the steps apart."""
FAINTEST = 0.3
"""The share of the hue in the colour of what arrives at the last step."""
OTHERS = {UNSETTLED: "#8b95a1", LEFT: "#59626c"}
"""The ground below the two hatches."""
OTHER_STRENGTH = 0.5
"""The share of it that is seen."""
STRIPES, DOTS = 8, 5
"""Cells from one line of the hatch of UNSETTLED to the next, and from one dot of LEFT to the next."""
HATCH_STRENGTH = 0.6
"""The share of the colour of words in lines and dots."""
RING = 1.6
"""Around a sign: so many times the size of type."""


class Ends(Protocol):
    """Where every start of a square grid ends, row by row from the lowest y."""

    @property
    def reached(self) -> NDArray[np.int8]: ...

    @property
    def arrival(self) -> NDArray[np.int16]: ...


def sign(index: int, count: int) -> str:
    """The sign of one of `count` minima; empty where they are too many."""
    return SIGNS[index] if count <= len(SIGNS) else ""


def hue(index: int) -> str:
    """The colour of a minimum; where they are many the first keeps its own, and the others share the rest."""
    return HUES[index] if index < len(HUES) else HUES[1 + (index - 1) % (len(HUES) - 1)]


def faded(color: str, share: float, look: Look) -> str:
    """So much of a colour, the rest of it the page's ground."""
    return "#" + "".join(f"{round(each):02x}" for each in _mixed(color, share, look))


def strength(arrival: NDArray[Any], steps: int) -> Array:
    """The share of the hue for what arrives at these steps of so many: 1 at once, FAINTEST at the last."""
    return 1 - (1 - FAINTEST) * np.log1p(arrival) / np.log1p(max(1, steps))


def basins_map(surface: Mapped, theme: Theme, *, projector: bool = False) -> go.Figure:
    """The map of `surface` over its domain, without its cells: the player puts them into the place of the image, in the
    colours of `layout.meta`.
    """
    look = look_of(theme, projector=projector)
    (x0, x1), (y0, y1) = surface.domain
    figure = go.Figure(_lines(surface, look))
    _mark_minima(figure, surface, look, size=RING * (24 if projector else 12))
    figure.update_layout(margin={"l": 36, "r": 8, "t": 8, "b": 30}, **bare_layout(look))
    figure.add_layout_image(
        **{"xref": "x", "yref": "y", "x": x0, "y": y1, "sizex": x1 - x0, "sizey": y1 - y0},
        **{"sizing": "stretch", "layer": "below"},
    )
    figure.update_layout(meta={"palette": palette(look).tolist()})
    axis = {"showgrid": False, "zeroline": False, "ticks": "outside", "ticklen": 4, "tickcolor": look.faint}
    figure.update_xaxes(range=[x0, x1], **axis)
    figure.update_yaxes(range=[y0, y1], **axis)
    return figure


def palette(look: Look) -> NDArray[np.uint8]:
    """Red, green and blue of every number that `cells` gives (colours, 3)."""
    shades = np.linspace(FAINTEST, 1, SHADES)
    colors = [_mixed(color, share, look) for color in HUES for share in shades]
    others = [_mixed(color, OTHER_STRENGTH, look) for color in OTHERS.values()]
    return np.rint([*colors, _mixed(look.text, HATCH_STRENGTH, look), *others]).astype(np.uint8)


def cells(ends: Ends, steps: int) -> NDArray[np.uint8]:
    """The colour of each cell as a number (N, N), the highest y first."""
    side = round(len(ends.reached) ** 0.5)
    reached, arrival = (np.flipud(each.astype(np.int64).reshape(side, side)) for each in (ends.reached, ends.arrival))
    lines = len(HUES) * SHADES
    numbers = np.full((side, side), lines)
    row, column = np.indices((side, side))
    hatches = {UNSETTLED: (row + column) % STRIPES < 2, LEFT: (row % DOTS < 2) & (column % DOTS < 2)}
    for place, (kind, hatch) in enumerate(hatches.items()):
        numbers[(reached == kind) & ~hatch] = lines + 1 + place
    shade = np.rint((strength(arrival, steps) - FAINTEST) / (1 - FAINTEST) * (SHADES - 1)).astype(np.int64)
    hues = np.where(reached < len(HUES), reached, 1 + (reached - 1) % (len(HUES) - 1))
    numbers = np.where(reached >= 0, hues * SHADES + np.clip(shade, 0, SHADES - 1), numbers)
    return numbers.astype(np.uint8)


def _mixed(color: str, share: float, look: Look) -> list[float]:
    """Red, green and blue, 0 to 255, of so much of a colour on the page's ground."""
    levels, ground = ([int(each[i : i + 2], 16) for i in (1, 3, 5)] for each in (color, look.halo))
    return [share * level + (1 - share) * below for level, below in zip(levels, ground, strict=True)]


def _lines(surface: Mapped, look: Look) -> go.Contour:
    """The contour lines alone."""
    grid = heights(surface, RESOLUTION)
    return go.Contour(
        x=grid.x.astype(np.float32),
        y=grid.y.astype(np.float32),
        z=grid.shown.astype(np.float32),
        contours={**grid.contours, "coloring": "none"},
        line={"color": look.lines, "width": 1},
        showscale=False,
        hoverinfo="skip",
    )


def _mark_minima(figure: go.Figure, surface: Mapped, look: Look, size: float) -> None:
    """Each with its sign in a ring; where they are many, a star for a global one and a dot for the others."""
    minima = surface.minima
    if not minima:
        return
    signs = [sign(index, len(minima)) for index in range(len(minima))]
    if all(signs):
        marker = {"symbol": "circle", "size": size, "color": look.halo, "line": {"color": look.text, "width": 1.5}}
    else:
        stars = ["star" if each.is_global else "circle" for each in minima]
        sizes = [13 if each.is_global else 4 for each in minima]
        marker = {"symbol": stars, "size": sizes, "color": look.text, "line": {"color": look.halo, "width": 1}}
    figure.add_scatter(
        x=[each.place[0] for each in minima],
        y=[each.place[1] for each in minima],
        mode="markers+text",
        text=signs,
        textfont={"color": look.text},
        marker=marker,
        hoverinfo="skip",
    )
