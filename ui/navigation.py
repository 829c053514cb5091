"""The list of chapters beside the page, folded into one line.

Streamlit's own list would drop the language and the theme on the way.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from text import Language, Text
from ui.address import Address, query
from ui.chapters import CHAPTERS, FIRST, GROUPS, Chapter
from ui.language import KEY as LANGUAGE
from ui.projector import KEY as PROJECTOR
from ui.theme import KEY as THEME

PAGES = Path(__file__).parent.parent / "pages"
_CONTENTS = Text(ko="차례", en="Contents")
CARRIED = (LANGUAGE, THEME, PROJECTOR)
"""What of the address goes along to another chapter."""


def navigation(spoken: Address, language: Language) -> tuple[st.Page, Callable[[], None]]:
    """The page that the address asks for, and what lists the chapters in the place that is kept for them.

    The list is made after the page, so that no picture waits for it.
    """
    pages = {path: _page(chapter, language) for path, chapter in CHAPTERS.items()}
    shown = st.navigation(list(pages.values()), position="hidden")
    place = st.sidebar.container(key="chapters")

    def list_chapters() -> None:
        here = query()
        carried = {key: values for key, values in here.items() if key in CARRIED and key not in spoken.rejected}
        here_is = CHAPTERS[shown.url_path or FIRST.path]
        # under another key in every chapter, so that the list is folded again when one has come there
        title = f"{_CONTENTS[language]} · **{here_is.title[language]}**"
        folded = place.expander(title, key=f"contents_{here_is.path}")
        with folded, st.container(key="chapter_list", gap=None):
            for group in GROUPS:
                st.markdown(f"**{group.title[language]}**")
                for chapter in group.chapters:
                    page = pages[chapter.path]
                    st.page_link(page, icon=chapter.icon, query_params=here if page is shown else carried)

    return shown, list_chapters


def _page(chapter: Chapter, language: Language) -> st.Page:
    """A page without its icon: Streamlit would fetch it from the internet for the browser's tab."""
    return st.Page(PAGES / chapter.file, title=chapter.title[language], url_path=chapter.path, default=chapter is FIRST)
