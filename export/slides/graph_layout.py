"""Where everything stands on a slide of a computational graph. Measured in words first, so that none is cut off."""

from typing import NamedTuple

from export.slides.board import SMALL
from export.slides.graph_content import GraphContent
from export.slides.ink import Box
from export.slides.layout import COUNTER, EDGE, FOOT, LINE, WIDTH, Written, titled
from export.slides.letters import Hand, Place, Typeface
from stage.graph import DrawnNode

LONG = 5
"""A graph of more levels than this is long."""
AIR = 4
"""Between a node and the end of an edge, on a slide of WIDTH."""


class NodeBox(NamedTuple):
    """A node and where it stands."""

    node: DrawnNode
    box: Box

    @property
    def middle(self) -> Place:
        return self.box.left + self.box.width / 2, self.box.top + self.box.height / 2


class GraphLayout(NamedTuple):
    """Everything that is written once, and the nodes."""

    unit: float
    heading: tuple[Written, ...]
    counters: Place
    nodes: dict[str, NodeBox]
    is_long: bool
    cache: Place
    """Where the list of what is stored begins."""
    words: Place
    """Where what is said of a step begins."""
    width: float
    """Of what is said."""
    counter: Place
    bar: Box
    small: Hand
    bold: Hand


def graph_laid_out(content: GraphContent, size: tuple[int, int], face: Typeface) -> GraphLayout:
    """The slide of this content, `size` pixels wide and high."""
    unit, graph = size[0] / WIDTH, content.graph
    edge, small, bold = round(EDGE * unit), face.at(SMALL * unit), face.at(SMALL * unit, bold=True)
    line = LINE * small.size
    heading = titled(content.caption.title, content.caption.sentence, size[0], unit, face)
    top = heading[-1].place[1] + 0.7 * small.size + line
    said = [len(small.lines(each.words, size[0] - 2 * edge)) for each in graph.moments]
    lines = max(said) + len(content.products(content.last))
    words = size[1] - FOOT * unit - (lines - 1) * line - 0.4 * small.size
    room = Box(edge, round(top + line + 0.8 * small.size), size[0] - 2 * edge, 0)
    room = room._replace(height=round(words - 1.5 * line - room.top))
    is_long = len({node.place[0] for node in graph.nodes}) > LONG
    bar = round(edge + COUNTER * unit)
    return GraphLayout(
        unit=unit,
        heading=heading,
        counters=(edge, top),
        nodes={node.key: _placed(node, room, small, bold, is_long=is_long) for node in graph.nodes},
        is_long=is_long,
        cache=(edge, top + line),
        words=(edge, words),
        width=size[0] - 2 * edge,
        counter=(edge, size[1] - round(26 * unit)),
        bar=Box(bar, size[1] - round(38 * unit), size[0] - edge - bar, round(10 * unit)),
        small=small,
        bold=bold,
    )


def slope_words(node: DrawnNode, words: str, *, is_long: bool) -> str:
    """A derivative; in a long graph without its name, for which there is no room."""
    return f"∂ = {words}" if is_long else f"∂L/∂{node.letter} = {words}"


def lines_of(node: DrawnNode) -> int:
    """Letter and value; the rule where it has one, and the derivative where it can have one."""
    return 2 + bool(node.rule) + (node.kind != "data")


def _placed(node: DrawnNode, room: Box, small: Hand, bold: Hand, *, is_long: bool) -> NodeBox:
    """As large as its words, in its share of the room."""
    slopes = [slope_words(node, words, is_long=is_long) for _, words in node.derivatives]
    said = [f"= {node.rule}", *(words for _, words in node.values), *slopes]
    width = round(max(bold.width(node.letter), *map(small.width, said)) + 1.2 * small.size)
    height = round((LINE * lines_of(node) + 0.4) * small.size)
    across, down = node.place
    left, top = room.left + across * (room.width - width), room.top + down * (room.height - height)
    return NodeBox(node, Box(round(left), round(top), width, height))
