"""Which two functions follow each other: read from the address, changed by the controls."""

from typing import NamedTuple

import numpy as np

from address import Address
from address.one_variable import read_function
from address.projector import is_projected
from formulas.one_variable import OneVariable

INNER, OUTER = "f", "g"
"""The names in the address."""
EXAMPLES = (
    ("sin(x)", "y**2"),
    ("x**2", "exp(-y)"),
    ("2*x + 1", "tanh(y)"),
    ("x**3/4", "sin(y)"),
    ("1/(1 + exp(-x))", "log(y)"),
    ("abs(x)", "y**2/3"),
)
"""Pairs to begin with."""
PLACES = np.linspace(-3, 3, 121)
"""Of x, as far as the dial goes."""
USUAL_PLACE = 2.0


class CompositionChoice(NamedTuple):
    """z = g(f(x))."""

    inner: OneVariable
    """y = f(x)"""
    outer: OneVariable
    """z = g(y)"""
    place: float
    """x. Where the dial stands is not in the picture; a scene measures there."""
    projector: bool


def read_composition(address: Address) -> CompositionChoice:
    """The two functions that the address tells."""
    inner, outer = EXAMPLES[0]
    return CompositionChoice(
        inner=read_function(address, INNER, "x", inner),
        outer=read_function(address, OUTER, "y", outer),
        place=address.number("x", PLACES[0], PLACES[-1], USUAL_PLACE),
        projector=is_projected(address),
    )
