"""One of several pictures on a slide, inside its frame: its ground, and over it what moves, in the stage's order."""

from base64 import b64decode
from collections.abc import Mapping
from typing import Any

import numpy as np
from PIL import Image

from export.slides.background import HEAD, TRAIL, Pens
from export.slides.fine import FINE, Canvas, fine_size
from export.slides.grid_content import GridContent
from export.slides.grid_layout import Panel
from export.slides.ground import banded
from export.slides.ink import paint
from export.slides.letters import Paint
from figures.theme import Style
from parameters import Array
from stage.figure_grid import Frames, Shape
from stage.message import Codes

CLEAR, FULL, STRONGEST = 0.22, 0.8, 0.5
"""How much an area, a bar and the strongest cell cover, as on the stage."""


class PanelInk:
    """Draws what is inside the frame of a panel."""

    def __init__(self, panel: Panel, content: GridContent, pens: Pens) -> None:
        self.panel = panel
        self._pens = pens
        self._styles = {key: style for key, (_, style) in content.drawn.items()}
        self._theme = content.theme
        self._steps = content.grid.steps
        self._ground = self._grounded()
        frames = panel.subplot.frames
        self._codes = frames.codes.codes if frames else None
        self._known: dict[tuple[int, int], Image.Image] = {}
        self._rows = len({row for row, _ in content.moments}) > 1

    def at(self, row: int, step: int) -> Image.Image:
        """The panel at a row of the arrays and a step; what does not move is drawn once."""
        key = (row if self._rows else 0, step if self._moves else 0)
        if key not in self._known:
            self._known = {key: self._drawn(row, step)}
        return self._known[key]

    def course(self, points: Array, row: int) -> Array:
        """A run's way in pixels of the panel."""
        own = points[row if len(points) > 1 else 0]
        if own.ndim == 1:
            own = np.column_stack([np.arange(len(own), dtype=np.float64), own])
        return self.panel.laid(own)

    def color(self, style: str) -> Paint:
        return paint(self._styles[style].color(self._theme))

    @property
    def _moves(self) -> bool:
        subplot = self.panel.subplot
        moments = [each.points.shape[1] for each in subplot.shapes]
        if subplot.frames:
            moments.append(subplot.frames.codes.shape[1])
        return bool(subplot.trails) or max(moments, default=1) > 1

    def _drawn(self, row: int, step: int) -> Image.Image:
        subplot = self.panel.subplot
        share = step / self._steps if self._steps else 0.0
        ground = self._ground
        if subplot.frames and self._codes is not None:
            ground = self._film(subplot.frames, self._codes, row, share)
        canvas = Canvas(ground)
        self._shapes(canvas, row, share, above=False)
        for curve in subplot.curves:
            self._line(canvas, self.panel.laid(curve.points), curve.style)
        for trail in subplot.trails:
            self._line(canvas, self.course(trail.points, row)[: step + 1], trail.style)
        if subplot.cursor is not None and subplot.across:
            x = self.panel.laid(subplot.cursor[row : row + 1])[0, 0]
            canvas.upright(x, self._pens.inks.text, 0.7 * TRAIL * self._pens.unit)
        self._shapes(canvas, row, share, above=True)
        for mark in subplot.marks:
            x = self.panel.scales[0].pixels(np.array([mark.at]))[0]
            canvas.upright(x, self._pens.inks.text, self._pens.unit)
        return canvas.reduced()

    def _line(self, canvas: Canvas, points: Array, key: str, *, thin: bool = False) -> None:
        style, unit = self._styles[key], self._pens.unit
        canvas.line(points, self.color(key), TRAIL * (unit / 2 if thin else unit), style.dash, self._pens.inks.halo)

    def _shapes(self, canvas: Canvas, row: int, share: float, *, above: bool) -> None:
        for shape in self.panel.subplot.shapes:
            if (shape.above or shape.kind == "dots") == above:
                self._shape(canvas, shape, _form(shape, row, share), self._styles[shape.style])

    def _shape(self, canvas: Canvas, shape: Shape, form: Array, style: Style) -> None:
        color, unit = self.color(shape.style), self._pens.unit
        match shape.kind:
            case "bars":
                for x, y in form[np.isfinite(form).all(axis=1)].tolist():
                    half = shape.width / 2
                    corners = [(x - half, 0.0), (x - half, y), (x + half, y), (x + half, 0.0), (x - half, 0.0)]
                    pixels = self.panel.laid(np.array(corners))
                    canvas.area(pixels, color, FULL)
                    canvas.line(pixels, color, TRAIL / 2 * unit, style.dash)
            case "area":
                canvas.area(self.panel.laid(form), color, CLEAR)
            case "dots":
                for x, y in self.panel.laid(form).tolist():
                    canvas.marker(style.marker, shape.width * HEAD * unit, (x, y), color, self._pens.inks.halo)
            case "line":
                self._line(canvas, self.panel.laid(form), shape.style, thin=shape.thin)

    def _grounded(self) -> Image.Image:
        """What lies under everything else: the figure's heights, its grid, its lines."""
        panel, (inks, unit) = self.panel, self._pens
        size = fine_size(panel.box.width, panel.box.height)
        contours = [each for each in panel.figure["data"] if each["type"] == "contour"]
        if contours:
            return banded(_heights(contours[0], size), contours[0]["contours"], inks.look, FINE * unit)
        canvas = Canvas(Image.new("RGB", size, inks.halo))
        lines = canvas.upright, canvas.level
        for line, axis, ticks, scale in zip(lines, panel.axes, panel.ticks, panel.scales, strict=True):
            places = [scale.length * (1 - each.share if scale.upwards else each.share) for each in ticks]
            for place in places if axis.grid else []:
                line(place, inks.faint, unit)
            if axis.zero and not scale.logarithmic:
                line(scale.pixels(np.zeros(1))[0], inks.faint, 2 * unit)
        for shape in panel.figure["layout"].get("shapes", []):
            upright = shape["yref"] == "y domain"
            scale = panel.scales[0 if upright else 1]
            lines[0 if upright else 1](scale.pixels(np.array([shape["x0" if upright else "y0"]]))[0], inks.text, unit)
        return canvas.whole()

    def _film(self, frames: Frames, codes: Codes, row: int, share: float) -> Image.Image:
        """The cells between two moments, upon the slide's own ground."""
        own = codes[row if len(codes) > 1 else 0]
        at = share * (len(own) - 1)
        first = int(at)
        pictures = [self._cells(frames, own[min(first + i, len(own) - 1)]) for i in (0, 1)]
        mixed = pictures[0] * (1 - (at - first)) + pictures[1] * (at - first)
        image = Image.fromarray(np.rint(mixed[::-1]).astype(np.uint8), "RGB")
        return image.resize(self._ground.size, Image.Resampling.BILINEAR)

    def _cells(self, frames: Frames, codes: Codes) -> Array:
        halo = np.array(self._pens.inks.halo, dtype=np.float64)
        colors = []
        for style in frames.styles:
            own = np.array(self.color(style), dtype=np.float64)
            shares = STRONGEST * (np.arange(frames.levels) + 1) / frames.levels
            colors += [halo * (1 - share) + own * share for share in shares]
        return np.array(colors)[codes]


def _form(shape: Shape, row: int, share: float) -> Array:
    """The points of a shape between two moments."""
    own = shape.rows[row] if shape.rows else row
    moments = shape.points[own if len(shape.points) > 1 else 0]
    at = share * (len(moments) - 1)
    first = min(int(at), len(moments) - 1)
    if at == first:
        return moments[first]
    with np.errstate(all="ignore"):
        return moments[first] + (moments[first + 1] - moments[first]) * (at - first)


def _heights(trace: Mapping[str, Any], size: tuple[int, int]) -> Array:
    """The heights of a map for every pixel, evenly between those that it has, the lowest y first."""
    heights = _array(trace["z"])
    for axis, length in enumerate(reversed(size)):
        places = np.linspace(0, heights.shape[axis] - 1, length)
        before = np.minimum(places.astype(np.intp), heights.shape[axis] - 2)
        share = np.expand_dims(places - before, 1 - axis)
        heights = np.take(heights, before, axis) * (1 - share) + np.take(heights, before + 1, axis) * share
    return heights


def _array(value: Any) -> Array:
    """An array as Plotly writes it: lists, or bytes in base64 with their type and shape."""
    if isinstance(value, Mapping):
        shape = [int(each) for each in str(value.get("shape", "-1")).split(",")]
        return np.frombuffer(b64decode(value["bdata"]), value["dtype"]).reshape(shape).astype(np.float64)
    return np.array(value, dtype=np.float64)
