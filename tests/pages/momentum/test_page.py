"""The momentum map as a script: what it shows for an address, and what its controls write there."""

from collections.abc import Mapping

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from optimizers import Momentum
from simulation import quadratic, simulate
from surfaces.ravine import Ravine
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened as open_chapter
from text import LANGUAGES, Language


def opened(query: Mapping[str, str]) -> AppTest:
    """The page at this address."""
    return open_chapter("momentum", query)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_both_optima_and_sends_every_run(language: Language) -> None:
    page = opened({"lang": language, "condition_number": "20", "x": "4", "y": "-2"})
    assert not page.warning
    best = quadratic.best(1.0, 20.0)
    for value in best:
        assert f"{value:.3g}" in page.markdown[0].value
    header, arrays = message(page)
    momentum, rate = header["dials"]
    assert [momentum["key"], rate["key"]] == ["momentum", "rate"]
    row = momentum["usual"] * len(rate["values"]) + rate["usual"]
    run = simulate(Ravine(20.0), Momentum(momentum=best.momentum), (4.0, -2.0), best.rate, header["steps"])
    trail = header["subplots"][1]["trails"][0]["array"]
    np.testing.assert_array_equal(arrays[trail][row], run.path[:, :, 0].astype(np.float32))
    assert len(header["readout"]) == len(arrays[trail]) == len(momentum["values"]) * len(rate["values"])


@pytest.mark.parametrize(
    ("query", "words", "language"),
    [
        ({"condition_number": "0"}, "condition_number=0", "ko"),
        ({"condition_number": "1e9"}, "1000", "en"),
        ({"rate": "-1"}, "rate=-1", "ko"),
        ({"momentum": "1"}, "0.99", "en"),
        ({"x": "nan"}, "x=nan", "ko"),
        ({"steps": "9"}, "steps=9", "en"),
    ],
)
def test_a_broken_address_is_told_and_the_page_works(query: dict[str, str], words: str, language: Language) -> None:
    page = opened({"lang": language, **query})
    (warning,) = page.warning
    assert words in warning.value
    header, _ = message(page)
    assert len(header["readout"]) > 1


def test_another_condition_number_begins_at_its_own_optimum() -> None:
    page = opened({"lang": "ko", "rate": "0.01", "momentum": "0.2", "x": "3"})
    page.select_slider(key="slider:condition_number").set_value(5.0)
    assert changed(page) == {"lang": "ko", "condition_number": "5", "x": "3"}
    momentum, rate = message(page)[0]["dials"]
    best = quadratic.best(1.0, 5.0)
    assert float(rate["written"][rate["usual"]]) == pytest.approx(best.rate)
    assert float(momentum["written"][momentum["usual"]]) == pytest.approx(best.momentum)


def test_another_start_leaves_the_dials_where_they_are() -> None:
    page = opened({"lang": "en", "rate": "0.03", "momentum": "0.8", "planet": "mars"})
    page.number_input(key="box:x:ravine").set_value(5.0)
    assert changed(page) == {"lang": "en", "rate": "0.03", "momentum": "0.8", "x": "5"}
    assert not page.warning


@pytest.mark.parametrize("start", [("0", "0"), ("0", "1"), ("1", "0"), ("1e-300", "3")])
@pytest.mark.parametrize("kappa", ["1", "1000"])
def test_the_ends_of_what_can_be_asked(start: tuple[str, str], kappa: str) -> None:
    page = opened({"lang": "ko", "x": start[0], "y": start[1], "condition_number": kappa})
    assert not page.warning
    assert len(message(page)[0]["readout"]) > 1
