"""The line above the stage: which surface, its formula, and what to look for."""

import streamlit as st

from surfaces import Surface
from text import Language


def heading(surface: Surface, language: Language) -> None:
    """Name and formula in one line, the lesson under it."""
    st.markdown(
        f"#### {surface.name[language]} &ensp; ${{f(x, y) = {surface.formula}}}$\n\n:small[{surface.lesson[language]}]"
    )
