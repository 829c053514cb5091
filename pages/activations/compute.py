"""The numbers behind the pictures of softmax."""

from typing import NamedTuple

import numpy as np

from cache import remembered
from networks import ACTIVATIONS, softmax
from pages.activations.choice import PLACES, TEMPERATURES, ActivationsChoice, Added
from parameters import Array

MOMENTS = 41
"""While the constant is added."""


class Shifted(NamedTuple):
    """Softmax while a constant is added to its inputs z."""

    inputs: Array
    """(moments, K): from z to z + c"""
    outputs: Array
    """(temperatures, moments, K)"""
    furthest: Array
    """(temperatures,): the largest change of any output between the first moment and the others"""


def shifted(choice: ActivationsChoice) -> Shifted:
    """For every temperature, at every moment."""
    return _shifted(tuple(choice.inputs), choice.shift, choice.added)


@remembered(most_bytes=2_000_000)
def _shifted(inputs: tuple[float, ...], shift: float, added: Added) -> Shifted:
    to = np.ones(len(inputs)) if added == "all" else np.eye(len(inputs))[0]
    share = np.linspace(0, 1, MOMENTS) if shift else np.zeros(1)
    moved = np.array(inputs) + share[:, None] * shift * to
    outputs = np.stack([softmax(moved, temperature=temperature) for temperature in TEMPERATURES])
    return Shifted(
        inputs=moved,
        outputs=outputs,
        furthest=np.abs(outputs - outputs[:, :1]).max(axis=(1, 2)),
    )


def first_of_two(x: Array) -> Array:
    """The first output of softmax(x, 0), for each x of (N,)."""
    return softmax(np.column_stack([x, np.zeros_like(x)]))[:, 0]


def apart(function: str) -> float:
    """How far it is from an activation function, at most, over all x of the dial."""
    return float(np.abs(first_of_two(PLACES) - ACTIVATIONS[function].value(PLACES)).max())
