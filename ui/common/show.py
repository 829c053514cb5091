"""Puts words on the page, above the stage and below it."""

from collections.abc import Iterable

import streamlit as st

from ui.common.heading import Heading


def show_heading(heading: Heading) -> None:
    """Above the stage."""
    with st.container(key=heading.place):
        st.markdown(heading.markdown)


def show_notes(paragraphs: Iterable[str]) -> None:
    """Below the stage: each is Markdown."""
    with st.container(key="notes"):
        for each in paragraphs:
            st.markdown(each)


def show_cards(cards: Iterable[str]) -> None:
    """Formula cards below the stage, as many abreast as there is room for (ui/shell/shell.css)."""
    with st.container(key="formulas"):
        for each in cards:
            st.markdown(each)
