"""The schedules page as a script: what it shows, and what its controls write into the address."""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optimizers import OPTIMIZERS
from pages.schedules.cards import schedule_card
from pages.schedules.choice import FIRST, usual_noise, usual_rate, usual_steps
from parameters import parameters
from simulation import SCHEDULES, Entrant, race
from surfaces import SURFACES
from tests.pages.controls import choose_surface
from tests.pages.race.test_page import changed, keys
from tests.pages.test_chapters import opened as opened_chapter
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from ui.shell.chapters import CHAPTERS

ALL = ",".join(SCHEDULES)


def opened(query: Mapping[str, str] | None = None) -> AppTest:
    return opened_chapter("schedules", query or {})


def message(page: AppTest) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """What the stage was given; the other component shows the schedules."""
    _, stage = [each for each in page.main if each.type == "bidi_component"]
    header, arrays, _ = read_message(stage.proto.bytes)
    return header, arrays


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", list(SURFACES))
def test_every_surface_in_both_languages(key: str, language: Language) -> None:
    page = opened({"surface": key, "lang": language, "schedules": ALL})
    assert not page.warning
    heading = page.main.markdown[0].value
    surface = SURFACES[key]
    for each in (CHAPTERS["schedules"].title[language], surface.name[language], surface.formula, "1/\u2060λmax"):
        assert each in heading
    shown = "\n".join(each.value for each in page.main.markdown)
    for kind in SCHEDULES.values():
        assert schedule_card(kind(usual_rate(surface), usual_steps(surface)), language) in shown
    assert OPTIMIZERS["gd"].formula in shown
    header, arrays = message(page)
    assert (header["steps"], header["start"]) == (usual_steps(surface), list(surface.start))
    assert arrays["path"].shape == (len(SCHEDULES), usual_steps(surface) + 1, 2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SCHEDULES.values(), ids=list(SCHEDULES))
def test_a_card_says_everything_about_a_schedule(kind: Any, language: Language) -> None:
    card = schedule_card(kind(0.1, 50), language)
    assert card.startswith(f"- ### {kind.name[language]}\n")
    assert kind.formula in card
    assert kind.summary[language] in card
    assert (kind.source is None) == (not any(word in card for word in ("**출처**", "**Source**")))
    assert kind.source is None or kind.source in card
    for each in parameters(kind):
        assert f"**{each.symbol} = " in card
        assert each.meaning[language] in card


def test_the_stage_gets_what_the_simulation_computed() -> None:
    page = opened({"surface": "bowl", "schedules": "constant,one-cycle", "steps": "60", "seed": "4", "rate": "0.1"})
    surface = SURFACES["bowl"]
    entrants = [Entrant(OPTIMIZERS["gd"](), SCHEDULES[key](0.1, 60)) for key in ("constant", "one-cycle")]
    run = race(surface, entrants, surface.start, 60, noise=usual_noise(surface), seed=4)
    header, arrays = message(page)
    np.testing.assert_array_equal(arrays["path"], run.path.transpose(2, 0, 1).astype(np.float32))
    rows = {track["key"]: track["row"] for track in header["tracks"]}
    assert rows == dict.fromkeys(SCHEDULES) | {"constant": 0, "one-cycle": 1}
    rates = {track["key"]: track["rate"] for track in header["tracks"] if track["row"] is not None}
    assert rates == {"constant": "0.1", "one-cycle": "0.1 → 0.2 → 0.001"}
    assert header["rateWord"] == "rateSchedule"


def test_a_new_surface_begins_with_its_own_start_rate_steps_and_noise() -> None:
    kept = {"schedules": "cosine", "optimizer": "adam", "cosine.final": "0.1"}
    page = opened({**kept, "x": "1", "y": "1", "rate": "0.2", "steps": "50", "noise": "0", "lang": "en"})
    choose_surface(page, "bowl")
    assert changed(page) == {**kept, "surface": "bowl", "lang": "en"}


def test_optimizer_rate_and_schedules_are_written() -> None:
    page = opened({"lang": "ko"})
    page.selectbox(key="choice:optimizer").set_value("momentum")
    assert changed(page)["optimizer"] == "momentum"
    page.slider(key="slider:momentum.momentum").set_value(0.5)
    assert changed(page)["momentum.momentum"] == "0.5"
    page.button_group(key="chips:schedules").set_value(["one-cycle", "constant"])
    assert changed(page)["schedules"] == "constant,one-cycle"
    page.button_group(key="chips:schedules").set_value([])
    assert changed(page)["schedules"] == "constant,one-cycle", "the last ones stay"
    page.select_slider(key="slider:noise").set_value(0.0)
    assert changed(page)["noise"] == "0"


def test_each_schedules_own_settings_are_in_the_expander() -> None:
    page = opened({"schedules": ALL, "optimizer": "adam", "lang": "en"})
    own = {f"slider:{key}.{each.key}" for key, kind in SCHEDULES.items() for each in parameters(kind)}
    of_the_rule = {f"slider:adam.{each.key}" for each in parameters(OPTIMIZERS["adam"])}
    assert not keys(page) & (own | of_the_rule), "what nobody looks at costs nothing"
    page.session_state["settings"] = True
    changed(page)
    assert keys(page) >= own | of_the_rule
    page.slider(key="slider:one-cycle.peak").set_value(3.0)
    assert changed(page)["one-cycle.peak"] == "3"
    rates = {track["key"]: track["rate"] for track in message(page)[0]["tracks"]}
    assert rates["one-cycle"] == "0.45 → 1.35 → 0.0045"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"schedules": "restarts"}, ["schedules=restarts", "one-cycle"]),
        ({"optimizer": "gd,adam"}, ["optimizer=gd,adam"]),
        ({"optimizers": "gd"}, ["optimizers=gd"]),
        ({"step.drop": "0"}, ["step.drop=0", "0.05"]),
        ({"cosine.final": "2"}, ["cosine.final=2"]),
        ({"noise": "-1"}, ["noise=-1"]),
    ],
)
def test_a_broken_address_is_told_and_the_page_works(
    query: dict[str, str], words: list[str], language: Language
) -> None:
    page = opened({"lang": language, **query})
    (warning,) = page.warning
    assert all(word in warning.value for word in words)
    on = [track["key"] for track in message(page)[0]["tracks"] if track["row"] is not None]
    assert tuple(on) == FIRST


def test_the_picture_is_said_in_words() -> None:
    page = opened({"lang": "en", "schedules": "constant,cosine"})
    picture, _ = [each for each in page.main if each.type == "bidi_component"]
    assert "Constant: 0.45, Cosine: 0.45 → 0.0045" in json.loads(picture.proto.json)["words"]
