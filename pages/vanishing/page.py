from pages.vanishing.choice import VanishingChoice, read_vanishing
from pages.vanishing.compute import LAYERS
from pages.vanishing.controls import vanishing_controls
from pages.vanishing.view import vanishing_grid
from pages.vanishing.words import WORKING, heading, notes
from stage.figure_grid import FigureGrid
from text import Language
from ui.common.progress import with_progress
from ui.shell.chapter_page import chapter_page
from work.pieces import one_after_the_other


def shown(choice: VanishingChoice, language: Language) -> FigureGrid:
    """One activation after the other, each remembered by itself, with a bar where that takes long."""
    works = [LAYERS.ask(choice.training(key)) for key in choice.activations]
    answers = with_progress(one_after_the_other(works), WORKING[language])
    return vanishing_grid(choice, dict(zip(choice.activations, answers, strict=True)), language)


chapter_page(
    "vanishing",
    read=read_vanishing,
    heading=lambda _, language: heading(language),
    shown=shown,
    controls=vanishing_controls,
    notes=lambda _, language: notes(language),
)
