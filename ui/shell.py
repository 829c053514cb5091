"""The frame around every page: title, navigation, the page itself."""

import streamlit as st

from ui.address import read
from ui.chapters import FIRST, NAME
from ui.embedding import is_embedded, way_out
from ui.language import language
from ui.navigation import contents, page_asked_for
from ui.projector import is_projected
from ui.theme import theme


def main() -> None:
    """Show the page that the address asks for."""
    spoken = read()
    reading = language(spoken)
    theme(spoken)
    page, chapter = page_asked_for(reading)
    # before anything is put into the sidebar, so that a folded one is never seen open
    st.set_page_config(
        page_title=NAME[reading] if chapter is FIRST else f"{chapter.title[reading]} · Descent",
        page_icon="⛰️",
        layout="wide",
        initial_sidebar_state="collapsed" if is_projected(spoken) else "auto",
    )
    list_chapters = contents(chapter, spoken, reading)
    page.run()
    if is_embedded():
        way_out(chapter, reading)
    else:
        list_chapters()


main()
