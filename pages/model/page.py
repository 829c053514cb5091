"""A model and its parameters: what they do, and how a loss changes them. Choose, compute, draw, say."""

import streamlit as st

from pages.model.choice import read_model
from pages.model.controls import model_controls, take_step
from pages.model.view import model_grid
from pages.model.words import heading, notes
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
    choice = read_model(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    listeners = {**grid_listeners(address.rejected), "stepped": lambda _: take_step(choice, address.rejected)}
    play(model_grid(choice, language), language, key="stage_model", listeners=listeners)
    switches(address, language)
    with st.sidebar:
        model_controls(choice, language, address.rejected)
    show_notes(notes(choice, language))


main()
