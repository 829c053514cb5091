from pages.choosing.choice import read_choosing
from pages.choosing.controls import choosing_controls
from pages.choosing.view import choosing_grid
from pages.choosing.words import heading, notes
from ui.shell.chapter_page import chapter_page

chapter_page(
    "choosing",
    read=read_choosing,
    heading=heading,
    shown=choosing_grid,
    controls=choosing_controls,
    notes=notes,
    probed=lambda choice: (choice.surface, choice.start),
)
