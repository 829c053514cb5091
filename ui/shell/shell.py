"""The frame around every page: title, navigation, the page itself."""

import streamlit as st

from address.playlist import read_playlist
from address.projector import is_projected
from address.shortcuts import has_shortcuts
from address.theme import theme
from ui.address_bar import read
from ui.language import language_of
from ui.shell.chapters import CHAPTERS, FIRST, NAME
from ui.shell.embedding import is_embedded, way_out
from ui.shell.navigation import contents, page_asked_for
from ui.shell.playlist import playlist_place


def main() -> None:
    """Show the page that the address asks for."""
    address = read()
    language = language_of(address)
    theme(address)
    has_shortcuts(address)
    kept = read_playlist(address, CHAPTERS)
    page, chapter = page_asked_for(language)
    # before anything is put into the sidebar, so that a folded one is never seen open
    st.set_page_config(
        page_title=NAME[language] if chapter is FIRST else f"{chapter.title[language]} · Descent",
        page_icon="⛰️",
        layout="wide",
        initial_sidebar_state="collapsed" if is_projected(address) else "auto",
    )
    list_chapters = contents(chapter, address, language)
    list_kept = None if is_embedded() else playlist_place(chapter, kept, language)
    page.run()
    if is_embedded():
        way_out(chapter, language)
    else:
        list_chapters()
    if list_kept:
        list_kept()


main()
