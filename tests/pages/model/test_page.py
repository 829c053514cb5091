"""The page of a model as a script: sliders, one step at a time, and what cannot be used."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from networks import CURVES, LETTERS, Fit
from optimizers import OPTIMIZERS
from pages.model.choice import SPAN
from pages.model.words import _DEEP, _LINEAR, _WAVE
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from tests.pages.test_rates_pages import said
from text import LANGUAGES, Language

every_model = pytest.mark.parametrize("model", list(CURVES))


def sliders(page: AppTest) -> list[Any]:
    """Those on the stage, as the player is told of them."""
    return list(message(page)[0]["axes"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
@every_model
def test_every_model_with_every_optimizer_in_both_languages(model: str, optimizer: str, language: Language) -> None:
    page = opened("model", {"model": model, "optimizer": optimizer, "lang": language})
    assert not page.warning
    words = said(page)
    assert CURVES[model].formula.format(a="a", b="b", c="c", d="d") in words
    assert (_LINEAR if CURVES[model].linear else _WAVE)[language] in words
    assert _DEEP[language] in words
    assert ("click on “one step”" in words.lower() or "한 스텝’을" in words) == (len(OPTIMIZERS[optimizer].memory) > 1)


@pytest.mark.parametrize(
    "query",
    [{"a": "abc"}, {"b": "6"}, {"model": "line"}, {"steps": "1000"}, {"rate": "0"}, {"seed": "-1"}, {"x": "1"}],
)
def test_what_cannot_be_used_is_told_and_leaves_with_the_next_change(query: Mapping[str, str]) -> None:
    page = opened("model", query)
    assert page.warning
    page.slider(key="slider:steps").set_value(50)
    assert changed(page) == {"steps": "50"}
    assert not page.warning


def test_a_slider_is_the_parameter_from_which_it_runs() -> None:
    page = opened("model", {"b": "-2"})
    assert sliders(page)[1]["value"] == -2
    header, arrays = message(page)
    board = arrays[header["board"]["array"]]
    a, _, c, d = CURVES["cubic"].start
    np.testing.assert_allclose(board[0, 0, :4, 0], [a, -2.0, c, d], rtol=1e-6)


@every_model
def test_one_step_writes_the_new_values_and_the_sliders_follow(model: str) -> None:
    """θ − n∇L(θ), twice."""
    page = opened("model", {"model": model, "rate": "0.05"} if model == "wave" else {"rate": "0.05"})
    curve = CURVES[model]
    fit, theta = Fit(curve, *curve.data(0)), np.array(curve.start)
    for _ in range(2):
        page.button(key="one_step").click()
        address = changed(page)
        theta = theta - 0.05 * fit.gradient(theta)
        np.testing.assert_allclose([float(address[letter]) for letter in LETTERS], theta, rtol=1e-8)
        np.testing.assert_allclose([each["value"] for each in sliders(page)], theta, rtol=1e-8)
    page.button(key="back").click()
    assert not set(LETTERS) & set(changed(page))
    assert page.button(key="back").disabled


def test_a_step_that_leads_beyond_the_sliders_is_not_offered() -> None:
    page = opened("model", {"rate": "50", "lang": "en"})
    assert page.button(key="one_step").disabled
    assert "leave the sliders" in "\n".join(each.value for each in page.sidebar.caption)


def test_another_model_begins_with_its_own_parameters_and_rate() -> None:
    page = opened("model", {"a": "2", "rate": "0.01", "steps": "30", "seed": "4"})
    page.selectbox(key="choice:model").set_value("wave")
    assert changed(page) == {"model": "wave", "steps": "30", "seed": "4"}
    assert sliders(page)[1]["value"] == CURVES["wave"].start[1]


def test_sliders_reach_as_far_as_the_address() -> None:
    page = opened("model", {"a": str(SPAN[1]), "d": str(SPAN[0])})
    assert not page.warning
    assert sliders(page)[0]["value"] == SPAN[1] == float(sliders(page)[0]["places"][-1])


def test_other_data_change_the_loss_and_not_the_curve() -> None:
    one, other = (message(opened("model", {"seed": seed})) for seed in ("0", "1"))
    boards = [arrays[header["board"]["array"]] for header, arrays in (one, other)]
    np.testing.assert_array_equal(boards[0][0, 0, :4, 0], boards[1][0, 0, :4, 0])
    assert boards[0][0, 0, 4, 0] != boards[1][0, 0, 4, 0]
