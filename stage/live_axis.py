"""A slider on the stage: while it is moved, everything is drawn from what was computed before."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """A value on an axis that has a name."""

    at: float
    label: str


class LiveAxis(NamedTuple):
    """A slider, where it stands, and where what all its values do is to be had."""

    key: str
    """What is set."""
    names: Sequence[str]
    """Its names in the address."""
    word: str
    """The name of its word."""
    value: float
    """Where it stands."""
    logarithmic: bool
    data: str | None
    """Address of what all its values do; None where that is not computed, and it acts when it is let go."""
    places: Sequence[str] = ()
    """Then, where it can stand, from the lowest on."""
    marks: Sequence[Mark] = ()
    of: str = ""
    """The key of the first of those who race that it changes."""
    under: str | None = None
    """The key of the picture under whose x axis it stands, value under value."""
    off: str | None = None
    """The name of the word that says why it cannot be moved."""

    @property
    def header(self) -> dict[str, Any]:
        """For the player."""
        return {**self._asdict(), "marks": [mark._asdict() for mark in self.marks]}


def headers(axes: Sequence[LiveAxis]) -> list[Mapping[str, Any]]:
    """Of all sliders of a picture."""
    return [axis.header for axis in axes]
