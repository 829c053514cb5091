"""What a gradient costs: multiplications of two numbers, for one sample."""

from math import prod

from networks.mlp import MLP


def forward_multiplications(network: MLP) -> int:
    """Of one evaluation of the loss: every weight once.

    Biases are added; what an activation and the loss cost is left out, here and below.
    """
    return sum(map(prod, network.shapes))


def numerical_multiplications(network: MLP, evaluations: int) -> int:
    """Of numerical differentiation, which evaluates the loss that often. The lecture rounds it to N(N + 1)."""
    return evaluations * forward_multiplications(network)


def backpropagation_multiplications(network: MLP) -> int:
    """Of a forward and a backward pass.

    Backwards each weight's derivative is one product of δ and h, the δ in front of each layer but the first takes each
    of its weights once more, and every hidden unit multiplies by f′: between 2 and 3 times the forward pass, and f′.
    """
    forward = forward_multiplications(network)
    carried_back = forward - prod(network.shapes[0])
    return forward + forward + carried_back + sum(network.sizes[1:-1])
