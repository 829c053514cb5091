"""What a player tells reaches those who listen, in the order in which it was done."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from stage.component import SEVERAL, callbacks


def test_what_has_waited_is_told_at_once_and_heard_one_by_one() -> None:
    heard: list[tuple[str, Any]] = []

    def listener(name: str) -> Callable[[Any], None]:
        return lambda value: heard.append((name, value))

    told = callbacks("stage", {name: listener(name) for name in ("start", "chosen", "view")})
    assert set(told) == {f"on_{name}_change" for name in ("start", "chosen", "view", SEVERAL)}
    st.session_state["stage"] = {SEVERAL: [["chosen", ["gd"]], ["start", [1.0, 2.0]]], "view": "map"}
    told[f"on_{SEVERAL}_change"]()
    told["on_view_change"]()
    assert heard == [("chosen", ["gd"]), ("start", [1.0, 2.0]), ("view", "map")]


def test_a_player_that_is_gone_tells_nothing() -> None:
    heard: list[Any] = []
    for act in callbacks("no_such_player", {"start": heard.append}).values():
        act()
    assert heard == []
