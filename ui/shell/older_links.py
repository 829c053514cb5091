"""Links from before there was an opening page: at the bare address they mean the race."""

from collections.abc import Iterable
from functools import cache

from address import Address
from address.carried import CARRIED
from address.pinned import read_pinned
from address.race import read_race
from formulas import OWN
from surfaces import SURFACES
from ui.common.prediction import read_asked

RACE = "race"
"""The chapter that they mean."""


def means_race(names: Iterable[str]) -> bool:
    """Whether an address that says something under these names is such a link."""
    return not race_names().isdisjoint(names)


@cache
def race_names() -> frozenset[str]:
    """What the race's page alone asks an address for, on any of its surfaces."""
    names: set[str] = set()
    for surface in (*SURFACES, OWN):
        address = Address({"surface": [surface]})
        read_pinned(address, read_race(address))
        read_asked(address)
        names |= address.known
    return frozenset(names.difference(CARRIED))
