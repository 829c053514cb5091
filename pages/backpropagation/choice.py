"""Which small network the viewer has chosen, with which numbers: read from the address, changed by the controls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from address import Address
from address.fairness import RATE_SPAN
from address.projector import is_projected
from networks import ACTIVATIONS, MOST_LAYERS, Change, Graph, Trace, chain, fork, neuron
from text import Text

SPAN = (-5.0, 5.0)
"""Of every input and weight."""
FEWEST_LAYERS, USUAL_LAYERS = 2, 3
NO_PATH = "none"
RATE = 0.5
CHANGE_SPAN, USUAL_CHANGE = (-2.0, 2.0), 0.5
"""Of the weight that is changed, where one is."""
MOST_STEPS = 40
"""No graph takes more steps, forward and back."""


class Structure(NamedTuple):
    """A small network to choose."""

    name: Text
    make: Callable[[int, str], Graph]
    """Of a number of layers, which only the chain has, and an activation."""
    usual: Mapping[str, float]
    """What is given, where the viewer says nothing."""


STRUCTURES: dict[str, Structure] = {
    "neuron": Structure(
        Text(ko="뉴런 하나", en="One neuron"),
        lambda _, activation: neuron(activation),
        {"x": 1.5, "y": 1.0, "w": 0.8, "b": -0.4},
    ),
    "chain": Structure(
        Text(ko="층을 이은 사슬", en="A chain of layers"),
        chain,
        {"x": 1.0, "y": 1.0, "w1": 0.8, "w2": 1.5, "w3": -1.0, "w4": 2.0, "w5": 1.2},
    ),
    "fork": Structure(
        Text(ko="두 번 쓰이는 뉴런", en="A neuron used twice"),
        lambda _, activation: fork(activation),
        {"x1": 1.0, "x2": -0.5, "y": 1.0, "w1": 0.8, "w2": 0.6, "w3": 1.5, "w4": -1.0, "w5": 1.0, "w6": -0.8},
    ),
}
EVERY_NAME = tuple(dict.fromkeys(name for structure in STRUCTURES.values() for name in structure.usual))
"""Every input and weight of any of them."""


@dataclass(frozen=True)
class GraphChoice:
    """A small network with its numbers, and how it is looked at."""

    structure: str
    layers: int
    activation: str
    given: Mapping[str, float]
    """Inputs, weights and y."""
    rate: float
    path: str
    """The weight whose path is lit, or `NO_PATH`."""
    change: str = NO_PATH
    """The weight that is changed before the way forward, or `NO_PATH`."""
    by: float = USUAL_CHANGE
    projector: bool = False

    @property
    def graph(self) -> Graph:
        """The network."""
        return STRUCTURES[self.structure].make(self.layers, self.activation)

    @property
    def trace(self) -> Trace:
        """Forward and back."""
        return Trace(self.graph, self.given)

    @property
    def changed(self) -> Change | None:
        """Before and after the weight has another value; None where none is changed."""
        if self.change == NO_PATH:
            return None
        return Change(self.trace, self.change, self.by)


def read_graph(address: Address) -> GraphChoice:
    """The network that the address tells.

    At which step the viewer stands is read by the player alone; here it is only seen to be usable.
    """
    structure = address.choice("structure", tuple(STRUCTURES), "chain")
    layers = USUAL_LAYERS
    if structure == "chain":
        layers = address.whole("layers", FEWEST_LAYERS, MOST_LAYERS, USUAL_LAYERS)
    activation = address.choice("activation", tuple(ACTIVATIONS), "sigmoid")
    given = {key: address.number(key, *SPAN, usual) for key, usual in STRUCTURES[structure].usual.items()}
    weights = STRUCTURES[structure].make(layers, activation).weights
    address.whole("step", 0, MOST_STEPS, 0)
    change = address.choice("change", (NO_PATH, *weights), NO_PATH)
    return GraphChoice(
        structure=structure,
        layers=layers,
        activation=activation,
        given=given,
        rate=address.number("rate", *RATE_SPAN, RATE),
        path=address.choice("path", (NO_PATH, *weights), change),
        change=change,
        by=address.number("by", *CHANGE_SPAN, USUAL_CHANGE),
        projector=is_projected(address),
    )
