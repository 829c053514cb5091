"""Computational graphs: a loss made of small operations, each with its value and its local derivatives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import NamedTuple

from networks.operations import Operation

Numbers = Mapping[str, float]
"""By the keys of nodes."""


class Node(NamedTuple):
    """One number of a graph: given, learned, or computed from earlier ones."""

    key: str
    operation: Operation | None = None
    """None where it is given."""
    inputs: tuple[str, ...] = ()
    learned: bool = False
    """Whether it is a weight."""


class Edge(NamedTuple):
    """That a node is made of another: its input number `place`."""

    source: str
    target: str
    place: int


class Pass(NamedTuple):
    """One step backwards, along an edge: ∂L/∂target times the local derivative arrives at the source."""

    edge: Edge
    incoming: float
    """∂L/∂target, complete."""
    local: float
    """∂target/∂source."""
    arriving: float
    """Their product."""
    total: float
    """∂L/∂source with all that has arrived so far."""


@dataclass(frozen=True)
class Graph:
    """Nodes in an order in which they can be computed; the last one is the loss L.

    Raises ValueError for a key that is there twice, or an input that does not come before its node.
    """

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        known: set[str] = set()
        for node in self.nodes:
            missing = [key for key in node.inputs if key not in known]
            if node.key in known or missing:
                raise ValueError(f"{node.key} has inputs {missing} that do not come before it, or is there twice")
            known.add(node.key)

    @cached_property
    def by_key(self) -> Mapping[str, Node]:
        """Every node."""
        return {node.key: node for node in self.nodes}

    @property
    def loss(self) -> str:
        """The key of L."""
        return self.nodes[-1].key

    @cached_property
    def weights(self) -> tuple[str, ...]:
        """What is learned."""
        return tuple(node.key for node in self.nodes if node.learned)

    @cached_property
    def computed(self) -> tuple[str, ...]:
        """What the forward pass computes, in its order."""
        return tuple(node.key for node in self.nodes if node.operation)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """All of them, in forward order."""
        return tuple(Edge(key, node.key, place) for node in self.nodes for place, key in enumerate(node.inputs))

    @cached_property
    def moved(self) -> frozenset[str]:
        """The weights and what depends on one: only there is a derivative of use."""
        found: set[str] = set()
        for node in self.nodes:
            if node.learned or not found.isdisjoint(node.inputs):
                found.add(node.key)
        return frozenset(found)

    def after(self, key: str) -> tuple[str, ...]:
        """What is computed from a node, straight or by others, in forward order: all that it can change."""
        found = [key]
        for node in self.nodes:
            if not set(found).isdisjoint(node.inputs):
                found.append(node.key)
        return tuple(found[1:])

    @cached_property
    def backward(self) -> tuple[Edge, ...]:
        """The edges along which derivatives flow, from L to the front: each node's after all that lead to it."""
        order = [edge for node in reversed(self.nodes) for edge in self.edges if edge.target == node.key]
        return tuple(edge for edge in order if edge.source in self.moved)

    def uses_of(self, key: str) -> int:
        """How many nodes a node is used by, on ways along which derivatives flow."""
        return sum(edge.source == key for edge in self.backward)

    def forward(self, given: Numbers) -> dict[str, float]:
        """The value of every node, where those that are not computed are `given`."""
        values: dict[str, float] = {}
        for node in self.nodes:
            inputs = [values[key] for key in node.inputs]
            values[node.key] = node.operation.value(inputs) if node.operation else float(given[node.key])
        return values

    def paths(self, key: str) -> tuple[tuple[Edge, ...], ...]:
        """Every way from L back to a node, as the chain rule writes its factors."""
        return tuple(self._ways(self.loss, key))

    def _ways(self, at: str, key: str) -> Iterator[tuple[Edge, ...]]:
        if at == key:
            yield ()
            return
        for edge in self.edges:
            if edge.target == at:
                for rest in self._ways(edge.source, key):
                    yield edge, *rest

    def used(self, edge: Edge) -> tuple[str, ...]:
        """The nodes whose values the local derivative of an edge is made of."""
        node = self.by_key[edge.target]
        operation = _operation(node)
        own = (node.key,) if operation.uses_value else ()
        return own + tuple(node.inputs[place] for place in operation.uses_inputs(edge.place))

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """What the forward pass leaves behind for the way back: all that it computes but L itself."""
        return tuple(key for key in self.computed if key != self.loss)

    @cached_property
    def multiplications(self) -> int:
        """Of incoming and local derivatives, on one way back; ∂L/∂L = 1 need not be multiplied by."""
        return sum(edge.target != self.loss for edge in self.backward)

    @cached_property
    def multiplications_each_by_itself(self) -> int:
        """The same where the product along every path of every weight is worked out by itself."""
        return sum(len(path) - 1 for key in self.weights for path in self.paths(key))

    @cached_property
    def recomputed(self) -> int:
        """How many operations had to be done again on the way back, had nothing been stored.

        Each node that passes its derivative on would need the values of its local derivatives, from the inputs again.
        """
        return sum(len(self._needed(key)) for key in dict.fromkeys(edge.target for edge in self.backward))

    def _needed(self, key: str) -> set[str]:
        """What is computed on the way to the values that a node's local derivatives are made of."""
        waiting = [used for edge in self.backward if edge.target == key for used in self.used(edge)]
        found: set[str] = set()
        while waiting:
            node = self.by_key[waiting.pop()]
            if node.operation and node.key not in found:
                found.add(node.key)
                waiting += node.inputs
        return found


def _operation(node: Node) -> Operation:
    if node.operation is None:
        raise ValueError(f"{node.key} is given, so no edge leads to it")
    return node.operation


@dataclass(frozen=True)
class Trace:
    """A graph with its numbers: forward once, and once back."""

    graph: Graph
    given: Numbers

    @cached_property
    def values(self) -> Numbers:
        """Of every node."""
        return self.graph.forward(self.given)

    @cached_property
    def local(self) -> Mapping[Edge, float]:
        """∂target/∂source along every edge."""
        found: dict[Edge, float] = {}
        for node in self.graph.nodes:
            if node.operation:
                inputs = [self.values[key] for key in node.inputs]
                slopes = node.operation.slopes(self.values[node.key], inputs)
                for place, (key, slope) in enumerate(zip(node.inputs, slopes, strict=True)):
                    found[Edge(key, node.key, place)] = slope
        return found

    @cached_property
    def passes(self) -> tuple[Pass, ...]:
        """Backpropagation, edge by edge: a node used twice collects what arrives."""
        totals = {self.graph.loss: 1.0}
        steps = []
        for edge in self.graph.backward:
            incoming, local = totals[edge.target], self.local[edge]
            arriving = incoming * local
            totals[edge.source] = totals.get(edge.source, 0.0) + arriving
            steps.append(Pass(edge, incoming, local, arriving, totals[edge.source]))
        return tuple(steps)

    @cached_property
    def derivatives(self) -> Numbers:
        """∂L/∂node of L, of every weight, and of what lies between them."""
        return {self.graph.loss: 1.0, **{each.edge.source: each.total for each in self.passes}}

    def product(self, path: Sequence[Edge]) -> float:
        """Of the local derivatives along a path."""
        return prod(self.local[edge] for edge in path)

    def stepped(self, n: float) -> "Trace":
        """The same graph after θ ← θ − n ∂L/∂θ."""
        moved = {key: self.given[key] - n * self.derivatives[key] for key in self.graph.weights}
        return Trace(self.graph, {**self.given, **moved})


def loss_of(graph: Graph, given: Numbers) -> Callable[[Sequence[float]], float]:
    """L as a function of the weights alone, in their order; everything else stays."""
    return lambda weights: graph.forward({**given, **dict(zip(graph.weights, weights, strict=True))})[graph.loss]
