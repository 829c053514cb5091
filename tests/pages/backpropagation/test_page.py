"""The page on backpropagation: what it says, what it takes from the address and what its controls write into it."""

from collections.abc import Mapping

import pytest

from pages.backpropagation.choice import STRUCTURES
from pages.backpropagation.words import _CLAIM
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from text import LANGUAGES, Language
from ui.shell.chapters import CHAPTERS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("structure", list(STRUCTURES))
def test_it_says_the_claim_and_its_conditions(structure: str, language: Language) -> None:
    page = opened("backpropagation", {"lang": language, "structure": structure})
    said = "\n".join(each.value for each in page.main.markdown)
    assert CHAPTERS["backpropagation"].title[language] in said
    assert _CLAIM[language] in said
    assert "2N - 1" in said
    assert "ReLU" in said
    assert not page.warning


@pytest.mark.parametrize(
    "query",
    [
        {"structure": "ring"},
        {"layers": "6"},
        {"layers": "2.5"},
        {"activation": "sine"},
        {"w1": "abc"},
        {"w1": "6"},
        {"path": "w4"},
        {"change": "w4"},
        {"by": "3"},
        {"step": "-1"},
        {"rate": "0"},
        {"x1": "1"},
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(query: Mapping[str, str]) -> None:
    page = opened("backpropagation", query)
    assert page.warning
    page.slider(key="slider:w2").set_value(0.25)
    assert changed(page) == {"w2": "0.25"}
    assert not page.warning


def test_where_one_stands_is_not_in_the_message() -> None:
    here, there = (message(opened("backpropagation", {"step": step})) for step in ("2", "9"))
    assert here == there


def test_another_network_forgets_the_numbers_of_the_one_before() -> None:
    page = opened("backpropagation", {"w1": "2", "path": "w1", "step": "4", "layers": "4", "activation": "tanh"})
    page.selectbox(key="choice:structure").set_value("neuron")
    assert changed(page) == {"structure": "neuron", "activation": "tanh"}
    assert not page.warning


def test_a_path_is_chosen_beside_the_graph_too() -> None:
    page = opened("backpropagation", {"layers": "2"})
    page.selectbox(key="choice:path").set_value("w2")
    assert changed(page) == {"layers": "2", "path": "w2"}
    assert message(page)[0]["path"] == "w2"
    page.slider(key="slider:layers").set_value(5)
    assert changed(page) == {"layers": "5"}
    assert len(message(page)[0]["slots"]) == 5
