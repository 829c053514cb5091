"""Which surface and from where: read from the address, and the controls that change it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from formulas import OWN, TypedSurface
from parameters import parameters
from surfaces import KIND_NAMES, SURFACES, Surface
from surfaces.base import Place
from text import LANGUAGES, Language, Text
from ui.address import Address
from ui.controls import Name, chooser, number_box, parameter_control
from ui.own_surface import OWN_NAMES, TITLE, own_controls, read_own

_SURFACE = Text(ko="곡면", en="Surface")
_START = Text(ko="출발점 {axis}", en="Start {axis}")

FIRST_SURFACE = "class-ravine"

Naming = Callable[[str], Name]
"""Makes the place in the address for a key."""


def read_surface(address: Address, default: str = FIRST_SURFACE) -> Surface:
    """The chosen surface with its own parameters set."""
    key = address.choice("surface", (*SURFACES, OWN), default)
    if key == OWN:
        return read_own(address)
    surface = SURFACES[key]
    knobs = {each.key: address.number(each.key, each.low, each.high, each.default) for each in parameters(surface)}
    return replace(surface, **knobs) if knobs else surface  # type: ignore[type-var]


def read_start(address: Address, surface: Surface) -> Place:
    """Where on it the runs begin."""
    (x0, x1), (y0, y1) = surface.domain
    return address.number("x", x0, x1, surface.start[0]), address.number("y", y0, y1, surface.start[1])


def knobs_of_surfaces() -> set[str]:
    """The address's names for the parameters that any surface has, and for what a viewer wrote."""
    return {*OWN_NAMES, *(each.key for surface in SURFACES.values() for each in parameters(surface))}


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
