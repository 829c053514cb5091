"""Small neural networks: losses, activations, and many multilayer perceptrons side by side. NumPy only."""

from networks.activations import ACTIVATIONS, Activation, sigmoid
from networks.change import Change
from networks.counting import (
    backpropagation_multiplications,
    forward_multiplications,
    numerical_multiplications,
)
from networks.curves import CURVES, LETTERS, Curve, Fit
from networks.data import DATASETS, Data, Dataset
from networks.differences import central_difference, differences_in_pieces, forward_difference, numerical_gradient
from networks.graph import Edge, Graph, Node, Pass, Trace, loss_of
from networks.initialisation import INITIALISATIONS, Initialisation
from networks.losses import LOSSES, Loss, binary_cross_entropy, cross_entropy, mean_squared_error
from networks.mlp import MLP, Layer
from networks.outputs import OUTPUTS, Output
from networks.principal_plane import PrincipalPlane, nearest_turn, principal_planes, steadied
from networks.separation import Separators, best_line, found_separators
from networks.small_graphs import MOST_LAYERS, chain, fork, neuron
from networks.softmax import softmax

__all__ = [
    "ACTIVATIONS",
    "CURVES",
    "DATASETS",
    "INITIALISATIONS",
    "LETTERS",
    "LOSSES",
    "MLP",
    "MOST_LAYERS",
    "OUTPUTS",
    "Activation",
    "Change",
    "Curve",
    "Data",
    "Dataset",
    "Edge",
    "Fit",
    "Graph",
    "Initialisation",
    "Layer",
    "Loss",
    "Node",
    "Output",
    "Pass",
    "PrincipalPlane",
    "Separators",
    "Trace",
    "backpropagation_multiplications",
    "best_line",
    "binary_cross_entropy",
    "central_difference",
    "chain",
    "cross_entropy",
    "differences_in_pieces",
    "fork",
    "forward_difference",
    "forward_multiplications",
    "found_separators",
    "loss_of",
    "mean_squared_error",
    "nearest_turn",
    "neuron",
    "numerical_gradient",
    "numerical_multiplications",
    "principal_planes",
    "sigmoid",
    "softmax",
    "steadied",
]
