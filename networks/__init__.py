"""Small neural networks: losses, activations, and many multilayer perceptrons side by side. NumPy only."""

from networks.activations import ACTIVATIONS, Activation, sigmoid
from networks.data import DATASETS, Data, Dataset
from networks.differences import central_difference, differences_in_pieces, forward_difference, numerical_gradient
from networks.initialisation import INITIALISATIONS, Initialisation
from networks.losses import LOSSES, Loss, binary_cross_entropy, cross_entropy, mean_squared_error
from networks.mlp import MLP, Layer
from networks.outputs import OUTPUTS, Output
from networks.softmax import softmax, softmax_jacobian

__all__ = [
    "ACTIVATIONS",
    "DATASETS",
    "INITIALISATIONS",
    "LOSSES",
    "MLP",
    "OUTPUTS",
    "Activation",
    "Data",
    "Dataset",
    "Initialisation",
    "Layer",
    "Loss",
    "Output",
    "binary_cross_entropy",
    "central_difference",
    "cross_entropy",
    "differences_in_pieces",
    "forward_difference",
    "mean_squared_error",
    "numerical_gradient",
    "sigmoid",
    "softmax",
    "softmax_jacobian",
]
