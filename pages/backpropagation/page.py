"""The chain rule and backpropagation: the graph of a small network with its numbers. Choose, compute, draw, say."""

import streamlit as st

from pages.backpropagation.choice import read_graph
from pages.backpropagation.controls import graph_controls
from pages.backpropagation.view import graph_shown
from pages.backpropagation.words import heading, notes
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_graph(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    listeners = grid_listeners(address.rejected)
    play(graph_shown(choice, language), language, key="stage_backpropagation", listeners=listeners)
    switches(address, language)
    with st.sidebar:
        graph_controls(choice, language, address.rejected)
    show_notes(notes(choice, language))


main()
