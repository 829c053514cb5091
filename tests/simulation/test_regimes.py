"""One word for every learning rate: from both sides of each edge, and against the theory of the ravine."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import AdaGrad, GradientDescent, Lion, Momentum
from simulation import (
    RATE_REGIME_MEANINGS,
    RATE_REGIME_NAMES,
    Band,
    Chart,
    RateRegime,
    bands,
    rate_regimes,
    simulate,
    status_of,
)
from surfaces import SURFACES
from tests.simulation.landscapes import Bottomless, BoundedSaddle, Plateau, Quadratic

RAVINE = SURFACES["class-ravine"]


def regimes(chart: Chart, rule: Any, rates: Any, steps: int, start: Any = (-7.0, 2.0)) -> list[RateRegime]:
    run = simulate(chart, rule, start, np.asarray(rates, dtype=np.float64), steps)
    return [RateRegime(int(code)) for code in rate_regimes(chart, run, status_of(chart, run))]


CRAWL, SHORT, CONVERGE, OSCILLATE, DIVERGE = RateRegime


def test_the_four_rates_of_the_textbook_figure() -> None:
    assert regimes(RAVINE, GradientDescent(), [0.01, 0.9, 1.0, 1.05], 100) == [CRAWL, CONVERGE, OSCILLATE, DIVERGE]


def test_on_the_class_ravine_they_come_in_order_and_the_edge_is_exactly_one() -> None:
    rates = np.round(np.arange(0.01, 1.2, 0.01), 2)
    found = bands(regimes(RAVINE, GradientDescent(), rates, 100))
    assert [band.regime for band in found] == [CRAWL, CONVERGE, OSCILLATE, DIVERGE]
    assert rates[found[2].last] == 1.0
    assert 0.3 < rates[found[0].last] < 0.6


def test_more_steps_turn_crawling_and_dying_swings_into_arrival() -> None:
    """At .99 a swing keeps 98 % a step: too slow for 100 steps, yet it arrives; at 1.0 it never does."""
    rates = [0.05, 0.99, 1.0]
    assert regimes(RAVINE, GradientDescent(), rates, 100) == [CRAWL, OSCILLATE, OSCILLATE]
    assert regimes(RAVINE, GradientDescent(), rates, 3000) == [CONVERGE, CONVERGE, OSCILLATE]


@given(st.floats(0.05, 5.0), st.floats(0.2, 5.0))
def test_whatever_the_curvatures_the_edge_parts_diverging_from_the_rest(a: float, b: float) -> None:
    edge = 2 / max(a, b)
    below, at, above = regimes(Quadratic(a, b), GradientDescent(), edge * np.array([0.95, 1.0, 1.1]), 400)
    assert (below, at, above) == (CONVERGE if min(a, b) * 400 * edge > 10 else below, OSCILLATE, DIVERGE)
    assert below in (CONVERGE, CRAWL)


def test_other_rules() -> None:
    assert regimes(RAVINE, Momentum(), [1e-4, 0.1, 4.0], 300) == [CRAWL, CONVERGE, DIVERGE]
    assert regimes(RAVINE, AdaGrad(), [0.01, 1.5], 100) == [CRAWL, CONVERGE]
    assert regimes(RAVINE, Lion(), [0.01, 2.0], 100) == [CRAWL, OSCILLATE], "it hops by the rate for ever"


def test_falling_out_of_the_plot_and_resting_at_a_saddle_are_neither_crawling_nor_diverging() -> None:
    """`(x-6)**2+y**2` has its minimum outside the plot: gradient descent converges to it, it does not diverge."""
    aside = replace(Quadratic(2.0, 2.0), domain=((-10.0, -2.0), (-5.0, 5.0)), minima=())
    assert regimes(aside, GradientDescent(), [0.01], 110, (-7.0, 3.0)) == [SHORT]
    assert regimes(Bottomless(), GradientDescent(), [0.1], 200, (1.0, 0.1)) == [SHORT]
    assert regimes(BoundedSaddle(), GradientDescent(), [0.05], 200, (1.0, 0.0)) == [SHORT]


def test_to_crawl_the_loss_falls_with_every_step() -> None:
    """On Matyas with r = .99 the distance grows again by a third of the plot's diagonal: that is no crawl."""
    matyas = SURFACES["matyas"]
    run = simulate(matyas, Momentum(momentum=0.99), matyas.start, 0.1, 100)
    assert (np.diff(run.loss[:, 0]) > 0).any()
    assert regimes(matyas, Momentum(momentum=0.99), [0.1], 100, matyas.start) == [SHORT]
    assert regimes(matyas, GradientDescent(), [0.1], 100, matyas.start) == [CRAWL]


def test_standing_still_is_no_crawl() -> None:
    """So far out that the gradient is smaller than any number."""
    assert regimes(Plateau(), GradientDescent(), [0.1], 100, (40.0, 0.0)) == [SHORT]


def test_trembling_that_nobody_sees_is_no_swing() -> None:
    """A swing of a millionth of the picture, and one that crosses a hundredth of it."""
    chart = Quadratic(0.1, 2.0, minima=())
    assert regimes(chart, GradientDescent(), [1.0], 100, (0.0, 1e-5)) == [SHORT]
    assert regimes(chart, GradientDescent(), [1.0], 100, (0.0, 1e-1)) == [OSCILLATE]


@pytest.mark.parametrize("steps", [0, 1, 2, 5, 19, 21])
def test_short_runs_have_a_word_too(steps: int) -> None:
    assert regimes(RAVINE, GradientDescent(), [0.01], steps) == [CRAWL if steps else SHORT]


# Bands ----------------------------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from(list(RateRegime)), max_size=40))
def test_bands_are_the_columns_again(spoken: list[RateRegime]) -> None:
    found = bands(spoken)
    assert [band.regime for band in found for _ in range(band.first, band.last + 1)] == spoken
    assert all(one.last + 1 == other.first and one.regime != other.regime for one, other in pairwise(found))


def test_a_band_says_first_last_and_regime() -> None:
    assert bands(np.array([0, 0, 2, 4], dtype=np.uint8)) == [
        Band(0, 1, CRAWL),
        Band(2, 2, CONVERGE),
        Band(3, 3, DIVERGE),
    ]
    assert bands([]) == []


def test_every_regime_has_its_words() -> None:
    for words in (RATE_REGIME_NAMES, RATE_REGIME_MEANINGS):
        assert list(words) == list(RateRegime)
        assert len({text.ko for text in words.values()}) == len({text.en for text in words.values()}) == len(RateRegime)
