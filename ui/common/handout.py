"""What is read and printed, as HTML for `stage.component.handout`: cards with a title, and rows under their names."""

from collections.abc import Iterable, Mapping
from html import escape

from text import Language, Text
from ui.common.said import Query, said


def section(title: str, cards: Iterable[str]) -> str:
    """Cards under a title."""
    return f"<section><h2>{escape(title)}</h2>{''.join(cards)}</section>"


def card(key: str, title: str, rows: Mapping[Text, str], language: Language, *, here: bool = False) -> str:
    """One card. A row is its name and its HTML, and left out where it is empty; `here` marks what is asked for."""
    marked = ' aria-current="true"' if here else ""
    shown = "".join(f"<dt>{name[language]}</dt><dd>{said}</dd>" for name, said in rows.items() if said)
    return f'<article id="{key}"{marked}><h3>{escape(title)}</h3><dl>{shown}</dl></article>'


def link(path: str, query: Query, words: str) -> str:
    """To a chapter, with what its address says."""
    return f'<a href="./{path}{escape(said(query))}">{escape(words)}</a>'


def links(each: Iterable[str]) -> str:
    """Links in a row; empty for none."""
    shown = "".join(each)
    return f'<span class="descent-links">{shown}</span>' if shown else ""
