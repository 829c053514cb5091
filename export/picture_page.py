"""A picture of the chapters on networks as one HTML file that plays by itself, with its dials."""

from dataclasses import replace
from html import escape

from export.caption import Caption
from export.inline import inlined
from export.standalone import LINK, Played, standalone
from stage.figure_grid import FigureGrid, figure_grid_message
from stage.graph import ComputationalGraph, graph_message
from text import Language


def picture_page(shown: FigureGrid | ComputationalGraph, caption: Caption, link: str, language: Language) -> bytes:
    """What is shown, and nothing of it asked; `link` is what leads to it behind Descent's address."""
    player, message = _message(replace(shown, question=None), language)
    details = f"<p>{escape(LINK[language])}</p>\n<p><code>{escape(link)}</code></p>"
    return standalone(Played(player, inlined(message)), caption, language, details)


def _message(shown: FigureGrid | ComputationalGraph, language: Language) -> tuple[str, bytes]:
    """The player's module, and what it is told."""
    if isinstance(shown, ComputationalGraph):
        return "graph/graph", graph_message(shown, language, fixed=True)
    return "figure_grid/figure_grid", figure_grid_message(shown, language, fixed=True)
