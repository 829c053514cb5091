"""Loss functions: what each sees of a prediction, and its slope behind a sigmoid. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.language import language
from ui.losses_choice import read_losses
from ui.losses_controls import losses_controls
from ui.losses_sheet import losses_sheet
from ui.losses_words import losses_heading, losses_notes
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_losses(spoken)
    show_notices(spoken, reading)
    losses_heading(choice, reading)
    sheet(losses_sheet(choice, reading), reading, key="sheet_losses", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        losses_controls(choice, reading, spoken.rejected)
    losses_notes(choice, reading)


main()
