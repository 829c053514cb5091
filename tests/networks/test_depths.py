"""Networks of every depth in one pass: the same gradients as one network after the other, and the theory's factors."""

import numpy as np
import pytest

from networks import ACTIVATIONS, INITIALISATIONS, OUTPUTS, central_difference
from networks.depths import Signals, Start, returned_in_pieces, signals
from parameters import Array
from work.pieces import finished

every_activation = pytest.mark.parametrize("activation", list(ACTIVATIONS))


def start(activation: str, initialisation: str = "xavier", *, width: int = 6, scale: float = 1.0) -> Start:
    return Start(activation, initialisation, scale, width, seed=5, dataset="moons")


@every_activation
@pytest.mark.parametrize("initialisation", list(INITIALISATIONS))
def test_the_weights_gradients_are_those_of_each_network(activation: str, initialisation: str) -> None:
    networks = start(activation, initialisation)
    found = signals(networks, 7, 3)
    X, y, _ = networks.data
    for depth in (1, 2, 7):
        network, theta = networks.network(depth), networks.theta(depth, 3)
        _, gradient = network.loss_and_gradient(theta, X, y)
        of_layers = [np.sqrt((W**2).sum(axis=(1, 2))) for W, _ in network.weights(gradient)]
        np.testing.assert_allclose(found.weights[depth - 1, : depth + 1], of_layers, rtol=1e-10)
        assert np.isnan(found.weights[depth - 1, depth + 1 :]).all()


@every_activation
def test_what_goes_forward_is_what_each_network_gives(activation: str) -> None:
    networks = start(activation)
    given = networks.network(4).activations(networks.theta(4, 3), networks.data.X)
    sizes = [np.sqrt(np.mean(h**2, axis=(1, 2))) for h in given]
    np.testing.assert_allclose(signals(networks, 6, 3).forward[:4], sizes, rtol=1e-12)


@pytest.mark.parametrize("layer", [0, 1, 2])
@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_what_comes_back_is_the_slope_of_the_loss_in_the_sums_of_a_layer(activation: str, layer: int) -> None:
    networks = start(activation, width=3)
    X, y, _ = networks.data
    *hidden, last = (W[0] for W in networks.draw(3, 2))
    f = ACTIVATIONS[activation].value
    z = hidden[0] @ X.T
    for W in hidden[1 : layer + 1]:
        z = W @ f(z)

    def loss(points: Array) -> Array:
        """Of the sums of that layer (units · samples, K)."""
        h = f(points.T.reshape(-1, *z.shape))
        for W in hidden[layer + 1 :]:
            h = f(W @ h)
        return OUTPUTS["softmax"].loss_of(last @ h, y.T)

    numerical = np.linalg.norm(central_difference(loss, z.reshape(-1, 1)))
    found = signals(networks, 3, 2)
    np.testing.assert_allclose(found.backward[2, layer, 0], numerical, rtol=1e-6)
    assert np.isnan(found.backward[layer, layer + 1 :]).all()


def test_a_deeper_network_begins_with_the_same_layers_and_ends_in_the_same_one() -> None:
    networks = start("relu", "he")
    shallow, deep = networks.draw(2, 3), networks.draw(5, 3)
    for one, other in zip([*shallow[:2], shallow[-1]], [*deep[:2], deep[-1]], strict=True):
        np.testing.assert_array_equal(one, other)
    for one, other in zip(start("relu", "he", scale=2.0).draw(2, 3), shallow, strict=True):
        np.testing.assert_array_equal(one, 2 * other)


@pytest.fixture(scope="module")
def wide() -> dict[tuple[str, str], Signals]:
    keys = [(activation, each) for activation in ACTIVATIONS for each in INITIALISATIONS]
    return {key: signals(start(*key, width=48), 20, 5) for key in keys}


@every_activation
@pytest.mark.parametrize("initialisation", list(INITIALISATIONS))
def test_every_layer_multiplies_by_what_theory_says(
    activation: str, initialisation: str, wide: dict[tuple[str, str], Signals]
) -> None:
    measured = wide[activation, initialisation].per_layer(20)
    theory = start(activation, initialisation, width=48).factor
    if ACTIVATIONS[activation].is_straight:
        assert measured == pytest.approx(theory, rel=0.06)
    else:
        assert measured < 1.02 * theory


def test_the_lecture_s_numbers(wide: dict[tuple[str, str], Signals]) -> None:
    """Sigmoid fades with Xavier's weights, tanh with smaller ones, ReLU keeps its size with He's alone."""
    assert start("sigmoid", "xavier").factor == pytest.approx(1 / 4)
    assert start("tanh", "xavier").factor == pytest.approx(1)
    assert start("relu", "he").factor == pytest.approx(1)
    assert wide["sigmoid", "xavier"].front_to_last(20) < 1e-6
    assert wide["tanh", "thumb"].front_share(20) < 1e-4
    assert 0.1 < wide["tanh", "xavier"].front_share(20) < 10
    assert 0.1 < wide["relu", "he"].front_share(20) < 10
    assert wide["relu", "thumb"].front_share(20) < 1e-6
    assert wide["relu", "plain"].front_share(20) > 1e6


@every_activation
def test_with_one_hidden_layer_there_is_nothing_to_compare_with(activation: str) -> None:
    found = signals(start(activation), 1, 3)
    assert found.front_share(1) == found.returned(1) == 1
    assert np.isnan(found.per_layer(1))


@every_activation
@pytest.mark.parametrize("scale", [0.25, 8.0])
def test_sizes_far_from_one_warn_nobody(activation: str, scale: float) -> None:
    found = signals(start(activation, "plain", width=48, scale=scale), 50, 2)
    sizes = found.weights[~np.isnan(found.weights)]
    assert len(sizes) == 2 * sum(range(2, 52))
    assert (sizes >= 0).all()


@every_activation
@pytest.mark.parametrize("initialisation", list(INITIALISATIONS))
def test_what_arrives_at_some_depths_is_what_arrives_at_all_of_them(activation: str, initialisation: str) -> None:
    networks, depths = start(activation, initialisation), (2, 5, 7)
    found = finished(returned_in_pieces(networks, depths, 3))
    backward = signals(networks, 7, 3).backward
    for row, depth in enumerate(depths):
        np.testing.assert_allclose(found[row], backward[depth - 1, 0] / backward[depth - 1, depth - 1], rtol=1e-10)


def test_where_nothing_comes_back_nothing_arrives() -> None:
    """In narrow ReLU networks all units of a layer may be dead."""
    found = finished(returned_in_pieces(start("relu", "he", width=1), (20,), 9))
    assert np.isfinite(found).all()
    assert (found == 0).any()
