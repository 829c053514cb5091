from pages.composition.choice import read_composition
from pages.composition.controls import composition_controls
from pages.composition.view import composition_grid
from pages.composition.words import heading, notes
from ui.shell.chapter_page import chapter_page

chapter_page(
    "composition",
    read=read_composition,
    heading=heading,
    shown=composition_grid,
    controls=composition_controls,
    notes=notes,
)
