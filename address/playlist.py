"""A teacher's own list of scenes and chapters with their settings, in order. It is in the address, and goes along.

An entry is its chapter, then names and values, with `~` between them; between entries stands `~~`. In a word a sign
that is no letter, digit, dot or hyphen is `_` and two hexadecimal digits for each of its bytes; `_` alone is nothing at
all: `scenes~scene~zigzag~~race~rate~0.1`. No sign of it needs to be escaped in an address.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from address import Address
from text import Text

KEY = "list"
PLACE = "at"
"""The name in the address of the entry that was turned to last, from 1."""
MOST = 40
"""Entries of a list."""
LONGEST = 4000
"""Characters of a list as it is written."""

_PLAIN = re.compile(r"[A-Za-z0-9.-]")
_WORD = re.compile(r"_|(?:[A-Za-z0-9.-]|_[0-9A-F]{2})+", re.ASCII)
_ESCAPED = re.compile(r"_([0-9A-F]{2})")

_TOO_LONG = Text(
    ko="수업 목록은 항목 {most}개, {longest}자까지 쓸 수 있습니다.",
    en="A playlist has up to {most} entries and {longest} characters.",
).format(most=MOST, longest=LONGEST)
_UNREADABLE = Text(
    ko="수업 목록의 이 항목은 읽을 수 없습니다. 다른 항목은 그대로 쓸 수 있습니다.",
    en="This entry of the playlist cannot be read. The other entries stand.",
)


class Entry(NamedTuple):
    """One entry of a list."""

    chapter: str
    """By its name in the address."""
    query: tuple[tuple[str, str], ...] = ()
    """What its address says: names and values."""


class Playlist(NamedTuple):
    """The entries in order, and which of them was turned to last, from 0."""

    entries: tuple[Entry, ...] = ()
    place: int | None = None

    @property
    def fits(self) -> bool:
        """Whether an address may hold it."""
        return len(self.entries) <= MOST and len(written(self.entries)) <= LONGEST

    def with_entry(self, entry: Entry) -> "Playlist":
        """With one more at its end, which is now the place."""
        return Playlist((*self.entries, entry), len(self.entries))

    def beside(self, by: int) -> int | None:
        """The place that a page key turns to; None at the ends. Who has turned to none begins with the first."""
        to = (-1 if self.place is None else self.place) + by
        return to if 0 <= to < len(self.entries) else None


def entry_of(chapter: str, query: Mapping[str, Sequence[str]], without: Collection[str]) -> Entry:
    """A page as an entry, but for the names in `without`; the same one is always written alike."""
    said = ((name, values[0]) for name, values in query.items() if values and name not in without)
    return Entry(chapter, tuple(sorted(said)))


def written(entries: Iterable[Entry]) -> str:
    """The list as the address has it."""
    return "~~".join(_written(entry) for entry in entries)


def read_playlist(address: Address, chapters: Collection[str]) -> Playlist:
    """The list; an entry that cannot be read, or of no chapter, is told and left out, and the others stand."""
    value = address.text(KEY, _wrong, "")
    pieces = value.split("~~") if value else []
    entries = [_read(piece) for piece in pieces]
    for piece, entry in zip(pieces, entries, strict=True):
        if entry is None or entry.chapter not in chapters:
            address.mention(KEY, piece, _UNREADABLE)
    usable = tuple(entry for entry in entries if entry is not None and entry.chapter in chapters)
    place = address.whole(PLACE, 1, MOST, 0)
    return Playlist(usable, place - 1 if 0 < place <= len(usable) else None)


def playlist_values(playlist: Playlist) -> dict[str, str | float | None]:
    """What the address says of it."""
    place = None if playlist.place is None else playlist.place + 1
    return {KEY: written(playlist.entries) or None, PLACE: place if playlist.entries else None}


def _wrong(value: str) -> Text | None:
    return _TOO_LONG if len(value) > LONGEST or value.count("~~") >= MOST else None


def _written(entry: Entry) -> str:
    return "~".join(_escaped(word) for word in (entry.chapter, *(word for pair in entry.query for word in pair)))


def _read(piece: str) -> Entry | None:
    words = piece.split("~")
    if len(words) % 2 == 0 or not all(_WORD.fullmatch(word) for word in words):
        return None
    try:
        chapter, *said = (_plain(word) for word in words)
    except UnicodeDecodeError:
        return None
    return Entry(chapter, tuple(zip(said[::2], said[1::2], strict=True)))


def _escaped(word: str) -> str:
    signs = (sign if _PLAIN.fullmatch(sign) else "".join(f"_{byte:02X}" for byte in sign.encode()) for sign in word)
    return "".join(signs) or "_"


def _plain(word: str) -> str:
    if word == "_":
        return ""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), word).encode("latin-1").decode()
