"""Choosing the learning rate: too small, just right, too big, and bigger still. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.choosing_choice import read_choosing
from ui.choosing_controls import choosing_controls
from ui.choosing_sheet import choosing_sheet
from ui.choosing_words import choosing_heading, choosing_notes
from ui.language import language
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_choosing(spoken)
    show_notices(spoken, reading)
    choosing_heading(choice, reading)
    sheet(choosing_sheet(choice, reading), reading, key="sheet_choosing", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        choosing_controls(choice, reading, spoken.rejected)
    choosing_notes(choice, reading)


main()
