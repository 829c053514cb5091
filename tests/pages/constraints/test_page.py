"""The page of constraints as a script: what it shows for an address, and what its controls write into it."""

from collections.abc import Mapping

import numpy as np
import pytest

from optimizers import OPTIMIZERS
from pages.constraints.choice import KINDS, NAMES
from pages.constraints.words import _ADAPTIVE, _DEEP, _HELD_BOTTOMLESS, _INACTIVE, _NONE, _STAYS_LOCAL
from surfaces import SURFACES
from tests.pages.controls import choose_surface
from tests.pages.race.test_page import changed, keys, message
from tests.pages.test_chapters import opened
from tests.pages.test_rates_pages import said, trails
from text import LANGUAGES, Language, Text

every_kind = pytest.mark.parametrize("kind", list(KINDS))


def begins(page_words: str, text: str) -> bool:
    """Whether a text with places is said, up to its first place."""
    return text.partition("{")[0] in page_words


@every_kind
@pytest.mark.parametrize("key", list(SURFACES))
def test_every_constraint_on_every_surface(key: str, kind: str) -> None:
    language = LANGUAGES[(list(SURFACES).index(key) + list(KINDS).index(kind)) % 2]
    page = opened("constraints", {"surface": key, "constraint": kind, "lang": language})
    assert not page.warning
    words = said(page)
    assert SURFACES[key].formula in words
    assert r"\le 0" in words if kind != "line" else " = 0" in words
    assert all(each[language] in words for each in (_ADAPTIVE, _DEEP))
    assert "{" not in message(page)[0]["readout"][0]
    path, free = trails(page, "map")[::-1]
    assert path.shape == free.shape
    np.testing.assert_array_equal(path[:, 0], free[:, 0])


@pytest.mark.parametrize(
    "query",
    [
        {"steps": "0"},
        {"rate": "abc"},
        {"constraint": "circle"},
        {"angle": "200"},
        {"offset": "99"},
        {"constraint": "disc", "radius": "0"},
        {"constraint": "disc", "cx": "-11"},
        {"constraint": "box", "left": "3", "right": "2"},
        {"constraint": "box", "angle": "30"},
        {"optimizer": "sgd"},
        {"surface": "moon", "planet": "mars"},
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(query: Mapping[str, str]) -> None:
    page = opened("constraints", query)
    assert page.warning
    page.slider(key="slider:steps").set_value(50)
    kept = {
        name: value for name, value in query.items() if (name, value) in {("constraint", "disc"), ("constraint", "box")}
    }
    assert changed(page) == {**kept, "steps": "50"}
    assert not page.warning


def test_each_kind_has_its_own_numbers_and_a_new_one_forgets_them() -> None:
    page = opened("constraints", {"angle": "45", "lang": "en"})
    assert {"slider:angle", "slider:offset"} <= keys(page)
    page.selectbox(key="choice:constraint").set_value("disc")
    assert changed(page) == {"constraint": "disc", "lang": "en"}
    assert {"slider:cx", "slider:cy", "slider:radius"} <= keys(page)
    page.slider(key="slider:radius").set_value(2.0)
    assert float(changed(page)["radius"]) == pytest.approx(2, abs=0.1)
    page.selectbox(key="choice:constraint").set_value("box")
    assert "radius" not in changed(page)
    page.slider(key="range:left").set_value((-6.0, -3.0))
    address = changed(page)
    assert (address["left"], address["right"]) == ("-6", "-3")
    page.slider(key="range:bottom").set_value((1.0, 1.0))
    address = changed(page)
    assert float(address["bottom"]) < float(address["top"]), "a box has to have an inside"
    assert not page.warning


def test_another_surface_begins_with_its_own_constraint() -> None:
    page = opened("constraints", {"angle": "45", "offset": "1", "rate": "0.1", "x": "1", "steps": "20", "lang": "ko"})
    choose_surface(page, "himmelblau")
    assert changed(page) == {"surface": "himmelblau", "lang": "ko"}
    assert not set(NAMES) & set(page.query_params)


def test_another_start_is_written_and_run_from() -> None:
    page = opened("constraints", {})
    page.number_input(key="box:x:class-ravine").set_value(3.0)
    assert changed(page) == {"x": "3"}
    path = trails(page, "map")[1]
    np.testing.assert_array_equal(path[:, 0], np.broadcast_to([3.0, 2.0], path[:, 0].shape))


@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_every_optimizer_can_be_projected(key: str) -> None:
    page = opened("constraints", {"optimizer": key, "angle": "0", "offset": "-3", "steps": "30", "lang": "en"})
    path = trails(page, "map")[1]
    inside = np.abs(path[:, 1:]).max(axis=(1, 2)) < 1e3
    assert inside.sum() > 10
    assert path[inside, 1:, 0].max() <= -3 + 1e-4
    assert OPTIMIZERS[key].name in str(message(page)[0]["board"]) + said(page) + str(
        page.selectbox(key="choice:optimizer")
    )


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({"offset": "4"}, _INACTIVE),
        ({"surface": "monkey-saddle", "constraint": "disc"}, _HELD_BOTTOMLESS),
        ({"surface": "monkey-saddle"}, _NONE),
        ({"surface": "two-wells", "angle": "180", "offset": "-0.2"}, _STAYS_LOCAL),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_constraint_has_done_is_said(query: Mapping[str, str], text: Text, language: Language) -> None:
    words = said(opened("constraints", {**query, "lang": language}))
    assert begins(words, text[language])


def test_the_moved_optimum_is_told_in_numbers() -> None:
    words = said(opened("constraints", {"lang": "en", "angle": "45", "offset": "-2"}))
    for number in ("(−2.69, −0.135)", "2.7 away", "(−1.41, −1.41)", r"\lambda = 0.381 \ge 0", "is 0°"):
        assert number in words, number
