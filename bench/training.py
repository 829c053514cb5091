"""Networks against PyTorch, and backpropagation against numerical differentiation: `python -m bench.training`.

Five rules train one network each, on all data at every step: here as the columns of one θ, in PyTorch one after the
other, as torch.optim trains. Both in float64, from the same weights, with ε = 0, where the formulas are the same; the
losses of all steps are compared. PyTorch runs on one thread, as ours does: on a machine with others at work a second
one waited more than it worked.
"""

import argparse
import sys
from typing import Any

import numpy as np
import torch
from torch import nn

from bench.agreement import Array
from bench.match import OURS, Match, Rival, play, show_medians, show_ratios
from bench.measure import Contender
from networks import DATASETS, MLP
from optimizers import OPTIMIZERS
from parameters import parameters

SIZES, SAMPLES, STEPS = (2, 16, 16, 2), 200, 500
RATES = {"gd": 0.3, "momentum": 0.05, "adagrad": 0.02, "rmsprop": 0.001, "adam": 0.003}
"""With which every rule goes down steadily, so that rounding is not magnified."""
ACTIVATIONS: dict[str, type[nn.Module]] = {"tanh": nn.Tanh, "sigmoid": nn.Sigmoid}
"""Not ReLU: a unit that gives 0 for all data has slopes of 0, and with ε = 0 they are 0/0."""
RULES: dict[str, Any] = {
    "gd": lambda x, n: torch.optim.SGD(x, lr=n),
    "momentum": lambda x, n: torch.optim.SGD(x, lr=n, momentum=0.9),
    "adagrad": lambda x, n: torch.optim.Adagrad(x, lr=n, eps=0.0),
    "rmsprop": lambda x, n: torch.optim.RMSprop(x, lr=n, alpha=0.9, eps=0.0),
    "adam": lambda x, n: torch.optim.Adam(x, lr=n, betas=(0.9, 0.999), eps=0.0),
}
TRAINING_GOAL, SAME_LOSS = 3.0, 1e-6
WIDE, STEP, DIFFERENCES_GOAL, SAME_GRADIENT = (2, 97, 97, 2), 1e-6, 1000.0, 1e-4


def training_match(activation: str) -> Match:
    network = MLP(SIZES, activation, "softmax")
    data = DATASETS["moons"].make(SAMPLES, 0)
    start = network.init(0)

    def ours() -> Array:
        theta = np.repeat(start, len(RATES), axis=1)
        rules = [without_epsilon(key) for key in RATES]
        states = [rule.init(start) for rule in rules]
        losses = np.empty((STEPS, len(RATES)))
        for t in range(STEPS):
            losses[t], gradient = network.loss_and_gradient(theta, data.X, data.y)
            for i, (rule, n) in enumerate(zip(rules, RATES.values(), strict=True)):
                step, states[i] = rule.update(np.ascontiguousarray(gradient[:, [i]]), states[i], t + 1, n)
                theta[:, [i]] -= step
        return losses

    def theirs() -> Array:
        points = torch.tensor(data.X), torch.tensor(data.labels)
        runs = [one_training(network, start, points, rule) for rule in RATES]
        return np.array(runs).T

    return Match(
        f"Training: {len(RATES)} rules × {STEPS} steps, {'-'.join(map(str, SIZES))} {activation}, {SAMPLES} points",
        Contender(OURS, ours),
        np.asarray,
        [Rival(Contender("PyTorch, one thread", theirs), np.asarray, goal=TRAINING_GOAL, tolerance=SAME_LOSS)],
        largest_deviation,
    )


def without_epsilon(key: str) -> Any:
    rule = OPTIMIZERS[key]
    return rule(**{each.key: 0.0 for each in parameters(rule) if each.key == "eps"})


def one_training(network: MLP, start: Array, points: tuple[torch.Tensor, torch.Tensor], rule: str) -> list[float]:
    """The losses before every step."""
    X, y = points
    layers: list[nn.Module] = []
    for W, b in network.weights(start):
        linear = nn.Linear(W.shape[2], W.shape[1], dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(W[0]))
            linear.bias.copy_(torch.tensor(b[0]))
        layers += [linear, ACTIVATIONS[str(network.activation)]()]
    made, criterion = nn.Sequential(*layers[:-1]), nn.CrossEntropyLoss()
    optimizer = RULES[rule](made.parameters(), RATES[rule])
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = criterion(made(X), y)
        losses.append(loss.item())
        loss.backward()
        optimizer.step()
    return losses


def gradient_match() -> Match:
    network = MLP(WIDE, "tanh", "softmax")
    data = DATASETS["moons"].make(4, 0)
    X, y = data.X[:1], data.y[:1]
    theta = network.init(0)

    def numerical() -> Array:
        """N + 1 evaluations of the loss, one after the other."""
        here, nudged, gradient = network.loss(theta, X, y)[0], theta.copy(), np.empty_like(theta)
        for i in range(len(theta)):
            nudged[i] += STEP
            gradient[i] = (network.loss(nudged, X, y)[0] - here) / STEP
            nudged[i] = theta[i]
        return gradient

    return Match(
        f"One gradient of {network.parameters:,} parameters, for one sample",
        Contender(OURS, lambda: network.loss_and_gradient(theta, X, y)[1]),
        np.asarray,
        [
            Rival(
                Contender("numerical differentiation", numerical),
                np.asarray,
                goal=DIFFERENCES_GOAL,
                tolerance=SAME_GRADIENT,
            )
        ],
        largest_deviation,
    )


def largest_deviation(ours: Array, theirs: Array) -> float:
    """As a share of the largest number."""
    assert ours.shape == theirs.shape
    return float(np.abs(ours - theirs).max() / np.abs(ours).max())


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rounds", type=int, default=7, help="measurements of each contender (default: 7)")
    rounds = arguments.parse_args().rounds
    torch.set_num_threads(1)
    print(f"PyTorch {torch.__version__}, NumPy {np.__version__}. Medians of {rounds} interleaved rounds.")
    matches = (*map(training_match, ACTIVATIONS), gradient_match())
    results = {match.title: play(match, rounds) for match in matches}
    for title, (rows, _) in results.items():
        show_ratios(title, rows)
    for title, (_, timings) in results.items():
        show_medians(title, timings)
    return 0 if all(row.passes for rows, _ in results.values() for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
