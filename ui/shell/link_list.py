"""A list of links as one element: Streamlit's own links are a message each, at every run of every page.

The player's follow.js follows them without loading the page again, as Streamlit's own.
"""

from collections.abc import Iterable
from html import escape
from typing import Literal, NamedTuple, TypeAlias

import streamlit as st

Role: TypeAlias = Literal["navigation", "group"]


class Link(NamedTuple):
    """One line of a list."""

    address: str
    """Relative to the page; empty for the address that the browser shows now, whatever it is then."""
    words: str
    icon: str = ""
    """As Streamlit writes it: `:material/home:`."""
    here: bool = False
    """Whether it leads to what is shown now."""


def link_list(lines: Iterable[str | Link], name: str, *, role: Role = "navigation") -> None:
    """The links under each other, with titles between them; `name` and `role` are for those who hear the page."""
    shown = "".join(_link(line) if isinstance(line, Link) else f"<p>{escape(line)}</p>" for line in lines)
    st.html(f'<div class="descent-links" role="{role}" aria-label="{escape(name)}">{shown}</div>')


def _link(link: Link) -> str:
    here = ' aria-current="page"' if link.here else ""
    icon = link.icon.removeprefix(":material/").removesuffix(":")
    drawn = f'<span aria-hidden="true" translate="no">{icon}</span>' if icon else ""
    return f'<a href="{escape(link.address)}"{here}>{drawn}{escape(link.words)}</a>'
