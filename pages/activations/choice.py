"""What the viewer has chosen on the page of activation functions: read from the address, changed by the controls."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, cast, get_args

import numpy as np

from address import Address
from address.projector import is_projected
from pages.activations.speeds import CHOOSABLE, SIZES

Show = Literal["curves", "softmax", "pair", "speed"]
SHOWS: tuple[Show, ...] = get_args(Show)

Added = Literal["all", "first"]
"""To which inputs of softmax a constant is added."""
ADDED: tuple[Added, ...] = get_args(Added)

CLASSES_SPAN = (2, 6)
INPUT_SPAN = (-5.0, 5.0)
SHIFT_SPAN = (-5.0, 5.0)
USUAL_CLASSES, USUAL_SHIFT, USUAL_PLACE = 4, 3.0, 1.5
USUAL_INPUTS = (2.0, 1.0, 0.0, -1.0, 0.5, -2.0)

PLACES = np.linspace(-6, 6, 121)
"""Of x, as far as the dial goes."""
TEMPERATURES = 2.0 ** (np.arange(-8, 9) / 4)
"""From 1/4 to 4, in steps of a fourth of a doubling."""


class ActivationsChoice(NamedTuple):
    """Which pictures, and what they are of."""

    show: Show
    functions: tuple[str, ...]
    place: float
    """x. Where the dial stands is not in the picture; a scene measures there."""
    inputs: Sequence[float]
    """Of softmax, before a constant is added."""
    shift: float
    added: Added
    temperature: float
    """The same as for `place` holds."""
    projector: bool


def input_key(number: int) -> str:
    """The address's name for an input of softmax, from 0."""
    return f"z{number + 1}"


def read_activations(address: Address) -> ActivationsChoice:
    """The page of activation functions that the address tells."""
    address.whole("size", SIZES[0], SIZES[-1], SIZES[-1])  # where the dial of sizes stands, the player reads by itself
    inputs = [address.number(input_key(i), *INPUT_SPAN, usual) for i, usual in enumerate(USUAL_INPUTS)]
    return ActivationsChoice(
        show=cast(Show, address.choice("show", SHOWS, SHOWS[0])),
        functions=address.choices("functions", CHOOSABLE, CHOOSABLE),
        place=address.number("x", PLACES[0], PLACES[-1], USUAL_PLACE),
        inputs=tuple(inputs[: address.whole("classes", *CLASSES_SPAN, USUAL_CLASSES)]),
        shift=address.number("shift", *SHIFT_SPAN, USUAL_SHIFT),
        added=cast(Added, address.choice("added", ADDED, ADDED[0])),
        temperature=address.number("temperature", TEMPERATURES[0], TEMPERATURES[-1], 1.0),
        projector=is_projected(address),
    )
