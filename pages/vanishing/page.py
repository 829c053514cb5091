"""Vanishing gradients: how large they are layer by layer, and which layers learn. Choose, compute, draw, say."""

import streamlit as st

from pages.vanishing.choice import read_vanishing
from pages.vanishing.compute import LAYERS
from pages.vanishing.controls import vanishing_controls
from pages.vanishing.view import vanishing_grid
from pages.vanishing.words import WORKING, heading, notes
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.progress import with_progress
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches
from work.pieces import one_after_the_other


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_vanishing(address)
    show_notices(address, language)
    show_heading(heading(language))
    works = [LAYERS.ask(choice.training(key)) for key in choice.activations]
    answers = with_progress(one_after_the_other(works), WORKING[language])
    shown = vanishing_grid(choice, dict(zip(choice.activations, answers, strict=True)), language)
    play(shown, language, key="stage_vanishing", listeners=grid_listeners(address.rejected))
    switches(address, language)
    with st.sidebar:
        vanishing_controls(choice, language, address.rejected)
    show_notes(notes(language))


main()
