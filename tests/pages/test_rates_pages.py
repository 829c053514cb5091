"""The pages of learning rates as scripts: what they show for an address, and what their controls write into it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from pages.choosing.choice import NOISE_SHARE
from pages.choosing.words import _NO_STALL, _STALLS
from pages.dial.words import edge_words
from simulation import RATE_REGIME_MEANINGS, RateRegime
from surfaces import SURFACES
from tests.pages.controls import choose_surface, control
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from text import LANGUAGES, Language

both_pages = pytest.mark.parametrize("path", ["dial", "choosing"])


def said(page: AppTest) -> str:
    return "\n".join(each.value for each in page.markdown)


def trails(page: AppTest, subplot: str) -> list[Any]:
    header, arrays = message(page)
    (found,) = [each for each in header["subplots"] if each["key"] == subplot]
    return [arrays[trail["array"]] for trail in found["trails"]]


@pytest.mark.parametrize(("key", "language"), [(key, LANGUAGES[n % 2]) for n, key in enumerate(SURFACES)])
def test_the_edge_is_told_for_every_surface(key: str, language: Language) -> None:
    surface = SURFACES[key]
    words = edge_words(surface, surface.start)[language]
    assert words in said(opened("dial", {"surface": key, "lang": language}))
    page = opened("choosing", {"surface": key, "lang": language})
    assert message(page)[0]["readout"] == [words]
    assert (_STALLS[language] in said(page)) != (_NO_STALL[language] in said(page))
    assert all(RATE_REGIME_MEANINGS[each][language] in said(page) for each in RateRegime)


@both_pages
@pytest.mark.parametrize(
    "query",
    [
        {"steps": "0"},
        {"steps": "1e9"},
        {"rate": "nan"},
        {"optimizer": "sgd"},
        {"axis": "x"},
        {"noise": "-1"},
        {"x": "99"},
        {"surface": "moon", "planet": "mars"},
    ],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(path: str, query: Mapping[str, str]) -> None:
    page = opened(path, query)
    assert page.warning
    page.slider(key="slider:steps").set_value(50)
    assert changed(page) == {"steps": "50"}
    assert not page.warning


@both_pages
def test_another_start_is_written_and_run_from(path: str) -> None:
    page = opened(path, {})
    control(page.number_input, "box:x:class-ravine").set_value(3.0)
    assert changed(page) == {"x": "3"}
    subplot = "map" if path == "dial" else "right"
    (path_shown,) = trails(page, subplot)
    np.testing.assert_array_equal(path_shown[:, 0], np.broadcast_to([3.0, 2.0], path_shown[:, 0].shape))


def test_another_optimizer_on_the_dial_and_the_dial_for_its_momentum() -> None:
    page = opened("dial", {"rate": "0.1"})
    page.selectbox(key="choice:optimizer").set_value("momentum")
    assert changed(page) == {"rate": "0.1", "optimizer": "momentum"}
    assert message(page)[0]["dials"][0]["key"] == "rate"
    page.selectbox(key="choice:axis").set_value("momentum")
    assert changed(page) == {"rate": "0.1", "optimizer": "momentum", "axis": "momentum"}
    assert message(page)[0]["dials"][0]["key"] == "momentum.momentum"
    page.selectbox(key="choice:optimizer").set_value("adam")
    assert "axis" in changed(page), "it is told that Adam has no such dial"
    assert page.warning


def test_the_steps_it_takes_can_be_shown_instead_of_the_loss() -> None:
    page = opened("dial", {})
    page.selectbox(key="choice:measure").set_value("steps")
    assert changed(page) == {"measure": "steps"}
    header, arrays = message(page)
    sweep = next(each for each in header["subplots"] if each["key"] == "sweep")
    shown = arrays[sweep["curves"][0]["array"]][:, 1]
    known = shown[np.isfinite(shown)]
    assert 0 < len(known) < len(shown)
    assert (known == known.astype(int)).all()
    assert known.max() <= header["steps"]


def test_another_surface_begins_with_its_own_rate_start_and_noise() -> None:
    page = opened("dial", {"rate": "0.1", "x": "1", "steps": "50", "lang": "ko"})
    choose_surface(page, "booth")
    assert changed(page) == {"surface": "booth", "lang": "ko"}
    page = opened("choosing", {"noise": "2", "x": "1", "lang": "ko"})
    choose_surface(page, "booth")
    assert changed(page) == {"surface": "booth", "lang": "ko"}
    slope = np.hypot(*SURFACES["booth"].gradient(np.array(SURFACES["booth"].start)))
    assert control(page.select_slider, "slider:noise").value == pytest.approx(NOISE_SHARE * slope, rel=0.05)


def test_noise_changes_the_noisy_curves_alone() -> None:
    quiet, loud = (opened("choosing", {"noise": noise}) for noise in ("0.1", "1"))
    for subplot, same in {"right": True, "exact": True, "noisy": False}.items():
        pairs = zip(trails(quiet, subplot), trails(loud, subplot), strict=True)
        assert all(np.array_equal(a, b, equal_nan=True) == same for a, b in pairs)
