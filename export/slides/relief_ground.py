"""The ground of a relief in pixels: its facets from the farthest to the nearest, lit, with the map's lines on them."""

from collections.abc import Iterator
from math import ceil, floor

import numpy as np
from PIL import Image, ImageDraw

from export.slides.axes import linear_ticks
from export.slides.fine import Canvas, fine_size
from export.slides.ink import glaze, paint
from export.slides.inks import Inks
from export.slides.letters import Hand
from export.slides.relief import Relief
from figures.heights import LEVELS
from parameters import Array

Place3D = tuple[float, float, float]
TICKS = 4
"""Along each edge, about."""
LIGHT = np.array([-0.18, -0.27, 0.95])
AMBIENT, DIFFUSE = 0.85, 0.35
"""As Plotly lights it (figures/relief.py)."""


def relief_ground(relief: Relief, inks: Inks, unit: float) -> Image.Image:
    """The picture of a relief without words and runs."""
    canvas = Canvas(Image.new("RGB", fine_size(relief.box.width, relief.box.height), inks.halo))
    for edge in _edges(relief):
        canvas.line(relief.seen(np.array(edge)), inks.faint, unit)
    grid = relief.grid
    x, y = np.meshgrid(grid.x, grid.y)
    places = np.stack([x, y, grid.shown], axis=-1)
    seen = relief.seen(places.reshape(-1, 3)).reshape(*places.shape[:2], 2)
    nearness = relief.depth(places.reshape(-1, 3)).reshape(places.shape[:2])
    levels = (grid.shown - grid.contours["start"]) / grid.contours["size"]
    colors = _colors(relief, places, levels, inks)
    ink, strength = glaze(inks.look.lines)
    line = tuple(round(value) for value in np.array(ink) * strength + np.array(inks.halo) * (1 - strength))
    order = np.argsort(np.nan_to_num(nearness[:-1, :-1] + nearness[1:, 1:]).ravel(), kind="stable")
    for each in order.tolist():
        j, i = divmod(each, nearness.shape[1] - 1)
        corners = seen[[j, j, j + 1, j + 1], [i, i + 1, i + 1, i]]
        if not np.isfinite(corners).all():
            continue
        canvas.facet(corners, colors[j, i])
        for ends in _crossings(corners, levels[[j, j, j + 1, j + 1], [i, i + 1, i + 1, i]]):
            canvas.line(ends, (line[0], line[1], line[2]), 0.8 * unit)
    return canvas.reduced()


def _colors(relief: Relief, places: Array, levels: Array, inks: Inks) -> Array:
    """The colour of each facet: its depth, lit (rows, columns, 3)."""
    depths = np.array([paint(each) for each in inks.look.depths], dtype=np.float64)
    middle = (levels[:-1, :-1] + levels[1:, 1:] + levels[:-1, 1:] + levels[1:, :-1]) / 4
    at = np.nan_to_num(middle) / LEVELS * (len(depths) - 1)
    base = np.stack([np.interp(at, np.arange(len(depths)), depths[:, i]) for i in range(3)], axis=-1)
    inside = relief.inside(places.reshape(-1, 3)).reshape(places.shape)
    normal = np.cross(inside[1:, 1:] - inside[:-1, :-1], inside[1:, :-1] - inside[:-1, 1:])
    length = np.linalg.norm(normal, axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        lit = np.abs((normal / length) @ (LIGHT / np.linalg.norm(LIGHT)))
    light = AMBIENT + DIFFUSE * np.nan_to_num(lit, nan=1.0) - DIFFUSE / 2
    return np.clip(base * light[..., None], 0, 255).round().astype(int)


def _crossings(corners: Array, levels: Array) -> Iterator[Array]:
    """The contour lines across one facet, from edge to edge."""
    low, high = float(levels.min()), float(levels.max())
    for level in range(max(1, ceil(low)), min(LEVELS - 1, floor(high)) + 1):
        ends = []
        for i in range(4):
            one, other = levels[i], levels[(i + 1) % 4]
            if (one < level) != (other < level):
                ends.append(corners[i] + (corners[(i + 1) % 4] - corners[i]) * (level - one) / (other - one))
        if len(ends) > 1:
            yield np.array(ends[:2])


def _corners(relief: Relief) -> list[Place3D]:
    """Of the floor, one after the other."""
    (x0, x1), (y0, y1) = relief.domain
    return [(x0, y0, relief.low), (x1, y0, relief.low), (x1, y1, relief.low), (x0, y1, relief.low)]


def _leftmost(relief: Relief) -> Place3D:
    """The corner of the floor that is seen farthest to the left."""
    corners = _corners(relief)
    return corners[int(np.argmin(relief.seen(np.array(corners))[:, 0]))]


def _edges(relief: Relief) -> list[tuple[Place3D, Place3D]]:
    """The edges of the floor, and the one that stands up at the left."""
    corners = _corners(relief)
    x, y, low = _leftmost(relief)
    around = zip(corners, [*corners[1:], corners[0]], strict=True)
    return [*around, ((x, y, low), (x, y, relief.high))]


def relief_words(draw: ImageDraw.ImageDraw, relief: Relief, hand: Hand, inks: Inks, height: str) -> None:
    """Numbers along the two nearest edges of the floor, and the names of the axes."""
    (x0, x1), (y0, y1) = relief.domain
    (toward_x, toward_y, _), low = relief.towards_eye.tolist(), relief.low
    near_x, far_x = (x1, x0) if toward_x > 0 else (x0, x1)
    near_y, far_y = (y1, y0) if toward_y > 0 else (y0, y1)

    def write(words: str, at: Place3D, away_from: Place3D, lines: float) -> None:
        """Beside an edge, away from the one across."""
        here, there = relief.seen(np.array([at, away_from]))
        out = (here - there) / max(1.0, float(np.linalg.norm(here - there)))
        x, y = (here + lines * hand.size * out).tolist()
        hand.write(draw, (relief.box.left + x, relief.box.top + y + 0.36 * hand.size), words, inks.text, align=0.5)

    for tick in linear_ticks(x0, x1, TICKS):
        x = x0 + tick.share * (x1 - x0)
        write(tick.words, (x, near_y, low), (x, far_y, low), 1.0)
    for tick in linear_ticks(y0, y1, TICKS):
        y = y0 + tick.share * (y1 - y0)
        write(tick.words, (near_x, y, low), (far_x, y, low), 1.2)
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    write("x", (middle_x, near_y, low), (middle_x, far_y, low), 2.4)
    write("y", (near_x, middle_y, low), (far_x, middle_y, low), 3.0)
    x, y, _ = _leftmost(relief)
    write(height, (x, y, relief.high), (x, y, low), 0.9)
