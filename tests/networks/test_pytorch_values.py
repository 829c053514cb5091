"""Activations, losses, gradients and trainings against PyTorch, as stored by make_pytorch_values.py."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from networks import ACTIVATIONS, LOSSES, MLP, OUTPUTS, softmax
from optimizers import OPTIMIZERS
from parameters import Array, parameters

STORED = json.loads(Path(__file__).with_name("pytorch_values.json").read_text())
TOLERANCE = 1e-10


def agree(ours: Array, theirs: Any) -> None:
    np.testing.assert_allclose(ours, np.array(theirs), rtol=TOLERANCE, atol=TOLERANCE)


def test_the_file_holds_every_activation_output_loss_and_rule_of_the_lecture() -> None:
    assert STORED["torch"].startswith("2.13.0")
    assert [each["activation"] for each in STORED["activations"]] == list(ACTIVATIONS)
    pairs = {(each["activation"], each["output"]) for each in STORED["networks"]}
    assert pairs == {(activation, output) for activation in ACTIVATIONS for output in OUTPUTS}
    assert [each["loss"] for each in STORED["losses"]] == list(LOSSES)
    assert [each["rule"] for each in STORED["trainings"]] == ["gd", "momentum", "adagrad", "rmsprop", "adam"]
    assert max(np.abs(each["logits"]).max() for each in STORED["networks"]) > 100, "no network is driven far"


@pytest.mark.parametrize("stored", STORED["activations"], ids=lambda stored: stored["activation"])
def test_activations_and_their_derivatives(stored: dict[str, Any]) -> None:
    each, x = ACTIVATIONS[stored["activation"]], np.array(stored["x"])
    agree(each.value(x), stored["value"])
    agree(each.derivative(x), stored["derivative"])
    agree(each.derivative_of_value(each.value(x)), stored["derivative"])


@pytest.mark.parametrize("stored", STORED["losses"], ids=lambda stored: stored["loss"])
def test_losses_and_their_gradients(stored: dict[str, Any]) -> None:
    each, prediction, y = LOSSES[stored["loss"]], np.array(stored["prediction"]), np.array(stored["y"])
    agree(each.value(prediction, y), stored["value"])
    agree(each.gradient(prediction, y), stored["gradient"])


@pytest.mark.parametrize("stored", STORED["softmax"], ids=lambda stored: f"{stored['z']} T={stored['temperature']}")
def test_softmax(stored: dict[str, Any]) -> None:
    z, temperature = np.array(stored["z"]), stored["temperature"]
    agree(softmax(z, temperature=temperature), stored["softmax"])


@pytest.mark.parametrize("stored", STORED["networks"], ids=lambda stored: f"{stored['activation']}-{stored['output']}")
def test_losses_and_gradients_of_networks(stored: dict[str, Any]) -> None:
    network = MLP((3, 5, 4, 2), stored["activation"], stored["output"])
    theta, X, y = np.array(stored["theta"])[:, None], np.array(stored["X"]), np.array(stored["y"])
    loss, gradient = network.loss_and_gradient(theta, X, y)
    agree(network.logits(theta, X)[0], stored["logits"])
    agree(loss, [stored["loss"]])
    agree(network.loss(theta, X, y), [stored["loss"]])
    agree(gradient[:, 0], stored["gradient"])


def test_the_five_rules_train_as_in_torch_optim() -> None:
    """Side by side, as columns of one θ, though stored one by one."""
    trainings = STORED["trainings"]
    network = MLP((2, 6, 3), "tanh", "softmax")
    X, y = np.array(trainings[0]["X"]), np.array(trainings[0]["y"])
    theta = np.array([each["start"] for each in trainings]).T
    rules = [without_epsilon(each["rule"]) for each in trainings]
    states = [rule.init(theta[:, [column]]) for column, rule in enumerate(rules)]
    losses = []
    for t in range(1, len(trainings[0]["losses"])):
        loss, gradient = network.loss_and_gradient(theta, X, y)
        losses.append(loss)
        for column, rule in enumerate(rules):
            step, states[column] = rule.update(gradient[:, [column]], states[column], t, trainings[column]["rate"])
            theta[:, [column]] -= step
    losses.append(network.loss(theta, X, y))
    assert (losses[-1] < 0.9 * losses[0]).all(), "nothing was learned"
    agree(np.array(losses).T, [each["losses"] for each in trainings])
    agree(theta.T, [each["end"] for each in trainings])


def without_epsilon(key: str) -> Any:
    rule = OPTIMIZERS[key]
    return rule(**{each.key: 0.0 for each in parameters(rule) if each.key == "eps"})
