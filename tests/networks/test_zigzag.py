"""The network that folds is the zigzag to rounding, and linear pieces are counted, bounded and fitted as they are."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from networks import ACTIVATIONS, MLP, central_difference
from networks.pieces import best_with_pieces, most_pieces, pieces
from networks.zigzag import FOLDING_WIDTH, folding_network, zigzag
from parameters import Array

STRAIGHT = [key for key, each in ACTIVATIONS.items() if each.is_straight]


@pytest.mark.parametrize("folds", range(1, 9))
def test_a_layer_of_two_neurons_for_each_fold_is_the_zigzag(folds: int) -> None:
    network, theta = folding_network(folds)
    assert network.sizes == (1, *[FOLDING_WIDTH] * folds, 1)
    x = np.random.default_rng(folds).uniform(0, 1, 500)
    np.testing.assert_allclose(network.forward(theta, x[:, None])[0, :, 0], zigzag(x, folds), atol=1e-12)


@pytest.mark.parametrize("folds", range(1, 9))
def test_each_fold_doubles_the_pieces(folds: int) -> None:
    """Its corners are those of a line between 0 and 1 at every multiple of 2⁻ᵏ."""
    corners = np.arange(2**folds + 1) / 2**folds
    x = np.random.default_rng(folds).uniform(0, 1, 200)
    np.testing.assert_allclose(zigzag(x, folds), np.interp(x, corners, np.arange(len(corners)) % 2), atol=1e-12)
    network, theta = folding_network(folds)
    assert pieces(network, theta, 0.0, 1.0) == 2**folds


def widely_drawn(network: MLP, seed: int) -> Array:
    return np.random.default_rng(seed).normal(size=(network.parameters, 1))


@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 10_000), st.sampled_from(STRAIGHT))
@settings(deadline=None)
def test_pieces_are_bounded_and_each_is_straight(width: int, depth: int, seed: int, activation: str) -> None:
    network = MLP((1, *[width] * depth, 1), activation, "identity")
    theta = widely_drawn(network, seed)
    counted = pieces(network, theta, -2.0, 2.0)
    assert 1 <= counted <= most_pieces([width] * depth)
    assert activation != "identity" or counted == 1
    x = np.linspace(-2, 2, 8001)
    slopes = np.diff(network.forward(theta, x[:, None])[0, :, 0]) / np.diff(x)
    bends = np.abs(np.diff(slopes)) > 1e-6 * max(1.0, np.abs(slopes).max())
    seen = 1 + int(np.sum(bends & ~np.concatenate([[False], bends[:-1]])))  # a kink within a cell bends two slopes
    assert seen <= counted, "no kink is missed; two that are very near are seen as one"


def test_one_layer_reaches_its_bound() -> None:
    """Neurons that bend at places of their own."""
    network = MLP((1, 3, 1), "relu", "identity")
    theta = np.array([1.0, 1.0, 1.0, -0.2, -0.5, -0.7, 1.0, -3.0, 5.0, 0.0])[:, None]
    assert pieces(network, theta, 0.0, 1.0) == most_pieces([3]) == 4
    assert most_pieces([2, 2]) == 9
    assert most_pieces([]) == 1


def plainly_best(y: Array, count: int) -> float:
    """By trying every way to part the places."""
    places = np.arange(len(y), dtype=float)

    def error(first: int, last: int) -> float:
        if last - first < 2:
            return 0.0
        own = places[first:last]
        return float(np.sum((y[first:last] - np.polyval(np.polyfit(own, y[first:last], 1), own)) ** 2))

    parted = ((0, *cuts, len(y)) for least in range(count) for cuts in combinations(range(1, len(y)), least))
    return min(sum(error(a, b) for a, b in pairwise(ends)) for ends in parted) / len(y)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_best_fit_of_so_many_pieces_is_the_best_of_all_partings(count: int) -> None:
    y = np.random.default_rng(count).normal(size=10)
    assert best_with_pieces(y, count) == pytest.approx(plainly_best(y, count), rel=1e-9)


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 10_000))
@settings(deadline=None)
def test_no_network_beats_the_fit_of_as_many_pieces(width: int, depth: int, seed: int) -> None:
    """The bound from below is one: also for a network that was led near the zigzag."""
    network = MLP((1, *[width] * depth, 1), "relu", "identity")
    theta, x = widely_drawn(network, seed), np.linspace(0, 1, 33)
    answers, y = network.forward(theta, x[:, None])[0, :, 0], zigzag(x, 3)
    loss = float(np.mean((answers - y) ** 2))
    assert loss >= best_with_pieces(y, most_pieces([width] * depth)) - 1e-12
    assert best_with_pieces(answers, pieces(network, theta, 0.0, 1.0)) <= 1e-12 * max(1.0, float(np.max(answers**2)))


def test_as_many_pieces_as_the_zigzag_has_fit_it() -> None:
    y = zigzag(np.linspace(0, 1, 65), 3)
    assert best_with_pieces(y, 8) < 1e-15
    assert best_with_pieces(y, 7) > 0.01
    assert best_with_pieces(y, 1) == pytest.approx(y.var())


@pytest.mark.parametrize("activation", ["relu", "sigmoid", "tanh"])
def test_the_gradient_of_many_deep_networks_at_once_is_that_of_differences(activation: str) -> None:
    """Also near the weights that fold, where every corner is a sample's neighbour."""
    network = MLP((1, 2, 2, 2, 1), activation, "identity")
    _, folding = folding_network(3)
    theta = folding + 0.1 * np.random.default_rng(1).normal(size=(network.parameters, 4))
    x = np.random.default_rng(2).uniform(0, 1, (40, 1))
    y = zigzag(x, 3)
    _, gradient = network.loss_and_gradient(theta, x, y)
    for column in range(4):
        alone = theta[:, column : column + 1]
        numerical = central_difference(lambda points: network.loss(points, x, y), alone)
        np.testing.assert_allclose(gradient[:, column], np.ravel(numerical), rtol=1e-5, atol=1e-8)
