from pages.backpropagation.choice import read_graph
from pages.backpropagation.controls import graph_controls
from pages.backpropagation.view import graph_shown
from pages.backpropagation.words import heading, notes
from ui.shell.chapter_page import chapter_page

chapter_page(
    "backpropagation", read=read_graph, heading=heading, shown=graph_shown, controls=graph_controls, notes=notes
)
