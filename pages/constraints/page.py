from pages.constraints.choice import read_constraints
from pages.constraints.controls import constraints_controls
from pages.constraints.view import constraints_grid
from pages.constraints.words import heading, notes
from ui.shell.chapter_page import chapter_page

chapter_page(
    "constraints",
    read=read_constraints,
    heading=heading,
    shown=constraints_grid,
    controls=constraints_controls,
    notes=notes,
    probed=lambda choice: (choice.surface, choice.start),
)
