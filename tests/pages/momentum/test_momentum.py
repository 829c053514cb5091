"""The momentum map: what its words claim, measured; its dials, its runs, and the size of its message."""

import numpy as np
import pytest

from address import Address
from optimizers import GradientDescent, Momentum
from pages.momentum.choice import HIGHEST_MOMENTUM, MomentumChoice, curvatures, read_momentum
from pages.momentum.compute import MEASURED_STEPS, MOMENTA, RATES, STEPS, cells, fastest, runs
from pages.momentum.view import momentum_grid, theory_curves
from pages.momentum.words import optimum_words
from simulation import Regime, measured_factor, quadratic, simulate
from stage.figure_grid import figure_grid_message
from surfaces.base import Place
from surfaces.ravine import Ravine
from text import LANGUAGES, Language

START: Place = Ravine.start
STARTS = (START, (3.0, -1.0))

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_start = pytest.mark.parametrize("start", STARTS)


def choice(**query: str) -> MomentumChoice:
    return read_momentum(Address({name: [value] for name, value in query.items()}))


@every_start
@pytest.mark.parametrize("kappa", [5.0, 10.0, 50.0, 100.0, 300.0])
def test_the_best_cell_is_beside_the_closed_form(kappa: float, start: Place) -> None:
    shown = cells(Ravine(kappa), start)
    found = fastest(shown)
    assert found is not None
    rate, momentum, factor = found
    best = quadratic.best(1.0, kappa)
    assert abs(rate - best.rate) <= 2 * np.diff(shown.rates)[0]
    assert abs(momentum - best.momentum) <= np.diff(shown.momenta)[0]
    assert factor == pytest.approx(best.factor, abs=0.01)


@every_start
@pytest.mark.parametrize("kappa", [1.0, 2.0, 50.0, 300.0, 1000.0])
def test_what_is_measured_is_what_theory_says(kappa: float, start: Place) -> None:
    """Everywhere to a hundredth, and in half of the cells to a thousandth."""
    shown = cells(Ravine(kappa), start)
    r, n = np.meshgrid(shown.momenta, shown.rates, indexing="ij")
    kept = quadratic.factor([1.0, kappa], n, r)
    away = np.abs(shown.factors - kept)
    assert away.max() < 0.01
    assert np.median(away) < 0.001
    # the edge itself: every cell that it does not go through
    edge, half = quadratic.edge([1.0, kappa], r), np.diff(shown.rates)[0] / 2
    clear = np.abs(n - edge) > half
    np.testing.assert_array_equal((shown.factors < 1)[clear], (n < edge)[clear])


def test_the_words_at_fifty() -> None:
    words = optimum_words(choice())
    for said in ("0.0614", "0.566", "0.752", "0.0392", "0.961"):
        assert said in words.ko
        assert said in words.en
    found = fastest(cells(Ravine(50.0), START))
    assert found is not None
    for value in found:
        assert f"{value:.3g}" in words.en
    alone = measured_factor(Ravine(50.0), GradientDescent(), START, 2 / 51, MEASURED_STEPS)
    assert alone[0] == pytest.approx(0.961, abs=5e-4)
    without = cells(Ravine(50.0), START).factors[0]
    assert without.min() > alone[0] - 5e-4, "no other rate is better without momentum"


@pytest.mark.parametrize(("start", "curvature"), [((-9.0, 0.0), 1.0), ((0.0, 2.5), 50.0)])
def test_on_an_axis_one_direction_moves_and_the_first_step_arrives(start: Place, curvature: float) -> None:
    surface = Ravine(50.0)
    assert curvatures(surface, start) == (curvature,)
    words = optimum_words(choice(x=str(start[0]), y=str(start[1])))
    assert f"{1 / curvature:g}" in words.en
    run = simulate(surface, GradientDescent(), start, 1 / curvature, 1)
    np.testing.assert_allclose(run.path[-1], 0, atol=1e-12)
    shown = cells(surface, start)
    r, n = np.meshgrid(shown.momenta, shown.rates, indexing="ij")
    assert np.abs(shown.factors - quadratic.factor([curvature], n, r)).max() < 0.01


@every_language
def test_at_the_minimum_nothing_is_claimed(language: Language) -> None:
    at_rest = choice(x="0", y="0")
    assert fastest(cells(at_rest.surface, at_rest.start)) is None
    assert "0.752" not in optimum_words(at_rest)[language]
    shown = momentum_grid(at_rest, language)
    assert all("nan" not in words for words in shown.readout)
    figure_grid_message(shown, language)


def test_the_optima_are_on_the_dials_to_the_bit() -> None:
    for kappa in (1.0, 2.0, 50.0, 1000.0):
        tried = runs(Ravine(kappa), START)
        best = quadratic.best(1.0, kappa)
        assert best.rate in tried.rates
        assert best.momentum in tried.momenta
        assert (np.diff(tried.rates) > 0).all()
        assert (np.diff(tried.momenta) > 0).all()
    assert 2 / 51 in runs(Ravine(50.0), START).rates
    assert 0.0 in runs(Ravine(50.0), START).momenta


def test_every_place_of_the_dials_has_its_own_run() -> None:
    surface = Ravine(50.0)
    tried = runs(surface, START)
    assert tried.places.shape == (RATES * MOMENTA, 2)
    for row in (0, RATES - 1, RATES, 7 * RATES + 5, RATES * MOMENTA - 1):
        rate, momentum = tried.places[row]
        assert (rate, momentum) == (tried.rates[row % RATES], tried.momenta[row // RATES]), (
            "the rate is the faster dial"
        )
        run = simulate(surface, Momentum(momentum=momentum), START, rate, STEPS)
        np.testing.assert_array_equal(tried.path[row], run.path[:, :, 0])
        np.testing.assert_array_equal(tried.loss[row], run.loss[:, 0])


def test_the_dials_begin_at_the_optimum() -> None:
    at_best = momentum_grid(choice(), "ko")
    momentum, rate = at_best.dials
    best = quadratic.best(1.0, 50.0)
    assert float(rate.written[rate.usual]) == pytest.approx(best.rate)
    assert float(momentum.written[momentum.usual]) == pytest.approx(best.momentum)
    row = momentum.usual * RATES + rate.usual
    assert "0.0614" in at_best.readout[row]
    assert quadratic.REGIME_NAMES[Regime.CRITICAL]["ko"] in at_best.readout[row]


def test_wherever_the_dials_stand_the_message_is_the_same() -> None:
    one, other = (momentum_grid(choice(rate=rate, momentum=r), "ko") for rate, r in (("0.02", "0"), ("100", "0.99")))
    assert figure_grid_message(one, "ko") == figure_grid_message(other, "ko")


@every_language
def test_every_place_is_told_by_its_regime(language: Language) -> None:
    shown = momentum_grid(choice(), language)
    places = runs(Ravine(50.0), START).places
    words = quadratic.regime([1.0, 50.0], *places.T)
    assert len(shown.readout) == len(places)
    for readout, word in zip(shown.readout, words, strict=True):
        assert f" · {quadratic.REGIME_NAMES[Regime(word)][language]} · " in readout
    assert set(words) == set(Regime), "all five can be turned to"


@pytest.mark.parametrize("kappa", [1.0, 2.0, 50.0, 1000.0])
def test_the_two_double_roots_meet_in_the_optimum(kappa: float) -> None:
    best = quadratic.best(1.0, kappa)
    edge, critical, upper = theory_curves((1.0, kappa))
    assert critical.best is not None
    assert critical.mark == "flag"
    np.testing.assert_allclose(critical.points[critical.best], (best.rate, best.momentum), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(upper.points[critical.best], (best.rate, best.momentum), rtol=1e-9, atol=1e-12)
    assert (edge.points[:, 0] >= upper.points[:, 0] - 1e-15).all()
    assert edge.points[-1, 1] == HIGHEST_MOMENTUM


@every_language
def test_the_message_stays_small(language: Language) -> None:
    assert len(figure_grid_message(momentum_grid(choice(condition_number="1000"), language), language)) < 700_000
