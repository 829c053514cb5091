"""The controls of the surface and of the start."""

from collections.abc import Callable, Collection

import streamlit as st

from address.probe import ON_SURFACE
from address.surface import knobs_of_surfaces
from address.typed_surface import TITLE
from formulas import OWN, TypedSurface
from parameters import parameters
from stage.component import gallery
from stage.thumbnails import gallery_data
from surfaces import Surface
from surfaces.base import Place
from text import Language, Text
from ui.controls.typed_surface import own_controls
from ui.controls.widgets import Name, number_box, parameter_control

_SURFACE = Text(ko="곡면", en="Surface")
_OTHER = Text(ko="직접 쓰기", en="Your own")
_START = Text(ko="출발점 {axis}", en="Start {axis}")

Naming = Callable[[str], Name]
"""Makes the place in the address for a key."""


def surface_control(surface: Surface, language: Language, named: Naming, of_the_old_one: Collection[str]) -> None:
    """Which surface, and its own parameters. With a new one the start and the names `of_the_old_one` are forgotten."""
    name = named("surface")
    name = name._replace(forget={*name.forget, *ON_SURFACE, *knobs_of_surfaces(), *of_the_old_one})
    other = (OWN, TITLE[language], _OTHER[language])
    data = gallery_data(surface.key, _name(surface)[language], other, _SURFACE[language], language)
    gallery(data, name.write, key="surfaces")
    if isinstance(surface, TypedSurface):
        own_controls(surface, language, named, {*ON_SURFACE, *of_the_old_one})
    for knob in parameters(surface):
        parameter_control(knob, getattr(surface, knob.key), named(knob.key).of_this_surface(), language)


def _name(surface: Surface) -> Text:
    return TITLE if isinstance(surface, TypedSurface) else surface.name


def start_controls(surface: Surface, start: Place, language: Language, named: Naming) -> None:
    """The start as two numbers, for those who cannot or do not want to point at the map."""
    columns, below = st.columns(2), st.container()
    for axis, column, span, value in zip("xy", columns, surface.domain, start, strict=True):
        with column:
            number_box(
                _START.format(axis=axis)[language],
                span,
                value,
                named(axis).of_this_surface(),
                language,
                step=(span[1] - span[0]) / 100,
                widget=f"{axis}:{surface.key}",
                told_in=below,
            )
