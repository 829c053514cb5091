from pages.activations.choice import ActivationsChoice, read_activations
from pages.activations.controls import activations_controls
from pages.activations.speeds import SIZES, SPEEDS
from pages.activations.view import activations_grid
from pages.activations.words import WORKING, heading, notes
from stage.figure_grid import FigureGrid
from text import Language
from ui.common.listeners import chips_listener
from ui.common.progress import with_progress
from ui.shell.chapter_page import chapter_page


def shown(choice: ActivationsChoice, language: Language) -> FigureGrid:
    """Times are measured once for the process, with a bar."""
    if choice.show == "speed":
        with_progress(SPEEDS.ask(SIZES), WORKING[language])
    return activations_grid(choice, language)


chapter_page(
    "activations",
    read=read_activations,
    heading=heading,
    shown=shown,
    controls=activations_controls,
    notes=notes,
    listeners=lambda _, forget: chips_listener("functions", forget),
)
