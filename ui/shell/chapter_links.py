"""Links from a page to a chapter, with what of the address goes along."""

from collections.abc import Mapping
from types import MappingProxyType

import streamlit as st

from address.carried import CARRIED
from text import Language
from ui import address_bar
from ui.shell.chapters import CHAPTERS, FIRST
from ui.shell.embedding import is_embedded, link


def page_of(path: str) -> st.Page:
    """The page of a chapter, for a link to it."""
    chapter = CHAPTERS[path]
    return st.Page(chapter.script, url_path=chapter.path, default=chapter is FIRST)


def carried() -> dict[str, list[str]]:
    """What of the address goes along to another chapter."""
    return {name: said for name, said in address_bar.query().items() if name in CARRIED}


def chapter_link(
    path: str, language: Language, label: str | None = None, values: Mapping[str, str] = MappingProxyType({})
) -> None:
    """A link to a chapter under its title or other words; language, looks and these values go along. A frame stays
    where it is.
    """
    chapter = CHAPTERS[path]
    query = carried() | {name: [value] for name, value in values.items()}
    words = label or chapter.title[language]
    if is_embedded():
        st.markdown(link(chapter, query, f"{chapter.icon} {words}"))
    else:
        st.page_link(page_of(path), label=words, icon=chapter.icon, query_params=query)
