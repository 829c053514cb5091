"""The four rates of the lecture's slides: what the page says of them, measured."""

import numpy as np
import pytest

from optimizers import GradientDescent
from pages.choosing.choice import USUAL_STEPS, usual_noise
from pages.choosing.compute import FRACTIONS, LEVEL_FRACTIONS, LEVELS, SIZES, FourRates, run_four_rates, slice_start
from simulation import RateRegime, simulate
from surfaces import SURFACES

CONVEX = [key for key, surface in SURFACES.items() if surface.kind == "convex"]
CRAWL, SHORT, CONVERGE, OSCILLATE, DIVERGE = RateRegime


def usual(key: str, seed: int = 0) -> FourRates:
    surface = SURFACES[key]
    return run_four_rates(surface, surface.start, USUAL_STEPS, usual_noise(surface, surface.start), seed)


@pytest.mark.parametrize("key", CONVEX)
def test_on_every_convex_surface_they_do_what_the_slide_says(key: str) -> None:
    assert usual(key).regimes.tolist() == [CRAWL, CONVERGE, OSCILLATE, DIVERGE]


@pytest.mark.parametrize("key", CONVEX)
def test_too_big_and_too_small_both_miss_the_minimum_that_the_right_one_reaches(key: str) -> None:
    """The claim of the slide: in both cases the minimum is not reached."""
    surface, four = SURFACES[key], usual(key)
    away = np.hypot(*(four.path[-1] - np.array(surface.minima[0].place)[:, None]))
    small, right, big, diverging = away
    assert right < 0.05 * min(small, big)
    assert not diverging < 1e6


@pytest.mark.parametrize("key", list(SURFACES))
def test_the_rates_are_fractions_of_the_edge_and_the_paths_are_the_engines(key: str) -> None:
    surface, four = SURFACES[key], usual(key)
    for column, size in enumerate(SIZES):
        run = simulate(surface, GradientDescent(), surface.start, four.edge * FRACTIONS[size], USUAL_STEPS)
        np.testing.assert_array_equal(four.path[:, :, column], run.path[:, :, 0])
    for column, level in enumerate(LEVELS):
        run = simulate(surface, GradientDescent(), surface.start, four.edge * LEVEL_FRACTIONS[level], USUAL_STEPS)
        np.testing.assert_array_equal(four.exact[:, column], run.loss[:, 0])


def test_the_parabola_keeps_what_its_curvature_says() -> None:
    four = usual("class-ravine")
    assert four.parabola.curvature == 2.0
    start = slice_start(SURFACES["class-ravine"])
    for column, size in enumerate(SIZES):
        kept = 1 - 2 * FRACTIONS[size]
        np.testing.assert_allclose(four.slices[:40, 0, column], start * kept ** np.arange(40), rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("key", ["class-ravine", "bowl", "booth"])
def test_in_noise_the_high_rate_falls_faster_and_stalls_above_the_good_one_whatever_the_numbers(
    key: str, seed: int
) -> None:
    assert usual(key, seed).stalls


@pytest.mark.parametrize("key", CONVEX)
def test_without_noise_the_high_rate_leads_from_the_first_step_and_arrives(key: str) -> None:
    """On the lecture's slide it falls the fastest; at .95 of 2/λmax it led from step 9 only."""
    four = usual(key)
    good, high = (four.exact[1:61, LEVELS.index(level)] for level in ("good", "high"))
    assert (high[:20] < good[:20]).all()
    assert four.levels[LEVELS.index("high")] == CONVERGE


def test_without_noise_it_does_not_stall() -> None:
    surface = SURFACES["class-ravine"]
    assert not run_four_rates(surface, surface.start, USUAL_STEPS, 0.0, 0).stalls


def test_where_the_high_rate_does_not_stall_the_page_does_not_say_so() -> None:
    assert not usual("two-wells").stalls, "both rest in the same minimum"
    assert not usual("hyperbolic-saddle").stalls, "nothing has a lowest loss to stall above"


@pytest.mark.parametrize("key", CONVEX)
def test_the_low_rate_falls_slowly_and_every_step(key: str) -> None:
    low = usual(key).exact[:60, LEVELS.index("low")]
    assert (np.diff(low) < 0).all()
    good = usual(key).exact[:60, LEVELS.index("good")]
    assert low[20] > 1.5 * good[20]


def test_the_low_rates_loss_first_falls_almost_in_a_straight_line() -> None:
    """(1 − nλ)²ᵗ ≈ 1 − 2nλt, as the slide says: on the bowl within 1.1 % over the first steps."""
    bowl, four = SURFACES["bowl"], usual("bowl")
    n, curvature = four.edge * LEVEL_FRACTIONS["low"], 2 / four.edge
    low = four.exact[:5, LEVELS.index("low")] / four.exact[0, 0]
    assert bowl.is_quadratic
    np.testing.assert_allclose(low, 1 - 2 * n * curvature * np.arange(5), atol=0.011)
