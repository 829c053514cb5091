"""Where gradient descent and the balls that roll settle on a quadratic: the stability edge, as a property."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from optimizers import GradientDescent, Momentum, Nesterov
from parameters import Array
from simulation import simulate
from tests.simulation.landscapes import Quadratic

curvatures = st.floats(0.01, 100.0)


def heights(rule: GradientDescent | Momentum | Nesterov, curvature: float, n: float, steps: int) -> Array:
    """x along a single curvature, from 1."""
    return simulate(Quadratic(curvature, 1.0), rule, (1.0, 0.0), n, steps).path[:, 0, 0]


@given(a=curvatures, share=st.floats(0.01, 0.99))
def test_gradient_descent_below_1_over_a_falls_without_a_swing(a: float, share: float) -> None:
    x = heights(GradientDescent(), a, share / a, 50)
    assert (x > 0).all()
    assert (np.diff(x) < 0).all()


@given(a=curvatures, share=st.floats(1.01, 1.99))
def test_gradient_descent_between_1_and_2_over_a_swings_and_settles(a: float, share: float) -> None:
    x = heights(GradientDescent(), a, share / a, 50)
    assert (x[1:] * x[:-1] < 0).all()
    assert (np.abs(x[1:]) < np.abs(x[:-1])).all()


@given(a=curvatures, share=st.floats(2.01, 10.0))
def test_gradient_descent_beyond_2_over_a_diverges(a: float, share: float) -> None:
    x = heights(GradientDescent(), a, share / a, 50)
    assert (x[1:] * x[:-1] < 0).all()
    assert (np.abs(x[1:]) > np.abs(x[:-1])).all()


def test_gradient_descent_at_the_edge_bounces_for_ever() -> None:
    x = heights(GradientDescent(), 2.0, 1.0, 100)
    np.testing.assert_array_equal(x, (-1.0) ** np.arange(101))


@given(a=curvatures, r=st.floats(0.0, 0.95), share=st.floats(0.05, 0.98))
def test_the_heavy_ball_settles_below_its_edge(a: float, r: float, share: float) -> None:
    x = heights(Momentum(momentum=r), a, share * 2 * (1 + r) / a, 1500)
    assert np.abs(x[-100:]).max() < 1e-6


@given(a=curvatures, r=st.floats(0.0, 0.95), share=st.floats(1.02, 3.0))
def test_the_heavy_ball_diverges_beyond_its_edge(a: float, r: float, share: float) -> None:
    # Just beyond the edge |x| grows by a factor of about 1 + 2(share − 1)(1 + r)/(1 − r) a step: here 1.04 or more.
    x = heights(Momentum(momentum=r), a, share * 2 * (1 + r) / a, 1500)
    assert not np.abs(x[-1]) < 1e6


@given(r=st.floats(0.1, 0.95))
def test_the_heavy_ball_stands_more_than_gradient_descent(r: float) -> None:
    """Between 2/a and 2(1 + r)/a the one settles where the other diverges."""
    n = 2 * (1 + r / 2)
    assert np.abs(heights(Momentum(momentum=r), 1.0, n, 1500)[-1]) < 1e-6
    assert not np.abs(heights(GradientDescent(), 1.0, n, 1500)[-1]) < 1e6


def nesterovs_edge(a: float, r: float) -> float:
    """Where the larger root of λ² − (1 + r)(1 − na)λ + r(1 − na) is −1."""
    return 2 * (1 + r) / ((1 + 2 * r) * a)


@given(a=curvatures, r=st.floats(0.0, 0.95), share=st.floats(0.05, 0.98))
def test_nesterov_settles_below_its_edge(a: float, r: float, share: float) -> None:
    x = heights(Nesterov(momentum=r), a, share * nesterovs_edge(a, r), 1500)
    assert np.abs(x[-100:]).max() < 1e-6


@given(a=curvatures, r=st.floats(0.0, 0.95), share=st.floats(1.02, 3.0))
def test_nesterov_diverges_beyond_its_edge(a: float, r: float, share: float) -> None:
    x = heights(Nesterov(momentum=r), a, share * nesterovs_edge(a, r), 1500)
    assert not np.abs(x[-1]) < 1e6


@given(r=st.floats(0.1, 0.95))
def test_nesterov_stands_less_than_gradient_descent(r: float) -> None:
    """Halfway between its edge and 2/a the one diverges where the other settles."""
    n = (nesterovs_edge(1.0, r) + 2) / 2
    assert not np.abs(heights(Nesterov(momentum=r), 1.0, n, 1500)[-1]) < 1e6
    assert np.abs(heights(GradientDescent(), 1.0, n, 1500)[-1]) < 1e-6
