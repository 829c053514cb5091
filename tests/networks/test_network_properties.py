"""What holds of every network, softmax, activation and set of data."""

import re
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from networks import (
    ACTIVATIONS,
    DATASETS,
    INITIALISATIONS,
    LOSSES,
    MLP,
    OUTPUTS,
    Activation,
    Dataset,
    central_difference,
    forward_difference,
    numerical_gradient,
    sigmoid,
    softmax,
    softmax_jacobian,
)
from parameters import Array

FEW = settings(max_examples=25)
NUMBERS = st.floats(-1000.0, 1000.0)
SMALL = st.floats(-3.0, 3.0)
ROWS = arrays(np.float64, st.integers(1, 6), elements=NUMBERS)


@st.composite
def cases(draw: st.DrawFn) -> tuple[MLP, Array, Array, Array]:
    """A network, several columns of parameters, inputs and one-hot targets."""
    inputs, outputs = draw(st.integers(1, 3)), draw(st.integers(2, 3))
    widths = draw(st.lists(st.integers(1, 5), max_size=3))
    activations = tuple(draw(st.sampled_from(sorted(ACTIVATIONS))) for _ in widths)
    network = MLP((inputs, *widths, outputs), activations, draw(st.sampled_from(sorted(OUTPUTS))))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    samples = draw(st.integers(1, 6))
    theta = random.standard_normal((network.parameters, draw(st.integers(1, 4))))
    X = random.standard_normal((samples, inputs))
    return network, theta, X, np.eye(outputs)[random.integers(0, outputs, samples)]


@FEW
@given(cases())
def test_backpropagation_gives_what_central_differences_give(case: tuple[MLP, Array, Array, Array]) -> None:
    network, theta, X, y = case
    loss, gradient = network.loss_and_gradient(theta, X, y)
    np.testing.assert_allclose(loss, network.loss(theta, X, y), rtol=1e-12)
    for column in range(theta.shape[1]):
        numerical = central_difference(lambda points: network.loss(points, X, y), theta[:, [column]])
        np.testing.assert_allclose(gradient[:, [column]], numerical, rtol=1e-5, atol=1e-8)


@FEW
@given(cases())
def test_a_network_does_not_know_those_beside_it(case: tuple[MLP, Array, Array, Array]) -> None:
    network, theta, X, y = case
    loss, gradient = network.loss_and_gradient(theta, X, y)
    predictions = network.forward(theta, X)
    assert predictions.shape == (theta.shape[1], len(X), y.shape[1])
    for column in range(theta.shape[1]):
        alone = theta[:, [column]]
        its_loss, its_gradient = network.loss_and_gradient(alone, X, y)
        np.testing.assert_allclose(loss[[column]], its_loss, rtol=1e-12)
        np.testing.assert_allclose(gradient[:, [column]], its_gradient, rtol=1e-11, atol=1e-14)
        np.testing.assert_allclose(predictions[[column]], network.forward(alone, X), rtol=1e-11, atol=1e-14)


@FEW
@given(cases())
def test_the_order_of_the_samples_changes_nothing(case: tuple[MLP, Array, Array, Array]) -> None:
    network, theta, X, y = case
    order = np.random.default_rng(len(X)).permutation(len(X))
    loss, gradient = network.loss_and_gradient(theta, X, y)
    shuffled_loss, shuffled_gradient = network.loss_and_gradient(theta, X[order], y[order])
    np.testing.assert_allclose(shuffled_loss, loss, rtol=1e-12)
    np.testing.assert_allclose(shuffled_gradient, gradient, rtol=1e-10, atol=1e-13)


@FEW
@given(cases())
def test_a_prediction_and_its_loss_are_those_of_the_loss_by_itself(case: tuple[MLP, Array, Array, Array]) -> None:
    network, theta, X, y = case
    by_itself = network.last.loss.value(network.forward(theta, X), y)
    np.testing.assert_allclose(network.loss(theta, X, y), by_itself, rtol=1e-9, atol=1e-12)
    assert network.last.loss in LOSSES.values()


@FEW
@given(cases())
def test_layers_are_views_and_their_norms_make_the_whole(case: tuple[MLP, Array, Array, Array]) -> None:
    network, theta, X, y = case
    _, gradient = network.loss_and_gradient(theta, X, y)
    norms = network.layer_gradients(theta, gradient)
    assert norms.shape == (len(network.shapes), theta.shape[1])
    biases = sum(np.square(b).sum(axis=1) for _, b in network.weights(gradient))
    np.testing.assert_allclose(np.square(norms).sum(axis=0) + biases, np.square(gradient).sum(axis=0), rtol=1e-10)
    joined = np.concatenate([np.concatenate([W[0].ravel(), b[0]]) for W, b in network.weights(theta)])
    np.testing.assert_array_equal(joined, theta[:, 0])
    hidden = network.activations(theta, X)
    assert [each.shape[1] for each in hidden] == list(network.sizes[1:-1])


def test_a_thousand_breaks_nothing() -> None:
    """Sums of ±1000, and half of the samples on the wrong side."""
    for output, loss in (("softmax", 1000.0), ("sigmoid", 500.0)):
        network = MLP((1, 2), (), output)
        theta = np.array([[1000.0], [-1000.0], [0.0], [0.0]])
        found, gradient = network.loss_and_gradient(theta, np.array([[1.0], [-1.0]]), np.eye(2)[[1, 1]])
        assert found == pytest.approx(loss)
        assert np.isfinite(gradient).all()


@given(ROWS, st.floats(0.1, 10.0))
def test_softmax_is_a_distribution(z: Array, temperature: float) -> None:
    s = softmax(z, temperature=temperature)
    assert s.sum() == pytest.approx(1.0, rel=1e-12)
    assert (s >= 0).all()
    assert (s <= 1).all()
    assert s[z.argmax()] == s.max()


@given(arrays(np.float64, 4, elements=SMALL), NUMBERS)
def test_softmax_does_not_see_a_common_shift(z: Array, shift: float) -> None:
    np.testing.assert_allclose(softmax(z + shift), softmax(z), rtol=1e-11)


@given(NUMBERS)
def test_sigmoid_is_a_softmax_with_one_input_at_0(x: float) -> None:
    np.testing.assert_allclose(sigmoid(np.array([x])), softmax(np.array([x, 0.0]))[:1], rtol=1e-12)


@given(arrays(np.float64, (2, 3), elements=SMALL))
def test_softmax_goes_along_the_axis_asked_for(z: Array) -> None:
    np.testing.assert_array_equal(softmax(z, axis=0), softmax(z.T).T)


def probability(i: int, temperature: float, points: Array) -> Array:
    """The i-th of a softmax over each column."""
    return softmax(points, axis=0, temperature=temperature)[i]


@FEW
@given(arrays(np.float64, 4, elements=SMALL), st.floats(0.5, 4.0))
def test_softmax_jacobian_is_its_derivative(z: Array, temperature: float) -> None:
    jacobian = softmax_jacobian(z, temperature)
    np.testing.assert_allclose(jacobian.sum(axis=0), 0.0, atol=1e-14)
    np.testing.assert_array_equal(jacobian, jacobian.T)
    for i in range(4):
        row = central_difference(partial(probability, i, temperature), z[:, None])
        np.testing.assert_allclose(jacobian[i], row[:, 0], atol=1e-8)


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=list(ACTIVATIONS))
@given(x=arrays(np.float64, 8, elements=NUMBERS))
def test_activations_stay_within_what_they_say(activation: Activation, x: Array) -> None:
    low, high = activation.span
    h, slope = activation.value(x), activation.derivative(x)
    assert (h >= low).all()
    assert (h <= high).all()
    assert (slope >= 0).all()
    assert (slope <= activation.steepest * (1 + 1e-15)).all()
    np.testing.assert_allclose(activation.derivative_of_value(h), slope, atol=1e-14)


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=list(ACTIVATIONS))
def test_activations_reach_what_they_say(activation: Activation) -> None:
    x = np.array([-1e6, -40.0, -1e-12, 0.0, 1e-12, 40.0, 1e6])
    assert activation.derivative(x).max() == pytest.approx(activation.steepest)
    h = activation.value(x)
    for bound, extreme in zip(activation.span, (h.min(), h.max()), strict=True):
        assert extreme == pytest.approx(bound) if np.isfinite(bound) else abs(extreme) >= 1e4


@pytest.mark.parametrize("activation", ACTIVATIONS.values(), ids=list(ACTIVATIONS))
@given(x=st.floats(-8.0, 8.0).filter(lambda x: abs(x) > 1e-3))
def test_a_derivative_is_that_of_its_function(activation: Activation, x: float) -> None:
    numerical = central_difference(lambda points: activation.value(points)[0], np.array([[x]]))
    assert activation.derivative(np.array([x]))[0] == pytest.approx(numerical[0, 0], rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=list(DATASETS))
@given(samples=st.integers(12, 60), seed=st.integers(0, 10**6), noise=st.floats(0.0, 1.0))
def test_data_are_the_same_from_a_seed_and_as_promised(dataset: Dataset, samples: int, seed: int, noise: float) -> None:
    data, again = dataset.make(samples, seed, noise), dataset.make(samples, seed, noise)
    for one, other in zip(data, again, strict=True):
        np.testing.assert_array_equal(one, other)
    assert data.X.shape == (samples, 1 if dataset.classes == 1 else 2)
    assert data.y.shape == (samples, dataset.classes)
    assert data.labels.shape == (samples,)
    assert not np.array_equal(data.X, dataset.make(samples, seed + 1, noise).X)
    if dataset.classes > 1:
        np.testing.assert_array_equal(data.y, np.eye(dataset.classes)[data.labels])
        counts = np.bincount(data.labels, minlength=dataset.classes)
        assert counts.max() - counts.min() <= 2
        assert np.abs(dataset.make(samples, seed, 0.0).X).max() < 2.5


@pytest.mark.parametrize("scheme", INITIALISATIONS)
def test_first_weights_have_the_deviation_of_their_scheme(scheme: str) -> None:
    network = MLP((40, 300, 2), "tanh", "identity")
    (W, b), _ = network.weights(network.init(5, scheme))
    assert W.std() == pytest.approx(INITIALISATIONS[scheme].deviation(40, 300), rel=0.03)
    assert not b.any()
    np.testing.assert_array_equal(network.init(5, scheme), network.init(5, scheme))
    assert not np.array_equal(network.init(5, scheme), network.init(6, scheme))


def test_without_a_scheme_he_stands_before_relu_and_xavier_elsewhere() -> None:
    network = MLP((200, 200, 200), ("relu",), "identity")
    before, last = (W.std() for W, _ in network.weights(network.init(1)))
    assert before == pytest.approx(INITIALISATIONS["he"].deviation(200, 200), rel=0.03)
    assert last == pytest.approx(INITIALISATIONS["xavier"].deviation(200, 200), rel=0.03)


@FEW
@given(cases(), st.integers(1, 9))
def test_a_difference_in_pieces_is_the_difference(case: tuple[MLP, Array, Array, Array], columns: int) -> None:
    network, theta, X, y = case
    whole = forward_difference(lambda points: network.loss(points, X, y), theta[:, [0]])
    in_pieces = numerical_gradient(lambda points: network.loss(points, X, y), theta[:, [0]], columns=columns)
    np.testing.assert_allclose(in_pieces, whole, rtol=1e-6, atol=1e-6)


def test_differences_evaluate_as_often_as_they_say() -> None:
    asked: list[int] = []

    def square(points: Array) -> Array:
        asked.append(points.shape[1])
        return np.square(points).sum(axis=0)

    x = np.arange(1.0, 8.0)[:, None]
    np.testing.assert_allclose(forward_difference(square, x), 2 * x, rtol=1e-6)
    assert sum(asked) == 7 + 1
    asked.clear()
    np.testing.assert_allclose(central_difference(square, x), 2 * x, rtol=1e-9)
    assert sum(asked) == 2 * 7
    asked.clear()
    np.testing.assert_allclose(numerical_gradient(square, x, columns=3), 2 * x, rtol=1e-6)
    assert asked == [1, 3, 3, 1], "one at the place itself, then one a parameter, three at a time"


NETWORK = MLP((2, 3, 2), "tanh", "softmax")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: MLP((3,), "tanh", "identity"), "sizes are (3,); allowed are two or more"),
        (lambda: MLP((3, 0), "tanh", "identity"), "sizes are (3, 0); allowed are two or more"),
        (lambda: MLP((3, 1), "tanh", "linear"), "output is 'linear'; allowed is one of identity, sigmoid, softmax"),
        (lambda: MLP((3, 1), "sine", "identity"), "activation is 'sine'; allowed is one of sigmoid, tanh"),
        (lambda: MLP((3, 2, 1), ("tanh", "relu"), "identity"), "activation has 2 names; allowed are 1"),
        (lambda: NETWORK.init(0, "best"), "scheme is 'best'; allowed is one of plain, xavier, he, or None"),
        (lambda: NETWORK.weights(np.zeros((5, 1))), "there are 5 parameters; this network has 17"),
        (lambda: NETWORK.layer_gradients(np.zeros((17, 1)), np.zeros((17, 2))), "shape (17, 2); allowed is"),
        (lambda: softmax(np.zeros(2), temperature=0.0), "temperature is 0.0; allowed is a number above 0"),
        (lambda: DATASETS["moons"].make(3, 0), "samples is 3; allowed is 4 or more"),
        (lambda: DATASETS["moons"].make(9, 0, -0.1), "noise is -0.1; allowed is 0 or more"),
        (lambda: forward_difference(np.sum, np.zeros((1, 1)), 0.0), "step is 0.0; allowed is a number above 0"),
        (lambda: central_difference(np.sum, np.zeros((1, 1)), -1.0), "step is -1.0; allowed is a number above 0"),
        (lambda: numerical_gradient(np.sum, np.zeros((1, 1)), columns=0), "columns is 0; allowed is 1 or more"),
    ],
)
def test_errors_say_what_came_and_what_is_allowed(wrong: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        wrong()
