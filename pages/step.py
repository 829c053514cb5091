"""Inside one update: a rule's formula with the numbers of a step, term by term. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.language import language
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.inside import inside_update
from ui.step_choice import read_step
from ui.step_controls import step_controls
from ui.step_scene import updates
from ui.step_words import step_heading
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_step(spoken)
    show_notices(spoken, reading)
    step_heading(choice, reading)
    inside_update(updates(choice, reading), reading, key="sheet_step", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        step_controls(choice, reading, spoken.rejected)


main()
