"""The frame around every page: title, navigation, the page itself."""

import streamlit as st

from ui.address import read
from ui.chapters import CHAPTERS, FIRST, NAME
from ui.embedding import is_embedded, way_out
from ui.language import language
from ui.navigation import navigation
from ui.projector import is_projected
from ui.theme import theme


def main() -> None:
    """Show the page that the address asks for."""
    spoken = read()
    reading = language(spoken)
    theme(spoken)
    # before anything is put into the sidebar, so that a folded one is never seen open
    st.set_page_config(layout="wide", initial_sidebar_state="collapsed" if is_projected(spoken) else "auto")
    page, list_chapters = navigation(spoken, reading)
    chapter = CHAPTERS[page.url_path or FIRST.path]
    title = NAME[reading] if chapter is FIRST else f"{chapter.title[reading]} · Descent"
    st.set_page_config(page_title=title, page_icon="⛰️")
    page.run()
    if is_embedded():
        way_out(chapter, reading)
    else:
        list_chapters()


main()
