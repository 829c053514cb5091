"""The axes of the rates of each variable: what is finite is in sight."""

import numpy as np
import pytest

from figures.own_rates import own_rates_axes, own_rates_span
from text import LANGUAGES, Language


@pytest.mark.parametrize("rates", [[0.1, 3.0], [0.5], [1e-290, 1e200], [0.0, 1.0, np.inf, np.nan]])
def test_every_rate_lies_between_the_ends(rates: list[float]) -> None:
    low, high = own_rates_span(np.array(rates))
    shown = np.array([each for each in rates if 0 < each < np.inf])
    assert (low < np.log10(shown)).all()
    assert (np.log10(shown) < high).all()
    assert high - low >= 1


def test_without_a_rate_there_are_axes_still() -> None:
    assert own_rates_span(np.array([np.nan, 0.0])) == (-1.0, 1.0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_axis_is_logarithmic_and_names_the_step(language: Language) -> None:
    figure = own_rates_axes("light", language)
    assert figure.layout.yaxis.type == "log"
    assert figure.layout.xaxis.title.text == {"ko": "스텝 t", "en": "step t"}[language]
