"""Which language the viewer reads: the address first, then what the browser asks for."""

import streamlit as st

from text import LANGUAGES, Language, Text
from ui.address import Address, write

NAMES: dict[Language, str] = {"ko": "한국어", "en": "English"}
KEY = "lang"

_LABEL = Text(ko="언어", en="Language")


def language(address: Address) -> Language:
    """The language of this view."""
    locale = st.context.locale or ""
    preferred: Language = "ko" if locale.lower().startswith("ko") else "en"
    chosen = address.choice(KEY, LANGUAGES, preferred)
    return "ko" if chosen == "ko" else "en"


def language_switch(address: Address, current: Language) -> None:
    """한국어 | English."""
    st.session_state[KEY] = current
    st.segmented_control(
        f"{_LABEL['ko']} / {_LABEL['en']}",
        LANGUAGES,
        format_func=lambda code: NAMES[code],
        key=KEY,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: write({KEY: st.session_state[KEY]}, address.rejected),
    )
