from pages.differences.choice import DifferencesChoice, read_differences
from pages.differences.controls import differences_controls
from pages.differences.timings import COSTS
from pages.differences.view import differences_grid
from pages.differences.words import WORKING, heading, notes
from stage.figure_grid import FigureGrid
from text import Language
from ui.common.progress import with_progress
from ui.shell.chapter_page import chapter_page


def shown(choice: DifferencesChoice, language: Language) -> FigureGrid:
    """The costs are measured once for the process, with a bar."""
    costs = with_progress(COSTS.ask(choice.activation), WORKING[language])
    return differences_grid(choice, costs, language)


chapter_page(
    "differences",
    read=read_differences,
    heading=lambda _, language: heading(language),
    shown=shown,
    controls=differences_controls,
    notes=lambda _, language: notes(language),
)
