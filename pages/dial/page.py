from pages.dial.choice import DialChoice, read_dial
from pages.dial.controls import dial_controls
from pages.dial.view import dial_grid, inputs_of
from pages.dial.words import WORKING, heading
from stage.figure_grid import FigureGrid
from text import Language
from ui.common.progress import with_progress
from ui.common.sweep_compute import SWEEPS
from ui.shell.chapter_page import chapter_page


def shown(choice: DialChoice, language: Language) -> FigureGrid:
    """Swept once for all who ask, with a bar where that takes long."""
    with_progress(SWEEPS.ask(inputs_of(choice)), WORKING[language])
    return dial_grid(choice, language)


chapter_page(
    "dial",
    read=read_dial,
    heading=heading,
    shown=shown,
    controls=dial_controls,
    probed=lambda choice: (choice.surface, choice.start),
)
