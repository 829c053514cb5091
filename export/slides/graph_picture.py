"""One slide of a computational graph at one step after the other: nodes, edges, what is stored, what is said."""

from collections.abc import Sequence
from math import hypot

import numpy as np
from PIL import Image, ImageDraw

from export.slides.background import Pens
from export.slides.board import BODY
from export.slides.fine import FINE, Canvas
from export.slides.graph_content import GraphContent
from export.slides.graph_layout import AIR, NodeBox, graph_laid_out, lines_of, slope_words
from export.slides.ink import paint
from export.slides.inks import inks_of
from export.slides.layout import LINE
from export.slides.letters import Paint, Place, Typeface
from figures.loss import STEP
from figures.theme import Style
from stage.graph import DrawnEdge, Moment, Said

_NOW = "{now}"
"""Where the count of a step stands in the words of a counter."""
_LIT = 0.4
"""How much a lit path covers."""


class GraphPicture:
    """A slide whose numbers come step by step."""

    def __init__(self, content: GraphContent, size: tuple[int, int], face: Typeface) -> None:
        self._content = content
        self._face = face
        self._size = size
        self.last = self.shown = content.last
        self.layout = graph_laid_out(content, size, face)
        self._pens = Pens(inks_of(content.theme), self.layout.unit)

    @property
    def sample(self) -> Image.Image:
        """A picture with all of its colours but those of lines and words."""
        return self.at(self.last)

    @property
    def styles(self) -> Sequence[Style]:
        """Of its lines."""
        return [*self._content.parts.values()]

    def at(self, step: int) -> Image.Image:
        """The slide at this step."""
        canvas = Canvas(Image.new("RGB", (FINE * self._size[0], FINE * self._size[1]), self._pens.inks.halo))
        for edge in self._content.graph.edges:
            self._edge(canvas, edge, step)
        moment = self._content.graph.moments[step]
        for node in self.layout.nodes.values():
            self._frame(canvas, node, moment)
        picture = canvas.reduced()
        draw = ImageDraw.Draw(picture)
        for node in self.layout.nodes.values():
            self._numbers(draw, node, step)
        for edge in self._content.graph.edges:
            self._local(draw, edge, step)
        self._around(draw, step, moment)
        return picture

    def _part(self, part: str) -> Paint:
        return paint(self._content.parts[part].color(self._content.theme))

    def _edge(self, canvas: Canvas, edge: DrawnEdge, step: int) -> None:
        """Grey before anything has flowed; then the value's way, and dashed the derivative's way back."""
        inks, unit = self._pens
        ends = self._ends(edge)
        if self._content.is_lit(edge):
            red, green, blue = (
                round(_LIT * own + (1 - _LIT) * ground)
                for own, ground in zip(self._part("square"), inks.halo, strict=True)
            )
            canvas.line(np.array(ends), (red, green, blue), 12 * unit)
        is_back = edge.backward is not None and step >= edge.backward
        color = self._part("gradient") if is_back else inks.text if step >= edge.forward else inks.faint
        canvas.line(np.array(ends), color, 2 * unit, "dash" if is_back else "solid")
        start, tip = reversed(ends) if is_back else ends
        canvas.area(np.array(_arrowhead(start, tip, 12 * unit)), color, 1.0)

    def _ends(self, edge: DrawnEdge) -> tuple[Place, Place]:
        """From the border of one node to that of another."""
        source, target = (self.layout.nodes[key] for key in (edge.source, edge.target))
        (x0, y0), (x1, y1) = source.middle, target.middle
        air = AIR * self._pens.unit

        def share(node: NodeBox) -> float:
            wide, high = node.box.width / 2 + air, node.box.height / 2 + air
            return min(wide / (abs(x1 - x0) or 1e-9), high / (abs(y1 - y0) or 1e-9), 0.5)

        leaves, arrives = share(source), 1 - share(target)
        return (
            (x0 + (x1 - x0) * leaves, y0 + (y1 - y0) * leaves),
            (x0 + (x1 - x0) * arrives, y0 + (y1 - y0) * arrives),
        )

    def _frame(self, canvas: Canvas, node: NodeBox, moment: Moment) -> None:
        """Thicker, and in the colour of what happens, where something arrives."""
        inks, unit, box = self._pens.inks, self._pens.unit, node.box
        is_updated = moment.phase == "update" and node.node.kind == "weight"
        color, width = inks.faint, 1.5
        if node.node.key == moment.at or is_updated:
            color, width = self._part("gradient" if moment.phase == "backward" else "step"), 4.0
        elif node.node.key in moment.used:
            color, width = self._part("memory"), 3.0
        elif node.node.kind in {"value", "loss"}:
            color = inks.text
        corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
        canvas.area(np.array(corners, dtype=np.float64), inks.halo, 1.0)
        canvas.line(np.array([*corners, *corners[:2]], dtype=np.float64), color, width * unit)

    def _numbers(self, draw: ImageDraw.ImageDraw, placed: NodeBox, step: int) -> None:
        """Letter, rule, value and derivative of a node, one below the other."""
        node, box, inks = placed.node, placed.box, self._pens.inks
        small, bold = self.layout.small, self.layout.bold
        middle, y = box.left + box.width / 2, box.top + 1.15 * small.size
        lines = [(bold, node.letter, inks.text)]
        if node.rule:
            lines.append((small, f"= {node.rule}", inks.text))
        lines.append((small, _at(node.values, step) or "·", inks.text))
        slope = _at(node.derivatives, step)
        if len(lines) < lines_of(node) and slope:
            said = slope_words(node, slope, is_long=self.layout.is_long)
            lines.append((small, said, self._part("gradient")))
        for i, (hand, words, color) in enumerate(lines):
            hand.write(draw, (middle, y + i * LINE * small.size), words, color, align=0.5)

    def _local(self, draw: ImageDraw.ImageDraw, edge: DrawnEdge, step: int) -> None:
        """The local derivative, beside the edge along which it is multiplied."""
        if edge.backward is None or step < edge.backward:
            return
        (x0, y0), (x1, y1) = self._ends(edge)
        small, words = self.layout.small, f"×{edge.local}"
        is_upright = abs(y1 - y0) > abs(x1 - x0)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2 + 0.36 * small.size
        if is_upright:
            x += 0.5 * small.size + small.width(words) / 2
        elif small.width(words) > hypot(x1 - x0, y1 - y0):  # else it would lie on the nodes
            y = self.layout.nodes[edge.source].box.top - 0.3 * small.size
        else:
            y -= small.size
        small.write(draw, (x, y), words, self._part("gradient"), align=0.5, halo=self._pens.inks.halo)

    def _around(self, draw: ImageDraw.ImageDraw, step: int, moment: Moment) -> None:
        """Heading, counters, what is stored, what is said, and the step."""
        layout, graph, inks = self.layout, self._content.graph, self._pens.inks
        small = layout.small
        for words, hand, place in layout.heading:
            hand.write(draw, place, words, inks.text)
        counts = zip(graph.counters, moment.counts, strict=True)
        small.write(draw, layout.counters, "    ".join(each.replace(_NOW, now) for each, now in counts), inks.text)
        self._cache(draw, step)
        x, y = layout.words
        lines = small.lines(moment.words, layout.width)
        for i, words in enumerate(lines):
            small.write(draw, (x, y + i * LINE * small.size), words, inks.text)
        for i, words in enumerate(self._content.products(step), len(lines)):
            small.write(draw, (x, y + i * LINE * small.size), words, self._part("square"))
        words = f"{STEP[self._content.language]} = {step} / {self.last}"
        self._face.at(BODY * layout.unit, bold=True).write(draw, layout.counter, words, inks.text)
        draw.rectangle((layout.bar.left, layout.bar.top, layout.bar.right, layout.bar.bottom), inks.faint)
        done = layout.bar.left + round(layout.bar.width * step / self.last)
        draw.rectangle((layout.bar.left, layout.bar.top, done, layout.bar.bottom), inks.text)

    def _cache(self, draw: ImageDraw.ImageDraw, step: int) -> None:
        """What is stored, side by side, and how often it was taken from there."""
        (x, y), small, bold = self.layout.cache, self.layout.small, self.layout.bold
        graph, inks = self._content.graph, self._pens.inks
        bold.write(draw, (x, y), graph.cache, inks.text)
        x += bold.width(graph.cache) + small.size
        for slot in graph.slots:
            is_there, whole = step >= slot.step, f"{slot.letter} = {slot.value} {'↩' * len(slot.uses)}"
            words = f"{slot.letter} = {slot.value} {'↩' * sum(use <= step for use in slot.uses)}"
            small.write(draw, (x, y), words if is_there else f"{slot.letter} =", inks.text if is_there else inks.faint)
            x += small.width(whole) + small.size


def _at(said: Sequence[Said], step: int) -> str:
    """What stands there at a step; nothing before the first."""
    return next((words for since, words in reversed(said) if since <= step), "")


def _arrowhead(start: Place, tip: Place, size: float) -> list[Place]:
    """A triangle at the end of a line."""
    length = hypot(tip[0] - start[0], tip[1] - start[1]) or 1.0
    x, y = (size * (to - at) / length for at, to in zip(start, tip, strict=True))
    return [tip, (tip[0] - x - 0.5 * y, tip[1] - y + 0.5 * x), (tip[0] - x + 0.5 * y, tip[1] - y - 0.5 * x)]
