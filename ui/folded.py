"""What is folded: while nobody looks at it, it is neither made nor sent."""

from collections.abc import Callable

import streamlit as st


def folded(words: str, key: str, make: Callable[[], None]) -> None:
    """A line to unfold, under which everything is made once it is open; `key` says in the session whether it is."""
    place = st.expander(words, key=key, on_change="rerun")
    if place.open:
        with place:
            make()
