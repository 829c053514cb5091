from pages.basins.choice import SIDES, BasinsChoice, read_basins
from pages.basins.compute import BASINS
from pages.basins.controls import basins_controls
from pages.basins.view import basins_grid
from pages.basins.words import WORKING, heading
from stage.figure_grid import FigureGrid
from text import Language
from ui.common.progress import with_progress
from ui.shell.chapter_page import chapter_page
from work.pieces import one_after_the_other


def shown(choice: BasinsChoice, language: Language) -> FigureGrid:
    """Both maps, with a bar where that takes long."""
    works = [BASINS.ask(choice.inputs(side)) for side in SIDES]
    answers = with_progress(one_after_the_other(works), WORKING[language])
    return basins_grid(choice, dict(zip(SIDES, answers, strict=True)), language)


chapter_page(
    "basins",
    read=read_basins,
    heading=heading,
    shown=shown,
    controls=basins_controls,
    probed=lambda choice: (choice.surface, choice.start),
)
