"""What a slide shows of a computational graph."""

from collections.abc import Mapping
from dataclasses import dataclass

from export.caption import Caption
from figures.theme import Style, Theme
from stage.graph import Chosen, ComputationalGraph, DrawnEdge
from text import Language


@dataclass(frozen=True)
class GraphContent:
    """Everything that is drawn."""

    graph: ComputationalGraph
    caption: Caption
    language: Language
    theme: Theme

    @property
    def last(self) -> int:
        """The number of the last step."""
        return len(self.graph.moments) - 1

    @property
    def parts(self) -> Mapping[str, Style]:
        """How derivatives, paths and updates are drawn."""
        return {key: style for key, _, style in self.graph.styles}

    @property
    def chosen(self) -> Chosen | None:
        """The weight whose paths are lit."""
        return next((each for each in self.graph.chosen if each.key == self.graph.path), None)

    def is_lit(self, edge: DrawnEdge) -> bool:
        """Whether a lit path leads along an edge; paths lead back from the loss."""
        ways = self.chosen.ways if self.chosen else ()
        return any((edge.target, edge.source) in zip(way.nodes, way.nodes[1:], strict=False) for way in ways)

    def name(self, key: str) -> str:
        """∂L/∂ of a node, in letters."""
        return f"∂L/∂{next(node.letter for node in self.graph.nodes if node.key == key)}"

    def products(self, step: int) -> list[str]:
        """The derivatives multiplied along each lit path, as far as they are known at a step."""
        if not self.chosen:
            return []
        lines = [
            f"{' · '.join(each.number for each in way.factors)} = {way.product}"
            for way in self.chosen.ways
            if way.step <= step
        ]
        if len(self.chosen.ways) > 1 and self.chosen.step <= step:
            lines.append(self.chosen.total)
        elif lines:
            lines = [f"{self.name(self.chosen.key)} = {line}" for line in lines]
        return lines
