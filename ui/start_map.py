"""The map of the lecture: its parts in order, each with its chapters and what they claim."""

import streamlit as st

from text import Language, Text
from ui.chapter_links import chapter_link
from ui.chapters import LECTURE, Group

_MAP = Text(ko="강의의 지도", en="The map of the lecture")
ABREAST = 3
"""So many parts stand beside each other."""


def lecture_map(language: Language) -> None:
    """All parts, numbered as in the lecture."""
    st.markdown(f"##### {_MAP[language]}")
    for first in range(0, len(LECTURE), ABREAST):
        places = st.columns(ABREAST, gap="small")
        for number, (place, group) in enumerate(zip(places, LECTURE[first : first + ABREAST], strict=False), first + 1):
            with place:
                _part(number, group, language)


def _part(number: int, group: Group, language: Language) -> None:
    """One part: its title and its chapters."""
    with st.container(key=f"part_{number}", border=True, gap="xsmall", height="stretch"):
        st.markdown(f"**{number} · {group.title[language]}**")
        for chapter in group.chapters:
            with st.container(key=f"part_{number}_{chapter.path}", gap=None):
                chapter_link(chapter.path, language)
                st.markdown(f":small[{chapter.about[language]}]")
