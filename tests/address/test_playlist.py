"""A list of scenes and chapters in the address: whatever is kept comes back, and whatever is wrong is told."""

import re
from urllib.parse import quote_plus

from hypothesis import given
from hypothesis import strategies as st

from address import Address
from address.playlist import (
    LONGEST,
    MOST,
    Entry,
    Playlist,
    entry_of,
    playlist_values,
    read_playlist,
    written,
)

CHAPTERS = ("race", "scenes", "basins")
words = st.text(st.characters(codec="utf-8"), max_size=12)
entries = st.builds(Entry, st.sampled_from(CHAPTERS), st.lists(st.tuples(words, words), max_size=4).map(tuple))
playlists = st.lists(entries, min_size=1, max_size=6).map(tuple).filter(lambda each: Playlist(each).fits)


def read(value: str, at: str | None = None) -> tuple[Playlist, Address]:
    address = Address({"list": [value]} if at is None else {"list": [value], "at": [at]})
    return read_playlist(address, CHAPTERS), address


@given(playlists, st.data())
def test_what_is_kept_comes_back(kept: tuple[Entry, ...], data: st.DataObject) -> None:
    place = data.draw(st.none() | st.integers(0, len(kept) - 1))
    address = Address({name: [f"{value}"] for name, value in playlist_values(Playlist(kept, place)).items() if value})
    assert read_playlist(address, CHAPTERS) == Playlist(kept, place)
    assert address.notices() == []


@given(playlists)
def test_no_sign_of_it_is_escaped_in_an_address(kept: tuple[Entry, ...]) -> None:
    assert quote_plus(written(kept)) == written(kept)


@given(st.text(st.sampled_from("race~_0AF%.-é"), max_size=40))
def test_whatever_stands_there_is_read_or_told(value: str) -> None:
    playlist, address = read(value)
    assert len(playlist.entries) + len(address.notices()) > 0 or not value
    assert not address.is_wrong, "the rest stays in the address"


def test_a_bad_entry_is_told_and_the_others_stand() -> None:
    playlist, address = read("race~rate~0.1~~nowhere~~scenes~scene~~basins", at="2")
    assert playlist == Playlist((Entry("race", (("rate", "0.1"),)), Entry("basins")), 1)
    told = " ".join(notice.en for notice in address.notices())
    assert re.search("`list=nowhere`.*`list=scenes~scene`", told)
    assert not address.is_wrong


def test_a_list_that_is_too_long_is_told_as_one() -> None:
    assert Playlist((Entry("race"),) * MOST).fits
    for long in ("~~".join(["race"] * (MOST + 1)), "race~rate~" + "1" * LONGEST):
        playlist, address = read(long)
        assert playlist == Playlist()
        (notice,) = address.notices()
        assert f"{MOST} entries and {LONGEST} characters" in notice.en
    assert not Playlist((Entry("race"),) * (MOST + 1)).fits


def test_page_keys_go_through_all_and_stop_at_the_ends() -> None:
    three = (Entry("race"),) * 3
    assert [Playlist(three, place).beside(1) for place in (None, 0, 1, 2)] == [0, 1, 2, None]
    assert [Playlist(three, place).beside(-1) for place in (None, 0, 1, 2)] == [None, None, 0, 1]
    assert Playlist(three, 1).with_entry(Entry("basins")) == Playlist((*three, Entry("basins")), 3)


def test_a_place_behind_the_end_is_none() -> None:
    assert read("race", at="2")[0].place is None


def test_a_page_is_kept_without_what_goes_along() -> None:
    query = {"lang": ["ko"], "rate": ["0.1"], "answer": ["adam-1"], "x": []}
    assert entry_of("race", query, ("lang", "answer")) == Entry("race", (("rate", "0.1"),))
