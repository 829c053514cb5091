"""Hidden layers learn representations: the plane seen through every layer while the network learns."""

import streamlit as st

from pages.representations.choice import read_representations
from pages.representations.compute import REPRESENTATIONS
from pages.representations.controls import representation_controls
from pages.representations.view import representation_grid
from pages.representations.words import WORKING, heading, notes
from stage.component import play
from ui import address_bar
from ui.common.lesson_words import STOPPED
from ui.common.listeners import grid_listeners
from ui.common.progress import stoppable
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_representations(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    work = REPRESENTATIONS.ask(choice.shown)
    answer = stoppable(work, WORKING[language], STOPPED[language], language, name=str(choice.shown))
    if answer:
        grid = representation_grid(choice, answer, language)
        play(grid, language, key="stage_representations", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        representation_controls(choice, language, address.rejected)
    if answer:
        show_notes(notes(choice, answer, language))


main()
