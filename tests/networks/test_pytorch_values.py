"""Activations, softmax, losses and whole networks against PyTorch, as stored by make_pytorch_values.py."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from networks import ACTIVATIONS, LOSSES, MLP, OUTPUTS, softmax, softmax_jacobian

STORED: dict[str, Any] = json.loads(Path(__file__).with_name("pytorch_values.json").read_text())
RELATIVE, ABSOLUTE = 1e-10, 1e-14
"""PyTorch writes a derivative as s(1 − s), which keeps no digit below a rounding of 1: hence the second number."""


def each(part: str, *keys: str) -> pytest.MarkDecorator:
    """Every stored row of a part, as a parameter of a test."""
    rows = STORED[part]
    return pytest.mark.parametrize("stored", rows, ids=["-".join(str(row[key]) for key in keys) for row in rows])


def test_the_file_holds_everything_there_is() -> None:
    assert STORED["torch"].startswith("2.13.0")
    assert [row["key"] for row in STORED["activations"]] == list(ACTIVATIONS)
    assert [row["key"] for row in STORED["losses"]] == list(LOSSES)
    assert [(row["activation"], row["output"]) for row in STORED["networks"]] == [
        (activation, output) for activation in ACTIVATIONS for output in OUTPUTS
    ]
    for row in STORED["networks"]:
        used = np.mean(np.array(row["gradient"]) != 0)
        assert used > 0.5, "gradients of 0 compare nothing"


@each("activations", "key")
def test_activations_and_their_derivatives(stored: dict[str, Any]) -> None:
    activation, x = ACTIVATIONS[stored["key"]], np.array(stored["x"])
    value, derivative = np.array(stored["value"]), np.array(stored["derivative"])
    np.testing.assert_allclose(activation.value(x), value, rtol=RELATIVE, atol=ABSOLUTE)
    np.testing.assert_allclose(activation.derivative(x), derivative, rtol=RELATIVE, atol=ABSOLUTE)
    np.testing.assert_allclose(activation.derivative_of_value(value), derivative, rtol=RELATIVE, atol=ABSOLUTE)


@each("losses", "key")
def test_losses_and_their_gradients(stored: dict[str, Any]) -> None:
    loss = LOSSES[stored["key"]]
    prediction, y = np.array(stored["prediction"]), np.array(stored["y"])
    np.testing.assert_allclose(loss.value(prediction, y), stored["value"], rtol=RELATIVE)
    np.testing.assert_allclose(loss.gradient(prediction, y), stored["gradient"], rtol=RELATIVE)


@each("softmax", "temperature")
def test_softmax_and_its_jacobian(stored: dict[str, Any]) -> None:
    z, temperature = np.array(stored["z"]), stored["temperature"]
    np.testing.assert_allclose(softmax(z, temperature=temperature), stored["value"], rtol=RELATIVE)
    np.testing.assert_allclose(softmax_jacobian(z, temperature), stored["jacobian"], rtol=RELATIVE, atol=ABSOLUTE)


@each("networks", "activation", "output")
def test_networks_their_losses_and_gradients(stored: dict[str, Any]) -> None:
    network = MLP(tuple(stored["sizes"]), stored["activation"], stored["output"])
    theta = np.array(stored["theta"])[:, None]
    X, y = np.array(stored["X"]), np.array(stored["y"])
    loss, gradient = network.loss_and_gradient(theta, X, y)
    np.testing.assert_allclose(network.forward(theta, X)[0], stored["prediction"], rtol=RELATIVE)
    np.testing.assert_allclose(loss[0], stored["loss"], rtol=RELATIVE)
    np.testing.assert_allclose(gradient[:, 0], stored["gradient"], rtol=RELATIVE, atol=ABSOLUTE)
