"""The controls of the surface and of the start."""

from collections.abc import Callable, Collection
from functools import lru_cache

import streamlit as st

from address.surface import knobs_of_surfaces
from address.typed_surface import TITLE
from formulas import OWN, TypedSurface
from parameters import parameters
from surfaces import KIND_NAMES, SURFACES, Surface
from surfaces.base import Place
from text import LANGUAGES, Language, Text
from ui.controls.typed_surface import own_controls
from ui.controls.widgets import Name, chooser, number_box, parameter_control

_SURFACE = Text(ko="곡면", en="Surface")
_START = Text(ko="출발점 {axis}", en="Start {axis}")

Naming = Callable[[str], Name]
"""Makes the place in the address for a key."""


def surface_control(surface: Surface, language: Language, named: Naming, of_the_old_one: Collection[str]) -> None:
    """Which surface, and its own parameters. With a new one the start and the names `of_the_old_one` are forgotten."""
    name = named("surface")
    chooser(
        _SURFACE[language],
        (*SURFACES, OWN),
        surface.key,
        name._replace(forget={*name.forget, "x", "y", *knobs_of_surfaces(), *of_the_old_one}),
        lambda key: _title(key)[language],
    )
    if isinstance(surface, TypedSurface):
        own_controls(surface, language, named, {"x", "y", *of_the_old_one})
    for knob in parameters(surface):
        parameter_control(knob, getattr(surface, knob.key), named(knob.key), language)


@lru_cache(maxsize=64)
def _title(key: str) -> Text:
    """A surface in the list, which every run shows whole."""
    if key == OWN:
        return TITLE
    surface = SURFACES[key]
    return Text(*(f"{surface.name[each]} · {KIND_NAMES[surface.kind][each]}" for each in LANGUAGES))


def start_controls(surface: Surface, start: Place, language: Language, named: Naming) -> None:
    """The start as two numbers, for those who cannot or do not want to point at the map."""
    for axis, column, span, value in zip("xy", st.columns(2), surface.domain, start, strict=True):
        with column:
            number_box(_START.format(axis=axis)[language], span, value, named(axis), step=(span[1] - span[0]) / 100)
