"""Work with a bar: none where it is quick, one where it is long, and it ends where the script is told to stop."""

from typing import Any

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

PATIENCE = 60

SCRIPT = """
from time import sleep

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.common.progress import with_progress

pause, stop_at, most, done = (st.session_state[name] for name in ("pause", "stop_at", "most", "done"))

def work():
    try:
        for piece in range(4):
            sleep(pause)
            if piece == stop_at:  # the viewer leaves
                get_script_run_ctx().script_requests.request_stop()
            done.append(piece)
            yield min(piece, most) / 4
    finally:
        done.append("closed")
    return "ready"

done.append(with_progress(work(), "Working", beside=lambda: st.button("Stop")))
"""


def run(pause: float, stop_at: int | None = None, most: int = 4) -> tuple[AppTest, list[Any]]:
    """The page afterwards, and what the work did in its four pieces, of which at most so many count."""
    page = AppTest.from_string(SCRIPT, default_timeout=PATIENCE)
    done: list[Any] = []
    for name, value in (("pause", pause), ("stop_at", stop_at), ("most", most), ("done", done)):
        page.session_state[name] = value
    page.run()
    assert not page.exception
    return page, done


def bars(page: AppTest) -> list[Any]:
    return list(page.get("progress"))


def test_quick_work_has_no_bar() -> None:
    page, done = run(pause=0.0)
    assert (bars(page), done) == ([], [0, 1, 2, 3, "closed", "ready"])


def test_the_bar_of_long_work_goes_when_it_is_done() -> None:
    page, done = run(pause=0.2)
    assert (bars(page), done) == ([], [0, 1, 2, 3, "closed", "ready"])
    assert not page.button, "what stands beside it, too"


@pytest.mark.parametrize(("most", "drawn"), [(4, [0, 25, 50, 75]), (1, [0, 25]), (0, [0])])
def test_a_bar_is_drawn_again_only_where_it_has_grown(
    most: int, drawn: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message for every look up of every viewer who waits would keep the server from the work."""
    shares: list[int] = []
    plain = DeltaGenerator.progress

    def progress(self: DeltaGenerator, value: int, text: str) -> DeltaGenerator:
        shares.append(value)
        return plain(self, value, text)

    monkeypatch.setattr(DeltaGenerator, "progress", progress)
    monkeypatch.setattr("ui.common.progress.SOON", -1.0)
    run(pause=0.0, most=most)
    assert shares == drawn


def test_quick_work_stops_at_the_next_piece() -> None:
    page, done = run(pause=0.0, stop_at=1)
    assert (bars(page), done) == ([], [0, 1, "closed"])


def test_long_work_stops_too_and_its_bar_says_how_far_it_was() -> None:
    page, done = run(pause=0.6, stop_at=2)
    assert done == [0, 1, 2, "closed"]
    (bar,) = bars(page)
    assert [each.label for each in page.button] == ["Stop"]
    assert (bar.proto.value, bar.proto.text) == (25, "Working")
