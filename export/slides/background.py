"""What does not move on a slide: words, the map, empty axes, the board's names."""

from math import isfinite
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from export.slides.axes import Gauge, across, frame, x_axis, y_axis
from export.slides.board import SWATCH
from export.slides.content import Content
from export.slides.ground import ground
from export.slides.ink import Box, fill, haloed, outline, paint, stroke
from export.slides.inks import Inks
from export.slides.layout import Layout, SignKind
from export.slides.letters import Place
from export.slides.relief import Relief
from export.slides.relief_ground import relief_ground, relief_words
from export.slides.trail import Pen, Trail
from figures.theme import Style, Theme
from parameters import Array

TRAIL, HALO, HEAD = 3.5, 2.0, 8.5
"""A trail's width, how far its halo reaches, a head's radius, on a slide of 1280."""
MARK, RING = 10.0, 11.0
"""The radius of a minimum's star and of the ring at the start."""
FEW = 12
"""More local minima than this are marked smaller, as in figures/contour.py."""


class Pens(NamedTuple):
    """The colours of a slide, and how large everything on it is."""

    inks: Inks
    unit: float
    """Pixels for each pixel of a slide of WIDTH."""


class Plan(NamedTuple):
    """What is drawn, where, and in what colours."""

    content: Content
    layout: Layout
    inks: Inks
    relief: Relief | None = None
    """What stands in place of the map."""

    @property
    def pens(self) -> Pens:
        return Pens(self.inks, self.layout.unit)


def background(plan: Plan, size: tuple[int, int]) -> Image.Image:
    """The slide before anyone has moved."""
    picture = Image.new("RGB", size, plan.inks.halo)
    draw = ImageDraw.Draw(picture)
    for words, hand, place in plan.layout.heading:
        hand.write(draw, place, words, plan.inks.text)
    _panels(picture, plan)
    _marks(picture, plan)
    _legend(picture, plan)
    _board(picture, plan)
    return picture


def _panels(picture: Image.Image, plan: Plan) -> None:
    """The map and the empty axes of the loss curves."""
    content, layout, inks, _ = plan
    unit, small, curves = layout.unit, layout.small, layout.curves
    gauge = Gauge(small, inks.text, inks.faint, max(1, round(unit)))
    size, corner = (layout.map.width, layout.map.height), (layout.map.left, layout.map.top)
    framed = [(curves, layout.curve_ticks, True)]
    if plan.relief:
        picture.paste(relief_ground(plan.relief, inks, unit), corner)
        height = "log f" if content.surface.logarithmic else "f"
        relief_words(ImageDraw.Draw(picture), plan.relief, small, inks, height)
    else:
        picture.paste(ground(content.surface, inks.look, size, unit, content.cells), corner)
        framed.append((layout.map, layout.map_ticks, False))
    for box, ticks, grid in framed:
        x_axis(picture, box, ticks[0], gauge, grid=grid)
        y_axis(picture, box, ticks[1], gauge, grid=grid)
        frame(picture, box, gauge)
    draw = ImageDraw.Draw(picture)
    step, loss = layout.curve_titles
    small.write(draw, layout.step_place, step, inks.text, align=0.5)
    small.write(draw, (curves.left, curves.top - 0.4 * small.size), loss, inks.text)


def on_map(plan: Plan, place: tuple[float, float] | Array) -> Place:
    """A place of the plane in pixels of the slide."""
    if plan.relief:
        return plan.relief.place(place)
    (x0, x1), (y0, y1) = plan.content.surface.domain
    box = plan.layout.map
    x, y = np.asarray(place, dtype=np.float64)
    return box.left + float(across(x, x0, x1, box.width)), box.bottom - float(across(y, y0, y1, box.height))


def _marks(picture: Image.Image, plan: Plan) -> None:
    """Minima and saddle points where they are."""
    surface = plan.content.surface
    few = sum(not each.is_global for each in surface.minima) <= FEW
    for minimum in surface.minima:
        kind: SignKind = "global" if minimum.is_global else "local"
        sign(picture, plan.pens, kind, on_map(plan, minimum.place), MARK if few or minimum.is_global else MARK / 2)
    for saddle in surface.saddles:
        sign(picture, plan.pens, "saddle", on_map(plan, saddle.place), MARK)


def sign(picture: Image.Image, pens: Pens, kind: SignKind, at: Place, size: float) -> None:
    """★ a global minimum, ☆ a local one, ✕ a saddle point, ◯ the start; nothing where there is no ground below it."""
    if not all(map(isfinite, at)):
        return
    inks, unit, (x, y) = pens.inks, pens.unit, at
    radius, width = size * unit, max(1.5, 0.2 * size) * unit
    match kind:
        case "global":
            fill(picture, outline("star", radius, at), inks.text)
        case "local":
            stroke(picture, outline("star", radius, at), inks.text, 0.8 * width)
        case "start":
            stroke(picture, outline("circle", radius, at), inks.halo, width + 3 * unit)
            stroke(picture, outline("circle", radius, at), inks.text, width)
        case _:
            arm = 0.75 * radius
            for turn in (1, -1):
                stroke(picture, [(x - arm, y - turn * arm), (x + arm, y + turn * arm)], inks.text, width, closed=False)


def _legend(picture: Image.Image, plan: Plan) -> None:
    """The signs of this map, each with its word."""
    small, draw = plan.layout.small, ImageDraw.Draw(picture)
    for kind, word, (x, y) in plan.layout.legend:
        sign(picture, plan.pens, kind, (x + 0.5 * small.size, y - 0.36 * small.size), 0.85 * MARK)
        small.write(draw, (x + 1.3 * small.size, y), word, plan.inks.text)


def _board(picture: Image.Image, plan: Plan) -> None:
    """The board's heads, and who races in what ink and at what rate."""
    board, unit = plan.layout.board, plan.layout.unit
    draw = ImageDraw.Draw(picture)
    for i, column in enumerate(board.columns):
        cell(draw, plan, 0, i, column.head)
    for row, racer in enumerate(plan.content.racers, 1):
        y = board.box.top + row * board.row
        draw.line((board.box.left, y, board.box.right, y), plan.inks.faint, max(1, round(unit)))
        box = Box(board.box.left, y, round((SWATCH - 10) * unit), board.row)
        swatch(picture, plan.pens, box, racer.style, plan.content.theme)
        cell(draw, plan, row, 0, racer.name, shift=SWATCH * unit)
        cell(draw, plan, row, 1, racer.rate)


def swatch(picture: Image.Image, pens: Pens, box: Box, style: Style, theme: Theme) -> None:
    """A piece of a line with its marker, as on the map."""
    unit, middle, pen = pens.unit, box.height / 2, line_pen(style, theme, pens)
    trail = Trail(np.array([[0.0, middle], [box.width, middle]]), box, style, pen)
    trail.grow(1)
    trail.paste(picture)
    head = outline(style.marker, 0.8 * HEAD * unit, (box.left + box.width / 2, box.top + middle))
    haloed(picture, head, pen.color, pen.halo, 1.5 * unit)


def pen_of(plan: Plan, style: Style) -> Pen:
    """What a racer's trails are drawn with."""
    return line_pen(style, plan.content.theme, plan.pens)


def line_pen(style: Style, theme: Theme, pens: Pens) -> Pen:
    """What a line in this style is drawn with."""
    unit = pens.unit
    return Pen(paint(style.color(theme)), pens.inks.halo, TRAIL * unit, (TRAIL + 2 * HALO) * unit)


def cell(draw: ImageDraw.ImageDraw, plan: Plan, row: int, column: int, words: str, *, shift: float = 0.0) -> None:
    """Words in a row of the board, where its column has them."""
    board = plan.layout.board
    where = board.columns[column]
    y = board.box.top + row * board.row + board.row / 2 + 0.36 * board.hand.size
    board.hand.write(
        draw, (where.left + where.align * where.width + shift, y), words, plan.inks.text, align=where.align
    )
