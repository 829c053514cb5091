"""The page of algorithms as a script: what it shows, and what its controls write into the address."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from address import Address
from algorithms import ALGORITHMS
from pages.algorithms.cases import CASES, case_of
from pages.algorithms.choice import FIRST, read_algorithms
from tests.pages.controls import choose_surface
from tests.pages.race.test_page import changed
from tests.pages.test_chapters import opened as opened_chapter
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language


def opened(query: Mapping[str, str] | None = None) -> AppTest:
    return opened_chapter("algorithms", query or {})


def header(page: AppTest) -> dict[str, Any]:
    """What the stage was told."""
    (stage,) = [each for each in page.main if each.type == "bidi_component"]
    return read_message(stage.proto.bytes)[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", CASES)
def test_every_case_says_its_lesson_and_has_a_card_for_each_who_races(key: str, language: Language) -> None:
    page = opened({**CASES[key].setting, "lang": language})
    assert not page.warning
    heading = page.main.markdown[0].value
    assert CASES[key].title[language] in heading
    assert CASES[key].lesson[language] in heading
    shown = "\n".join(each.value for each in page.main.markdown)
    for algorithm in ALGORITHMS.values():
        for said in (algorithm.formula, algorithm.summary[language], algorithm.asks[language], algorithm.source):
            assert said in shown


def test_the_list_of_cases_leads_to_each_of_them() -> None:
    page = opened({"lang": "en", "surface": "ackley", "rate": "0.7"})
    bodies = [unescape(each.proto.body) for each in page.sidebar if each.type == "html"]
    found = [parse_qs(each) for each in re.findall(r'href="./algorithms\?([^"]*)"', "".join(bodies))]
    assert [case_of(read_algorithms(Address(query))) for query in found] == [*CASES]
    assert all("rate" not in query or query["rate"] != ["0.7"] for query in found), "what was set is not carried along"


def test_algorithms_damping_and_the_axis_are_written() -> None:
    page = opened({"lang": "en"})
    page.slider(key="slider:newton.damping").set_value(2.0)
    assert changed(page)["newton.damping"] == "2"
    page.selectbox(key="choice:over").set_value("cost")
    assert changed(page)["over"] == "cost"
    assert header(page)["overCost"]
    page.button_group(key="chips:algorithms:1").set_value(["adam"])
    assert changed(page)["algorithms"] == ",".join([*FIRST, "adam"])
    page.button_group(key="chips:algorithms").set_value(["newton"])
    assert changed(page)["algorithms"] == "newton,adam"
    on = [track["key"] for track in header(page)["tracks"] if track["row"] is not None]
    assert on == ["newton", "adam"]


def test_a_new_surface_begins_with_its_own_start_rate_and_steps() -> None:
    kept = {"algorithms": "gd,bfgs", "bfgs.shrink": "0.3", "lang": "en"}
    page = opened({**kept, "x": "1", "y": "1", "rate": "0.2", "steps": "50", "noise": "0.5"})
    choose_surface(page, "bowl")
    assert changed(page) == {**kept, "surface": "bowl"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"algorithms": "simplex"}, ["algorithms=simplex", "newton"]),
        ({"newton.damping": "-1"}, ["newton.damping=-1"]),
        ({"over": "seconds"}, ["over=seconds", "cost"]),
        ({"optimizers": "gd"}, ["optimizers=gd"]),
    ],
)
def test_a_broken_address_is_told_and_the_page_works(
    query: dict[str, str], words: list[str], language: Language
) -> None:
    page = opened({"lang": language, **query})
    (warning,) = page.warning
    assert all(word in warning.value for word in words)
    assert tuple(track["key"] for track in header(page)["tracks"]) == FIRST


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_noise_it_is_said_what_is_noisy(language: Language) -> None:
    said = {"ko": "함숫값과 헤세 행렬에도", "en": "values and Hessians, too"}[language]
    for noise in ("0", "0.2"):
        page = opened({"noise": noise, "lang": language})
        assert (said in "\n".join(each.value for each in page.main.markdown)) == (noise != "0")
