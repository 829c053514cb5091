"""The teacher's own list beside every page: a button that keeps what is shown, and what was kept, in its order."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from address import Address
from address.carried import CARRIED
from address.playlist import (
    KEY,
    LONGEST,
    MOST,
    PLACE,
    Entry,
    Playlist,
    entry_of,
    playlist_values,
    read_playlist,
    written,
)
from scenes import SCENES
from stage.component import playlist
from text import Language, Text
from ui import address_bar
from ui.common.prediction import ANSWER
from ui.common.said import said
from ui.shell.chapter_links import carried, page_of
from ui.shell.chapters import CHAPTERS, FIRST, Chapter

SCENE = "scene"
"""The scene's name in the address of their chapter."""
TITLE = Text(ko="수업 목록", en="Playlist")
KEEP = Text(ko="수업 목록에 담기", en="Keep in the playlist")
_FULL = Text(
    ko="수업 목록이 가득 찼습니다(항목 {most}개, {longest}자까지). 하나를 빼면 다시 담을 수 있습니다.",
    en="The playlist is full ({most} entries, {longest} characters). Remove one to keep another.",
).format(most=MOST, longest=LONGEST)
_PREVIOUS = Text(ko="이전 항목", en="Previous entry")
_NEXT = Text(ko="다음 항목", en="Next entry")
_WORDS = {
    "name": TITLE,
    "move": Text(ko="옮기기 (끌거나 ↑ ↓ 키): {entry}", en="Move (drag, or ↑ and ↓): {entry}"),
    "remove": Text(ko="빼기: {entry}", en="Remove: {entry}"),
    "moved": Text(ko="{place}번째, 모두 {count}개", en="{place} of {count}"),
    "removed": Text(ko="뺐습니다. 모두 {count}개", en="Removed; {count} left"),
    "about": Text(
        ko="PageDown, PageUp 키로 차례대로 넘깁니다. 이 주소를 복사하면 목록도 함께 열립니다.",
        en="PageDown and PageUp go through it. A copy of this URL opens the playlist, too.",
    ),
}


def playlist_place(here: Chapter, before: Playlist, language: Language) -> Callable[[], None]:
    """Keep the places of the button and of the list, and give what makes them, after the page."""
    button = st.sidebar.container(key="keep", width="content")
    place = st.sidebar.container(key="playlist") if before.entries else None

    def make() -> None:
        kept = read_playlist(address_bar.read(), CHAPTERS)
        full = not kept.with_entry(_entry(here)).fits
        with button:
            st.button(
                KEEP[language],
                key="keep_button",
                icon=":material/playlist_add:",
                help=(_FULL if full else KEEP)[language],
                disabled=full,
                on_click=lambda: _keep(here),
            )
        if place:
            with place:
                if full:
                    st.caption(_FULL[language])
                playlist(_data(kept, language), _order, key="playlist_entries")

    return make


def turning_links(kept: Playlist, language: Language) -> None:
    """To the entry before and to the one after; there is none beyond the ends."""
    for label, icon, by in ((_PREVIOUS, ":material/chevron_left:", -1), (_NEXT, ":material/chevron_right:", 1)):
        to = kept.beside(by)
        entry = kept.entries[to] if to is not None else Entry(FIRST.path)
        values = playlist_values(kept._replace(place=to)) | dict(entry.query)
        query = carried() | {name: [f"{value}"] for name, value in values.items() if value is not None}
        st.page_link(page_of(entry.chapter), label=label[language], icon=icon, query_params=query, disabled=to is None)


def _entry(here: Chapter) -> Entry:
    """What is shown now; what was answered is not kept."""
    return entry_of(here.path, address_bar.query(), (*CARRIED, ANSWER))


def _keep(here: Chapter) -> None:
    kept = read_playlist(address_bar.read(), CHAPTERS).with_entry(_entry(here))
    if kept.fits:
        address_bar.write(playlist_values(kept))


def _order(told: Sequence[Any]) -> None:
    """The list as the browser has it now: the entries as they are written, and the place from 0, or -1."""
    pieces, place = told
    values = {KEY: ["~~".join(str(piece) for piece in pieces)], PLACE: [str(int(place) + 1)]}
    address_bar.write(playlist_values(read_playlist(Address(values), CHAPTERS)))


def _data(kept: Playlist, language: Language) -> dict[str, str | int | tuple[Any, ...]]:
    """What the browser shows: each entry as it is written, called, set and addressed."""
    along = {name: values for name, values in carried().items() if name not in (KEY, PLACE)}
    entries = tuple((written([entry]), *_called(entry, language), _address(entry, along)) for entry in kept.entries)
    place = -1 if kept.place is None else kept.place
    return {"entries": entries, "place": place, **{name: text[language] for name, text in _WORDS.items()}}


def _called(entry: Entry, language: Language) -> tuple[str, str]:
    """Its title, which tells nothing of what is asked there, and what tells it from another with the same."""
    query = dict(entry.query)
    scene = SCENES.get(query.get(SCENE, "")) if entry.chapter == "scenes" else None
    title = scene.heading(is_open=False)[language] if scene else CHAPTERS[entry.chapter].title[language]
    rest = (f"{name}={value}" for name, value in query.items() if not (scene and name == SCENE))
    return title, ", ".join(rest)


def _address(entry: Entry, along: dict[str, list[str]]) -> str:
    """Where it is, without the list itself, which the browser adds."""
    path = "" if entry.chapter == FIRST.path else entry.chapter
    return f"./{path}{said(along | {name: [value] for name, value in entry.query})}"
