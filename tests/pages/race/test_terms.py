"""The controls that say on what terms a race is run: fair rates, and noise."""

import numpy as np
import pytest

from address.fairness import FAIRNESS, FAIRNESS_MEANINGS, Fairness
from tests.pages.race.test_page import changed, keys, message, opened
from text import LANGUAGES, Language

FIVE = "gd,momentum,adagrad,rmsprop,adam"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fairness", FAIRNESS)
def test_the_page_says_which_terms_are_on_and_what_rate_each_got(fairness: Fairness, language: Language) -> None:
    page = opened({"rates": fairness, "lang": language, "surface": "two-wells"})
    terms = page.selectbox(key="choice:rates")
    assert terms.value == fairness
    assert terms.help == FAIRNESS_MEANINGS[fairness][language]
    header, _ = message(page)
    assert header["rateWord"] == {"common": "rate", "tuned": "rateTuned", "first-step": "rateFirstStep"}[fairness]
    rates = [track["rate"] for track in header["tracks"] if track["row"] is not None]
    assert len(rates) == 5
    assert (len(set(rates)) == 1) == (fairness == "common")


def test_another_contest_is_written_and_drops_rates_of_one_alone() -> None:
    page = opened({"rate.adam": "0.5"})
    page.selectbox(key="choice:rates").set_value("tuned")
    assert changed(page) == {"rates": "tuned"}
    assert message(page)[0]["axes"][0]["off"] == "rateIsTuned", "nobody races with it"


def test_noise_is_shared_comes_from_its_seed_and_can_be_drawn_anew() -> None:
    without = opened({"optimizers": "gd"})
    assert "box:seed" not in keys(without)
    page = opened({"noise": "0.5", "seed": "3", "optimizers": "gd,momentum"})
    assert page.number_input(key="box:seed").value == 3
    path = message(page)[1]["path"]
    assert np.array_equal(path, message(opened({"noise": "0.5", "seed": "3", "optimizers": "gd,momentum"}))[1]["path"])
    assert not np.array_equal(path[:1], message(without)[1]["path"])
    np.testing.assert_array_equal(path[0, 1], path[1, 1], "with the same first gradient both take the same first step")
    page.button(key="reseed").click()
    assert changed(page)["seed"] == "4"
    assert not np.array_equal(path, message(page)[1]["path"])


def test_the_noise_slider_begins_without_noise_and_keeps_what_the_address_says() -> None:
    page = opened({})
    slider = page.select_slider(key="slider:noise")
    assert slider.value == 0
    assert slider.options[0] == "0"
    slider.set_value(0.41)
    assert changed(page) == {"noise": "0.41"}
    assert any("10%" in option for option in slider.options), "a share of the gradient at the start"
    assert opened({"noise": "0.123"}).select_slider(key="slider:noise").value == 0.123
