"""What of the address could not be used, told to the viewer."""

import streamlit as st

from text import Language
from ui.address import Address


def show_notices(address: Address, language: Language) -> None:
    """One quiet box with a line for each value that was left out; nothing where all was used."""
    notices = address.notices()
    if notices:
        st.warning("  \n".join(notice[language] for notice in notices), icon=":material/link_off:")
