"""The page on one update: what it says, what it takes from the address and what its controls write into it."""

from collections.abc import Mapping

import pytest

from pages.step.words import _BESIDE, _DO
from tests.pages.controls import choose_surface, control
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from text import LANGUAGES, Language


def said(query: Mapping[str, str]) -> str:
    return "\n".join(each.value for each in opened("step", query).markdown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_beside_each_other_means(language: Language) -> None:
    pair = {"name": "Adam", "other": "GD"}
    assert _DO[language] in said({"lang": language})
    assert _BESIDE.format(**pair)[language] not in said({"lang": language})
    assert _BESIDE.format(**pair)[language] in said({"lang": language, "beside": "gd"})


@pytest.mark.parametrize(
    "query",
    [
        {"step": "0"},
        {"step": "101"},
        {"term": "99"},
        {"term": "m"},
        {"beside": "adam"},
        {"optimizer": "sgd"},
        {"rate.gd": "-1"},
        {"surface": "moon"},
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(query: Mapping[str, str]) -> None:
    page = opened("step", query)
    assert page.warning
    page.slider(key="slider:steps").set_value(50)
    assert changed(page) == {"steps": "50"}
    assert not page.warning


def test_where_one_stands_is_not_in_the_message() -> None:
    here, there = (message(opened("step", {"step": step, "term": "3"})) for step in ("4", "40"))
    assert here[0] == there[0]


def test_another_optimizer_keeps_the_step_and_begins_its_formula_anew() -> None:
    page = opened("step", {"step": "7", "term": "5", "beside": "gd"})
    page.selectbox(key="choice:optimizer").set_value("gd")
    assert changed(page) == {"step": "7", "optimizer": "gd"}
    assert not page.warning
    control(page.selectbox, "choice:beside").set_value("lion")
    assert changed(page) == {"step": "7", "optimizer": "gd", "beside": "lion"}
    assert [card["name"] for card in message(page)[0]["cards"]] == ["GD", "Lion"]


def test_another_surface_begins_at_its_first_step() -> None:
    page = opened("step", {"step": "7", "term": "5", "rate": "0.1", "rate.gd": "0.2", "x": "1", "lang": "ko"})
    choose_surface(page, "booth")
    assert changed(page) == {"surface": "booth", "lang": "ko"}
