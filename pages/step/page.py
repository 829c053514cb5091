from pages.step.choice import read_step
from pages.step.controls import step_controls
from pages.step.view import updates
from pages.step.words import heading
from ui.shell.chapter_page import chapter_page

chapter_page("step", read=read_step, heading=heading, shown=updates, controls=step_controls)
