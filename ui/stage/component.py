"""The player's modules as Streamlit components, each registered once for the process."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeAlias

import streamlit as st

from ui.stage.served import player_path

SEVERAL = "several"
"""Under this name the player tells what waited to be heard (player/unheard.js)."""

Data: TypeAlias = bytes | Mapping[str, str | int | tuple[Any, ...]]
"""What a component shows. Of a list or a mapping within a mapping Streamlit would ask pandas whether it is a table."""


class Mount(Protocol):
    """Shows a component's data on the page, under a key of its own."""

    def __call__(self, *, key: str, data: Data, **callbacks: Any) -> Any: ...


@st.cache_resource(max_entries=8)
def component(module: str, html: str) -> Mount:
    """The component whose default export, in the player's `module`, shows its data inside `html`."""
    address = json.dumps(f"{player_path()}/{module}.js")
    return st.components.v2.component(
        f"descent_{module}",
        html=html,
        js=(
            f"const player = import(new URL({address}, document.baseURI).href);\n"
            "export default async (component) => (await player).default(component);"
        ),
        isolate_styles=False,
    )


def callbacks(key: str, listeners: Mapping[str, Callable[[Any], None]]) -> dict[str, Callable[[], None]]:
    """For the component mounted under `key`: each listener hears, by its name, what the viewer did there.

    Several things that were done while nobody listened are told at once, as pairs of name and value.
    What was done there just before the page gave its place to another is not heard.
    """

    def heard(event: str, listener: Callable[[Any], None]) -> Callable[[], None]:
        return lambda: listener(st.session_state[key][event]) if key in st.session_state else None

    def several(done: Iterable[tuple[str, Any]]) -> None:
        for event, value in done:
            listeners[event](value)

    every = {**listeners, SEVERAL: several}
    return {f"on_{event}_change": heard(event, listener) for event, listener in every.items()}
