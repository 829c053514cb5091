"""An axis of a static figure: from where to where it leads, where it has ticks, and what its places are called."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from export.number import number_in
from figures.theme import Theme
from parameters import Array
from stage.assets import ANY_THEME, content_of


class Named(NamedTuple):
    """A place on an axis that has a name of its own."""

    at: float
    words: str


class Axis(NamedTuple):
    """One axis, the way the figure has it."""

    title: str
    logarithmic: bool
    ends: tuple[float, float] | None
    """On a logarithmic axis the powers of ten; None where the figure leaves them open."""
    named: Sequence[Named] | None
    """The ticks; None where they are at round numbers."""
    about: int
    """How many round ones there are, hardly more."""
    every: int | None
    """On a logarithmic axis, how many powers of ten apart the ticks are; None where that is left open."""
    labelled: bool
    grid: bool
    zero: bool
    """Whether 0 has a line of its own."""


_ABOUT = 6


def figure_at(address: str, theme: Theme) -> Mapping[str, Any]:
    """The static figure that the player would fetch."""
    figure: Mapping[str, Any] = json.loads(content_of(address.replace(ANY_THEME, theme)))
    return figure


def axis_of(layout: Mapping[str, Any], name: str, ends: tuple[float, float] | None) -> Axis:
    """The axis of that name; `ends` are those that it is shown with, where the figure leaves them open."""
    said = layout[name]
    places, words = said.get("tickvals"), said.get("ticktext")
    return Axis(
        title=said.get("title", {}).get("text", ""),
        logarithmic=said.get("type") == "log",
        ends=ends or (tuple(said["range"]) if "range" in said else None),
        named=None if places is None else [Named(*each) for each in zip(places, words, strict=True)],
        about=said.get("nticks", _ABOUT),
        every=said.get("dtick"),
        labelled=said.get("showticklabels", True),
        grid=said.get("showgrid", True),
        zero=said.get("zeroline", False),
    )


def called(axis: Axis, places: Array) -> Sequence[float | str]:
    """What the places of an axis are called: where it counts positions, the numbers or the words that stand there."""
    if not axis.named:
        return [float(each) for each in places]
    at = np.array([each.at for each in axis.named])
    numbers = [number_in(each.words) for each in axis.named]
    if len(at) > 1 and all(each is not None for each in numbers):
        return [float(each) for each in _between(at, np.array(numbers, dtype=np.float64), places)]
    words = {each.at: each.words for each in axis.named}
    return [words.get(float(each), float(each)) for each in places]


def _between(at: Array, numbers: Array, places: Array) -> Array:
    """The numbers at these places, evenly or in proportion as those that are named are, also beyond them."""
    even = bool(np.allclose(np.diff(numbers) / np.diff(at), (numbers[-1] - numbers[0]) / (at[-1] - at[0])))
    scaled = numbers if even else np.log10(numbers)
    slope = (scaled[-1] - scaled[0]) / (at[-1] - at[0])
    found = scaled[0] + (places - at[0]) * slope
    return np.array([float(f"{each:.10g}") for each in (found if even else 10.0**found)])
