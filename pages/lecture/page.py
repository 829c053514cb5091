"""The lecture, slide by slide: what each claims, what to say to it and what to ask, and what shows it."""

import streamlit as st

from pages.lecture.choice import read_slide
from pages.lecture.handout import lecture_html
from pages.lecture.words import ABOUT
from stage.component import handout
from ui import address_bar
from ui.language import language_of
from ui.shell.chapter_links import carried
from ui.shell.chapters import CHAPTERS
from ui.shell.notices import show_notices
from ui.shell.switches import switches


def main() -> None:
    """The page, from top to bottom."""
    address = address_bar.read()
    language = language_of(address)
    here = read_slide(address)
    switches(address, language)
    show_notices(address, language)
    with st.container(key="handout_page"):
        st.markdown(f"# {CHAPTERS['lecture'].title[language]}\n\n{ABOUT[language]}")
        handout(lecture_html(language, carried(), here))


main()
