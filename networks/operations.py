"""What a node of a computational graph does with its inputs, and how its value follows each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from networks.activations import ACTIVATIONS


class Operation(Protocol):
    """A function of a node's inputs, with its local derivatives."""

    @property
    def uses_value(self) -> bool:
        """Whether its derivatives are made of its own value."""

    def value(self, inputs: Sequence[float], /) -> float:
        """Of the node."""

    def slopes(self, value: float, inputs: Sequence[float], /) -> tuple[float, ...]:
        """The derivative of its value to each input."""

    def uses_inputs(self, place: int, /) -> tuple[int, ...]:
        """The inputs that the derivative to input number `place` is made of."""


@dataclass(frozen=True)
class Neuron:
    """f(b + w₁h₁ + w₂h₂ + …), of the inputs b, where there is a bias, and w₁, h₁, w₂, h₂, …

    f′ is worked out from the value of f, which is known by then; the sum itself is not needed any more.
    """

    activation: str = "identity"
    """A key of ACTIVATIONS; without one it is the sum alone."""
    bias: bool = False

    @property
    def uses_value(self) -> bool:
        return self.activation != "identity"

    def value(self, inputs: Sequence[float], /) -> float:
        z = inputs[0] if self.bias else 0.0
        for w, h in zip(inputs[self.bias :: 2], inputs[self.bias + 1 :: 2], strict=True):
            z += w * h
        return float(ACTIVATIONS[self.activation].value(np.array(z)))

    def slopes(self, value: float, inputs: Sequence[float], /) -> tuple[float, ...]:
        slope = float(ACTIVATIONS[self.activation].derivative_of_value(np.array(value)))
        return tuple(slope * _product(inputs, self.uses_inputs(place)) for place in range(len(inputs)))

    def uses_inputs(self, place: int, /) -> tuple[int, ...]:
        """The other one of its pair; none for the bias."""
        if place < self.bias:
            return ()
        return (((place - self.bias) ^ 1) + self.bias,)


@dataclass(frozen=True)
class Applied:
    """f(z) of one input z; f′ is worked out from its value."""

    activation: str

    @property
    def uses_value(self) -> bool:
        return self.activation != "identity"

    def value(self, inputs: Sequence[float], /) -> float:
        return float(ACTIVATIONS[self.activation].value(np.array(inputs[0])))

    def slopes(self, value: float, _inputs: Sequence[float], /) -> tuple[float, ...]:
        return (float(ACTIVATIONS[self.activation].derivative_of_value(np.array(value))),)

    def uses_inputs(self, _place: int, /) -> tuple[int, ...]:
        return ()


@dataclass(frozen=True)
class SquaredError:
    """(ŷ − y)² of the inputs ŷ and y: the mean squared error of one sample."""

    uses_value = False

    def value(self, inputs: Sequence[float], /) -> float:
        prediction, y = inputs
        error = prediction - y
        return error * error  # a power of floats raises where a product is infinite

    def slopes(self, _value: float, inputs: Sequence[float], /) -> tuple[float, ...]:
        prediction, y = inputs
        return 2.0 * (prediction - y), -2.0 * (prediction - y)

    def uses_inputs(self, _place: int, /) -> tuple[int, ...]:
        return 0, 1


def _product(inputs: Sequence[float], places: Sequence[int]) -> float:
    """Of these inputs; 1 of none."""
    found = 1.0
    for place in places:
        found *= inputs[place]
    return found
