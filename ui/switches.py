"""What stands beside every page, above its own controls: the language, and light or dark."""

import streamlit as st

from text import Language
from ui.address import Address
from ui.language import language_switch
from ui.theme import theme_switch


def switches(address: Address, language: Language) -> None:
    """Both switches, close together."""
    with st.sidebar, st.container(gap="xsmall"):
        language_switch(address, language)
        theme_switch(address, language)
