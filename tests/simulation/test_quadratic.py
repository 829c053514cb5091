"""The theory of the heavy ball against the engine itself, against eigenvalues, and against a fine grid."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import GradientDescent, Momentum
from parameters import Array
from simulation import quadratic, simulate
from simulation.quadratic import (
    CLOSE,
    REGIME_NAMES,
    Regime,
    best,
    best_without_momentum,
    critical_rate,
    edge,
    factor,
    regime,
    upper_critical_rate,
)
from surfaces import SURFACES

curvatures = st.floats(0.05, 50.0)
angles = st.floats(0.0, np.pi)
momenta = st.floats(0.0, 0.95)


@dataclass(frozen=True)
class Rotated:
    """Curvature a along the direction `angle`, b across it."""

    a: float
    b: float
    angle: float

    @property
    def _hessian(self) -> Array:
        c, s = np.cos(self.angle), np.sin(self.angle)
        turn = np.array([[c, -s], [s, c]])
        return turn @ np.diag([self.a, self.b]) @ turn.T

    def value(self, p: Array) -> Array:
        return (p * self.gradient(p)).sum(axis=0) / 2

    def gradient(self, p: Array) -> Array:
        (xx, xy), (_, yy) = self._hessian
        return np.array([xx * p[0] + xy * p[1], xy * p[0] + yy * p[1]])


def distances(landscape: Rotated, r: float, n: float, steps: int) -> Array:
    """How far from the minimum after each step, from a start that has a part in every direction."""
    angle = landscape.angle + 0.7
    path = simulate(landscape, Momentum(momentum=r), (np.cos(angle), np.sin(angle)), n, steps).path[:, :, 0]
    with np.errstate(over="ignore"):  # what diverges is inf in the end
        return np.hypot(path[:, 0], path[:, 1])


# Where it settles, by running it --------------------------------------------------------------------------------------


@given(a=curvatures, b=curvatures, angle=angles, share=st.floats(0.5, 0.98))
def test_gradient_descent_comes_nearer_at_every_step_below_the_edge(
    a: float, b: float, angle: float, share: float
) -> None:
    n = share * 2 / max(a, b)
    assert n < edge([a, b])
    path = simulate(Rotated(a, b, angle), GradientDescent(), (0.6, 0.8), n, 60).path[:, :, 0]
    far = np.hypot(path[:, 0], path[:, 1])
    assert (far[1:] < far[:-1])[far[:-1] > 1e-300].all()


@given(a=curvatures, b=curvatures, angle=angles, share=st.floats(1.02, 3.0))
def test_gradient_descent_ends_farther_and_farther_away_beyond_the_edge(
    a: float, b: float, angle: float, share: float
) -> None:
    n = share * 2 / max(a, b)
    assert n > edge([a, b])
    path = simulate(Rotated(a, b, angle), GradientDescent(), (np.cos(angle + 0.7), np.sin(angle + 0.7)), n, 800).path
    assert not np.abs(path[-1]).max() < 1e6


@given(a=curvatures, ratio=st.floats(1.0, 50.0), angle=angles, r=momenta, share=st.floats(0.2, 0.98))
def test_the_heavy_ball_settles_below_its_edge(a: float, ratio: float, angle: float, r: float, share: float) -> None:
    n = share * float(edge([a, ratio * a], r))
    assert n < 2 * (1 + r) / (ratio * a)
    far = distances(Rotated(a, ratio * a, angle), r, n, 4000)
    assert far[-100:].max() < 1e-6


@given(a=curvatures, b=curvatures, angle=angles, r=momenta, share=st.floats(1.02, 3.0))
def test_the_heavy_ball_diverges_beyond_its_edge(a: float, b: float, angle: float, r: float, share: float) -> None:
    n = share * 2 * (1 + r) / max(a, b)
    assert n > edge([a, b], r)
    assert not distances(Rotated(a, b, angle), r, n, 1500)[-1] < 1e6


@given(a=curvatures, ratio=st.floats(1.0, 50.0), angle=angles, r=momenta, share=st.floats(0.05, 1.2))
def test_the_distance_shrinks_by_the_factor_at_every_step(
    a: float, ratio: float, angle: float, r: float, share: float
) -> None:
    """Up to what a defective matrix may add, a factor that grows with the steps, and never faster."""
    n = share * 2 * (1 + r) / (ratio * a)
    kept = float(factor([a, ratio * a], n, r))
    steps = 200
    far = distances(Rotated(a, ratio * a, angle), r, n, steps)
    longest = far[-20:].max()
    assert longest <= 10 * steps * kept ** (steps - 19 * (kept < 1)) + 1e-14
    if kept > 0.9:  # else rounding of the rotated landscape hides it
        assert longest >= kept**steps / 100


# Closed forms ---------------------------------------------------------------------------------------------------------


@given(a=curvatures, b=curvatures, r=momenta, share=st.floats(0.01, 1.5))
def test_factor_and_regime_are_those_of_the_eigenvalues(a: float, b: float, r: float, share: float) -> None:
    n = share * 2 * (1 + r) / max(a, b)
    roots = {each: np.linalg.eigvals(np.array([[1 + r - n * each, -r], [1, 0]])) for each in (a, b)}
    radii = {each: float(np.abs(found).max()) for each, found in roots.items()}
    assert factor([a, b], n, r) == pytest.approx(max(radii.values()), rel=1e-6)
    spoken = Regime(int(regime([a, b], n, r)))
    flat, steep = sorted((a, b))
    deciding = steep if radii[steep] > (1 + 1e-6) * radii[flat] else flat
    by_roots = _word(roots[deciding], max(radii.values()))
    if min(abs(n * a - (1 + sign * r**0.5) ** 2) for sign in (1, -1)) < 1e-6 or abs(share - 1) < 1e-9:
        return  # at a double root, or at the edge, eigenvalues are a matter of rounding
    near = abs(n - critical_rate(deciding, r)) <= CLOSE * critical_rate(deciding, r)
    assert spoken == (Regime.CRITICAL if near and by_roots != Regime.DIVERGING else by_roots)


def _word(roots: Array, radius: float) -> Regime:
    if radius > 1:
        return Regime.DIVERGING
    if np.iscomplexobj(roots) and (np.abs(roots.imag) > 0).any():
        return Regime.RIPPLING
    return Regime.OSCILLATING if roots.real.min() < 0 and roots.real.max() <= 0 else Regime.MONOTONE


@pytest.mark.parametrize(("lowest", "highest"), [(1.0, 50.0), (0.1, 2.0), (3.0, 4.0), (0.5, 400.0)])
def test_nothing_on_a_fine_grid_is_better_than_the_best(lowest: float, highest: float) -> None:
    found = best(lowest, highest)
    assert factor([lowest, highest], found.rate, found.momentum) == pytest.approx(found.factor, rel=1e-6)
    n = np.geomspace(found.rate / 30, 30 * found.rate, 801)[:, None]
    r = np.linspace(0, 0.999, 501)
    grid = factor([lowest, highest], n, r)
    assert grid.shape == (801, 501)
    assert found.factor <= grid.min() < found.factor + 0.03
    alone = best_without_momentum(lowest, highest)
    descents = factor([lowest, highest], np.append(n.ravel(), alone.rate))
    assert alone.factor == pytest.approx(descents.min(), rel=1e-12)
    assert alone.momentum == 0


@given(a=curvatures, b=curvatures, nudge=st.floats(-0.2, 0.2), push=st.floats(-0.2, 0.2))
def test_no_step_away_from_the_best_is_better(a: float, b: float, nudge: float, push: float) -> None:
    found = best(min(a, b), max(a, b))
    n, r = found.rate * (1 + nudge), float(np.clip(found.momentum + push, 0, 1))
    assert factor([a, b], n, r) >= found.factor * (1 - 1e-9) - 1e-9


def test_the_ravine_of_fifty() -> None:
    found, alone = best(1.0, 50.0), best_without_momentum(1.0, 50.0)
    assert (round(found.rate, 4), round(found.momentum, 3), round(found.factor, 3)) == (0.0614, 0.566, 0.752)
    assert (round(alone.rate, 4), round(alone.factor, 3)) == (0.0392, 0.961)
    assert edge([1.0, 50.0]) == 0.04
    curves = np.linalg.eigvalsh(SURFACES["ravine"].hessian(np.zeros(2)))
    assert edge(curves, 0.5) == pytest.approx(0.06)


def test_the_best_is_critical_and_the_edge_is_not_yet_diverging() -> None:
    found = best(1.0, 50.0)
    assert regime([1.0, 50.0], found.rate, found.momentum) == Regime.CRITICAL
    for r in (0.0, 0.3, 0.9):
        assert regime([1.0, 50.0], edge([1.0, 50.0], r), r) == Regime.OSCILLATING
        assert regime([1.0, 50.0], np.nextafter(edge([1.0, 50.0], r), 1), r) == Regime.DIVERGING


def test_along_one_direction_the_regimes_follow_each_other_at_the_double_roots() -> None:
    a, r = 4.0, 0.5
    lower, upper, last = float(critical_rate(a, r)), float(upper_critical_rate(a, r)), float(edge(a, r))
    n = np.array([0.5 * lower, lower, 1.1 * lower, 0.99 * upper, 1.01 * upper, last, 1.01 * last])
    assert [Regime(int(word)) for word in regime(a, n, r)] == [
        Regime.MONOTONE,
        Regime.CRITICAL,
        Regime.RIPPLING,
        Regime.RIPPLING,
        Regime.OSCILLATING,
        Regime.OSCILLATING,
        Regime.DIVERGING,
    ]
    without = regime(a, np.array([0.2, 0.25, 0.3, 0.5, 0.51]))
    assert without.tolist() == [
        Regime.MONOTONE,
        Regime.CRITICAL,
        Regime.OSCILLATING,
        Regime.OSCILLATING,
        Regime.DIVERGING,
    ]


def test_every_regime_has_its_words() -> None:
    assert list(REGIME_NAMES) == list(Regime)
    names = REGIME_NAMES.values()
    assert len({text.ko for text in names}) == len({text.en for text in names}) == len(Regime)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: factor([1.0, 0.0], 0.1), "curvatures are .*allowed are numbers above 0"),
        (lambda: edge([]), "curvatures are"),
        (lambda: best(-1.0, 2.0), "curvatures are"),
        (lambda: factor(1.0, 0.1, 1.1), "momentum goes from .*allowed is 0 to 1"),
        (lambda: regime(1.0, [-0.1, 0.1]), "lowest learning rate is -0.1; allowed is 0 or more"),
    ],
)
def test_bad_numbers_say_what_is_allowed(call: object, message: str) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=message):
        call()


def test_the_module_is_offered_by_its_name() -> None:
    """`factor`, `edge` and `best` say little by themselves, so the room offers them as quadratic.factor …"""
    assert quadratic.factor is factor
