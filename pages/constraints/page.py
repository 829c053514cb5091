"""Constrained optimization: where a constraint bars the minimum, the optimum moves. Choose, compute, draw, say."""

import streamlit as st

from pages.constraints.choice import read_constraints
from pages.constraints.controls import constraints_controls
from pages.constraints.view import constraints_grid
from pages.constraints.words import heading, notes
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
    choice = read_constraints(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    play(
        constraints_grid(choice, language),
        language,
        key="stage_constraints",
        listeners=grid_listeners(address.rejected),
    )
    switches(address, language)
    with st.sidebar:
        constraints_controls(choice, language, address.rejected)
    show_notes(notes(choice, language))


main()
