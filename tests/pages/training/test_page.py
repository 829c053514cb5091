"""The page of the training race as a script: what it shows for an address, and what its controls write into it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from address import Address
from pages.training.choice import read_training
from tests.pages.chapter import at_chapter
from tests.pages.test_chapters import address, opened, run
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from ui.common.lesson import RATES
from ui.common.lesson_words import STOPPED
from ui.common.progress import STOPPED as STOPPED_WORK

SMALL = {"samples": "30", "width": "4", "layers": "1", "steps": "20"}
LECTURE = ["gd", "momentum", "adagrad", "rmsprop", "adam"]


def message(page: Any) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """What the grid was given."""
    (player,) = [each for each in page.main if each.type == "bidi_component"]
    header, arrays, _ = read_message(player.proto.bytes)
    return header, arrays


def subplots(page: Any) -> list[str]:
    return [subplot["key"] for subplot in message(page)[0]["subplots"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_with_the_lectures_five_and_says_what_they_train(language: Language) -> None:
    page = opened("training", {"lang": language})
    header, arrays = message(page)
    assert subplots(page)[:5] == [f"network.{key}" for key in LECTURE]
    assert header["steps"] == 300
    assert "2–16–16–2" in page.main.markdown[0].value
    assert "354" in page.main.markdown[0].value
    right = arrays[header["board"]["array"]][3, :, :, 2]
    assert right[-1].min() > right[0].max(), "with the usual rate everybody has learned something"
    assert right[-1].max() > 97
    assert not page.warning


def test_the_controls_write_the_address_and_the_picture_follows() -> None:
    page = opened("training", {**SMALL, "lang": "en"})
    page.selectbox(key="choice:data").set_value("regression")
    assert address(run(page))["data"] == ["regression"]
    assert "right" not in subplots(page)
    page.selectbox(key="choice:data").set_value("blobs")
    page.selectbox(key="choice:rates").set_value("tuned")
    run(page)
    assert message(page)[0]["dials"] == []
    assert "9 learning rates from 0.001 to 10" in page.selectbox(key="choice:rates").help
    page.select_slider(key="slider:batch").set_value(8)
    page.slider(key="slider:layers").set_value(0)
    page.selectbox(key="choice:activation").set_value("tanh")
    page.selectbox(key="choice:init").set_value("plain")
    page.slider(key="slider:steps").set_value(12)
    run(page)
    found = address(page)
    assert {key: found[key] for key in ("batch", "layers", "activation", "init", "steps")} == {
        "batch": ["8"],
        "layers": ["0"],
        "activation": ["tanh"],
        "init": ["plain"],
        "steps": ["12"],
    }
    assert "2–3" in page.main.markdown[0].value, "without hidden layers inputs and classes are all"
    assert "only 8 of the 30 samples" in page.main.markdown[1].value
    page.button_group(key="chips:optimizers").set_value(["gd", "adam"])
    run(page)
    assert subplots(page)[:2] == ["network.gd", "network.adam"]
    page.button(key="reseed").click()
    before = message(page)[1]
    assert address(run(page))["seed"] == ["1"]
    assert not np.array_equal(before["array0"], message(page)[1]["array0"])


def test_every_batch_that_the_address_may_say_stands_on_the_slider() -> None:
    page = opened("training", {**SMALL, "batch": "7", "lang": "en"})
    assert page.select_slider(key="slider:batch").value == 7
    page = opened("training", {**SMALL, "batch": "100", "lang": "en"})
    assert page.select_slider(key="slider:batch").value == 0, "more than there are is all of them"
    page.select_slider(key="slider:batch").set_value(4)
    assert address(run(page))["batch"] == ["4"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ask", ["lowest", "first"])
def test_what_it_asks_is_measured_and_nothing_tells_the_answer_before(ask: str, language: Language) -> None:
    query = {**SMALL, "ask": ask, "lang": language, "rate": "0.1", "steps": "40"}
    page = opened("training", query)
    header, arrays = message(page)
    question = header["question"]
    assert (question["answer"], len(question["options"])) == ("", 5 + (ask == "first"))
    sweep = next(subplot for subplot in header["subplots"] if subplot["key"] == "sweep")
    assert sweep["curves"] == []
    notes = page.main.markdown[1].value
    board = arrays[header["board"]["array"]][4]
    if ask == "lowest":
        expected = [LECTURE[int(board[-1, :, 1].argmin())]]
    else:
        there = board[:, :, 2] >= 95
        first = np.where(there.any(axis=0), there.argmax(axis=0), 99)
        expected = [key for key, each in zip(LECTURE, first, strict=True) if each == first.min() < 99] or ["nobody"]
    assert question["right"] == expected
    page = opened("training", {**query, "answer": f"skip-{question['key']}"})
    header, _ = message(page)
    assert header["question"]["answer"] == "skip"
    assert len(next(subplot for subplot in header["subplots"] if subplot["key"] == "sweep")["curves"]) == 5
    assert len(page.main.markdown[1].value) > len(notes), "now it is said how far apart they ended"
    other = opened("training", {**query, "rate": "1", "answer": f"skip-{question['key']}"})
    assert message(other)[0]["question"]["answer"] == "", "with another rate it is another question"


def test_it_asks_only_what_can_be_answered() -> None:
    page = opened("training", {**SMALL, "ask": "first", "data": "regression", "lang": "en"})
    assert message(page)[0]["question"] is None
    assert len(page.selectbox(key="choice:ask").options) == 2
    page = opened("training", {**SMALL, "optimizers": "gd", "ask": "lowest", "lang": "en"})
    assert message(page)[0]["question"] is None


def test_a_broken_address_is_told_and_the_page_works() -> None:
    query = {"steps": "5000", "data": "moon", "rate": "abc", "batch": "1.5", "lang": "en", "samples": "30"}
    page = opened("training", {**query, "width": "4", "layers": "1"})
    (warning,) = page.warning
    for words in ("steps=5000", "data=moon", "rate=abc", "batch=1.5"):
        assert words in warning.value
    assert message(page)[0]["steps"] == 300


@pytest.mark.parametrize("rate", ["0.000001", "100"])
@pytest.mark.parametrize("data", ["moons", "regression"])
def test_the_wildest_settings_are_shown(rate: str, data: str) -> None:
    wild = {"noise": "0.5", "init": "plain", "optimizers": "gd", "activation": "identity", "batch": "1"}
    page = opened("training", {**SMALL, **wild, "rate": rate, "data": data, "lang": "en", "steps": "1"})
    header, _ = message(page)
    assert len(header["readout"]) == len(RATES)
    assert not page.warning


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_stopped_says_so_keeps_its_controls_and_begins_again(language: Language) -> None:
    query = {**SMALL, "lang": language}
    page = at_chapter("training")
    for name, value in query.items():
        page.query_params[name] = value
    choice = read_training(Address({name: [value] for name, value in query.items()}))
    page.session_state[STOPPED_WORK] = str(choice.inputs)  # as the button beside the bar writes it
    run(page)
    assert STOPPED[language] in [each.value for each in page.main.markdown]
    assert not [each for each in page.main if each.type == "bidi_component"]
    page.slider(key="slider:steps").set_value(21)
    run(page)
    assert message(page)[0]["steps"] == 21, "another training was not stopped"
    page.slider(key="slider:steps").set_value(20)
    run(page)
    page.button(key="go_on").click()
    run(page)
    assert message(page)[0]["steps"] == 20
