"""The dial: one learning rate after the other, from crawling to blowing up. Choose, compute, draw, say."""

import streamlit as st

from pages.dial.choice import read_dial
from pages.dial.controls import dial_controls
from pages.dial.view import dial_grid, inputs_of
from pages.dial.words import WORKING, heading
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.progress import with_progress
from ui.common.show import show_heading
from ui.common.sweep import SWEEPS
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_dial(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    with_progress(SWEEPS.ask(inputs_of(choice)), WORKING[language])
    play(dial_grid(choice, language), language, key="stage_dial", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        dial_controls(choice, language, address.rejected)


main()
