"""The line above the stage: which surface, its formula, and what to look for."""

import streamlit as st

from surfaces import Surface
from text import Language

LONG_FORMULA = 80
"""Characters of LaTeX that still fit beside the name."""


def heading(surface: Surface, language: Language) -> None:
    """Name and formula in one line, or in two where the formula is long; the lesson under it."""
    formula = f"$f(x, y) = {surface.formula}$"
    between = " &ensp; " if len(surface.formula) <= LONG_FORMULA else "\n\n"
    st.markdown(f"#### {surface.name[language]}{between}{formula}\n\n:small[{surface.lesson[language]}]")
