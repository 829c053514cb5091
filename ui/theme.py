"""Whether the page is light or dark."""

import streamlit as st

from figures.theme import Theme


def theme() -> Theme:
    """The theme of this view, as the browser shows it."""
    return "dark" if st.context.theme.type == "dark" else "light"
