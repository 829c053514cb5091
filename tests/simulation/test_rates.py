"""The ladder of learning rates and the edge it stands on, against curvatures that are known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import GradientDescent
from parameters import Array
from simulation import Parabola, ladder, sharpest, simulate
from simulation.rates import OCTAVE
from surfaces import SURFACES
from tests.simulation.landscapes import Frame

positive = st.floats(1e-4, 1e4)


@given(positive, st.floats(1.0, 1000.0), st.integers(2, 16))
def test_the_ladder_holds_its_rung_to_the_bit_and_ends_at_the_top(rung: float, times: float, octaves: int) -> None:
    rates = ladder(rung, times * rung, octaves)
    assert len(rates) == octaves * OCTAVE + 1
    np.testing.assert_allclose(rates[1:] / rates[:-1], 2 ** (1 / OCTAVE), rtol=1e-12)
    assert rates[-1] <= times * rung * (1 + 1e-12) < rates[-1] * 2 ** (1 / OCTAVE) * (1 + 1e-9)
    for each in (rung, rung / 2, 2 * rung):
        if rates[0] <= each <= rates[-1]:
            assert each in rates


class Tilted:
    """A quadratic with curvatures a and b, turned by an angle, in a wide frame."""

    domain: Frame = ((-50.0, 50.0), (-50.0, 50.0))
    minima = ()
    saddles = ()

    def __init__(self, a: float, b: float, angle: float) -> None:
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        self.matrix = turn @ np.diag([a, b]) @ turn.T

    def value(self, p: Array) -> Array:
        return np.einsum("i...,ij,j...->...", p, self.matrix, p) / 2

    def gradient(self, p: Array) -> Array:
        return np.einsum("ij,j...->i...", self.matrix, p)

    def hessian(self, p: Array) -> Array:
        return np.broadcast_to(self.matrix.reshape(2, 2, *[1] * (p.ndim - 1)), (2, 2, *p.shape[1:]))


@given(st.floats(0.01, 100.0), st.floats(0.01, 100.0), st.floats(0.0, 3.2))
def test_on_a_quadratic_it_is_the_one_largest_curvature(a: float, b: float, angle: float) -> None:
    assert sharpest(Tilted(a, b, angle), (3.0, -2.0)) == pytest.approx(max(a, b), rel=1e-9)


def test_a_saddle_counts_only_what_curves_upwards() -> None:
    assert sharpest(Tilted(0.5, -4.0, 0.3), (3.0, -2.0)) == pytest.approx(0.5)
    assert sharpest(Tilted(-1.0, -4.0, 0.3), (3.0, -2.0)) == 0.0


@pytest.mark.parametrize("key", ["class-ravine", "ravine", "bowl", "booth", "matyas", "gaussian-plateau"])
def test_where_the_minimum_is_the_sharpest_place_the_edge_is_its_edge(key: str) -> None:
    surface = SURFACES[key]
    assert 2 / sharpest(surface, surface.start) == pytest.approx(surface.stability_edge(surface.minima[0].place))


@pytest.mark.parametrize("key", list(SURFACES))
def test_it_is_never_less_sharp_than_the_start(key: str) -> None:
    surface = SURFACES[key]
    at_start = float(np.linalg.eigvalsh(surface.hessian(np.array(surface.start)))[-1])
    assert sharpest(surface, surface.start) >= max(0.0, at_start)


def test_a_kink_has_no_edge() -> None:
    assert sharpest(SURFACES["ackley"], (0.0, 0.0)) == np.inf


@given(st.floats(0.01, 100.0), st.floats(0.01, 2.2), st.integers(1, 30))
def test_one_step_on_the_parabola_keeps_one_less_n_a(curvature: float, share: float, steps: int) -> None:
    run = simulate(Parabola(curvature), GradientDescent(), [-1.5], share / curvature, steps)
    np.testing.assert_allclose(run.path[:, 0, 0], -1.5 * (1 - share) ** np.arange(steps + 1), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(run.loss[:, 0], curvature * run.path[:, 0, 0] ** 2 / 2)
