"""Write pytorch_values.json: activations, losses, softmax, gradients of networks, trainings. Run by hand.

    python3 -m venv /tmp/venv-torch
    /tmp/venv-torch/bin/pip install torch==2.13.0 numpy
    /tmp/venv-torch/bin/python tests/networks/make_pytorch_values.py

Everything is float64 on the CPU; the gradients come from autograd, so nothing of ours is in the file.

How things were matched. PyTorch's cross-entropies take the last sums and not the probabilities, and so do our
networks; `nn.MSELoss` is a mean over samples and outputs, and so is ours. A network's parameters are the tensors of
its `nn.Linear` layers one after the other, which is the order of our θ. The optimizers run with ε = 0, where
PyTorch's formulas are the lecture's (tests/optimizers/make_pytorch_trajectories.py says why).
"""

import json
from collections.abc import Callable
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import torch
from torch import nn

ACTIVATIONS: dict[str, Callable[[], nn.Module]] = {
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "leaky-relu": nn.LeakyReLU,
    "identity": nn.Identity,
}
OUTPUTS: dict[str, nn.Module] = {
    "identity": nn.MSELoss(),
    "sigmoid": nn.BCEWithLogitsLoss(),
    "softmax": nn.CrossEntropyLoss(),
}
RULES: dict[str, tuple[Callable[[Any, float], torch.optim.Optimizer], float]] = {
    "gd": (lambda p, n: torch.optim.SGD(p, lr=n), 0.5),
    "momentum": (lambda p, n: torch.optim.SGD(p, lr=n, momentum=0.9), 0.1),
    "adagrad": (lambda p, n: torch.optim.Adagrad(p, lr=n, eps=0.0), 0.05),
    "rmsprop": (lambda p, n: torch.optim.RMSprop(p, lr=n, alpha=0.9, eps=0.0), 0.005),
    "adam": (lambda p, n: torch.optim.Adam(p, lr=n, betas=(0.9, 0.999), eps=0.0), 0.01),
}
PLACES = [-1000.0, -40.0, -3.0, -0.5, -1e-9, 1e-9, 0.7, 2.0, 25.0, 1000.0]
SIZES = (3, 5, 4, 2)
SAMPLES, STEPS = 7, 60


def activation(key: str) -> dict[str, Any]:
    """Values and derivatives away from 0, where the ReLUs have none."""
    x = torch.tensor(PLACES, requires_grad=True)
    value = ACTIVATIONS[key]()(x)
    value.sum().backward()
    return {"activation": key, "x": PLACES, "value": value.tolist(), "derivative": x.grad.tolist()}


def network(sizes: tuple[int, ...], key: str) -> nn.Sequential:
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(sizes):
        layers += [nn.Linear(inputs, outputs), ACTIVATIONS[key]()]
    return nn.Sequential(*layers[:-1])


def numbers(tensors: Any) -> list[float]:
    return torch.cat([each.detach().flatten() for each in tensors]).tolist()


def target(output: str, samples: int, outputs: int) -> torch.Tensor:
    if output == "identity":
        return torch.randn(samples, outputs)
    if output == "sigmoid":
        return torch.randint(0, 2, (samples, outputs)).double()
    return torch.eye(outputs)[torch.randint(0, outputs, (samples,))]


def gradient(key: str, output: str, scale: float) -> dict[str, Any]:
    """One network's loss and ∇L; `scale` multiplies the inputs, so that the last sums go to a thousand."""
    made = network(SIZES, key)
    X, y = scale * torch.randn(SAMPLES, SIZES[0]), target(output, SAMPLES, SIZES[-1])
    loss = OUTPUTS[output](made(X), y)
    loss.backward()
    return {
        "activation": key,
        "output": output,
        "theta": numbers(made.parameters()),
        "X": X.tolist(),
        "y": y.tolist(),
        "logits": made(X).tolist(),
        "loss": loss.item(),
        "gradient": numbers(each.grad for each in made.parameters()),
    }


def loss(key: str) -> dict[str, Any]:
    """A loss of predictions, and its gradient with respect to them."""
    sums, y = torch.randn(SAMPLES, 3), target("identity" if key == "mse" else "softmax", SAMPLES, 3)
    made = {
        "mse": sums.clone(),
        "cross-entropy": sums.softmax(1),
        "binary-cross-entropy": sums.sigmoid(),
    }[key]
    prediction = made.detach().requires_grad_()
    value = {
        "mse": lambda: nn.functional.mse_loss(prediction, y),
        "cross-entropy": lambda: nn.functional.nll_loss(prediction.log(), y.argmax(1)),
        "binary-cross-entropy": lambda: nn.functional.binary_cross_entropy(prediction, y),
    }[key]()
    value.backward()
    return {
        "loss": key,
        "prediction": prediction.tolist(),
        "y": y.tolist(),
        "value": value.item(),
        "gradient": prediction.grad.tolist(),
    }


def softmax(z: list[float], temperature: float) -> dict[str, Any]:
    return {"z": z, "temperature": temperature, "softmax": (torch.tensor(z) / temperature).softmax(0).tolist()}


def training(rule: str) -> dict[str, Any]:
    """Losses before every step and after the last, and the parameters at the start and at the end."""
    torch.manual_seed(5)
    made = network((2, 6, 3), "tanh")
    X = torch.randn(30, 2)
    y = torch.eye(3)[(X > 0).sum(dim=1)]
    make, rate = RULES[rule]
    optimizer = make(made.parameters(), rate)
    start, losses = numbers(made.parameters()), []
    for _ in range(STEPS):
        optimizer.zero_grad()
        value = OUTPUTS["softmax"](made(X), y)
        losses.append(value.item())
        value.backward()
        optimizer.step()
    losses.append(OUTPUTS["softmax"](made(X), y).item())
    end = numbers(made.parameters())
    return {
        "rule": rule,
        "rate": rate,
        "X": X.tolist(),
        "y": y.tolist(),
        "start": start,
        "losses": losses,
        "end": end,
    }


def main() -> None:
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(0)
    parts = {
        "activations": [activation(key) for key in ACTIVATIONS],
        "networks": [gradient(key, output, scale) for key, output, scale in product(ACTIVATIONS, OUTPUTS, (1.0, 1e3))],
        "losses": [loss(key) for key in ("mse", "cross-entropy", "binary-cross-entropy")],
        "softmax": [
            softmax(z, temperature)
            for z, temperature in product(([1.0, 2.0, 0.5, -1.0], [1000.0, -1000.0, 999.0]), (1.0, 0.5, 3.0))
        ],
        "trainings": [training(rule) for rule in RULES],
    }
    lines = ",\n".join(
        f'"{name}": [\n' + ",\n".join(json.dumps(each) for each in part) + "\n]" for name, part in parts.items()
    )
    text = f'{{"torch": "{torch.__version__}",\n{lines}\n}}\n'
    Path(__file__).with_name("pytorch_values.json").write_text(text)


if __name__ == "__main__":
    main()
