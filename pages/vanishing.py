"""Vanishing gradients: how large they are layer by layer, and which layers learn. Choose, compute, draw, say."""

import streamlit as st

from pieces import one_after_the_other
from ui import address
from ui.language import language
from ui.notices import show_notices
from ui.progress import with_progress
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.switches import switches
from ui.vanishing_choice import read_vanishing
from ui.vanishing_controls import vanishing_controls
from ui.vanishing_sheet import vanishing_sheet
from ui.vanishing_words import WORKING, vanishing_heading, vanishing_notes
from ui.vanishing_work import LAYERS


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_vanishing(spoken)
    show_notices(spoken, reading)
    vanishing_heading(reading)
    works = [LAYERS.ask(choice.training(key)) for key in choice.activations]
    answers = with_progress(one_after_the_other(works), WORKING[reading])
    shown = vanishing_sheet(choice, dict(zip(choice.activations, answers, strict=True)), reading)
    sheet(shown, reading, key="sheet_vanishing", listeners=sheet_listeners(spoken.rejected))
    switches(spoken, reading)
    with st.sidebar:
        vanishing_controls(choice, reading, spoken.rejected)
    vanishing_notes(reading)


main()
