"""The list of chapters beside the page, folded into one line.

Streamlit's own list would drop the language and the theme on the way.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import streamlit as st

from text import Language, Text
from ui.address import Address, query
from ui.chapters import CHAPTERS, FIRST, GROUPS, Chapter
from ui.language import KEY as LANGUAGE
from ui.link_list import Link, Query, link_list, to_page
from ui.projector import KEY as PROJECTOR
from ui.theme import KEY as THEME

PAGES = Path(__file__).parent.parent / "pages"
CONTENTS = Text(ko="차례", en="Contents")
CARRIED = (LANGUAGE, THEME, PROJECTOR)
"""What of the address goes along to another chapter."""


def navigation(spoken: Address, language: Language) -> tuple[st.Page, Callable[[], None]]:
    """The page that the address asks for, and what lists the chapters in the place that is kept for them.

    The list is made after the page, so that no picture waits for it.
    """
    shown = st.navigation([_page(chapter, language) for chapter in CHAPTERS.values()], position="hidden")
    place = st.sidebar.container(key="chapters")

    def list_chapters() -> None:
        carried = {key: values for key, values in query().items() if key in CARRIED and key not in spoken.rejected}
        here_is = CHAPTERS[shown.url_path or FIRST.path]
        # under another key in every chapter, so that the list is folded again when one has come there
        title = f"{CONTENTS[language]} · **{here_is.title[language]}**"
        folded = place.expander(title, key=f"contents_{here_is.path}")
        with folded:
            link_list(_lines(here_is, carried, language), CONTENTS[language])

    return shown, list_chapters


def _lines(here: Chapter, carried: Query, language: Language) -> Iterator[str | Link]:
    """The chapters under their groups. To where one is already, nothing of the address changes."""
    for group in GROUPS:
        yield group.title[language]
        for chapter in group.chapters:
            path = "" if chapter is FIRST else chapter.path
            address = "" if chapter is here else to_page(path, carried)
            yield Link(address, chapter.title[language], chapter.icon, here=chapter is here)


def _page(chapter: Chapter, language: Language) -> st.Page:
    """A page without its icon: Streamlit would fetch it from the internet for the browser's tab."""
    return st.Page(PAGES / chapter.file, title=chapter.title[language], url_path=chapter.path, default=chapter is FIRST)
