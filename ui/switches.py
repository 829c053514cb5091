"""What stands beside every page, above its own controls: the language, light or dark, the projector look."""

import streamlit as st

from text import Language
from ui.address import Address
from ui.language import language_switch
from ui.projector import projector_switch
from ui.theme import theme_switch


def switches(address: Address, language: Language) -> None:
    """All switches, close together."""
    with st.sidebar, st.container(gap="xsmall"):
        language_switch(address, language)
        theme_switch(address, language)
        projector_switch(address, language)
