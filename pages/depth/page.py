from pages.depth.choice import DepthChoice, read_depth
from pages.depth.compute import FITS
from pages.depth.controls import depth_controls
from pages.depth.view import depth_grid
from pages.depth.words import WORKING, heading, notes
from stage.figure_grid import FigureGrid
from text import Language
from ui.common.progress import with_progress
from ui.shell.chapter_page import chapter_page
from work.pieces import one_after_the_other


def shown(choice: DepthChoice, language: Language) -> FigureGrid:
    """One activation after the other, each remembered by itself, with a bar where that takes long."""
    works = [FITS.ask(choice.training(key)) for key in choice.activations]
    answers = with_progress(one_after_the_other(works), WORKING[language])
    return depth_grid(choice, dict(zip(choice.activations, answers, strict=True)), language)


chapter_page(
    "depth",
    read=read_depth,
    heading=lambda _, language: heading(language),
    shown=shown,
    controls=depth_controls,
    notes=notes,
)
