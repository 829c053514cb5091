from pages.losses.choice import read_losses
from pages.losses.controls import losses_controls
from pages.losses.view import losses_grid
from pages.losses.words import heading, notes
from ui.shell.chapter_page import chapter_page

chapter_page("losses", read=read_losses, heading=heading, shown=losses_grid, controls=losses_controls, notes=notes)
