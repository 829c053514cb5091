"""The dial: one learning rate after the other, from crawling to blowing up. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.dial_choice import read_dial
from ui.dial_controls import dial_controls
from ui.dial_sheet import dial_sheet, question_of
from ui.dial_words import WORKING, dial_heading
from ui.language import language
from ui.notices import show_notices
from ui.progress import with_progress
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.sweep import SWEEPS
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_dial(spoken)
    show_notices(spoken, reading)
    dial_heading(choice, reading)
    with_progress(SWEEPS.ask(question_of(choice)), WORKING[reading])
    sheet(dial_sheet(choice, reading), reading, key="sheet_dial", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        dial_controls(choice, reading, spoken.rejected)


main()
