"""What is counted is what is multiplied: held against networks of numbers that count their own multiplications."""

import numpy as np
import pytest

from networks import MLP, backpropagation_multiplications, forward_multiplications, numerical_multiplications


class Counting(float):
    """A number that notes when it is multiplied."""

    times = 0

    def __mul__(self, other: float) -> "Counting":
        Counting.times += 1
        return Counting(float(self) * float(other))

    def __add__(self, other: float) -> "Counting":
        return Counting(float(self) + float(other))


def product(W: list[list[Counting]], h: list[Counting]) -> list[Counting]:
    """W h, number by number."""
    return [sum((w * x for w, x in zip(row, h, strict=True)), Counting(0)) for row in W]


def both_passes(network: MLP) -> tuple[int, int]:
    """Multiplications of a forward pass and of a backward pass, for one sample, with f(x) = x and f′ = 1."""
    layers = [
        [[Counting(w) for w in row] for row in W[0]] for W, _ in network.weights(np.ones((network.parameters, 1)))
    ]
    Counting.times = 0
    h = [[Counting(1)] * network.sizes[0]]
    for W in layers:
        h.append(product(W, h[-1]))
    forward = Counting.times
    delta = [Counting(1)] * network.sizes[-1]
    for number in range(len(layers) - 1, -1, -1):
        assert len([d * x for d in delta for x in h[number]]) == np.size(layers[number])  # ∂L/∂W = δ hᵀ
        if number:
            transposed = [list(column) for column in zip(*layers[number], strict=True)]
            delta = [each * Counting(1) for each in product(transposed, delta)]  # (Wᵀδ) f′
    return forward, Counting.times - forward


@pytest.mark.parametrize("sizes", [(2, 3), (2, 6, 6, 2), (3, 5, 4, 2), (1, 1, 1), (4, 7, 2, 9, 1)])
def test_it_is_what_is_multiplied(sizes: tuple[int, ...]) -> None:
    network = MLP(sizes, "identity", "identity")
    forward, backward = both_passes(network)
    assert forward_multiplications(network) == forward
    assert backpropagation_multiplications(network) == forward + backward
    assert numerical_multiplications(network, 7) == 7 * forward


def test_the_lecture_s_count_is_near_for_large_networks() -> None:
    """N(N + 1) counts a multiplication a parameter; biases have none."""
    network = MLP((2, 97, 97, 2), "tanh", "softmax")
    count = network.parameters
    exact = numerical_multiplications(network, count + 1)
    assert 0.97 * count * (count + 1) < exact < count * (count + 1)
    assert 2 < backpropagation_multiplications(network) / forward_multiplications(network) < 3.1
