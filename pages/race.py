"""The race: optimizers side by side on one surface. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.cards import cards
from ui.heading import heading
from ui.language import language
from ui.notices import show_notices
from ui.race_choice import read_race
from ui.race_controls import race_controls
from ui.race_listeners import race_listeners
from ui.race_scene import race_scene
from ui.stage import stage
from ui.switches import switches
from ui.take_away import take_away
from ui.theme import theme_of_files


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_race(spoken)
    show_notices(spoken, reading)
    heading(choice.surface, reading)
    stage(
        race_scene(choice, reading),
        reading,
        key="race",
        listeners=race_listeners(spoken.rejected),
    )
    switches(spoken, reading)  # after the stage: the picture is on its way while the controls are still being made
    with st.sidebar:
        race_controls(choice, reading, spoken.rejected)
    take_away(choice, reading, theme_of_files(spoken))
    cards(choice, reading)


main()
