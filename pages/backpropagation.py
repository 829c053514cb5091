"""The chain rule and backpropagation: the graph of a small network with its numbers. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.backpropagation_choice import read_graph
from ui.backpropagation_controls import graph_controls
from ui.backpropagation_graph import graph_shown
from ui.backpropagation_words import graph_heading, graph_notes
from ui.language import language
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.graph import computational_graph
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_graph(spoken)
    show_notices(spoken, reading)
    graph_heading(choice, reading)
    listeners = sheet_listeners(spoken.rejected)
    computational_graph(graph_shown(choice, reading), reading, key="sheet_backpropagation", listeners=listeners)
    switches(spoken, reading)
    with st.sidebar:
        graph_controls(choice, reading, spoken.rejected)
    graph_notes(choice, reading)


main()
