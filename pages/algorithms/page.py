"""Algorithms for objectives: those that ask for more than a gradient, and what each of them costs."""

from functools import partial

import streamlit as st

from address.theme import theme_of_files
from pages.algorithms.bundle import algorithms_bundle, labels_of
from pages.algorithms.choice import read_algorithms
from pages.algorithms.compute import ALGORITHM_RACES, inputs_of
from pages.algorithms.controls import algorithm_controls
from pages.algorithms.view import algorithms_scene
from pages.algorithms.words import algorithm_cards, heading
from stage.component import play
from ui import address_bar
from ui.common.export_buttons import export_buttons
from ui.common.listeners import race_listeners
from ui.common.progress import with_progress
from ui.common.race_compute import WORKING
from ui.common.show import show_cards, show_heading
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_algorithms(address)
    show_notices(address, language)
    show_heading(heading(choice, language))
    answer = with_progress(ALGORITHM_RACES.ask(inputs_of(choice)), WORKING[language])
    play(
        algorithms_scene(choice, answer, language),
        language,
        key="algorithms",
        listeners=race_listeners(address.rejected, racers="algorithms"),
        of=address_bar.said_surface,
    )
    switches(address, language)  # after the stage: the picture is on its way while the controls are still being made
    with st.sidebar:
        algorithm_controls(choice, language, address.rejected)

    labels = labels_of(choice, language, theme_of_files(address))
    export_buttons(algorithms_bundle(choice, partial(algorithms_scene, choice, answer), labels), language)
    show_cards(algorithm_cards(choice, language))


main()
