"""Numerical differentiation and backpropagation: one gradient, and what each costs. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.differences_choice import read_differences
from ui.differences_controls import differences_controls
from ui.differences_sheet import differences_sheet
from ui.differences_words import WORKING, differences_heading, differences_notes
from ui.differences_work import COSTS
from ui.language import language
from ui.notices import show_notices
from ui.progress import with_progress
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_differences(spoken)
    show_notices(spoken, reading)
    differences_heading(reading)
    costs = with_progress(COSTS.ask(choice.activation), WORKING[reading])
    shown = differences_sheet(choice, costs, reading)
    sheet(shown, reading, key="sheet_differences", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        differences_controls(choice, reading, spoken.rejected)
    differences_notes(reading)


main()
