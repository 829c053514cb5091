"""The probe on a map: whether it is there and where, read from the address and written there."""

from address import Address
from surfaces import Surface
from surfaces.base import Place

PROBE, PROBE_X, PROBE_Y = "probe", "probe.x", "probe.y"
ON_SURFACE = ("x", "y", PROBE_X, PROBE_Y)
"""What the address says of places on a surface: on another one they mean nothing."""


def read_probe(address: Address, surface: Surface, usual: Place) -> Place | None:
    """Where it is; None where there is none."""
    is_on = address.choice(PROBE, ("on", "off"), "off") == "on"
    x, y = (
        address.number(name, *ends, at)
        for name, ends, at in zip((PROBE_X, PROBE_Y), surface.domain, usual, strict=True)
    )
    return (x, y) if is_on else None


def probe_values(place: Place | None) -> dict[str, str | float | None]:
    """What the address says of one that is there, or of none."""
    if place is None:
        return dict.fromkeys((PROBE, PROBE_X, PROBE_Y))
    return {PROBE: "on", PROBE_X: place[0], PROBE_Y: place[1]}
