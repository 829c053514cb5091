"""What of the address could not be used, told to the viewer."""

import streamlit as st

from address import Address
from address.projector import is_projected
from address.theme import theme
from text import Language


def show_notices(address: Address, language: Language) -> None:
    """One quiet box with a line for each value that was left out; nothing where all was used."""
    for name_of_every_page in (theme, is_projected):  # the switches that read them may come later
        name_of_every_page(address)
    notices = address.notices()
    if notices:
        st.warning("  \n".join(notice[language] for notice in notices), icon=":material/link_off:")
