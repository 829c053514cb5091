"""Small networks as computational graphs, in the lecture's letters: one neuron, a chain of layers, and a fork."""

from networks.graph import Graph, Node
from networks.operations import Applied, Neuron, SquaredError

MOST_LAYERS = 5


def neuron(activation: str) -> Graph:
    """z = w x + b, a = f(z), L = (a − y)²."""
    return Graph(
        (
            Node("b", learned=True),
            Node("w", learned=True),
            Node("x"),
            Node("y"),
            Node("z", Neuron(bias=True), ("b", "w", "x")),
            Node("a", Applied(activation), ("z",)),
            Node("L", SquaredError(), ("a", "y")),
        )
    )


def chain(layers: int, activation: str) -> Graph:
    """h₁ = f(w₁x), hᵢ = f(wᵢhᵢ₋₁), L = (h_N − y)²: N layers of one neuron each."""
    numbers = range(1, layers + 1)
    before = {number: f"h{number - 1}" if number > 1 else "x" for number in numbers}
    return Graph(
        (
            *(Node(f"w{number}", learned=True) for number in numbers),
            Node("x"),
            Node("y"),
            *(Node(f"h{number}", Neuron(activation), (f"w{number}", before[number])) for number in numbers),
            Node("L", SquaredError(), (f"h{layers}", "y")),
        )
    )


def fork(activation: str) -> Graph:
    """Two inputs, a neuron that two others use, and one output ŷ = w₅h₂ + w₆h₃: two paths lead to the front weights."""
    return Graph(
        (
            *(Node(f"w{number}", learned=True) for number in range(1, 7)),
            Node("x1"),
            Node("x2"),
            Node("y"),
            Node("h1", Neuron(activation), ("w1", "x1", "w2", "x2")),
            Node("h2", Neuron(activation), ("w3", "h1")),
            Node("h3", Neuron(activation), ("w4", "h1")),
            Node("yhat", Neuron(), ("w5", "h2", "w6", "h3")),
            Node("L", SquaredError(), ("yhat", "y")),
        )
    )
