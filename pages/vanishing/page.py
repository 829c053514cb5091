from collections.abc import Callable, Mapping
from typing import Any

from pages.vanishing.choice import VanishingChoice, read_vanishing, values_of_cell
from pages.vanishing.compute import LAYERS
from pages.vanishing.controls import vanishing_controls
from pages.vanishing.table_compute import TABLES
from pages.vanishing.table_view import table_grid
from pages.vanishing.table_words import WORKING as MEASURING
from pages.vanishing.view import vanishing_grid
from pages.vanishing.words import WORKING, heading, notes
from stage.figure_grid import FigureGrid
from text import Language
from ui.address_bar import write
from ui.common.progress import with_progress
from ui.shell.chapter_page import chapter_page
from work.pieces import one_after_the_other


def shown(choice: VanishingChoice, language: Language) -> FigureGrid:
    """One activation after the other, each remembered by itself, with a bar where that takes long; or the table."""
    if choice.show == "table":
        return table_grid(choice, with_progress(TABLES.ask(choice.table), MEASURING[language]), language)
    works = [LAYERS.ask(choice.training(key)) for key in choice.activations]
    answers = with_progress(one_after_the_other(works), WORKING[language])
    return vanishing_grid(choice, dict(zip(choice.activations, answers, strict=True)), language)


def listeners(_choice: VanishingChoice, forget: tuple[str, ...]) -> Mapping[str, Callable[[Any], None]]:
    """A cell of the table leads to its activation, layer by layer."""
    return {"picked": lambda cell: write(values_of_cell(str(cell[0]), int(cell[1])), forget)}


chapter_page(
    "vanishing",
    read=read_vanishing,
    heading=heading,
    shown=shown,
    controls=vanishing_controls,
    notes=notes,
    listeners=listeners,
)
