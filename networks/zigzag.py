"""The zigzag that layers fold: the tent map iterated, and the network that is it exactly."""

import numpy as np

from networks.mlp import MLP
from parameters import Array

FOLDING_WIDTH = 2
"""Neurons of each layer of the network that folds."""


def zigzag(x: Array, folds: int) -> Array:
    """T(T(… T(x))), with so many T: T(x) = 1 − |2x − 1| folds [0, 1] in the middle, so the line has 2ᶠᵒˡᵈˢ pieces."""
    for _ in range(folds):
        x = 1.0 - np.abs(2.0 * x - 1.0)
    return x


def folding_network(folds: int) -> tuple[MLP, Array]:
    """The ReLU network that is the zigzag on [0, 1], and its parameters (P, 1): a hidden layer for each fold.

    Each has two neurons, ReLU(t) and ReLU(t − 1/2), of which the next layer takes T(t) = 2 ReLU(t) − 4 ReLU(t − 1/2).
    Source: Telgarsky, Benefits of depth in neural networks (2016).
    """
    network = MLP((1, *[FOLDING_WIDTH] * folds, 1), "relu", "identity")
    fold, bends = np.array([2.0, -4.0]), np.array([0.0, -0.5])
    first = np.concatenate([np.ones(FOLDING_WIDTH), bends])
    between = np.concatenate([fold, fold, bends])
    last = np.concatenate([fold, np.zeros(1)])
    return network, np.concatenate([first, *[between] * (folds - 1), last])[:, None]
