"""The page of numerical differentiation as a script: what it shows, and what its controls write."""

from collections.abc import Mapping

import pytest

from pages.differences.words import _CLAIM, _NOTES
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from text import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_claim_picture_and_conditions_are_there(language: Language) -> None:
    page = opened("differences", {"lang": language})
    said = "\n".join(each.value for each in page.markdown)
    assert all(words[language] in said for words in (_CLAIM, *_NOTES))
    header, arrays = message(page)
    assert [subplot["key"] for subplot in header["subplots"]] == ["counting", "gradients", "errors", "counts", "times"]
    assert header["steps"] == 75
    assert arrays[header["subplots"][1]["shapes"][0]["array"]].shape == (1, 76, 74, 2)
    assert not page.warning


@pytest.mark.parametrize(
    "query",
    [
        {"width": "0"},
        {"width": "1e9"},
        {"activation": "swish"},
        {"difference": "backward"},
        {"step": "0"},
        {"step": "nan"},
        {"size": "7"},
        {"seed": "-1"},
        {"surface": "moon"},
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(query: Mapping[str, str]) -> None:
    page = opened("differences", query)
    assert page.warning
    page.slider(key="slider:width").set_value(3)
    assert changed(page) == {"width": "3"}
    assert not page.warning
    assert message(page)[0]["steps"] == 30


def test_each_control_writes_its_name() -> None:
    page = opened("differences", {"size": "114"})
    page.selectbox(key="choice:difference").set_value("central")
    assert changed(page) == {"size": "114", "difference": "central"}
    assert message(page)[0]["steps"] == 148
    page.select_slider(key="slider:step").set_value(1e-3)
    assert changed(page) == {"size": "114", "difference": "central", "step": "0.001"}
    marks = next(subplot["marks"] for subplot in message(page)[0]["subplots"] if subplot["key"] == "errors")
    assert [mark["at"] for mark in marks] == [1e-3]
    page.number_input(key="box:seed").set_value(4)
    assert changed(page)["seed"] == "4"
