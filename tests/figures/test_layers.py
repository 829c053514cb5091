"""The axes over the layers: they hold still, and show what can be shown."""

import numpy as np
import pytest

from figures.layers import HIGHEST, LOWEST, layer_axes, layer_ticks, sizes_span
from text import LANGUAGES, Language


@pytest.mark.parametrize("sizes", [[0.1, 3.0], [0.5], [1e-12, np.nan], [0.0, 2e4, np.inf]])
def test_every_size_lies_between_the_ends(sizes: list[float]) -> None:
    low, high = sizes_span(np.array(sizes))
    shown = np.array([each for each in sizes if 0 < each < np.inf])
    assert (low <= np.log10(shown)).all()
    assert (np.log10(shown) <= high).all()
    assert high - low >= 5


def test_what_is_far_beyond_leaves_the_picture() -> None:
    assert sizes_span(np.array([1e-80]), np.array([1e90])) == (LOWEST, HIGHEST)
    assert sizes_span(np.array([1e90])) == (HIGHEST - 5, HIGHEST)


def test_without_a_size_there_are_axes_still() -> None:
    low, high = sizes_span(np.array([np.nan, 0.0, np.inf]))
    assert low < high


def test_a_little_more_or_less_moves_nothing() -> None:
    assert sizes_span(np.array([2e-8, 0.5])) == sizes_span(np.array([3e-9, 0.7]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_axis_counts_layers_from_the_front_and_is_logarithmic(language: Language) -> None:
    figure = layer_axes("light", language, 51)
    assert figure.layout.yaxis.type == "log"
    assert figure.layout.xaxis.title.text == {"ko": "층 (왼쪽이 입력 쪽)", "en": "layer, from the input"}[language]
    ticks = layer_ticks(51)
    assert ticks.words == ("1", "10", "20", "30", "40", "50")
    assert ticks.at == (0, 9, 19, 29, 39, 49)
