"""A model and its parameters: what they do, and how a loss changes them. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.language import language
from ui.model_choice import read_model
from ui.model_controls import model_controls, take_step
from ui.model_sheet import model_sheet
from ui.model_words import model_heading, model_notes
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_model(spoken)
    show_notices(spoken, reading)
    model_heading(choice, reading)
    listeners = {**sheet_listeners(spoken.rejected), "stepped": lambda _: take_step(choice, spoken.rejected)}
    sheet(model_sheet(choice, reading), reading, key="sheet_model", listeners=listeners)
    switches(spoken, reading)
    with st.sidebar:
        model_controls(choice, reading, spoken.rejected)
    model_notes(choice, reading)


main()
