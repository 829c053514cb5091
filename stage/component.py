"""The players as Streamlit components, each registered once for the process: all of the stage that knows Streamlit."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Protocol, TypeAlias

import streamlit as st

from stage.figure_grid import FigureGrid, figure_grid_message
from stage.graph import ComputationalGraph, graph_message
from stage.inside import Updates, updates_message
from stage.message import with_header
from stage.scene import Scene, scene_message
from stage.served import player_path
from stage.swatches import swatches_data
from text import Language

SEVERAL = "several"
"""Under this name the player tells what waited to be heard (player/unheard.js)."""

OF_THE_PICTURES = ("start", "turned", "answered")
"""What is done on a player and means something on its pictures alone."""

Shown: TypeAlias = Scene | FigureGrid | ComputationalGraph | Updates
"""What is played, computed before."""

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
        f"descent_{PurePosixPath(module).name}",
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


def play(
    shown: Shown,
    language: Language,
    *,
    key: str,
    listeners: Mapping[str, Callable[[Any], None]],
    of: Callable[[], str] = lambda: "",
) -> None:
    """Mount the player of this. A listener hears, by its name, what the viewer did there.

    `of` says what the pictures are of: what was done on pictures of something else and would mean another thing on
    these (`OF_THE_PICTURES`) is not heard.

    start      [x, y] where the start was placed
    chosen     the keys of those who are to race
    picked     [the entry's style, the column] of a number that was chosen on a matrix
    view       map or relief
    camera     the angles from which the relief is looked at now
    turned     where dials, steps or paths have come to rest, by their names in the address
    projector  whether it is to be shown on a projector
    answered   [the question's key, the answer's key]
    pinned     whether this race is to be pinned behind the next, or none
    """
    module, message = _message(shown, language)
    classes = f"descent-stage descent-{PurePosixPath(module).name.replace('_', '-')}"
    # it takes the room that the window leaves
    html = f'<div class="{classes}" style="min-height:calc(100vh - 11rem)"></div>'
    told = {event: _heard(event, listener, of) for event, listener in listeners.items()}
    data = with_header(message, lambda header: {**header, "of": of()})
    component(module, html)(key=key, data=data, **callbacks(key, told))


def _heard(event: str, listener: Callable[[Any], None], of: Callable[[], str]) -> Callable[[Mapping[str, Any]], None]:
    """A listener of what a player reports: the value, and what the pictures were of on which it was done."""

    def hear(told: Mapping[str, Any]) -> None:
        if event not in OF_THE_PICTURES or told["of"] == of():
            listener(told["value"])

    return hear


def _message(shown: Shown, language: Language) -> tuple[str, bytes]:
    """The player's module, and what it is told."""
    match shown:
        case Scene():
            return "race/race", scene_message(shown, language)
        case FigureGrid():
            return "figure_grid/figure_grid", figure_grid_message(shown, language)
        case ComputationalGraph():
            return "graph/graph", graph_message(shown, language)
        case Updates():
            return "inside/inside", updates_message(shown, language)


def figure(address: str, words: str, *, key: str) -> None:
    """The static figure at this address in the page's own look, as large as the style sheet makes its place.

    `words` say what it shows.
    """
    component("figure", '<div class="descent-figure"></div>')(key=key, data={"words": words, "figure": address})


def swatches(language: Language) -> None:
    """How each optimizer is drawn: a row for each; the pictures follow light and dark by themselves."""
    component("swatches", '<div class="descent-swatches"></div>')(key="swatches", data=swatches_data(language))


def handout(html: str) -> None:
    """What is read and printed, of our own HTML; Streamlit's would lose the formulas."""
    component("handout", '<div class="descent-handout"></div>')(key="handout", data={"html": html})


def gallery(data: Mapping[str, str | int | tuple[Any, ...]], on_chosen: Callable[[str], None], *, key: str) -> None:
    """The surfaces to choose from (stage/thumbnails.py); `on_chosen` hears the key of the one that was chosen."""
    mounted = component("surfaces", '<div class="descent-surfaces" style="min-height:58px"></div>')
    mounted(key=key, data=data, **callbacks(key, {"chosen": on_chosen}))


def pager(number: int, count: int, on_turned: Callable[[Any], None], *, key: str) -> None:
    """Listen for the page keys of a presenter's remote, which turn from one to the next of a row of scenes.

    `on_turned` hears the number of the scene that was turned to, from 0.
    """
    mounted = component("pager", '<div class="descent-pager"></div>')
    mounted(key=key, data={"number": number, "count": count}, **callbacks(key, {"turned": on_turned}))


def playlist(
    data: Mapping[str, str | int | tuple[Any, ...]], on_ordered: Callable[[Sequence[Any]], None], *, key: str
) -> None:
    """A list to be put in order (ui/shell/playlist.py); `on_ordered` hears [the entries as written, the place]."""
    mounted = component("playlist", '<div class="descent-playlist"></div>')
    mounted(key=key, data=data, **callbacks(key, {"ordered": on_ordered}))
