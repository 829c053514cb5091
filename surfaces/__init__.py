"""Surfaces, one a file; `SURFACES` finds them by itself, in the order of their kinds."""

import sys

from discovery import concrete_subclasses
from surfaces.base import KIND_NAMES, KINDS, Kind, Minimum, Saddle, Surface

SURFACES: dict[str, Surface] = {
    surface.key: surface()
    for surface in sorted(
        concrete_subclasses(sys.modules[__name__], Surface),  # type: ignore[type-abstract]
        key=lambda surface: (KINDS.index(surface.kind), surface.rank, surface.key),
    )
}
"""Every surface by its key, with its parameters at their defaults."""

__all__ = ["KINDS", "KIND_NAMES", "SURFACES", "Kind", "Minimum", "Saddle", "Surface"]
