"""A reader of lists of links that shares no line with the code that writes them."""

from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest


class Linked(NamedTuple):
    address: str
    words: str
    icon: str
    here: bool

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.address).query, strict_parsing=bool(urlsplit(self.address).query))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.links: list[Linked] = []
        self._within: list[str] = []
        self._attributes: dict[str, str | None] = {}
        self._icon = self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within.append(tag)
        if tag == "a":
            self._attributes, self._icon, self._words = dict(attrs), "", ""

    def handle_data(self, data: str) -> None:
        if "span" in self._within:
            self._icon += data
        elif "a" in self._within:
            self._words += data
        elif "p" in self._within:
            self.titles.append(data)

    def handle_endtag(self, tag: str) -> None:
        assert self._within.pop() == tag
        if tag == "a":
            here = self._attributes.get("aria-current") == "page"
            self.links.append(Linked(self._attributes["href"] or "", self._words, self._icon, here))


def linked(page: AppTest, name: str) -> tuple[list[str], list[Linked]]:
    """The titles and the links of the list in the sidebar that bears this name."""
    bodies: list[Any] = [each.proto.body for each in page.sidebar.get("html")]
    (body,) = (each for each in bodies if f'aria-label="{name}"' in each)
    reader = _Reader()
    reader.feed(body)
    return reader.titles, reader.links
