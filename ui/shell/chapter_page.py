"""What most chapters are, from top to bottom: notices, heading, stage, switches, controls, notes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from address import Address
from address.probe import read_probe
from stage.component import Shown, play
from stage.figure_grid import FigureGrid
from surfaces import Surface
from surfaces.base import Place
from text import Language
from ui import address_bar
from ui.common.heading import Heading
from ui.common.listeners import grid_listeners
from ui.common.passing import probing
from ui.common.show import show_heading, show_notes
from ui.language import language_of
from ui.shell.notices import show_notices
from ui.shell.switches import switches

Choice = TypeVar("Choice")
Listeners = Mapping[str, Callable[[Any], None]]
Forget = tuple[str, ...]
"""Names that leave the address with the next change."""


def chapter_page(
    name: str,
    *,
    read: Callable[[Address], Choice],
    heading: Callable[[Choice, Language], Heading],
    shown: Callable[[Choice, Language], Shown],
    controls: Callable[[Choice, Language, Forget], None],
    notes: Callable[[Choice, Language], Iterable[str]] = lambda _choice, _language: (),
    listeners: Callable[[Choice, Forget], Listeners] = lambda _choice, _forget: {},
    probed: Callable[[Choice], tuple[Surface, Place]] | None = None,
) -> None:
    """The chapter of this name. The controls come after the stage: its picture is on its way while they are made.

    read       the choice, from the address
    shown      what is played; work that takes long shows there how far it is
    listeners  what is done on the stage besides what is done on every grid
    probed     the surface whose map can be probed, and where the probe begins
    """
    address = address_bar.read()
    language = language_of(address)
    choice = read(address)
    probe = read_probe(address, *probed(choice)) if probed else None
    show_notices(address, language)
    show_heading(heading(choice, language))
    heard = {**grid_listeners(address.rejected), **listeners(choice, address.rejected)}
    picture = shown(choice, language)
    if probed and isinstance(picture, FigureGrid):
        surface, _ = probed(choice)
        picture = replace(picture, probing=probing(surface), probe=probe)
    play(picture, language, key=f"stage_{name}", listeners=heard, of=address_bar.said_surface)
    switches(address, language)
    with st.sidebar:
        controls(choice, language, address.rejected)
    if said := notes(choice, language):
        show_notes(said)
