"""Write pytorch_trajectories.json: 200 steps of torch.optim for each of the five rules. Run by hand.

    python3 -m venv /tmp/venv-torch
    /tmp/venv-torch/bin/pip install torch==2.13.0 numpy
    /tmp/venv-torch/bin/python tests/optimizers/make_pytorch_trajectories.py

Everything is float64 on the CPU; the gradients come from autograd, so nothing of ours is in the file.

How ε was matched. The lecture divides by √(g + ε); PyTorch's Adagrad, RMSprop and Adam divide by
√g + ε. The two agree exactly only at ε = 0, which PyTorch allows: so PyTorch runs with eps=0 here, and the
test runs our rules with eps=0.0 too. No gradient component on these paths is 0, so nothing is 0/0.
Where ε stands in our rules is held by lecture_formulas.py and by the first steps worked out by hand.

How momentum was matched. PyTorch's SGD(momentum=r) has v = r v + ∇f and x = x − n v: its v is the
lecture's v over n. For a constant n the points are the same.
"""

import json
from collections.abc import Callable
from pathlib import Path

import torch

STEPS = 200


def class_ravine(x: torch.Tensor) -> torch.Tensor:
    return x[0] ** 2 / 20 + x[1] ** 2


def rosenbrock(x: torch.Tensor) -> torch.Tensor:
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


LOSSES: dict[str, tuple[Callable[[torch.Tensor], torch.Tensor], tuple[float, float]]] = {
    "class-ravine": (class_ravine, (-7.0, 2.0)),
    "rosenbrock": (rosenbrock, (-1.5, 2.0)),
}
RULES: dict[str, Callable[[list[torch.Tensor], float], torch.optim.Optimizer]] = {
    "gd": lambda x, n: torch.optim.SGD(x, lr=n),
    "momentum": lambda x, n: torch.optim.SGD(x, lr=n, momentum=0.9),
    "adagrad": lambda x, n: torch.optim.Adagrad(x, lr=n, eps=0.0),
    "rmsprop": lambda x, n: torch.optim.RMSprop(x, lr=n, alpha=0.9, eps=0.0),
    "adam": lambda x, n: torch.optim.Adam(x, lr=n, betas=(0.9, 0.999), eps=0.0),
}
RATES = {
    "class-ravine": {"gd": 0.95, "momentum": 0.1, "adagrad": 1.5, "rmsprop": 0.05, "adam": 0.3},
    "rosenbrock": {"gd": 0.001, "momentum": 0.001, "adagrad": 0.5, "rmsprop": 0.005, "adam": 0.05},
}


def trajectory(surface: str, rule: str, rate: float) -> list[list[float]]:
    """The start and the points after each of the steps."""
    loss, start = LOSSES[surface]
    x = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = RULES[rule]([x], rate)
    path = [x.tolist()]
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss(x).backward()
        optimizer.step()
        path.append(x.tolist())
    return path


def main() -> None:
    runs = [
        {"surface": surface, "rule": rule, "learning_rate": rate, "path": trajectory(surface, rule, rate)}
        for surface, rates in RATES.items()
        for rule, rate in rates.items()
    ]
    lines = ",\n".join(json.dumps(run) for run in runs)
    text = f'{{"torch": "{torch.__version__}", "runs": [\n{lines}\n]}}\n'
    Path(__file__).with_name("pytorch_trajectories.json").write_text(text)


if __name__ == "__main__":
    main()
