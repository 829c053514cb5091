"""Constrained optimization: where a constraint bars the minimum, the optimum moves. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.constraints_choice import read_constraints
from ui.constraints_controls import constraints_controls
from ui.constraints_sheet import constraints_sheet
from ui.constraints_words import constraints_heading, constraints_notes
from ui.language import language
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_constraints(spoken)
    show_notices(spoken, reading)
    constraints_heading(choice, reading)
    sheet(
        constraints_sheet(choice, reading), reading, key="sheet_constraints", listeners=sheet_listeners(spoken.rejected)
    )
    switches(spoken, reading)
    with st.sidebar:
        constraints_controls(choice, reading, spoken.rejected)
    constraints_notes(choice, reading)


main()
