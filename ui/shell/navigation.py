"""The pages of the app, and the list of chapters beside each, folded into one line.

Streamlit's own list would drop the language and the theme on the way.
"""

from collections.abc import Callable, Iterator
from copy import copy
from functools import cache

import streamlit as st

from address import Address
from address.carried import CARRIED
from text import Language, Text
from ui.address_bar import query
from ui.common.said import said
from ui.shell.chapters import CHAPTERS, FIRST, GROUPS, Chapter
from ui.shell.link_list import Link, link_list

CONTENTS = Text(ko="차례", en="Contents")
SETTINGS = Text(ko="설정", en="Settings")
"""What else is in the sidebar."""


def page_asked_for(language: Language) -> tuple[st.Page, Chapter]:
    """The page that the address names, and its chapter."""
    page = st.navigation([copy(each) for each in _pages(language)], position="hidden")
    return page, CHAPTERS[page.url_path or FIRST.path]


@cache
def _pages(language: Language) -> tuple[st.Page, ...]:
    """A page for each chapter, as Streamlit wants them: made once, because it looks every file up on the disk.

    A run takes copies: a page remembers that it has been shown. Without an icon, which Streamlit would fetch from the
    internet for the browser's tab.
    """
    return tuple(
        st.Page(each.script, title=each.title[language], url_path=each.path, default=each is FIRST)
        for each in CHAPTERS.values()
    )


def contents(here: Chapter, address: Address, language: Language) -> Callable[[], None]:
    """Keep the place of the list of chapters, and give what makes the list.

    It is made after the page, so that no picture waits for it.
    """
    place = st.sidebar.container(key="chapters")

    def list_chapters() -> None:
        carried = {key: values for key, values in query().items() if key in CARRIED and key not in address.rejected}
        # under another key in every chapter, so that the list is folded again when one has come there
        with place.expander(CONTENTS[language], key=f"contents_{here.path}"):
            # the place of the list is the landmark, because a folded list is none (stage/player/page/sidebar.js)
            link_list(_lines(here, said(carried), language), CONTENTS[language], role="group")

    return list_chapters


def _lines(here: Chapter, carried: str, language: Language) -> Iterator[str | Link]:
    """The chapters under their groups. To where one is already, nothing of the address changes."""
    for group in GROUPS:
        yield group.title[language]
        for chapter in group.chapters:
            address = "" if chapter is here else f"./{'' if chapter is FIRST else chapter.path}{carried}"
            yield Link(address, chapter.title[language], chapter.icon, here=chapter is here)
