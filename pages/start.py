"""The opening page: what this is, the race to begin with, and the map of the lecture."""

import streamlit as st

from ui import address
from ui.language import language
from ui.notices import show_notices
from ui.race_listeners import sheet_listeners
from ui.stage.sheet import sheet
from ui.start_map import lecture_map
from ui.start_race import opening_race
from ui.start_words import welcome
from ui.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    spoken = address.read()
    reading = language(spoken)
    show_notices(spoken, reading)
    with st.container(key="start"):
        words, picture = st.columns([5, 6], gap="medium", vertical_alignment="center")
        with words:
            welcome(reading)
        with picture:
            race = opening_race(spoken, reading)
            sheet(race, reading, key="sheet_start", listeners=sheet_listeners(spoken.rejected))
        lecture_map(reading)
    switches(spoken, reading)


main()
