"""One slide of several pictures at one moment after the other: captions, panels, table, step and bar."""

from collections.abc import Mapping, Sequence
from math import atan2, hypot

import numpy as np
from PIL import Image, ImageDraw

from export.slides.axes import Gauge, frame, x_axis, y_axis
from export.slides.background import HEAD, Pens, sign, swatch
from export.slides.board import BODY, SMALL, SWATCH
from export.slides.captions import PATCH, Sign
from export.slides.departures import Departure, Signs, depart
from export.slides.grid_board import GridBoard, number
from export.slides.grid_content import GridContent
from export.slides.grid_layout import Panel, grid_laid_out, readout_lines
from export.slides.grid_panel import PanelInk
from export.slides.ink import Box, haloed, outline, paint, stroke
from export.slides.inks import inks_of
from export.slides.layout import LINE, SignKind
from export.slides.letters import Typeface
from export.slides.trail import crossing
from figures.loss import STEP
from figures.theme import Style
from stage.figure_grid import Area, Curve, Trail
from stage.words import WORDS

_SYMBOLS: Mapping[str, SignKind] = {"star": "global", "star-open": "local", "x-thin-open": "saddle"}
"""What the signs of a static map are."""


class GridPicture:
    """A slide whose pictures move. What does not was drawn once."""

    def __init__(self, content: GridContent, size: tuple[int, int], face: Typeface) -> None:
        self._content = content
        self._face = face
        self.layout = grid_laid_out(content, size, face)
        self._pens = Pens(inks_of(content.theme), self.layout.unit)
        self._moments = content.moments
        self.last, self.shown = len(self._moments) - 1, content.shown
        self._panels = [PanelInk(panel, content, self._pens) for panel in self.layout.panels]
        self._background = self._empty(size)

    @property
    def sample(self) -> Image.Image:
        """A picture with all of its colours but those of lines and words."""
        return self.at(self.last)

    @property
    def styles(self) -> Sequence[Style]:
        """Of its lines."""
        return [style for _, style in self._content.drawn.values()]

    def at(self, moment: int) -> Image.Image:
        """The slide at this moment."""
        row, step = self._moments[moment]
        picture = self._background.copy()
        draw = ImageDraw.Draw(picture)
        for ink in self._panels:
            picture.paste(ink.at(row, step), (ink.panel.box.left, ink.panel.box.top))
            self._signs(picture, ink, row, step)
        self._words(draw, row, step)
        if self.last:
            self._foot(draw, moment)
        return picture

    def _empty(self, size: tuple[int, int]) -> Image.Image:
        """Everything around the panels."""
        inks, unit = self._pens
        picture = Image.new("RGB", size, inks.halo)
        draw = ImageDraw.Draw(picture)
        for words, hand, place in self.layout.heading:
            hand.write(draw, place, words, inks.text)
        gauge = Gauge(self.layout.small, inks.text, inks.faint, max(1, round(unit)))
        for panel in self.layout.panels:
            for each in panel.words.signs:
                self._caption(picture, each)
            self._axes(picture, panel, gauge)
        if self.layout.board:
            self._names(picture, self.layout.board)
        return picture

    def _axes(self, picture: Image.Image, panel: Panel, gauge: Gauge) -> None:
        small, box = gauge.hand, panel.box
        x_axis(picture, box, panel.ticks[0], gauge)
        y_axis(picture, box, panel.ticks[1], gauge)
        frame(picture, box, gauge)
        draw = ImageDraw.Draw(picture)
        below = box.bottom + (4 / 3 + 1.1) * small.size
        small.write(draw, (box.left + box.width / 2, below), panel.axes[0].title, gauge.text, align=0.5)
        small.write(draw, (box.left, box.top - 0.4 * small.size), panel.axes[1].title, gauge.text)

    def _caption(self, picture: Image.Image, each: Sign) -> None:
        """Words above a picture, behind their piece of a line or their patch."""
        words, hand, (x, y), of = each
        before = 0.0
        if isinstance(of, Style):
            before = SWATCH * self._pens.unit
            box = Box(round(x), round(y - 0.86 * hand.size), round(before - 0.5 * hand.size), round(hand.size))
            swatch(picture, self._pens, box, of, self._content.theme)
        elif of:
            before = PATCH * hand.size
            self._patch(
                picture, Box(round(x), round(y - 0.8 * hand.size), round(1.2 * hand.size), round(hand.size)), of
            )
        hand.write(ImageDraw.Draw(picture), (x + before, y), words, self._pens.inks.text)

    def _patch(self, picture: Image.Image, box: Box, area: Area) -> None:
        """The colours of an area side by side, striped as it is."""
        draw = ImageDraw.Draw(picture)
        colors = [paint(self._content.drawn[key][1].color(self._content.theme)) for key in area.styles]
        for i, color in enumerate(colors):
            left, right = (box.left + round(box.width * at / len(colors)) for at in (i, i + 1))
            draw.rectangle((left, box.top, right - 1, box.bottom), color)

    def _names(self, picture: Image.Image, board: GridBoard) -> None:
        """The table's heads, and the names of its rows."""
        draw, inks, before = ImageDraw.Draw(picture), self._pens.inks, SWATCH * self._pens.unit
        for i, column in enumerate(board.columns):
            _cell(draw, board, (0, i), column.head, self._pens)
        for row, (_, entry) in enumerate(board.entries, 1):
            y = board.top + row * board.row
            draw.line((board.left, y, board.left + board.width, y), inks.faint, max(1, round(self._pens.unit)))
            name, style = self._content.drawn[entry.style]
            box = Box(board.left, y, round(before - 0.5 * board.hand.size), board.row)
            swatch(picture, self._pens, box, style, self._content.theme)
            _cell(draw, board, (row, 0), name, self._pens, shift=before)

    def _signs(self, picture: Image.Image, ink: PanelInk, row: int, step: int) -> None:
        """What may reach over a panel's edge: signs of the map, what is best, heads, departures, names of marks."""
        subplot, (inks, unit) = ink.panel.subplot, self._pens
        self._places(picture, ink)
        for curve in subplot.curves:
            if curve.best is not None:
                (place,) = ink.panel.on_slide([curve.points[curve.best].tolist()])
                haloed(
                    picture,
                    outline(curve.mark, 1.3 * HEAD * unit, place),
                    ink.color(curve.style),
                    inks.halo,
                    1.5 * unit,
                )
            if curve.label:
                self._arrow_label(picture, ink, curve)
        taken: list[Box] = []
        for trail in subplot.trails:
            self._head(picture, ink, trail, (row, step), taken)
        if subplot.cursor is not None and not subplot.across:
            (place,) = ink.panel.on_slide([subplot.cursor[row].tolist()])
            stroke(picture, outline("circle", 1.4 * HEAD * unit, place), inks.text, 2 * unit)

    def _arrow_label(self, picture: Image.Image, ink: PanelInk, curve: Curve) -> None:
        """The name of an arrow beyond its tip, within the panel; none where there is no arrow."""
        if len(curve.points) < 2:
            return
        hand, box = self.layout.small, ink.panel.box
        (from_x, from_y), (x, y) = ink.panel.on_slide(curve.points[:2].tolist())
        wide, length = hand.width(curve.label), hypot(x - from_x, y - from_y) or 1.0
        left = x + (wide / 2 + 0.5 * hand.size) * (x - from_x) / length - wide / 2
        line = y + hand.size * (y - from_y) / length + 0.35 * hand.size
        place = min(max(left, box.left), box.right - wide), min(max(line, box.top + hand.size), box.bottom - 4)
        hand.write(ImageDraw.Draw(picture), place, curve.label, ink.color(curve.style), halo=self._pens.inks.halo)

    def _places(self, picture: Image.Image, ink: PanelInk) -> None:
        """What stands where it is whatever the moment: signs of the map, the start, the names of marks."""
        panel, inks, small = ink.panel, self._pens.inks, self.layout.small
        for trace in panel.figure["data"]:
            if trace["type"] == "scatter":
                for place in panel.on_slide([*zip(trace["x"], trace["y"], strict=True)]):
                    sign(picture, self._pens, _SYMBOLS[trace["marker"]["symbol"]], place, HEAD)
        if panel.subplot.start:
            sign(picture, self._pens, "start", panel.on_slide([panel.subplot.start])[0], 1.3 * HEAD)
        for mark in panel.subplot.marks:
            x = panel.box.left + float(panel.scales[0].pixels(np.array([mark.at]))[0])
            place = x, panel.box.top + 1.1 * small.size
            small.write(ImageDraw.Draw(picture), place, mark.label, inks.text, halo=inks.halo)

    def _head(
        self, picture: Image.Image, ink: PanelInk, trail: Trail, moment: tuple[int, int], taken: list[Box]
    ) -> None:
        """Whole even at the edge of its panel; outside, an arrow says when it left."""
        (row, step), box, unit = moment, ink.panel.box, self._pens.unit
        course = ink.course(trail.points, row) + np.array([box.left, box.top])
        x, y = course[step].tolist()
        style, color = self._content.drawn[trail.style][1], ink.color(trail.style)
        if box.left - 1 <= x <= box.right + 1 and box.top - 1 <= y <= box.bottom + 1:
            haloed(picture, outline(style.marker, HEAD * unit, (x, y)), color, self._pens.inks.halo, 1.5 * unit)
        left_at = -1 if trail.left is None else trail.left[row if len(trail.left) > 1 else 0]
        if not 0 < left_at <= step or not np.isfinite(course[left_at - 1]).all():
            return
        before, after = course[left_at - 1].tolist(), course[left_at].tolist()
        if not np.isfinite(after).all():
            after = before
        way = crossing(box, before, after), atan2(after[1] - before[1], after[0] - before[0])
        words = WORDS["leftAt"][self._content.language].format(step=left_at)
        signs = Signs(self._pens, self._face.at(SMALL * unit, bold=True))
        depart(picture, Departure(way, color, words), box, signs, taken)

    def _words(self, draw: ImageDraw.ImageDraw, row: int, step: int) -> None:
        """What is said of the row, the numbers behind titles, and those of the table."""
        layout, text = self.layout, self._pens.inks.text
        if layout.readout:
            x, y = layout.readout
            for i, line in enumerate(readout_lines(self._content, row, layout.small, draw.im.size[0] - 2 * x)):
                layout.small.write(draw, (x, y + i * LINE * layout.small.size), line, text)
        bold = self._face.at(SMALL * self._pens.unit, bold=True)
        for panel in layout.panels:
            values = panel.subplot.number
            if values is not None and panel.words.number:
                bold.write(draw, panel.words.number, number(float(values[row if len(values) > 1 else 0, step])), text)
        if layout.board:
            for place, (entry, _) in enumerate(layout.board.entries, 1):
                self._shades(draw, layout.board, place, layout.board.shades(entry, row, step))
                for column, words in enumerate(layout.board.cells(entry, row, step), 1):
                    _cell(draw, layout.board, (place, column), words, self._pens)

    def _shades(
        self, draw: ImageDraw.ImageDraw, board: GridBoard, place: int, shades: Sequence[tuple[str, float]]
    ) -> None:
        """Under the numbers of a row of a matrix, the colours of their sizes."""
        halo, top = np.array(self._pens.inks.halo, dtype=np.float64), board.top + place * board.row
        for column, (key, share) in zip(board.columns[1:], shades, strict=False):
            own = np.array(paint(self._content.drawn[key][1].color(self._content.theme)), dtype=np.float64)
            color = np.rint(halo * (1 - share) + own * share).astype(int).tolist()
            margin = 0.3 * board.hand.size
            box = (column.left - margin, top + 1, column.left + column.width + margin, top + board.row - 1)
            draw.rectangle(box, tuple(color))

    def _foot(self, draw: ImageDraw.ImageDraw, moment: int) -> None:
        """The step, or where the dial stands, in words and as a share of all."""
        layout, inks, grid = self.layout, self._pens.inks, self._content.grid
        dial = None if grid.steps else grid.dials[-1]
        step = f"{STEP[self._content.language]} = {moment} / {self.last}"
        words = step if dial is None else f"{dial.label} = {dial.values[moment]}"
        self._face.at(BODY * layout.unit, bold=True).write(draw, layout.counter, words, inks.text)
        draw.rectangle((layout.bar.left, layout.bar.top, layout.bar.right, layout.bar.bottom), inks.faint)
        done = layout.bar.left + round(layout.bar.width * moment / self.last)
        draw.rectangle((layout.bar.left, layout.bar.top, done, layout.bar.bottom), inks.text)


def _cell(
    draw: ImageDraw.ImageDraw, board: GridBoard, at: tuple[int, int], words: str, pens: Pens, *, shift: float = 0.0
) -> None:
    """Words in a row of the table, where its column has them."""
    row, column = at
    where = board.columns[column]
    y = board.top + row * board.row + board.row / 2 + 0.36 * board.hand.size
    x = where.left + where.align * where.width + shift
    board.hand.write(draw, (x, y), words, pens.inks.text, align=where.align)
