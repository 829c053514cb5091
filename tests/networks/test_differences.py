"""Backpropagation and numerical differences: one gradient, and as many evaluations as are said."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from networks import (
    ACTIVATIONS,
    MLP,
    OUTPUTS,
    Activation,
    central_difference,
    forward_difference,
    numerical_gradient,
)
from parameters import Array


@st.composite
def cases(draw: st.DrawFn) -> tuple[MLP, Array, Array, Array]:
    """A network, several columns of parameters, inputs and one-hot targets."""
    inputs, outputs = draw(st.integers(1, 3)), draw(st.integers(2, 3))
    widths = draw(st.lists(st.integers(1, 5), max_size=3))
    activations = tuple(draw(st.sampled_from(sorted(ACTIVATIONS))) for _ in widths)
    network = MLP((inputs, *widths, outputs), activations, draw(st.sampled_from(sorted(OUTPUTS))))
    random = np.random.default_rng(draw(st.integers(0, 10**6)))
    samples = draw(st.integers(1, 6))
    theta = random.standard_normal((network.parameters, draw(st.integers(1, 3))))
    X = random.standard_normal((samples, inputs))
    return network, theta, X, np.eye(outputs)[random.integers(0, outputs, samples)]


def bends(network: MLP, theta: Array, X: Array) -> bool:
    """Whether a ReLU of it has its bend so near that a nudge may cross it."""
    sums = [
        W @ h + b[:, :, None]
        for (W, b), h in zip(
            network.weights(theta)[:-1],
            [np.broadcast_to(X.T, (theta.shape[1], *X.T.shape)), *network.activations(theta, X)[:-1]],
            strict=True,
        )
    ]
    return any(
        each.key.endswith("relu") and bool((np.abs(z) < 1e-3).any())
        for each, z in zip(network.hidden, sums, strict=True)
    )


@given(cases())
def test_backpropagation_gives_what_central_differences_give(case: tuple[MLP, Array, Array, Array]) -> None:
    network, theta, X, y = case
    assume(not (network.hidden and bends(network, theta, X)))
    _, gradient = network.loss_and_gradient(theta, X, y)
    for column in range(theta.shape[1]):
        numerical = central_difference(lambda points: network.loss(points, X, y), theta[:, [column]])
        np.testing.assert_allclose(gradient[:, [column]], numerical, rtol=1e-5, atol=1e-7)


@given(cases(), st.integers(1, 9))
def test_a_difference_in_pieces_is_the_difference(case: tuple[MLP, Array, Array, Array], columns: int) -> None:
    network, theta, X, y = case
    before = theta.copy()
    for step in (1e-3, 1e-6):
        whole = forward_difference(lambda points: network.loss(points, X, y), theta[:, [0]], step)
        pieces = numerical_gradient(lambda points: network.loss(points, X, y), theta[:, [0]], step, columns)
        rounding = 1e-14 * max(1.0, float(network.loss(theta, X, y)[0])) / step
        np.testing.assert_allclose(pieces, whole, rtol=0, atol=rounding)
    np.testing.assert_array_equal(theta, before)


def test_pieces_ask_once_at_the_place_and_once_a_parameter() -> None:
    asked: list[int] = []

    def square(points: Array) -> Array:
        asked.append(points.shape[1])
        return np.asarray(np.square(points).sum(axis=0))

    x = np.arange(1.0, 8.0)[:, None]
    np.testing.assert_allclose(numerical_gradient(square, x, columns=3), 2 * x, rtol=1e-6)
    assert asked == [1, 3, 3, 1]
    asked.clear()
    numerical_gradient(square, np.ones((20_000, 1)))
    assert sum(asked) == 20_001
    assert max(asked) == 1, "what is handed over stays small however many parameters there are"


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=list(ACTIVATIONS))
@given(x=st.floats(-8.0, 8.0).filter(lambda x: abs(x) > 1e-3))
def test_a_derivative_is_that_of_its_function(activation: Activation, x: float) -> None:
    numerical = central_difference(lambda points: activation.value(points)[0], np.array([[x]]))
    assert activation.derivative(np.array([x]))[0] == pytest.approx(numerical[0, 0], rel=1e-7, abs=1e-9)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: numerical_gradient(np.sum, np.zeros((1, 1)), 0.0), "step is 0.0; allowed is a number above 0"),
        (lambda: numerical_gradient(np.sum, np.zeros((1, 1)), columns=0), "columns is 0; allowed is 1 or more"),
    ],
)
def test_what_is_wrong_is_named_with_what_is_allowed(wrong: Callable[[], object], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        wrong()
