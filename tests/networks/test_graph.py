"""Computational graphs: their derivatives are those of perceptrons and of central differences."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product

import numpy as np
import pytest

from networks import ACTIVATIONS, MLP, central_difference
from networks.graph import Edge, Graph, Node, Trace, loss_of
from networks.operations import SquaredError
from networks.small_graphs import chain, fork, neuron

GRAPHS: dict[str, Callable[[str], Graph]] = {
    "neuron": neuron,
    **{f"chain of {layers}": partial(chain, layers) for layers in (1, 2, 3, 5, 8)},
    "fork": fork,
}


def numbers(graph: Graph, seed: int) -> dict[str, float]:
    """For everything that is given; none near 0, where a ReLU has its kink."""
    random = np.random.default_rng(seed)
    given = [node.key for node in graph.nodes if node.operation is None]
    signs = random.choice([-1.0, 1.0], len(given))
    return dict(zip(given, signs * random.uniform(0.3, 2.0, len(given)), strict=True))


def differences(graph: Graph, given: Mapping[str, float]) -> dict[str, float]:
    """∂L/∂w of every weight, by central differences."""
    loss = loss_of(graph, given)
    at = np.array([[given[key]] for key in graph.weights])
    found = central_difference(lambda columns: np.array([loss(list(map(float, column))) for column in columns.T]), at)
    return dict(zip(graph.weights, map(float, found[:, 0]), strict=True))


def traces() -> Iterator[Trace]:
    for make, activation, seed in product(GRAPHS.values(), ACTIVATIONS, range(4)):
        graph = make(activation)
        yield Trace(graph, numbers(graph, seed))


@pytest.mark.parametrize(("name", "activation"), [*product(GRAPHS, ACTIVATIONS)])
def test_the_derivatives_are_those_of_central_differences(name: str, activation: str) -> None:
    graph = GRAPHS[name](activation)
    for seed in range(4):
        trace = Trace(graph, numbers(graph, seed))
        expected = differences(graph, trace.given)
        found = {key: trace.derivatives[key] for key in graph.weights}
        assert found == pytest.approx(expected, rel=1e-5, abs=1e-8)


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_the_chain_is_a_perceptron_of_one_neuron_a_layer(activation: str) -> None:
    """Its last layer is a sum with the weight 1; the perceptron's biases are 0."""
    graph, network = chain(3, activation), MLP((1, 1, 1, 1, 1), activation, "identity")
    for seed in range(4):
        trace = Trace(graph, numbers(graph, seed))
        theta = np.zeros((network.parameters, 1))
        theta[[0, 2, 4, 6], 0] = [trace.given[key] for key in graph.weights] + [1.0]
        x, y = (np.array([[trace.given[key]]]) for key in ("x", "y"))
        loss, gradient = network.loss_and_gradient(theta, x, y)
        assert trace.values["L"] == pytest.approx(float(loss[0]), rel=1e-12)
        found = [trace.derivatives[key] for key in graph.weights]
        np.testing.assert_allclose(found, gradient[[0, 2, 4], 0], rtol=1e-11, atol=1e-15)


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_the_fork_is_a_perceptron_too(activation: str) -> None:
    graph, network = fork(activation), MLP((2, 1, 2, 1), activation, "identity")
    places = [0, 1, 3, 4, 7, 8]  # the weights, row by row, without the biases
    for seed in range(4):
        trace = Trace(graph, numbers(graph, seed))
        theta = np.zeros((network.parameters, 1))
        theta[places, 0] = [trace.given[key] for key in graph.weights]
        x = np.array([[trace.given["x1"], trace.given["x2"]]])
        loss, gradient = network.loss_and_gradient(theta, x, np.array([[trace.given["y"]]]))
        assert trace.values["L"] == pytest.approx(float(loss[0]), rel=1e-12)
        found = [trace.derivatives[key] for key in graph.weights]
        np.testing.assert_allclose(found, gradient[places, 0], rtol=1e-11, atol=1e-15)


def test_the_neuron_has_the_derivatives_that_one_works_out_by_hand() -> None:
    trace = Trace(neuron("sigmoid"), {"x": 2.0, "w": 0.5, "b": -1.0, "y": 1.0})
    assert trace.values == {"x": 2.0, "w": 0.5, "b": -1.0, "y": 1.0, "z": 0.0, "a": 0.5, "L": 0.25}
    assert trace.derivatives == {"L": 1.0, "a": -1.0, "z": -0.25, "w": -0.5, "b": -0.25}
    assert trace.stepped(2.0).given == {"x": 2.0, "w": 1.5, "b": -0.5, "y": 1.0}


def test_a_derivative_is_the_sum_over_all_paths_of_the_products_along_them() -> None:
    for trace in traces():
        for key in trace.graph.weights:
            by_paths = sum(trace.product(path) for path in trace.graph.paths(key))
            assert by_paths == pytest.approx(trace.derivatives[key], rel=1e-12, abs=1e-300)


def test_what_arrives_at_a_node_used_twice_adds_up() -> None:
    graph = fork("tanh")
    trace = Trace(graph, numbers(graph, 1))
    first, second = (each for each in trace.passes if each.edge.source == "h1")
    assert first.total == first.arriving
    assert second.total == first.arriving + second.arriving == trace.derivatives["h1"]
    assert [len(graph.paths(key)) for key in graph.weights] == [2, 2, 1, 1, 1, 1]


def test_every_derivative_is_complete_before_it_flows_on() -> None:
    for trace in traces():
        for each in trace.passes:
            assert each.incoming == trace.derivatives[each.edge.target]


@pytest.mark.parametrize("layers", [1, 2, 3, 5, 10, 100])
def test_a_chain_costs_one_way_back_instead_of_one_for_each_weight(layers: int) -> None:
    """The page says so: N layers take 2N − 1 multiplications against N(N + 1)/2, and N stored numbers."""
    graph = chain(layers, "sigmoid")
    assert graph.multiplications == 2 * layers - 1
    assert graph.multiplications_each_by_itself == layers * (layers + 1) // 2
    assert len(graph.stored) == layers
    assert graph.recomputed == layers + layers * (layers + 1) // 2


def test_what_a_local_derivative_uses_is_what_changes_it() -> None:
    """Every other value may change, and it stays."""
    for graph in (neuron("sigmoid"), chain(3, "tanh"), fork("sigmoid")):
        trace = Trace(graph, numbers(graph, 2))
        for edge, local in trace.local.items():
            node = graph.by_key[edge.target]
            assert node.operation is not None
            for key in (node.key, *node.inputs):
                changed = {**trace.values, key: trace.values[key] + 0.1}
                slopes = node.operation.slopes(changed[node.key], [changed[each] for each in node.inputs])
                assert (slopes[edge.place] != local) == (key in graph.used(edge))


def test_one_neuron_never_needs_its_sum_again() -> None:
    graph = neuron("sigmoid")
    used = {key for edge in graph.backward for key in graph.used(edge)}
    assert used == {"a", "y", "x"}
    assert graph.stored == ("z", "a")


def test_a_graph_out_of_order_is_an_error() -> None:
    for nodes in (
        (Node("L", SquaredError(), ("h", "y")), Node("h"), Node("y")),
        (Node("y"), Node("y"), Node("L", SquaredError(), ("y", "y"))),
    ):
        with pytest.raises(ValueError, match="come before"):
            Graph(nodes)


def test_no_way_leads_to_a_node_that_the_loss_does_not_use() -> None:
    graph = chain(2, "sigmoid")
    assert graph.paths("w1") == ((Edge("h2", "L", 0), Edge("h1", "h2", 1), Edge("w1", "h1", 0)),)
    assert graph.paths("nothing") == ()


def test_a_loss_beyond_all_floats_is_infinite_and_no_error() -> None:
    trace = Trace(chain(2, "identity"), {"w1": 1e100, "w2": 1e100, "x": 1.0, "y": 1.0})
    assert trace.values["L"] == np.inf
    assert trace.derivatives["h2"] == pytest.approx(2e200)
