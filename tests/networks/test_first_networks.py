"""A network's gradient is that of its loss: held against central differences."""

from itertools import product

import numpy as np
import pytest

from networks import ACTIVATIONS, MLP, OUTPUTS, central_difference


@pytest.mark.parametrize(("activation", "output"), [*product(ACTIVATIONS, OUTPUTS)])
def test_backpropagation_agrees_with_central_differences(activation: str, output: str) -> None:
    network = MLP((3, 5, 4, 2), activation, output)
    random = np.random.default_rng(3)
    X, y = random.standard_normal((7, 3)), np.eye(2)[random.integers(0, 2, 7)]
    theta = np.concatenate([network.init(seed) + 0.1 for seed in range(3)], axis=1)
    loss, gradient = network.loss_and_gradient(theta, X, y)
    np.testing.assert_allclose(loss, network.loss(theta, X, y), rtol=1e-14)
    for column in range(3):
        numerical = central_difference(lambda points: network.loss(points, X, y), theta[:, [column]])
        np.testing.assert_allclose(gradient[:, [column]], numerical, rtol=1e-6, atol=2e-9)


def test_softmax_and_sigmoid_bear_a_thousand() -> None:
    network = MLP((1, 2), (), "softmax")
    theta = np.array([[1000.0], [-1000.0], [0.0], [0.0]])
    loss, gradient = network.loss_and_gradient(theta, np.array([[1.0], [-1.0]]), np.eye(2)[[1, 1]])
    assert loss == pytest.approx(1000.0)
    assert np.isfinite(gradient).all()
