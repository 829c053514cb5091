"""A chapter in the frame of another page (`embed=true`): its heading and its picture. The rest is one link away.

How it looks is in embedded.css, which the page has from its beginning (document.py).
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from text import Language, Text
from ui import address_bar
from ui.common.said import said
from ui.shell.chapters import FIRST, Chapter

_OPEN = Text(ko="Descent에서 열기 ↗", en="Open in Descent ↗")


def is_embedded() -> bool:
    """Whether the page is in such a frame. Streamlit keeps `embed` in the address and hides it from the query."""
    return bool(st.context.is_embedded)


def way_out(chapter: Chapter, language: Language) -> None:
    """The link that opens this chapter, as it is set now, in a page of its own."""
    with st.container(key="way_out"):
        st.markdown(link(chapter, address_bar.query(), _OPEN[language]))


def link(chapter: Chapter, query: Mapping[str, Sequence[str]], label: str) -> str:
    """To a chapter in the whole app, in Markdown, which Streamlit opens in a new tab."""
    path = "" if chapter is FIRST else chapter.path
    return f"[{label}](./{path}{said(query)})"
