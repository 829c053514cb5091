"""What of the address could not be used, told to the viewer."""

import streamlit as st

from address import Address
from address.playlist import read_playlist
from address.projector import is_projected
from address.theme import theme
from text import Language
from ui.language import language_of
from ui.shell.chapters import CHAPTERS


def show_notices(address: Address, language: Language) -> None:
    """One quiet box with a line for each value that was left out; nothing where all was used.

    Its place is always there: whatever stands below keeps its own, and is not made anew when the box comes or goes.
    """
    read_everywhere(address)  # the switches that read them may come later
    notices = address.notices()
    place = st.container(key="notices")
    if notices:
        place.warning("  \n".join(notice[language] for notice in notices), icon=":material/link_off:")


def read_everywhere(address: Address) -> None:
    """Read the names that every page has, so that they are not taken for unknown ones."""
    for of_every_page in (language_of, theme, is_projected):
        of_every_page(address)
    read_playlist(address, CHAPTERS)
