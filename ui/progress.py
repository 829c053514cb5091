"""Work in pieces, with a bar where it takes long; the viewer's next choice breaks it off."""

from contextlib import closing
from time import monotonic
from typing import TypeVar

import streamlit as st

from ui.shared_work import Pieces

Answer = TypeVar("Answer")

SOON = 0.5
"""Seconds of work that nobody needs to be told of."""
KEY = "progress"


def with_progress(work: Pieces[Answer], words: str, *, key: str = KEY) -> Answer:
    """Do the work. Streamlit breaks a script off where it is called, so it is called after every piece.

    Where a page has two such works, each has a `key` of its own.
    """
    begun = monotonic()
    with st.container(key=key):  # over the page, so that nothing moves (shell.css)
        place = st.empty()
    with closing(work):
        while True:
            try:
                share = next(work)
            except StopIteration as end:
                place.empty()
                answer: Answer = end.value
                return answer
            if monotonic() - begun < SOON:
                key in st.session_state  # noqa: B015  asking costs nothing, and here a script that is to stop stops
            else:
                place.progress(min(1.0, share), words)
