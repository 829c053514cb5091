from pages.activations.choice import read_activations
from pages.activations.controls import activations_controls
from pages.activations.view import activations_grid
from pages.activations.words import heading, notes
from ui.common.listeners import chips_listener
from ui.shell.chapter_page import chapter_page

chapter_page(
    "activations",
    read=read_activations,
    heading=heading,
    shown=activations_grid,
    controls=activations_controls,
    notes=notes,
    listeners=lambda _, forget: chips_listener("functions", forget),
)
