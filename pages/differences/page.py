"""Numerical differentiation and backpropagation: one gradient, and what each costs. Choose, compute, draw, say."""

import streamlit as st

from pages.differences.choice import read_differences
from pages.differences.controls import differences_controls
from pages.differences.timings import COSTS
from pages.differences.view import differences_grid
from pages.differences.words import WORKING, heading, notes
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.progress import with_progress
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_differences(address)
    show_notices(address, language)
    show_heading(heading(language))
    costs = with_progress(COSTS.ask(choice.activation), WORKING[language])
    shown = differences_grid(choice, costs, language)
    play(shown, language, key="stage_differences", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        differences_controls(choice, language, address.rejected)
    show_notes(notes(language))


main()
