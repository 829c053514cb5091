"""Which surface and from where, as the address tells it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from address import Address
from address.typed_surface import OWN_NAMES, read_own
from formulas import OWN
from parameters import parameters
from surfaces import SURFACES, Surface
from surfaces.base import Place

FIRST_SURFACE = "class-ravine"


def read_surface(address: Address, default: str = FIRST_SURFACE) -> Surface:
    """The chosen surface with its own parameters set."""
    key = address.choice("surface", (*SURFACES, OWN), default)
    if key == OWN:
        return read_own(address)
    surface = SURFACES[key]
    knobs = {each.key: address.number(each.key, each.low, each.high, each.default) for each in parameters(surface)}
    return replace(surface, **knobs) if knobs else surface  # type: ignore[type-var]


def surface_said(query: Mapping[str, Sequence[str]]) -> str:
    """What a query says of the surface, as it is written there: alike for the same one."""
    return "&".join(f"{key}={value}" for key in ("surface", *OWN_NAMES) for value in query.get(key, ()))


def read_start(address: Address, surface: Surface) -> Place:
    """Where on it the runs begin."""
    (x0, x1), (y0, y1) = surface.domain
    return address.number("x", x0, x1, surface.start[0]), address.number("y", y0, y1, surface.start[1])


def knobs_of_surfaces() -> set[str]:
    """The address's names for the parameters that any surface has, and for what a viewer wrote."""
    return {*OWN_NAMES, *(each.key for surface in SURFACES.values() for each in parameters(surface))}
