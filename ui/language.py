"""Which language the viewer reads: the address first, then what the browser asks for."""

import streamlit as st

from address import Address
from address.carried import LANGUAGE
from text import LANGUAGES, Language


def language_of(address: Address) -> Language:
    """The language of this view."""
    locale = st.context.locale or ""
    preferred: Language = "ko" if locale.lower().startswith("ko") else "en"
    chosen = address.choice(LANGUAGE, LANGUAGES, preferred)
    return "ko" if chosen == "ko" else "en"
