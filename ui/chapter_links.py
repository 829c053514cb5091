"""Links from a page to a chapter, with what of the address goes along."""

import streamlit as st

from text import Language
from ui import address
from ui.chapters import CHAPTERS, FIRST
from ui.embedding import is_embedded, link
from ui.navigation import CARRIED, PAGES


def page_of(path: str) -> st.Page:
    """The page of a chapter, for a link to it."""
    chapter = CHAPTERS[path]
    return st.Page(PAGES / chapter.file, url_path=chapter.path, default=chapter is FIRST)


def chapter_link(path: str, language: Language, label: str | None = None) -> None:
    """A link to a chapter under its title or other words; language and looks go along. A frame stays where it is."""
    chapter = CHAPTERS[path]
    carried = {name: values for name, values in address.query().items() if name in CARRIED}
    words = label or chapter.title[language]
    if is_embedded():
        st.markdown(link(chapter, carried, f"{chapter.icon} {words}"))
    else:
        st.page_link(page_of(path), label=words, icon=chapter.icon, query_params=carried)
