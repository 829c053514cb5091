"""What holds for every network, softmax and loss: side by side, in any order, far out, and what is refused."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from networks import (
    ACTIVATIONS,
    DATASETS,
    LOSSES,
    MLP,
    OUTPUTS,
    central_difference,
    forward_difference,
    sigmoid,
    softmax,
)
from parameters import Array

seeds = st.integers(0, 2**32 - 1)
sums = arrays(np.float64, st.integers(1, 6), elements=st.floats(-1000, 1000))
single = st.floats(-1000, 1000)


@st.composite
def networks(draw: st.DrawFn) -> MLP:
    sizes = draw(st.lists(st.integers(1, 5), min_size=2, max_size=5))
    activations = st.lists(st.sampled_from(list(ACTIVATIONS)), min_size=len(sizes) - 2, max_size=len(sizes) - 2)
    return MLP(tuple(sizes), tuple(draw(activations)), draw(st.sampled_from(list(OUTPUTS))))


def lesson(network: MLP, seed: int, samples: int = 6) -> tuple[Array, Array, Array]:
    """Three networks of its sizes, with biases, and what to learn."""
    random = np.random.default_rng(seed)
    theta = random.standard_normal((network.parameters, 3))
    y = np.eye(network.sizes[-1])[random.integers(0, network.sizes[-1], samples)]
    return theta, random.standard_normal((samples, network.sizes[0])), y


@given(networks(), seeds)
def test_each_column_is_that_network_alone(network: MLP, seed: int) -> None:
    theta, X, y = lesson(network, seed)
    loss, gradient = network.loss_and_gradient(theta, X, y)
    prediction = network.forward(theta, X)
    for column in range(3):
        alone_loss, alone = network.loss_and_gradient(theta[:, [column]], X, y)
        np.testing.assert_allclose(loss[[column]], alone_loss, rtol=1e-12)
        np.testing.assert_allclose(gradient[:, [column]], alone, rtol=1e-11, atol=1e-12)
        np.testing.assert_allclose(prediction[[column]], network.forward(theta[:, [column]], X), rtol=1e-12, atol=1e-14)


@given(networks(), seeds)
def test_the_order_of_samples_changes_nothing(network: MLP, seed: int) -> None:
    theta, X, y = lesson(network, seed)
    loss, gradient = network.loss_and_gradient(theta, X, y)
    order = np.random.default_rng(seed).permutation(len(X))
    other_loss, other = network.loss_and_gradient(theta, X[order], y[order])
    np.testing.assert_allclose(loss, other_loss, rtol=1e-12)
    np.testing.assert_allclose(gradient, other, rtol=1e-11, atol=1e-12)


@given(networks(), seeds)
def test_the_loss_of_a_network_is_its_loss_of_the_predictions(network: MLP, seed: int) -> None:
    """Where nothing is so far out that a probability is lost: worked out from the sums, or from the predictions."""
    theta, X, y = lesson(network, seed)
    theta = theta / 3.0
    loss = network.last.loss
    np.testing.assert_allclose(network.loss(theta, X, y), loss.value(network.forward(theta, X), y), rtol=1e-7)


@given(networks(), seeds)
def test_the_gradient_is_that_of_the_batch_as_a_mean_over_samples(network: MLP, seed: int) -> None:
    theta, X, y = lesson(network, seed)
    _, gradient = network.loss_and_gradient(theta, X, y)
    each = [network.loss_and_gradient(theta, X[[i]], y[[i]])[1] for i in range(len(X))]
    np.testing.assert_allclose(gradient, np.mean(each, axis=0), rtol=1e-9, atol=1e-12)


@given(networks(), seeds)
def test_parameters_are_the_layers_one_after_the_other(network: MLP, seed: int) -> None:
    theta, X, _ = lesson(network, seed)
    layers = network.weights(theta)
    flat = np.concatenate([np.concatenate([W.reshape(3, -1), b], axis=1) for W, b in layers], axis=1)
    np.testing.assert_array_equal(flat.T, theta)
    h = X.T
    for activation, (W, b) in zip([*network.hidden, ACTIVATIONS["identity"]], layers, strict=True):
        h = activation.value(W[0] @ h + b[0][:, None])
    np.testing.assert_allclose(network.logits(theta, X)[0], h.T, rtol=1e-11, atol=1e-12)


@given(sums, st.floats(-1000, 1000), st.floats(0.05, 20))
def test_softmax_sums_to_one_and_does_not_see_a_shift(z: Array, shift: float, temperature: float) -> None:
    s = softmax(z, temperature=temperature)
    assert ((s >= 0) & (s <= 1)).all()
    assert s.sum() == pytest.approx(1, abs=1e-12)
    np.testing.assert_allclose(softmax(z + shift, temperature=temperature), s, rtol=1e-9, atol=1e-11)


@given(single)
def test_the_sigmoid_is_a_softmax_with_one_input_fixed_at_0(x: float) -> None:
    assert softmax(np.array([x, 0.0]))[0] == pytest.approx(float(sigmoid(np.array(x))), rel=1e-12, abs=1e-300)


@given(single)
def test_tanh_is_the_sigmoid_stretched(x: float) -> None:
    ours = ACTIVATIONS["tanh"].value(np.array(x))
    np.testing.assert_allclose(ours, 2 * sigmoid(np.array(2 * x)) - 1, rtol=1e-9, atol=1e-15)


@given(st.sampled_from(list(ACTIVATIONS)), arrays(np.float64, 40, elements=st.floats(-1000, 1000)))
def test_an_activation_stays_in_its_span_and_never_gets_steeper_than_it_says(key: str, x: Array) -> None:
    each = ACTIVATIONS[key]
    value, slope = each.value(x), each.derivative(x)
    assert ((each.span[0] <= value) & (value <= each.span[1])).all()
    assert ((slope >= 0) & (slope <= each.steepest * (1 + 1e-15))).all(), "rounding may lift it by its last digit"
    np.testing.assert_allclose(each.derivative_of_value(value), slope, atol=1e-15)


@pytest.mark.parametrize("key", list(ACTIVATIONS))
def test_an_activation_reaches_what_it_is_said_to(key: str) -> None:
    each, far = ACTIVATIONS[key], np.array([-1000.0, 1000.0])
    assert each.derivative(np.array([1e-300, 1.0])).max() == each.steepest
    for end, value in zip(each.span, each.value(far), strict=True):
        assert value == (end if np.isfinite(end) else pytest.approx(value)), "a finite end is where it goes"
        assert np.isfinite(end) or abs(value) >= 10


@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("output", list(OUTPUTS))
def test_nothing_overflows_at_a_thousand(output: str, sign: int) -> None:
    """Warnings are errors here. Each class is predicted with certainty, once rightly and once wrongly."""
    network = MLP((1, 2), (), output)
    theta = sign * np.array([[1000.0], [-1000.0], [0.0], [0.0]])
    X, y = np.array([[1.0], [-1.0]]), np.eye(2)
    loss, gradient = network.loss_and_gradient(theta, X, y)
    expected = {
        "identity": {-1: (1000.0**2 + 1001.0**2) / 2, 1: (1000.0**2 + 999.0**2) / 2},
        "sigmoid": {-1: 1000.0, 1: 0.0},
        "softmax": {-1: 2000.0, 1: 0.0},
    }[output][sign]
    assert loss == pytest.approx(expected)
    assert np.isfinite(gradient).all()
    assert np.isfinite(network.forward(theta, X)).all()


@given(seeds)
def test_softmax_of_two_with_a_row_of_zeros_learns_as_the_sigmoid_does(seed: int) -> None:
    """Cross-entropy of (z, 0) is the binary cross-entropy of z: loss, and gradient of the first row."""
    random = np.random.default_rng(seed)
    X, w = random.standard_normal((5, 3)), random.standard_normal(4)
    y = random.integers(0, 2, (5, 1)).astype(float)
    two = np.concatenate([w[:3], np.zeros(3), w[3:], [0.0]])[:, None]
    loss, gradient = MLP((3, 1), (), "sigmoid").loss_and_gradient(w[:, None], X, y)
    as_two, of_two = MLP((3, 2), (), "softmax").loss_and_gradient(two, X, np.concatenate([y, 1 - y], axis=1))
    np.testing.assert_allclose(as_two, loss, rtol=1e-12)
    np.testing.assert_allclose(of_two[[0, 1, 2, 6]], gradient, rtol=1e-10, atol=1e-13)


@pytest.mark.parametrize("key", list(LOSSES))
def test_a_perfect_prediction_costs_nothing_and_certainty_of_the_wrong_is_finite(key: str) -> None:
    loss, y = LOSSES[key], np.eye(3)
    assert loss.value(y, y) == pytest.approx(0)
    wrong = np.eye(3)[[1, 2, 0]]
    assert 0 < loss.value(wrong, y) < np.inf
    assert np.isfinite(loss.gradient(wrong, y)).all()


def test_the_mean_squared_error_is_a_mean_over_samples_and_outputs() -> None:
    prediction, y = np.array([[1.0, 2.0], [3.0, 5.0], [0.0, 0.0]]), np.array([[0.0, 0.0], [3.0, 3.0], [0.0, 1.0]])
    assert LOSSES["mse"].value(prediction, y) == pytest.approx((1 + 4 + 0 + 4 + 0 + 1) / 6)
    assert LOSSES["cross-entropy"].value(np.array([[0.5, 0.25, 0.25]]), np.eye(3)[[1]]) == pytest.approx(np.log(4))


@given(seeds)
def test_differences_are_right_to_their_order(seed: int) -> None:
    """Of a sum of cubes: the forward one errs by 3hx + h², the central one by h², both beside rounding."""
    x = np.random.default_rng(seed).uniform(-2, 2, (5, 1))

    def cubes(p: Array) -> Array:
        assert p.shape[0] == 5
        return (p**3).sum(axis=0)

    exact, h = 3 * x**2, 1e-3
    np.testing.assert_allclose(forward_difference(cubes, x, h) - exact, 3 * h * x + h**2, atol=1e-9)
    np.testing.assert_allclose(central_difference(cubes, x, h) - exact, h**2, atol=1e-9)


def test_differences_ask_as_often_as_they_say() -> None:
    asked: list[int] = []

    def f(p: Array) -> Array:
        asked.append(p.shape[1])
        return p.sum(axis=0)

    forward_difference(f, np.zeros((7, 1)))
    central_difference(f, np.zeros((7, 1)))
    assert asked == [8, 14]


@pytest.mark.parametrize("key", list(DATASETS))
def test_data_come_again_from_their_seed_and_are_what_they_say(key: str) -> None:
    each = DATASETS[key]
    data, again, other = each.make(60, 1), each.make(60, 1), each.make(60, 2)
    for ours, theirs in zip(data, again, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    assert not np.array_equal(data.X, other.X)
    assert len(data.X) == len(data.y) == len(data.labels) == 60
    if each.classes > 1:
        np.testing.assert_array_equal(data.y, np.eye(each.classes)[data.labels])
        assert np.bincount(data.labels).min() >= 60 // each.classes - 10, "every class is there"
    clean, noisy = each.make(60, 1, 0.0), each.make(60, 1, 0.5)
    noise = noisy.X - clean.X if each.classes > 1 else noisy.y - clean.y
    assert noise.std() == pytest.approx(0.5 * each.spread, rel=0.3)


def test_first_weights_come_from_their_seed_and_are_as_large_as_their_scheme_says() -> None:
    network = MLP((200, 300, 100), "relu", "identity")
    for scheme, deviations in {
        "plain": (1.0, 1.0),
        "xavier": ((2 / 500) ** 0.5, (2 / 400) ** 0.5),
        "he": ((2 / 200) ** 0.5, (2 / 300) ** 0.5),
        None: ((2 / 200) ** 0.5, (2 / 400) ** 0.5),
    }.items():
        theta = network.init(4, scheme)
        np.testing.assert_array_equal(theta, network.init(4, scheme))
        for (W, b), deviation in zip(network.weights(theta), deviations, strict=True):
            assert W.std() == pytest.approx(deviation, rel=0.02)
            assert not b.any()
    assert not np.array_equal(network.init(4), network.init(5))
    assert MLP((200, 300, 100), "tanh", "identity").weights(network.init(4, "xavier"))[0].W.std() < 0.07


X, y = np.zeros((4, 2)), np.zeros((4, 3))


def small() -> MLP:
    return MLP((2, 5, 3), "tanh", "softmax")


def zeros() -> Array:
    return np.zeros((small().parameters, 1))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (lambda: MLP((2,), "tanh", "softmax"), r"sizes are \(2,\); allowed"),
        (lambda: MLP((2, 0, 1), "tanh", "softmax"), r"sizes are \(2, 0, 1\); allowed"),
        (lambda: MLP((2, 3, 1), "swish", "softmax"), "activation is 'swish'; allowed is one of sigmoid, tanh"),
        (lambda: MLP((2, 3, 1), ("tanh", "relu"), "softmax"), "2 names; allowed are 1, one a hidden layer"),
        (lambda: MLP((2, 3, 1), "tanh", "argmax"), "output is 'argmax'; allowed is one of identity"),
        (lambda: small().init(0, "lecun"), "scheme is 'lecun'; allowed is one of plain, .*he"),
        (lambda: small().forward(np.zeros((7, 1)), X), r"theta has 7 rows; allowed are 33"),
        (lambda: small().forward(zeros(), np.zeros((4, 3))), r"X has shape \(4, 3\); allowed is \(samples, 2\)"),
        (lambda: small().loss(zeros(), np.zeros(2), y), r"X has shape \(2,\)|y has shape"),
        (lambda: small().loss(zeros(), X, np.zeros((4, 1))), r"y has shape \(4, 1\); allowed is \(4, 3\)"),
        (lambda: small().loss_and_gradient(zeros(), X, np.zeros(4)), r"y has shape \(4,\); allowed is \(4, 3\)"),
        (lambda: softmax(np.zeros(2), temperature=0.0), "temperature is 0.0; allowed"),
        (lambda: forward_difference(lambda p: p[0], zeros(), 0.0), "step is 0.0; allowed"),
        (lambda: central_difference(lambda p: p[0], zeros(), -1.0), "step is -1.0; allowed"),
        (lambda: DATASETS["blobs"].make(5, 0), "samples is 5; allowed is 6 or more"),
        (lambda: DATASETS["blobs"].make(9, 0, -1.0), "noise is -1.0; allowed is 0 or more"),
    ],
)
def test_what_is_wrong_is_named_with_what_is_allowed(wrong: Callable[[], Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        wrong()
