"""What the chapter on backpropagation sends: every number is the graph's, and every sentence is true of it."""

import re
from itertools import product
from typing import Any

import pytest

from address import Address
from networks import ACTIVATIONS, Trace, loss_of
from pages.backpropagation.choice import MOST_STEPS, SPAN, STRUCTURES, GraphChoice, read_graph
from pages.backpropagation.moments import steps_of, written
from pages.backpropagation.view import graph_shown
from stage.graph import graph_message
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language

EVERY = [*product(STRUCTURES, ACTIVATIONS)]
every = pytest.mark.parametrize(("structure", "activation"), EVERY)
HANGUL = re.compile("[가-힣]")


def read(**query: str) -> GraphChoice:
    address = Address({name: [value] for name, value in query.items()})
    choice = read_graph(address)
    assert [notice.en for notice in address.notices()] == []
    return choice


def sent(language: Language = "en", /, **query: str) -> tuple[Trace, dict[str, Any]]:
    choice = read(**query)
    header, _, _ = read_message(graph_message(graph_shown(choice, language), language))
    return choice.trace, header


@every
def test_at_the_end_every_box_shows_its_value_and_its_derivative(structure: str, activation: str) -> None:
    trace, header = sent(structure=structure, activation=activation)
    assert [box["key"] for box in header["nodes"]] == [node.key for node in trace.graph.nodes]
    for box in header["nodes"]:
        assert box["values"][0][1] == written(trace.values[box["key"]])
        if box["key"] in trace.derivatives:
            assert box["derivatives"][-1][1] == written(trace.derivatives[box["key"]])
        else:
            assert box["derivatives"] == []


@every
def test_values_come_before_derivatives_and_the_update_comes_last(structure: str, activation: str) -> None:
    trace, header = sent(structure=structure, activation=activation)
    steps = steps_of(trace)
    assert header["steps"] == steps.update <= MOST_STEPS
    phases = [moment["phase"] for moment in header["moments"]]
    assert phases == sorted(phases, key=["begin", "forward", "backward", "update"].index)
    assert [edge["backward"] is None for edge in header["edges"]] == [
        edge not in trace.graph.backward for edge in trace.graph.edges
    ]
    stepped = trace.stepped(0.5)
    for box in header["nodes"]:
        if box["kind"] == "weight":
            assert box["values"][1:] == [[steps.update, written(stepped.given[box["key"]])]]


@every
def test_the_product_of_each_weight_is_written_with_the_numbers_of_its_edges(structure: str, activation: str) -> None:
    trace, header = sent(structure=structure, activation=activation)
    for chosen in header["chosen"]:
        paths = trace.graph.paths(chosen["key"])
        assert len(chosen["ways"]) == len(paths)
        for way, path in zip(chosen["ways"], paths, strict=True):
            numbers = [factor["number"].strip("()") for factor in way["factors"]]
            assert numbers == [written(trace.local[edge]) for edge in path]
            assert way["product"] == written(trace.product(path))
            assert way["nodes"] == ["L", *(edge.source for edge in path)]
            assert max(factor["step"] for factor in way["factors"]) == way["step"]
        assert chosen["total"].endswith(f"= {written(trace.derivatives[chosen['key']])}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("structure", list(STRUCTURES))
def test_each_step_is_told_with_its_numbers_in_one_language(structure: str, language: Language) -> None:
    trace, header = sent(language, structure=structure)
    readout = header["moments"]
    for moment in readout:
        assert bool(HANGUL.search(moment["words"])) == (language == "ko")
        assert not re.search(r"[{}]|nan", moment["plain"])
    back = [moment["plain"] for moment in readout if moment["phase"] == "backward"][1:]
    for each, words in zip(trace.passes, back, strict=True):
        assert f"{written(each.incoming)} × " in words
        assert f"= {written(each.arriving)}." in words


def test_the_counters_end_at_what_backpropagation_takes() -> None:
    trace, header = sent(structure="chain", layers="5")
    assert header["moments"][0]["counts"] == ["0", "0"]
    assert header["moments"][-1]["counts"] == ["5", "9"]
    assert (trace.graph.multiplications, trace.graph.multiplications_each_by_itself) == (9, 15)
    assert "9 (weight by weight: 15)" in header["counters"][1]


def test_the_shares_of_a_neuron_used_twice_are_added_in_words() -> None:
    trace, header = sent(structure="fork", path="w1")
    first, second = (each for each in trace.passes if each.edge.source == "h1")
    (box,) = (box for box in header["nodes"] if box["key"] == "h1")
    assert [words for _, words in box["derivatives"]] == [f"{written(first.total)} + …", written(second.total)]
    steps = steps_of(trace).backward
    assert "waits" in header["moments"][steps[first.edge]]["words"]
    assert f"= {written(second.total)}" in header["moments"][steps[second.edge]]["words"]


def test_what_a_step_takes_from_the_cache_is_marked_in_both_places() -> None:
    for structure in STRUCTURES:
        _, header = sent(structure=structure)
        for slot in header["slots"]:
            back = [i for i, moment in enumerate(header["moments"]) if moment["phase"] == "backward"]
            assert slot["uses"] == [i for i in back if slot["key"] in header["moments"][i]["used"]]


def test_one_neuron_s_sum_is_stored_in_vain() -> None:
    _, header = sent(structure="neuron")
    assert {slot["key"]: bool(slot["uses"]) for slot in header["slots"]} == {"z": False, "a": True}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"rate": "0.5"}, "lower"),
        ({"activation": "identity", "rate": "10"}, "too large"),
        ({"activation": "relu", "w1": "-1"}, "unchanged"),
    ],
)
def test_the_last_step_tells_what_became_of_the_loss(query: dict[str, str], said: str) -> None:
    _, header = sent(**query)
    assert said in header["moments"][-1]["words"]


def test_another_network_begins_anew_and_another_number_does_not() -> None:
    keys = {sent(**query)[1]["graph"] for query in ({}, {"w1": "2"}, {"activation": "relu"}, {"path": "w2"})}
    assert len(keys) == 1
    assert sent(layers="4")[1]["graph"] not in keys
    assert sent(structure="fork")[1]["graph"] not in keys


@every
@pytest.mark.parametrize("value", SPAN)
def test_the_wildest_numbers_can_be_shown(structure: str, activation: str, value: float) -> None:
    given = {name: str(value) for name in STRUCTURES[structure].usual}
    _, header = sent(structure=structure, activation=activation, rate="10", **given)
    assert all(box["values"] for box in header["nodes"])


def test_no_two_nodes_lie_on_each_other() -> None:
    for structure, layers in [("neuron", ""), ("fork", ""), *(("chain", str(each)) for each in (2, 3, 4, 5))]:
        _, header = sent(structure=structure, **({"layers": layers} if layers else {}))
        places = [tuple(box["place"]) for box in header["nodes"]]
        assert len(set(places)) == len(places)
        assert all(0 <= each <= 1 for place in places for each in place)


def test_what_is_marked_as_changed_is_what_was_computed_differently() -> None:
    shown = graph_shown(read(structure="fork", change="w3", by="-0.5"), "en")
    marked = {each.key: each.changed for each in shown.nodes if each.changed is not None}
    assert marked == {"w3": 0, "h2": 2, "yhat": 4, "L": 5}
    for each in shown.nodes:
        assert ("→" in each.values[-1][1]) == (each.key in marked)
    assert shown.path == "w3"


def test_the_last_moment_holds_both_changes_of_the_loss() -> None:
    choice = read(change="w1", by="0.25")
    last = graph_shown(choice, "en").moments[-1]
    trace, weights = choice.trace, choice.graph.weights
    moved = loss_of(trace.graph, trace.given)([trace.given[key] + 0.25 * (key == "w1") for key in weights])
    assert written(0.25 * trace.derivatives["w1"]) in last.plain
    assert written(moved - trace.values["L"]) in last.words
