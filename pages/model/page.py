from pages.model.choice import read_model
from pages.model.controls import model_controls, take_step
from pages.model.view import model_grid
from pages.model.words import heading, notes
from ui.shell.chapter_page import chapter_page

chapter_page(
    "model",
    read=read_model,
    heading=heading,
    shown=model_grid,
    controls=model_controls,
    notes=notes,
    listeners=lambda choice, forget: {"stepped": lambda _: take_step(choice, forget)},
)
