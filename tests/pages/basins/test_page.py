"""The page of the basins as a script: what it shows for an address, and what its controls write into the address."""

from typing import Any

import pytest

from pages.basins.choice import MOST_STEPS, SIDES, USUAL_STEPS
from tests.pages.controls import choose_surface
from tests.pages.test_chapters import address, opened, run
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language


def message(page: Any) -> dict[str, Any]:
    """What the grid was given."""
    (player,) = [each for each in page.main if each.type == "bidi_component"]
    header, _, _ = read_message(player.proto.bytes)
    return header


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_with_two_maps_and_their_shares(language: Language) -> None:
    page = opened("basins", {"lang": language})
    header = message(page)
    assert [subplot["key"] for subplot in header["subplots"]] == list(SIDES)
    for subplot in header["subplots"]:
        assert sum(label_share(area["label"]) for area in subplot["areas"][:-1]) == pytest.approx(100, abs=0.3)
    assert "2/λmax" in page.markdown[0].value


def label_share(label: str) -> float:
    return float(label.rsplit(maxsplit=1)[-1].removesuffix("%"))


def test_the_controls_write_each_map_apart_and_a_new_rule_forgets_its_rate() -> None:
    page = opened("basins", {"rate": "0.015", "other.rate": "0.02", "lang": "en"})
    page.selectbox(key="choice:other").set_value("adam")
    run(page)
    assert address(page) == {"rate": ["0.015"], "other": ["adam"], "lang": ["en"]}
    assert [each["title"] for each in message(page)["subplots"]] == ["GD", "Adam"]
    left, right = message(page)["axes"]
    assert (left["names"], left["value"]) == (["rate"], 0.015)
    assert (right["names"], right["value"]) != (["other.rate"], 0.02)
    page.slider(key="slider:adam.beta1").set_value(0.5)
    run(page)
    assert address(page)["adam.beta1"] == ["0.5"]


def test_a_new_surface_forgets_both_rates_and_the_steps() -> None:
    page = opened("basins", {"rate": "0.015", "other": "adam", "other.rate": "0.3", "steps": "40", "x": "1"})
    choose_surface(page, "two-wells")
    run(page)
    assert address(page) == {"surface": ["two-wells"], "other": ["adam"]}
    assert message(page)["steps"] == USUAL_STEPS


def test_a_broken_address_is_told_and_the_page_works() -> None:
    page = opened("basins", {"steps": "5000", "other": "moon", "other.rate": "-1", "lang": "en"})
    (warning,) = page.warning
    for words in ("steps=5000", str(MOST_STEPS), "other=moon", "other.rate=-1"):
        assert words in warning.value
    assert message(page)["steps"] == USUAL_STEPS
