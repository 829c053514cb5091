"""Activation functions: their values, their slopes, and softmax. Choose, compute, draw, say."""

import streamlit as st

from pages.activations.choice import read_activations
from pages.activations.controls import activations_controls
from pages.activations.view import activations_grid
from pages.activations.words import heading, notes
from stage.component import play
from ui import address_bar
from ui.common.listeners import chips_listener, grid_listeners
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_activations(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    listeners = grid_listeners(address.rejected) | chips_listener("functions", address.rejected)
    play(activations_grid(choice, language), language, key="stage_activations", listeners=listeners)
    switches(address, language)
    with st.sidebar:
        activations_controls(choice, language, address.rejected)
    show_notes(notes(choice, language))


main()
