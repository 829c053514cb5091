"""Loss functions: what each sees of a prediction, and its slope behind a sigmoid. Choose, compute, draw, say."""

import streamlit as st

from pages.losses.choice import read_losses
from pages.losses.controls import losses_controls
from pages.losses.view import losses_grid
from pages.losses.words import heading, notes
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
    choice = read_losses(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    play(losses_grid(choice, language), language, key="stage_losses", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        losses_controls(choice, language, address.rejected)
    show_notes(notes(choice, language))


main()
