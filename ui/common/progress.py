"""Work in pieces, with a bar where it takes long; the viewer's next choice breaks it off, or a button that stops it."""

from collections.abc import Callable
from contextlib import closing
from time import monotonic
from typing import TypeVar

import streamlit as st

from text import Language, Text
from work.pieces import Pieces

Answer = TypeVar("Answer")

SOON = 0.5
"""Seconds of work that nobody needs to be told of."""
KEY = "progress"
STOPPED = "stopped"
"""What the viewer has stopped, in the session: who opens the page again wants to see it."""

_STOP = Text(ko="멈추기", en="Stop")
_GO_ON = Text(ko="다시 시작", en="Start again")


def stoppable(work: Pieces[Answer], words: str, stopped: str, language: Language, *, name: str) -> Answer | None:
    """Do the work, unless the viewer has stopped it, or stops it now: then None, and a way to begin again.

    `name` tells this work from others; `stopped` is said where it does not go on.
    """
    if st.session_state.get(STOPPED) == name:
        work.close()
        with st.container(key="work_stopped", width="content"):
            st.markdown(stopped)
            st.button(_GO_ON[language], key="go_on", on_click=lambda: st.session_state.pop(STOPPED, None))
        return None

    def stop_button() -> None:
        st.button(_STOP[language], key="stop", on_click=lambda: st.session_state.update({STOPPED: name}))

    return with_progress(work, words, beside=stop_button)


def with_progress(
    work: Pieces[Answer], words: str, *, key: str = KEY, beside: Callable[[], None] | None = None
) -> Answer:
    """Do the work. Streamlit breaks a script off where it is called, so it is called after every piece.

    Where a page has two such works, each has a `key` of its own. What stands `beside` the bar comes and goes with it.
    """
    begun, told = monotonic(), -1
    kept = st.empty()
    with closing(work):
        while True:
            try:
                share = next(work)
            except StopIteration as end:
                if told >= 0:
                    kept.empty()
                answer: Answer = end.value
                return answer
            percent = min(100, int(100 * share))
            if monotonic() - begun < SOON or percent == told:
                key in st.session_state  # noqa: B015  asking costs nothing, and here a script that is to stop stops
                continue
            if told < 0:
                with kept.container(key=key):  # over the page, so that nothing moves (shell.css)
                    bar = st.empty()
                    if beside:
                        beside()
            bar.progress(percent, words)
            told = percent
