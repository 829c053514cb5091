"""How a race is looked at."""

from typing import Literal, NamedTuple, get_args

from surfaces.base import Place

View = Literal["map", "relief"]
VIEWS: tuple[View, ...] = get_args(View)

Angles = tuple[int, int]
"""From where the relief is looked at: around the vertical axis and above the floor, in degrees."""


class Setting(NamedTuple):
    """How a viewer looks at a scene."""

    view: View = "map"
    camera: Angles = (-123, 34)
    """From the near left: x grows to the right and y away, as on the map."""
    projector: bool = False
    probe: Place | None = None
    """Where the surface is probed, if it is."""
