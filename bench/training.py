"""Training a small network against PyTorch, and backpropagation against differences: `python -m bench.training`.

Prints ratios first, then the medians behind them. Leaves with an error if the two ways give different losses,
weights or gradients. Everyone has one thread: networks this small are slower with more, and PyTorch's wait for each
other without end on a machine that is busy.
"""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, NamedTuple

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # read when NumPy is first imported

import numpy as np
import torch

from bench.agreement import Array
from bench.match import OURS, Match, Rival, play, show
from bench.measure import Contender
from networks import DATASETS, MLP, Data, numerical_gradient
from optimizers import OPTIMIZERS, Optimizer

NETWORK = MLP((2, 16, 16, 2), "tanh", "softmax")
STEPS, SAMPLES, NOISE = 500, 200, 0.1
RATES = {"gd": 0.5, "momentum": 0.1, "adagrad": 0.05, "rmsprop": 0.002, "adam": 0.01}
"""Learning rates with which every rule learns steadily, so that rounding does not grow into a difference."""
WITHOUT_EPSILON = {"adagrad", "rmsprop", "adam"}
"""Rules that divide by √g: the lecture has ε inside the root and PyTorch outside; at 0 both are one formula."""
TRAINED_ALIKE = 1e-8
GOAL = 3.0

LARGE = MLP((2, 98, 98, 2), "tanh", "softmax")
"""With about 10 000 parameters."""
LARGE_SAMPLES = 20
NUMERICAL = 1e-6
"""A forward difference is right to about half of its digits."""
GOAL_OF_BACKPROPAGATION = 500.0


class Trained(NamedTuple):
    """What a rule did."""

    losses: Array
    """(steps + 1,)"""
    theta: Array
    """(P,), after the last step."""


def data(samples: int) -> Data:
    return DATASETS["moons"].make(samples, seed=0, noise=NOISE)


def rules() -> dict[str, Optimizer[Any]]:
    return {key: OPTIMIZERS[key](**({"eps": 0.0} if key in WITHOUT_EPSILON else {})) for key in RATES}


def train_side_by_side(start: Array, X: Array, y: Array) -> dict[str, Trained]:
    """Every rule on a column of θ; one pass forward and back for all of them."""
    theta = np.repeat(start, len(RATES), axis=1)
    racing = rules()
    states = [rule.init(theta[:, i]) for i, rule in enumerate(racing.values())]
    losses = np.empty((STEPS + 1, len(RATES)))
    for t in range(1, STEPS + 1):
        losses[t - 1], gradient = NETWORK.loss_and_gradient(theta, X, y)
        for i, (key, rule) in enumerate(racing.items()):
            step, states[i] = rule.update(gradient[:, i], states[i], t, RATES[key])
            theta[:, i] -= step
    losses[-1] = NETWORK.loss(theta, X, y)
    return {key: Trained(losses[:, i], theta[:, i]) for i, key in enumerate(RATES)}


TORCH_RULES: dict[str, Callable[..., torch.optim.Optimizer]] = {
    "gd": lambda x, n: torch.optim.SGD(x, lr=n),
    "momentum": lambda x, n: torch.optim.SGD(x, lr=n, momentum=0.9),
    "adagrad": lambda x, n: torch.optim.Adagrad(x, lr=n, eps=0.0),
    "rmsprop": lambda x, n: torch.optim.RMSprop(x, lr=n, alpha=0.9, eps=0.0),
    "adam": lambda x, n: torch.optim.Adam(x, lr=n, betas=(0.9, 0.999), eps=0.0),
}


def train_with_pytorch(start: Array, X: Array, y: Array) -> dict[str, Trained]:
    """The same as one writes it there: one network after the other."""
    inputs, labels = torch.tensor(X), torch.tensor(y.argmax(axis=1))
    return {key: _train_one(key, start, inputs, labels) for key in RATES}


def _train_one(key: str, start: Array, X: torch.Tensor, labels: torch.Tensor) -> Trained:
    network = with_linear_layers(start)
    optimizer = TORCH_RULES[key](network.parameters(), RATES[key])
    error = torch.nn.CrossEntropyLoss()
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = error(network(X), labels)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        losses.append(error(network(X), labels).item())
        theta = torch.cat([each.flatten() for each in network.parameters()])
    return Trained(np.array(losses), theta.numpy())


def with_linear_layers(theta: Array) -> torch.nn.Sequential:
    """NETWORK with these parameters (P, 1), in PyTorch."""
    layers: list[torch.nn.Module] = []
    for W, b in NETWORK.weights(theta):
        layer = torch.nn.Linear(W.shape[2], W.shape[1], dtype=torch.float64)
        layer.weight.data, layer.bias.data = torch.tensor(W[0]), torch.tensor(b[0])
        layers += [layer, torch.nn.Tanh()]
    return torch.nn.Sequential(*layers[:-1])


def training_match() -> Match:
    X, y, _ = data(SAMPLES)
    start = NETWORK.init(0)
    name = "×".join(map(str, NETWORK.sizes))
    return Match(
        f"Training {name} on two moons: {len(RATES)} rules × {STEPS} steps, {SAMPLES} samples each step",
        Contender(OURS, lambda: train_side_by_side(start, X, y)),
        lambda trained: trained,
        [
            Rival(
                Contender("PyTorch", lambda: train_with_pytorch(start, X, y)),
                lambda trained: trained,
                goal=GOAL,
                tolerance=TRAINED_ALIKE,
            )
        ],
        largest_difference,
    )


def gradient_match() -> Match:
    X, y, _ = data(LARGE_SAMPLES)
    theta = LARGE.init(0)

    def by_differences() -> Array:
        return numerical_gradient(lambda points: LARGE.loss(points, X, y), theta)

    return Match(
        f"Gradient of {LARGE.parameters} parameters, {LARGE_SAMPLES} samples",
        Contender(OURS, lambda: LARGE.loss_and_gradient(theta, X, y)[1]),
        lambda gradient: gradient,
        [
            Rival(
                Contender(f"forward difference, {LARGE.parameters + 1}×", by_differences),
                lambda gradient: gradient,
                goal=GOAL_OF_BACKPROPAGATION,
                tolerance=NUMERICAL,
            )
        ],
        relative,
    )


def largest_difference(ours: Mapping[str, Trained], theirs: Mapping[str, Trained]) -> float:
    """In any rule's losses or last weights, relative to the largest of them."""
    assert ours.keys() == theirs.keys()
    return max(relative(a, b) for key in ours for a, b in zip(ours[key], theirs[key], strict=True))


def relative(ours: Array, theirs: Array) -> float:
    assert ours.shape == theirs.shape
    return float(np.abs(ours - theirs).max() / np.abs(ours).max())


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=7, help="measurements of each contender (default: 7)")
    rounds = arguments.parse_args().rounds
    torch.set_num_threads(1)
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "torch"))
    print(f"Python {platform.python_version()}, {packages}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.2f}")
    print(f"Medians of {rounds} interleaved rounds, one thread each.")
    results = {match.title: play(match, rounds) for match in (training_match(), gradient_match())}
    return show(results)


if __name__ == "__main__":
    sys.exit(main())
