"""Write pytorch_values.json: activations, softmax, losses and whole networks as PyTorch has them. Run by hand.

    python3 -m venv /tmp/venv-torch
    /tmp/venv-torch/bin/pip install torch==2.13.0 numpy
    /tmp/venv-torch/bin/python tests/networks/make_pytorch_values.py

Everything is float64 on the CPU; every derivative comes from autograd, so nothing of ours is in the file.

A network's parameters stand in the order in which torch.nn.Sequential has them: weight row by row, then bias, the
front layer first.
"""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch  # type: ignore[import-not-found]
from torch import nn

torch.set_default_dtype(torch.float64)

ACTIVATIONS: dict[str, Callable[[], nn.Module]] = {
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "leaky-relu": lambda: nn.LeakyReLU(0.01),
    "identity": nn.Identity,
}
LOSSES: dict[str, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "mse": nn.functional.mse_loss,
    "cross-entropy": lambda p, y: -(y * p.log()).sum(dim=1).mean(),
    "binary-cross-entropy": nn.functional.binary_cross_entropy,
}
OUTPUTS: dict[str, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "identity": nn.functional.mse_loss,
    "sigmoid": nn.functional.binary_cross_entropy_with_logits,
    "softmax": nn.functional.cross_entropy,
}
ENDS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "identity": lambda z: z,
    "sigmoid": torch.sigmoid,
    "softmax": lambda z: torch.softmax(z, dim=1),
}
POINTS = [-700.0, -40.0, -20.0, -5.0, -1.5, -0.3, -1e-9, 1e-9, 0.2, 1.0, 4.0, 18.0, 36.0, 700.0]
SIZES = (3, 6, 5, 3)
SAMPLES = 7


def with_gradient(value: Callable[[torch.Tensor], torch.Tensor], at: torch.Tensor) -> tuple[Any, Any]:
    """A value and its derivative by `at`."""
    at = at.detach().clone().requires_grad_(True)
    result = value(at)
    result.sum().backward()
    return result.tolist(), at.grad.tolist()


def activation(key: str) -> dict[str, Any]:
    value, derivative = with_gradient(ACTIVATIONS[key](), torch.tensor(POINTS))
    return {"key": key, "x": POINTS, "value": value, "derivative": derivative}


def loss(key: str) -> dict[str, Any]:
    prediction = torch.softmax(torch.randn(SAMPLES, 3), dim=1)
    y = nn.functional.one_hot(torch.randint(3, (SAMPLES,)), 3).to(torch.float64)
    value, gradient = with_gradient(lambda p: LOSSES[key](p, y), prediction)
    return {"key": key, "prediction": prediction.tolist(), "y": y.tolist(), "value": value, "gradient": gradient}


def softmax(temperature: float) -> dict[str, Any]:
    z = 3.0 * torch.randn(5)
    jacobian = torch.autograd.functional.jacobian(lambda each: torch.softmax(each / temperature, dim=0), z)
    return {
        "z": z.tolist(),
        "temperature": temperature,
        "value": torch.softmax(z / temperature, dim=0).tolist(),
        "jacobian": jacobian.tolist(),
    }


def network(function: str, output: str) -> dict[str, Any]:
    layers: list[nn.Module] = []
    for inputs, outputs in pairwise(SIZES):
        layers += [nn.Linear(inputs, outputs), ACTIVATIONS[function]()]
    whole = nn.Sequential(*layers[:-1])
    X = torch.randn(SAMPLES, SIZES[0])
    y = nn.functional.one_hot(torch.randint(SIZES[-1], (SAMPLES,)), SIZES[-1]).to(torch.float64)
    z = whole(X)
    error = OUTPUTS[output](z, y)
    error.backward()
    return {
        "activation": function,
        "output": output,
        "sizes": SIZES,
        "theta": [number for each in whole.parameters() for number in each.flatten().tolist()],
        "X": X.tolist(),
        "y": y.tolist(),
        "prediction": ENDS[output](z).tolist(),
        "loss": error.item(),
        "gradient": [number for each in whole.parameters() for number in each.grad.flatten().tolist()],
    }


def main() -> None:
    torch.manual_seed(0)
    parts = {
        "activations": [activation(key) for key in ACTIVATIONS],
        "losses": [loss(key) for key in LOSSES],
        "softmax": [softmax(temperature) for temperature in (1.0, 0.5, 4.0)],
        "networks": [network(function, output) for function in ACTIVATIONS for output in OUTPUTS],
    }
    lines = [f'"torch": "{torch.__version__}"']
    for name, rows in parts.items():
        lines.append(f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]")
    Path(__file__).with_name("pytorch_values.json").write_text("{" + ",\n".join(lines) + "}\n")


if __name__ == "__main__":
    main()
