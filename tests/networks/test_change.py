"""One weight changes: exactly what is computed from it changes, and the derivative says by how much the loss does."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks import Change, Graph, Trace, chain, fork, neuron

STRUCTURES: dict[str, Callable[[str], Graph]] = {"neuron": neuron, "chain": lambda f: chain(4, f), "fork": fork}
STRUCTURE = st.sampled_from(tuple(STRUCTURES))
BY = st.floats(0.05, 1.0) | st.floats(-1.0, -0.05)


def traced(graph: Graph) -> Trace:
    """With numbers that are all different and not 0."""
    keys = [node.key for node in graph.nodes if node.operation is None]
    return Trace(graph, {key: 0.6 + 0.15 * i for i, key in enumerate(keys)})


def change_of(structure: str, activation: str, which: int, by: float) -> Change:
    graph = STRUCTURES[structure](activation)
    return Change(traced(graph), graph.weights[which % len(graph.weights)], by)


@given(STRUCTURE, st.sampled_from(("sigmoid", "tanh", "identity")), st.integers(0, 5), BY)
def test_exactly_what_comes_after_a_weight_changes(structure: str, activation: str, which: int, by: float) -> None:
    change = change_of(structure, activation, which, by)
    paths = change.before.graph.paths(change.weight)
    assert set(change.differing) == {edge.target for path in paths for edge in path}
    assert change.differing == change.before.graph.after(change.weight)


@given(STRUCTURE, st.integers(0, 5), BY)
def test_the_error_of_the_prediction_is_of_second_order(structure: str, which: int, by: float) -> None:
    errors = []
    for small in (by / 100, by / 200):
        change = change_of(structure, "sigmoid", which, small)
        errors.append(abs(change.predicted - change.true))
    assert errors[1] <= errors[0] / 3.5 + 1e-12


def test_a_relu_that_stays_at_0_stops_the_change() -> None:
    trace = traced(chain(3, "relu"))
    change = Change(Trace(trace.graph, {**trace.given, "w1": -1.0}), "w1", 0.5)
    assert change.differing == ()
    assert change.predicted == change.true == 0


@pytest.mark.parametrize(("weight", "after"), [("w3", ("h2", "yhat", "L")), ("w5", ("yhat", "L"))])
def test_other_branches_and_earlier_layers_stay(weight: str, after: tuple[str, ...]) -> None:
    assert Change(traced(fork("sigmoid")), weight, 0.5).differing == after
