"""The line above the stage: which surface, its formula, and what to look for."""

import streamlit as st

from surfaces import Surface
from text import Language

LONG_FORMULA = 80
"""Characters of LaTeX that still fit beside the name."""


def heading(surface: Surface, language: Language) -> None:
    """The surface's name, formula and lesson."""
    headline(surface.name[language], surface, surface.lesson[language])


def headline(title: str, surface: Surface, lesson: str) -> None:
    """Title and formula in one line, or in two where the formula is long; the lesson under it.

    Its height is kept free by the style sheet, so that the stage stands where it will stay.
    """
    is_long = len(surface.formula) > LONG_FORMULA
    between = "\n\n" if is_long else " &ensp; "
    with st.container(key="heading_long" if is_long else "heading"):
        st.markdown(f"#### {title}{between}$f(x, y) = {surface.formula}$\n\n:small[{lesson}]")


def topic_heading(title: str, lesson: str) -> None:
    """The same above pictures of no surface; `title` may hold a formula."""
    with st.container(key="heading"):
        st.markdown(f"#### {title}\n\n:small[{lesson}]")
