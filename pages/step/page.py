"""Inside one update: a rule's formula with the numbers of a step, term by term. Choose, compute, draw, say."""

import streamlit as st

from pages.step.choice import read_step
from pages.step.controls import step_controls
from pages.step.view import updates
from pages.step.words import heading
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.show import show_heading
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_step(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    play(updates(choice, language), language, key="stage_step", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        step_controls(choice, language, address.rejected)


main()
