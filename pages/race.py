"""The race: optimizers side by side on one surface. Choose, compute, draw, say."""

import streamlit as st

from ui import address
from ui.cards import cards
from ui.comparison import comparison, outcomes
from ui.heading import heading
from ui.language import language
from ui.notices import show_notices
from ui.pinned import read_pinned
from ui.prediction import read_asked
from ui.progress import with_progress
from ui.race_choice import read_race
from ui.race_controls import race_controls
from ui.race_listeners import pin_listener, race_listeners
from ui.race_scene import race_scene
from ui.race_work import SEARCHING, WORKING, races
from ui.stage import stage
from ui.switches import switches
from ui.take_away import race_taken, take_away
from ui.theme import theme_of_files


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    choice = read_race(spoken)
    asked, pinned = read_asked(spoken), read_pinned(spoken, choice)
    show_notices(spoken, reading)
    heading(choice.surface, reading)
    words = SEARCHING if choice.searches else WORKING
    with_progress(races(choice, *([pinned] if pinned else [])), words[reading])
    scene = race_scene(choice, reading, asked, pinned)
    stage(
        scene,
        reading,
        key="race",
        listeners=race_listeners(spoken.rejected) | pin_listener(choice, spoken.rejected),
    )
    switches(spoken, reading)  # after the stage: the picture is on its way while the controls are still being made
    with st.sidebar:
        race_controls(choice, asked, reading, spoken.rejected)
    if pinned:
        comparison(outcomes(pinned, choice, scene), reading, spoken.rejected)
    take_away(race_taken(choice, reading, theme_of_files(spoken)), reading)
    cards(choice, reading)


main()
