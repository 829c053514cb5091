"""The opening words with the ways on, and the map of the lecture: its parts in order, each with its chapters."""

import streamlit as st

from address.race import RaceChoice
from pages.start.words import GO, MAP, SCENES, SENTENCES
from text import Language
from ui.shell.chapter_links import chapter_link
from ui.shell.chapters import LECTURE, NAME, Group

ABREAST = 3
"""So many parts stand beside each other."""


def lecture_map(language: Language) -> None:
    """All parts, numbered as in the lecture."""
    st.markdown(f"## {MAP[language]}")
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


def welcome(choice: RaceChoice, language: Language) -> None:
    """The name, three sentences, and two ways on; the race goes on with the learning rate that it has here."""
    st.markdown(f"# {NAME[language]}\n\n" + "\n\n".join(each[language] for each in SENTENCES))
    with st.container(key="start_ways", horizontal=True, vertical_alignment="center"):
        with st.container(key="start_go", width="content"):
            is_usual = choice.rate == choice.surface.learning_rate
            chapter_link("race", language, GO[language], {} if is_usual else {"rate": f"{choice.rate:.10g}"})
        chapter_link("scenes", language, SCENES[language])
