"""Numbers worked out elsewhere (by computer algebra and by other programs) that the surfaces must meet."""

from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from optimizers import AdaGrad, Adam, GradientDescent, Momentum, Optimizer, RMSProp
from parameters import Array
from simulation import Run, Verdict, simulate, status_of
from surfaces import SURFACES
from surfaces.ravine import Ravine

RULES = (GradientDescent(), Momentum(), AdaGrad(), RMSProp(), Adam())


def _verdict(key: str, run: Run) -> Verdict:
    return Verdict(int(status_of(SURFACES[key], run).verdict[-1, 0]))


def _ending(
    key: str, rule: Optimizer[Any], learning_rate: float, start: tuple[float, float], steps: int = 300
) -> tuple[Verdict, Array, float]:
    """The verdict, the place and the height after `steps` steps."""
    run = simulate(SURFACES[key], rule, start, learning_rate, steps)
    return _verdict(key, run), run.path[-1, :, 0], float(run.loss[-1, 0])


# The stability edges 2/λmax, in the order of the marked minima


@pytest.mark.parametrize(
    ("key", "edges"),
    [
        ("bowl", [1]),
        ("class-ravine", [1]),
        ("ravine", [2 / 50]),
        ("matyas", [2]),
        ("booth", [1 / 9]),
        ("bounded-saddle", [0.5, 0.5]),
        ("two-wells", [0.0637, 0.0947]),
        ("himmelblau", [0.0243, 0.0248, 0.0149, 0.0190]),
        ("three-hump-camel", [2 / (3 + np.sqrt(2)), 0.1633, 0.1633]),
        ("six-hump-camel", [0.1213, 0.1213, 0.0881, 0.0881, 0.1996, 0.1996]),
        ("styblinski-tang", [0.0578, 0.0578, 0.0578, 0.0683]),
        ("goldstein-price", [0.00207, 0.000461, 0.0000763, 0.000151]),
        ("rosenbrock", [2 / (501 + np.sqrt(250601))]),
        ("beale", [0.0408]),
        ("gaussian-plateau", [2]),
    ],
)
def test_stability_edges(key: str, edges: list[float]) -> None:
    surface = SURFACES[key]
    assert_allclose([surface.stability_edge(minimum.place) for minimum in surface.minima], edges, rtol=5e-3)


def test_stability_edges_of_the_lattices() -> None:
    rastrigin, levy = SURFACES["rastrigin"], SURFACES["levy"]
    assert rastrigin.stability_edge((0.0, 0.0)) == pytest.approx(2 / (2 + 40 * np.pi**2))
    assert {round(rastrigin.stability_edge(minimum.place), 4) for minimum in rastrigin.minima} <= {0.0050, 0.0051}
    assert levy.stability_edge((1.0, 1.0)) == pytest.approx(0.891, abs=5e-4)


@pytest.mark.parametrize(
    ("key", "condition_number"),
    [("bowl", 1), ("class-ravine", 20), ("ravine", 50), ("matyas", 25), ("booth", 9), ("rosenbrock", 2508)],
)
def test_condition_numbers(key: str, condition_number: float) -> None:
    surface = SURFACES[key]
    assert surface.condition_number_at(surface.minima[0].place) == pytest.approx(condition_number, rel=1e-4)


# Quadratics: below the edge, at it, above it


@pytest.mark.parametrize(
    ("key", "start", "settles", "diverges", "steps"),
    [
        ("bowl", (-2.5, 1.5), 0.95, 1.05, 300),
        ("class-ravine", (-7.0, 2.0), 0.95, 1.05, 300),
        ("ravine", (-9.0, 2.5), 0.038, 0.041, 300),
        ("matyas", (-9.0, -8.0), 1.9, 2.05, 300),
        ("booth", (-8.0, 7.0), 0.1, 0.112, 300),
    ],
)
def test_gradient_descent_settles_below_the_edge_and_diverges_above(
    key: str, start: tuple[float, float], settles: float, diverges: float, steps: int
) -> None:
    assert _ending(key, GradientDescent(), settles, start, steps)[0] is Verdict.CONVERGED
    run = simulate(SURFACES[key], GradientDescent(), start, diverges, 2 * steps)
    assert (np.diff(run.loss[steps:, 0]) > 0).all()


@pytest.mark.parametrize(("key", "start"), [("class-ravine", (-7.0, 2.0)), ("ravine", (-9.0, 2.5))])
def test_gradient_descent_bounces_for_ever_at_the_edge(key: str, start: tuple[float, float]) -> None:
    edge = SURFACES[key].stability_edge((0.0, 0.0))
    y = simulate(SURFACES[key], GradientDescent(), start, edge, 200).path[:, 1, 0]
    assert_allclose(y, start[1] * (-1.0) ** np.arange(201), rtol=1e-12)


def test_the_best_rates_on_the_ravine() -> None:
    ravine = Ravine(50.0)
    run = simulate(ravine, GradientDescent(), (-9.0, 2.5), 2 / 51, 200)
    distance = np.hypot(*run.points)[:, 0]
    assert_allclose(distance[1:] / distance[:-1], 49 / 51, rtol=1e-9)
    kept = (np.sqrt(50) - 1) / (np.sqrt(50) + 1)
    best = simulate(ravine, Momentum(momentum=kept**2), (-9.0, 2.5), 4 / (1 + np.sqrt(50)) ** 2, 400)
    distance = np.hypot(*best.points)[:, 0]
    assert (4 / (1 + np.sqrt(50)) ** 2, kept**2) == pytest.approx((0.0614, 0.566), abs=5e-4)
    assert (distance[80] / distance[30]) ** (1 / 50) == pytest.approx(kept, abs=0.02)


# Saddles


@pytest.mark.parametrize(
    ("rule", "learning_rate", "step"),
    [
        (GradientDescent(), 0.05, 63),
        (Momentum(), 0.02, 40),
        (AdaGrad(), 0.1, 4),
        (RMSProp(), 0.02, 7),
        (Adam(), 0.05, 8),
    ],
    ids=repr,
)
def test_when_each_rule_leaves_the_bounded_saddle(rule: Optimizer[Any], learning_rate: float, step: int) -> None:
    y = simulate(SURFACES["bounded-saddle"], rule, (1.0, 0.001), learning_rate, 100).path[:, 1, 0]
    assert int(np.argmax(np.abs(y) > 0.35)) == step
    on_the_line = simulate(SURFACES["bounded-saddle"], rule, (1.0, 0.0), learning_rate, 1000)
    assert (on_the_line.path[:, 1] == 0).all()


@pytest.mark.parametrize("key", ["hyperbolic-saddle", "monkey-saddle"])
def test_the_unbounded_saddles_have_no_bottom(key: str) -> None:
    assert SURFACES[key].minima == ()
    for height in (1e3, 1e6):
        assert SURFACES[key].value(np.array([height / 10, height])) < -(height**2) / 2


def test_the_monkey_saddle_is_flat_to_second_order_and_has_three_valleys() -> None:
    monkey = SURFACES["monkey-saddle"]
    assert not monkey.hessian(np.zeros(2)).any()
    angle = np.linspace(0, 2 * np.pi, 720, endpoint=False) + 0.001
    signs = np.sign(monkey.value(np.array([np.cos(angle), np.sin(angle)])))
    assert np.count_nonzero(signs != np.roll(signs, 1)) == 6


# Several minima


def test_two_wells_hold_different_rules() -> None:
    start = (0.6, 1.2)
    assert _ending("two-wells", GradientDescent(), 0.02, start)[0] is Verdict.LOCAL
    assert _ending("two-wells", RMSProp(), 0.01, start)[0] is Verdict.HOVERING
    assert _ending("two-wells", Adam(), 0.01, start)[0] is Verdict.CONVERGED


@pytest.mark.parametrize(
    ("learning_rate", "kept"),
    [
        (0.01, [True, True, True, True]),
        (0.016, [True, True, False, True]),
        (0.0195, [True, True, False, False]),
        (0.0245, [False, True, False, False]),
        (0.0255, [False, False, False, False]),
    ],
)
def test_gradient_descent_loses_himmelblaus_minima_one_by_one(learning_rate: float, kept: list[bool]) -> None:
    himmelblau = SURFACES["himmelblau"]
    starts = np.array(np.meshgrid(np.linspace(-5.9, 5.9, 24), np.linspace(-5.9, 5.9, 24))).reshape(2, -1)
    end = simulate(himmelblau, GradientDescent(), starts, learning_rate, 1000).path[-1]
    with np.errstate(invalid="ignore"):
        reached = [
            bool((np.hypot(*(end - np.array(minimum.place)[:, None])) < 1e-3).any()) for minimum in himmelblau.minima
        ]
    assert reached == kept


@pytest.mark.parametrize("rule", RULES, ids=repr)
def test_the_start_decides_on_the_camels(rule: Optimizer[Any]) -> None:
    for key, start, bottom in (
        ("three-hump-camel", (-1.9, 1.9), 0.298638),
        ("three-hump-camel", (1.2, 1.2), 0.0),
        ("six-hump-camel", (-1.5, 1.0), -0.215464),
        ("six-hump-camel", (0.5, 0.0), -1.031628),
    ):
        assert _ending(key, rule, 0.05, start, 1000)[2] == pytest.approx(bottom, abs=0.02)


def test_only_momentum_reaches_the_bottom_of_styblinski_tang() -> None:
    endings = [_ending("styblinski-tang", rule, 0.01, (4.5, 4.5), 1000) for rule in RULES]
    assert [verdict is Verdict.CONVERGED for verdict, _, _ in endings] == [False, True, False, False, False]
    assert endings[0][2] == pytest.approx(-50.0589, abs=1e-4)


def test_rastrigin_catches_almost_everyone() -> None:
    start = (-2.0, 3.5)
    for rule in (GradientDescent(), Momentum(), RMSProp(), Adam()):
        assert _ending("rastrigin", rule, 0.002, start)[2] == pytest.approx(12.934, abs=0.01)
    assert _ending("rastrigin", AdaGrad(), 0.5, start)[2] == pytest.approx(9.950, abs=0.001)
    assert _ending("rastrigin", Adam(), 0.5, start)[2] == pytest.approx(3.980, abs=0.001)


def test_only_momentum_reaches_the_bottom_of_levy() -> None:
    verdicts = [_ending("levy", rule, 0.05, (5.0, -4.0), 1000)[0] for rule in RULES]
    assert [verdict is Verdict.CONVERGED for verdict in verdicts] == [False, True, False, False, False]


def test_goldstein_price_throws_gradient_descent_out() -> None:
    for start in ((-1.5, 1.0), (-1.5, -1.5), (1.5, 1.5)):
        path = simulate(SURFACES["goldstein-price"], GradientDescent(), start, 1e-4, 4).path[..., 0]
        assert not (np.abs(path[-1]) <= 2).all()


# Valleys and the plateau


def test_rosenbrock_is_slow_for_gradient_descent() -> None:
    start = (-1.5, 2.0)
    assert _ending("rosenbrock", GradientDescent(), 0.001, start, 2000)[2] == pytest.approx(0.195, abs=5e-4)
    assert _ending("rosenbrock", Momentum(), 0.001, start, 2000)[0] is Verdict.CONVERGED
    assert _ending("rosenbrock", Adam(), 0.05, start, 2000)[0] is Verdict.CONVERGED


def test_rosenbrock_throws_gradient_descent_out() -> None:
    run = simulate(SURFACES["rosenbrock"], GradientDescent(), (-1.5, 2.0), 0.0025, 12)
    assert np.abs(run.path[5]).max() < 1e6 < np.abs(run.path[6]).max()
    assert not np.isfinite(run.path[9]).all()
    assert _verdict("rosenbrock", run) is Verdict.DIVERGED


def test_the_start_decides_on_beale() -> None:
    for rule in (GradientDescent(), Momentum(), Adam()):
        assert _ending("beale", rule, 0.02, (1.0, 1.0), 600)[0] is Verdict.CONVERGED
    assert _ending("beale", RMSProp(), 0.02, (1.0, 1.0), 600)[0] is Verdict.HOVERING
    run = simulate(SURFACES["beale"], Momentum(), (1.0, 2.0), 0.01, 10)
    assert np.abs(run.path[3]).max() < 1e3
    assert np.abs(run.path[4]).max() > 1e10


def test_the_plateau_is_flat() -> None:
    plateau = SURFACES["gaussian-plateau"]
    assert np.hypot(*plateau.gradient(np.array([2.6, 2.6]))) == pytest.approx(0.0043, abs=5e-5)
    assert np.hypot(*plateau.gradient(np.array([4.0, 4.0]))) == pytest.approx(6e-7, rel=0.1)
    assert np.hypot(*plateau.gradient(np.array([1.0, 0.0]))) == pytest.approx(np.exp(-0.5))
