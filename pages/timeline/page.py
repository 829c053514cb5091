"""The optimizers from Cauchy to today: what is new in each, and the race in which it shows."""

import streamlit as st

from pages.timeline.handout import timeline_html
from pages.timeline.words import ABOUT
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
    switches(address, language)
    show_notices(address, language)
    with st.container(key="handout_page"):
        st.markdown(f"# {CHAPTERS['timeline'].title[language]}\n\n{ABOUT[language]}")
        handout(timeline_html(language, carried()))


main()
