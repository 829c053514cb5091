"""Activation functions: their values, their slopes, and softmax. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.activations_choice import read_activations
from ui.activations_controls import activations_controls
from ui.activations_sheet import activations_sheet
from ui.activations_words import activations_heading, activations_notes
from ui.language import language
from ui.notices import show_notices
from ui.race_listeners import chips_listener, sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_activations(spoken)
    show_notices(spoken, reading)
    activations_heading(choice, reading)
    listeners = sheet_listeners(spoken.rejected) | chips_listener("functions", spoken.rejected)
    sheet(activations_sheet(choice, reading), reading, key="sheet_activations", listeners=listeners)
    switches(spoken, reading)
    with st.sidebar:
        activations_controls(choice, reading, spoken.rejected)
    activations_notes(choice, reading)


main()
