"""Write optax_trajectories.json: 200 steps of Optax for each of the four rules beyond the lecture. Run by hand.

    python3 -m venv /tmp/venv-optax
    /tmp/venv-optax/bin/pip install "jax>=0.10,<0.11" "jaxlib>=0.10,<0.11" "optax>=0.2.8,<0.3"
    /tmp/venv-optax/bin/python tests/optimizers/make_optax_trajectories.py

Everything is float64 on the CPU, step by step without a compiler that could fuse what is rounded; the
gradients come from jax.grad, so nothing of ours is in the file.

How ε was matched. Optax divides by √(ĝ + eps_root) + eps: with eps=0 and eps_root=ε it is the lecture's
formula, ε inside the root. One of the runs has an ε large enough to be seen.

How Nesterov was matched. Optax's sgd(momentum=r, nesterov=True) has v = r v + ∇f and takes n (r v + ∇f): its
v is ours over n. For a constant n the points are the same.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jax
import optax

jax.config.update("jax_enable_x64", True)

STEPS = 200


def class_ravine(x: Any) -> Any:
    return x[0] ** 2 / 20 + x[1] ** 2


def rosenbrock(x: Any) -> Any:
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


LOSSES: dict[str, tuple[Callable[[Any], Any], tuple[float, float]]] = {
    "class-ravine": (class_ravine, (-7.0, 2.0)),
    "rosenbrock": (rosenbrock, (-1.5, 2.0)),
}
RULES: dict[str, Callable[..., Any]] = {
    "nesterov": lambda n, momentum: optax.sgd(n, momentum=momentum, nesterov=True),
    "nadam": lambda n, beta1, beta2, eps: optax.nadam(n, b1=beta1, b2=beta2, eps=0.0, eps_root=eps),
    "adamw": lambda n, beta1, beta2, eps, weight_decay: optax.adamw(
        n, b1=beta1, b2=beta2, eps=0.0, eps_root=eps, weight_decay=weight_decay
    ),
    "lion": lambda n, beta1, beta2, weight_decay: optax.lion(n, b1=beta1, b2=beta2, weight_decay=weight_decay),
}


class Setting(NamedTuple):
    """One run: where, which rule, its learning rate and its hyperparameters."""

    surface: str
    rule: str
    rate: float
    hyperparameters: dict[str, float]


SETTINGS = [
    Setting("class-ravine", "nesterov", 0.1, {"momentum": 0.9}),
    Setting("class-ravine", "nadam", 0.3, {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8}),
    Setting("class-ravine", "adamw", 0.3, {"beta1": 0.9, "beta2": 0.999, "eps": 1e-8, "weight_decay": 0.01}),
    Setting("class-ravine", "lion", 0.05, {"beta1": 0.9, "beta2": 0.99, "weight_decay": 0.0}),
    Setting("rosenbrock", "nesterov", 0.001, {"momentum": 0.8}),
    Setting("rosenbrock", "nadam", 0.005, {"beta1": 0.8, "beta2": 0.95, "eps": 0.01}),
    Setting("rosenbrock", "adamw", 0.02, {"beta1": 0.8, "beta2": 0.95, "eps": 0.01, "weight_decay": 0.5}),
    Setting("rosenbrock", "lion", 0.01, {"beta1": 0.8, "beta2": 0.95, "weight_decay": 0.5}),
]


def trajectory(setting: Setting) -> list[list[float]]:
    """The start and the points after each of the steps."""
    loss, start = LOSSES[setting.surface]
    optimizer = RULES[setting.rule](setting.rate, **setting.hyperparameters)
    slope = jax.grad(loss)
    x = jax.numpy.array(start)
    state, path = optimizer.init(x), [x.tolist()]
    for _ in range(STEPS):
        updates, state = optimizer.update(slope(x), state, x)
        x = optax.apply_updates(x, updates)
        path.append(x.tolist())
    return path


def main() -> None:
    lines = ",\n".join(json.dumps({**each._asdict(), "path": trajectory(each)}) for each in SETTINGS)
    text = f'{{"optax": "{optax.__version__}", "runs": [\n{lines}\n]}}\n'
    Path(__file__).with_name("optax_trajectories.json").write_text(text)


if __name__ == "__main__":
    main()
