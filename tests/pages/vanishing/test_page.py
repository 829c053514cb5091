"""The page of vanishing gradients as a script: what it shows for an address, and what its controls write into it."""

from collections.abc import Mapping

import pytest

from networks import INITIALISATIONS
from pages.vanishing.choice import LECTURE_ACTIVATIONS
from pages.vanishing.words import _BEYOND, _CLAIM
from tests.pages.controls import control
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from text import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_with_the_lecture_s_three_and_says_their_conditions(language: Language) -> None:
    page = opened("vanishing", {"lang": language})
    header, _ = message(page)
    assert [subplot["key"] for subplot in header["subplots"]] == ["backward", "weights", "forward", "moved", "loss"]
    assert header["subplots"][0]["legend"] == list(LECTURE_ACTIVATIONS)
    assert header["steps"] == 100
    said = "\n".join(each.value for each in page.main.markdown)
    assert _CLAIM[language] in said
    assert _BEYOND[language] in said
    for each in INITIALISATIONS.values():
        assert f"{each.name[language]} ${each.formula}$" in said
    assert not page.warning


@pytest.mark.parametrize(
    "query",
    [
        {"depth": "0"},
        {"depth": "51"},
        {"width": "1e9"},
        {"scale": "nan"},
        {"weights": "zero"},
        {"activations": "step"},
        {"data": "regression"},
        {"rate": "abc", "optimizer": "nadam"},
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(query: Mapping[str, str]) -> None:
    page = opened("vanishing", {**query, "seed": "4"})
    assert page.warning
    page.slider(key="slider:steps").set_value(30)
    assert changed(page) == {"seed": "4", "steps": "30"}
    assert not page.warning


def test_the_controls_write_what_they_choose_and_the_picture_follows() -> None:
    page = opened("vanishing", {"lang": "en"})
    page.selectbox(key="choice:relu.weights").set_value("thumb")
    assert changed(page) == {"lang": "en", "relu.weights": "thumb"}
    assert [entry["fixed"][0] for entry in message(page)[0]["board"]["entries"]] == ["uniform ±1/√in"] * 3
    page.selectbox(key="choice:weights").set_value("xavier")
    page.slider(key="slider:width").set_value(8)
    page.number_input(key="box:seed").set_value(3)
    page.button_group(key="chips:activations").set_value(["tanh", "identity"])
    assert changed(page) == {
        "lang": "en",
        "relu.weights": "thumb",
        "weights": "xavier",
        "width": "8",
        "seed": "3",
        "activations": "tanh,identity",
    }
    board = message(page)[0]["board"]
    assert [(entry["style"], *entry["fixed"]) for entry in board["entries"]] == [
        ("tanh", "Xavier", "≤ 1"),
        ("identity", "Xavier", "1"),
    ]


def test_another_optimizer_forgets_the_rate() -> None:
    page = opened("vanishing", {"rate": "0.5", "depth": "7"})
    page.selectbox(key="choice:optimizer").set_value("adam")
    assert changed(page) == {"depth": "7", "optimizer": "adam"}
    assert control(page.select_slider, "slider:rate").value == 0.01
