"""The opening page: what this is, the race to begin with, and the map of the lecture."""

import streamlit as st

from address.projector import is_projected
from pages.start.controls import lecture_map, welcome
from pages.start.view import opening_race, read_opening
from stage.component import play
from ui import address_bar
from ui.common.listeners import grid_listeners
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    choice = read_opening(address)
    show_notices(address, language)
    with st.container(key="start"):
        words, picture = st.columns([5, 6], gap="medium", vertical_alignment="center")
        with words:
            welcome(choice, language)
        with picture:
            race = opening_race(choice, language, projector=is_projected(address))
            play(race, language, key="stage_start", listeners=grid_listeners(address.rejected))
        lecture_map(language)
    switches(address, language)


main()
