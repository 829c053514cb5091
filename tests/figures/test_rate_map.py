"""The map of learning rate × momentum: its colours, its hatching, and where its words stand."""

from typing import get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from figures.rate_map import Axes, RateMap, Spot, edges, label, rate_map, shade
from figures.theme import SPEEDS, Theme, look_of
from simulation import Regime, quadratic

THEMES: tuple[Theme, ...] = get_args(Theme)
AXES = Axes("n", "r")
KAPPAS = (1.0, 2.0, 10.0, 50.0, 1000.0)


def theory(kappa: float, cells: int = 64) -> tuple[RateMap, NDArray[np.uint8]]:
    """A map by theory alone, and its regimes."""
    rates = 4.4 / kappa * (np.arange(cells) + 0.5) / cells
    momenta = np.linspace(0, 0.99, cells)
    r, n = np.meshgrid(momenta, rates, indexing="ij")
    known = [1.0, kappa]
    return RateMap(rates, momenta, quadratic.factor(known, n, r)), quadratic.regime(known, n, r)


def test_faster_is_higher_and_what_grows_has_no_shade() -> None:
    shades = shade(np.array([0.999, 0.9, 0.5, 0.1, 0.0, 1.0, 1.2, np.inf, np.nan]))
    assert (np.diff(shades[:5]) > 0).all()
    assert np.isfinite(shades[:5]).all()
    assert np.isnan(shades[5:]).all()
    assert shade(np.array(0.1)) == pytest.approx(0), "one digit a step"


@pytest.mark.parametrize("theme", THEMES)
def test_colours_go_away_from_the_ground_in_one_direction(theme: Theme) -> None:
    light = [
        sum(int(color[i : i + 2], 16) * share for i, share in ((1, 0.2), (3, 0.7), (5, 0.1))) for color in SPEEDS[theme]
    ]
    steps = np.diff(light)
    assert (steps < 0).all() if theme == "light" else (steps > 0).all()
    assert np.abs(steps).min() > 8


@pytest.mark.parametrize("kappa", KAPPAS)
def test_exactly_what_grows_is_hatched(kappa: float) -> None:
    shown, _ = theory(kappa)
    cells, hatched = rate_map("light", shown, {}, [], AXES).data[:2]
    np.testing.assert_array_equal(np.isnan(cells.z), shown.factors >= 1)
    assert hatched.fillpattern.shape == "/"
    x, y = np.array(hatched.x), np.array(hatched.y)
    area = abs(np.sum(x * np.roll(y, 1) - y * np.roll(x, 1))) / 2
    cell = np.diff(edges(shown.rates))[0] * np.diff(edges(shown.momenta))[0]
    assert area / cell == pytest.approx((shown.factors >= 1).sum())


def test_where_nothing_could_be_measured_nothing_is_hatched_or_coloured() -> None:
    shown, _ = theory(50.0)
    cells, hatched = rate_map("dark", shown._replace(factors=np.full_like(shown.factors, np.nan)), {}, [], AXES).data[
        :2
    ]
    assert np.isnan(cells.z).all()
    assert set(hatched.x) == {edges(shown.rates)[-1]}


@pytest.mark.parametrize("kappa", KAPPAS)
def test_the_colour_bar_says_the_colours_in_numbers(kappa: float) -> None:
    cells = rate_map("light", theory(kappa)[0], {}, [], AXES).data[0]
    said = [float(words) for words in cells.colorbar.ticktext]
    np.testing.assert_allclose(cells.colorbar.tickvals, shade(np.array(said)))
    assert len(said) >= 4
    assert min(cells.colorbar.tickvals) >= cells.zmin
    assert max(cells.colorbar.tickvals) <= cells.zmax


@pytest.mark.parametrize("kappa", KAPPAS)
def test_every_regime_is_named_in_itself(kappa: float) -> None:
    shown, regimes = theory(kappa, 128)
    for regime in Regime:
        region = regimes == regime
        place = label(shown, region)
        row = int(np.argmin(np.abs(shown.momenta - place.momentum)))
        column = int(np.argmin(np.abs(shown.rates - place.rate)))
        assert region[row, column], (regime, place)
        if place.inside:
            assert region[row, column - 12 : column + 13].all(), "the word has room"


def test_words_are_those_given_and_none_for_what_is_not_there() -> None:
    shown, regimes = theory(50.0)
    regions = {"ripples": regimes == Regime.RIPPLING, "nowhere": np.zeros_like(regimes, dtype=np.bool_)}
    figure = rate_map("light", shown, regions, [Spot("star", 0.03, 0.5)], AXES, projector=True)
    assert [each.text for each in figure.layout.annotations] == ["ripples"]
    assert figure.layout.annotations[0].bgcolor == look_of("light", projector=True).halo
    assert (figure.data[2].x, figure.data[2].y) == ((0.03,), (0.5,))
    assert (figure.layout.xaxis.title.text, figure.layout.yaxis.title.text) == AXES
