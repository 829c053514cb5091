"""The page of the hidden layers as a script: what it shows for an address, and what its controls write into it."""

from typing import Any

import pytest

from address import Address
from pages.representations.choice import read_representations
from tests.pages.chapter import at_chapter
from tests.pages.test_chapters import address, opened, run
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from ui.common.lesson_words import STOPPED
from ui.common.progress import STOPPED as STOPPED_WORK

SMALL = {"samples": "30", "width": "4", "layers": "2", "steps": "20"}


def header(page: Any) -> dict[str, Any]:
    (player,) = [each for each in page.main if each.type == "bidi_component"]
    return read_message(player.proto.bytes)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_with_the_lectures_five_seen_through_the_last_hidden_layer(language: Language) -> None:
    page = opened("representations", {"lang": language})
    shown = header(page)
    assert len([each for each in shown["subplots"] if each["key"].startswith("plane.")]) == 5
    assert (shown["steps"], shown["dials"][0]["usual"]) == (300, 3)
    assert "2–12–12–2–2" in page.main.markdown[0].value
    assert "75.8%" in page.main.markdown[1].value, "what the best line in the input plane parts"
    assert not page.warning


def test_the_controls_write_the_address_and_the_picture_follows() -> None:
    page = opened("representations", {**SMALL, "lang": "en"})
    page.slider(key="slider:last").set_value(5)
    page.button_group(key="chips:optimizers").set_value(["adam"])
    page.select_slider(key="slider:rate").set_value(0.03)
    run(page)
    assert {key: address(page)[key] for key in ("last", "optimizers", "rate")} == {
        "last": ["5"],
        "optimizers": ["adam"],
        "rate": ["0.03"],
    }
    assert "2–4–5–2" in page.main.markdown[0].value
    assert [each["key"] for each in header(page)["subplots"]] == ["plane.adam", "parted", "loss"]
    page.selectbox(key="choice:rates").set_value("tuned")
    run(page)
    assert "slider:rate" not in [each.key for each in page.select_slider], "each has its own"
    page.slider(key="slider:layers").set_value(0)
    run(page)
    assert "slider:last" not in [each.key for each in page.slider], "there is no hidden layer"
    assert header(page)["dials"] == []


def test_a_broken_address_is_told_and_the_page_works() -> None:
    page = opened("representations", {**SMALL, "data": "blobs", "last": "1", "layer": "9", "lang": "en"})
    (warning,) = page.warning
    for words in ("data=blobs", "last=1", "layer=9"):
        assert words in warning.value
    assert header(page)["steps"] == 20


def test_what_was_stopped_says_so_and_keeps_its_controls() -> None:
    page = at_chapter("representations")
    for name, value in {**SMALL, "lang": "en"}.items():
        page.query_params[name] = value
    choice = read_representations(Address({name: [value] for name, value in SMALL.items()}))
    page.session_state[STOPPED_WORK] = str(choice.shown)  # as the button beside the bar writes it
    run(page)
    assert STOPPED["en"] in [each.value for each in page.main.markdown]
    page.slider(key="slider:steps").set_value(21)
    run(page)
    assert header(page)["steps"] == 21
