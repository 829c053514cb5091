"""Choosing the learning rate: too small, just right, too big, and bigger still. Choose, compute, draw, say."""

import streamlit as st

from pages.choosing.choice import read_choosing
from pages.choosing.controls import choosing_controls
from pages.choosing.view import choosing_grid
from pages.choosing.words import heading, notes
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_choosing(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    play(choosing_grid(choice, language), language, key="stage_choosing", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        choosing_controls(choice, language, address.rejected)
    show_notes(notes(choice, language))


main()
