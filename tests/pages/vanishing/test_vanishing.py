"""The chapter of vanishing gradients: what is computed, what is sent, and what is said and asked of it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from address import Address
from address.race import LECTURE
from networks import ACTIVATIONS, INITIALISATIONS, MLP, Data
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.vanishing.choice import (
    CLASSES,
    CUT,
    LECTURE_ACTIVATIONS,
    MOST_STEPS,
    WIDTHS,
    VanishingChoice,
    read_vanishing,
    usual_rate,
)
from pages.vanishing.compute import AHEAD, LAYERS, NETWORKS, TRAINED, Answer, Training, compute
from pages.vanishing.proof import MOVED, SIZE_NAMES, asking, ways_of
from pages.vanishing.view import DEPTHS, SIZES, SMALLEST, TRAINING, band_of, line_of, trained_row, vanishing_grid
from pages.vanishing.words import depth_words, factor_words, returned_words, weights_words
from parameters import Array
from simulation import simulate
from stage.figure_grid import figure_grid_message
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from work.pieces import finished

MOST_BYTES = 800_000
"""What a change of the usual picture may send."""


def chosen(**query: str) -> VanishingChoice:
    address = Address({name.replace("_", "."): [value] for name, value in query.items()})
    choice = read_vanishing(address)
    assert [notice.en for notice in address.notices()] == []
    return choice


def answers_of(choice: VanishingChoice) -> dict[str, Answer]:
    return {key: finished(LAYERS.ask(choice.training(key))) for key in choice.activations}


def sent(choice: VanishingChoice, language: Language = "en") -> tuple[dict[str, Any], Mapping[str, Any]]:
    header, arrays, _ = read_message(
        figure_grid_message(vanishing_grid(choice, answers_of(choice), language), language)
    )
    return header, arrays


def shapes(header: dict[str, Any], arrays: Mapping[str, Any], subplot: str, kind: str) -> dict[str, Any]:
    """The points of a subplot's shapes of one kind, by their style."""
    (found,) = [each for each in header["subplots"] if each["key"] == subplot]
    return {shape["style"]: arrays[shape["array"]] for shape in found["shapes"] if shape["kind"] == kind}


class LossOf:
    """The loss of a network as a landscape for the app's own loop."""

    def __init__(self, network: MLP, data: Data) -> None:
        self.network, self.data = network, data

    def value(self, theta: Array) -> Array:
        flat = theta.reshape(len(theta), -1)
        return self.network.loss(flat, self.data.X, self.data.y).reshape(theta.shape[1:])

    def gradient(self, theta: Array) -> Array:
        return self.network.loss_and_gradient(theta, self.data.X, self.data.y)[1]


@pytest.mark.parametrize("optimizer", ["gd", "adam"])
def test_training_is_what_the_engine_s_own_loop_does(optimizer: str) -> None:
    """Also of a rule with a memory."""
    choice = chosen(activations="tanh", optimizer=optimizer, width="5", steps="12")
    training = choice.training("tanh")
    answer = finished(compute(training))
    for row, depth in enumerate(TRAINED[:3]):
        network, theta = training.start.network(depth), training.start.theta(depth, NETWORKS)[:, :1]
        run = simulate(LossOf(network, training.start.data), training.rule, theta, training.rate, 12)
        np.testing.assert_allclose(answer.loss[row], run.loss[:, 0], rtol=1e-10)
        layers = [network.weights(run.path[t]) for t in range(13)]
        for layer in range(depth + 1):
            first = layers[0][layer].W
            moved = [np.linalg.norm(each[layer].W - first) / np.linalg.norm(first) for each in layers]
            np.testing.assert_allclose(answer.moved[row, :, layer], moved, rtol=1e-7, atol=1e-15)
        assert np.isnan(answer.moved[row, :, depth + 1 :]).all()


def test_the_networks_that_are_trained_are_among_those_whose_gradients_are_shown() -> None:
    """One step of gradient descent moves each layer by n · ‖∂L/∂W‖."""
    choice = chosen(activations="relu", steps="1")
    training = choice.training("relu")
    answer = finished(LAYERS.ask(training))
    for row, depth in enumerate(TRAINED):
        sizes = [np.linalg.norm(layer[0]) for layer in training.start.draw(depth, NETWORKS)]
        steps = training.rate * answer.signals.weights[depth - 1, : depth + 1, 0] / sizes
        np.testing.assert_allclose(answer.moved[row, 1, : depth + 1], steps, rtol=1e-9)


def test_work_tells_its_share_and_ends() -> None:
    shares = list(compute(chosen(activations="relu", width="4", steps="25").training("relu")))
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= AHEAD
    assert 0.9 < shares[-1] <= 1


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_a_training_that_leaves_the_floats_is_an_answer(activation: str) -> None:
    choice = chosen(activations=activation, rate="100", scale="8", weights="plain", relu_weights="plain", steps="20")
    header, arrays = sent(choice)
    assert header["readout"]
    assert all("nan" not in words for words in header["readout"])
    assert not np.isinf(shapes(header, arrays, "weights", "line")[activation]).any()


def test_every_position_of_the_dial_is_a_row() -> None:
    choice = chosen()
    header, arrays = sent(choice)
    (dial,) = header["dials"]
    assert dial["written"] == [str(depth) for depth in DEPTHS]
    assert dial["written"][dial["usual"]] == str(chosen().depth)
    assert len(header["readout"]) == len(DEPTHS)
    for subplot in SIZES:
        for points in shapes(header, arrays, subplot, "line").values():
            assert points.shape[0] == len(DEPTHS)
    for key, points in shapes(header, arrays, "weights", "line").items():
        signals = answers_of(choice)[key].signals
        for depth in (1, 20, 50):
            of_depth = points[depth - 1, 0, :, 1]
            assert np.isfinite(of_depth).sum() == depth + 1
            wanted = np.maximum(np.median(signals.weights[depth - 1, : depth + 1], axis=1), SMALLEST)
            np.testing.assert_allclose(of_depth[: depth + 1], wanted, rtol=1e-6)


def test_wherever_the_dial_stands_the_message_is_the_same() -> None:
    one, other = (chosen(depth=depth) for depth in ("3", "44"))
    messages = [figure_grid_message(vanishing_grid(each, answers_of(each), "ko"), "ko") for each in (one, other)]
    assert messages[0] == messages[1]
    assert len(messages[0]) < MOST_BYTES


def test_the_trained_network_that_is_shown_is_the_nearest() -> None:
    assert [TRAINED[trained_row(depth)] for depth in TRAINED] == list(TRAINED)
    assert [TRAINED[trained_row(depth)] for depth in (4, 6, 10, 50)] == [5, 5, 12, 20]
    header, arrays = sent(chosen(activations="relu"))
    (moved,) = [each for each in header["subplots"] if each["key"] == TRAINING[0]]
    for shape in moved["shapes"]:
        assert shape["rows"] == [trained_row(depth) for depth in DEPTHS]
        assert arrays[shape["array"]].shape[0] == len(TRAINED)


def test_a_band_goes_from_the_smallest_to_the_largest_and_ends_with_its_line() -> None:
    signals = answers_of(chosen())["tanh"].signals
    bands, lines = band_of(signals.weights), line_of(signals.weights)
    assert np.isfinite(bands).all()
    for depth in (1, 7, 50):
        low, high = np.split(bands[depth - 1, 0], 2)
        high = high[::-1]
        middle = lines[depth - 1, 0, : depth + 1, 1]
        assert (low[: depth + 1, 1] <= middle).all()
        assert (middle <= high[: depth + 1, 1]).all()
        assert low[:, 0].max() == high[:, 0].max() == depth
        np.testing.assert_allclose(low[: depth + 1, 1], signals.weights[depth - 1, : depth + 1].min(axis=1))


@pytest.mark.parametrize("depth", [1, 20, 50])
def test_the_theory_goes_from_what_arrives_to_the_front_by_its_factor(depth: int) -> None:
    choice = chosen()
    header, arrays = sent(choice)
    lines = shapes(header, arrays, "backward", "line")
    for key in choice.activations:
        (front, last) = lines[f"{key}.theory"][depth - 1, 0]
        assert (front[0], last[0]) == (0, depth - 1)
        assert last[1] == pytest.approx(lines[key][depth - 1, 0, depth - 1, 1])
        theory = max(last[1] * choice.start(key).factor ** (depth - 1), SMALLEST)
        assert front[1] == pytest.approx(theory, rel=1e-4, abs=0)


def test_the_board_has_the_theory_and_what_was_measured() -> None:
    choice = chosen(activations="sigmoid,relu", scale="2")
    header, arrays = sent(choice)
    board = header["board"]
    assert [entry["fixed"] for entry in board["entries"]] == [["uniform ±1/√in × 2", "≤ 0.289"], ["He × 2", "2"]]
    values = arrays[board["array"]]
    for column, key in enumerate(choice.activations):
        signals = answers_of(choice)[key].signals
        assert values[19, 0, column] == pytest.approx((signals.per_layer(20), signals.front_to_last(20)), rel=1e-6)
    assert np.isnan(values[0, 0, :, 0]).all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_tell_the_tiniest_share_and_its_depth(language: Language) -> None:
    answers = answers_of(chosen(activations="sigmoid"))
    signals = answers["sigmoid"].signals
    told = {
        signals.front_share(50): depth_words(answers, 50)[language],
        signals.returned(50): returned_words(answers, 50, 20)[language],
    }
    assert len(told) == 2
    for share, words in told.items():
        assert share < 1e-29
        assert numeral(share, 2, nothing=0) in words
        assert "50" in words
        assert numeral(share, 2) == "0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_leads_is_the_gradient_that_vanishes_on_its_way_back(language: Language) -> None:
    """That of tanh's weights is as small in the first layer as in the last, and does not show what the page says."""
    header, arrays = sent(chosen(activations="tanh"), language)
    first, second = header["subplots"][:2]
    assert header["rows"][0]["subplots"][0] == header["dials"][0]["under"] == first["key"] == "backward"
    assert "‖∂L/∂z‖" in first["title"]
    assert "‖∂L/∂z‖" in header["readout"][0]
    assert first["legend"] == ["tanh"]
    assert first["weight"] > second["weight"]
    back, weights = (shapes(header, arrays, each, "line")["tanh"][19, 0, :20, 1] for each in ("backward", "weights"))
    assert back[0] < 1e-4 * back[-1]
    assert 0.1 < weights[0] / weights[-1] < 10
    assert set(shapes(header, arrays, "backward", "area")) == {"tanh"}, "how far networks differ"


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_only_what_flattens_is_bounded(activation: str) -> None:
    choice = chosen()
    assert factor_words(choice, activation).startswith("≤") == (activation in {"sigmoid", "tanh"})
    initialisation = "he" if activation in CUT else "thumb"
    assert weights_words(choice, activation) == INITIALISATIONS[initialisation].name


def test_each_optimizer_begins_with_a_rate_of_its_own() -> None:
    for optimizer in LECTURE:
        choice = chosen(optimizer=optimizer)
        assert choice.rate == usual_rate(optimizer)
        assert choice.rule == OPTIMIZERS[optimizer]()
    assert chosen(optimizer="adam", rate="0.5").rate == 0.5
    assert chosen().activations == LECTURE_ACTIVATIONS


@pytest.mark.parametrize("dataset", CLASSES)
def test_every_dataset_with_classes_can_be_learned_from(dataset: str) -> None:
    answer = finished(compute(chosen(activations="relu", data=dataset).training("relu")))
    assert (answer.loss[2:5, -1] < 0.9 * answer.loss[2:5, 0]).all()


def test_at_its_bounds_the_message_stays_small() -> None:
    choice = chosen(activations=",".join(ACTIVATIONS), steps=str(MOST_STEPS), width=str(WIDTHS[0]))
    assert len(figure_grid_message(vanishing_grid(choice, answers_of(choice), "ko"), "ko")) < 2 * MOST_BYTES


@pytest.mark.parametrize(
    ("query", "ask", "right"),
    [
        ({"activations": "sigmoid", "depth": "20"}, "last.sigmoid", "0"),
        ({"activations": "sigmoid", "depth": "1"}, "one.sigmoid", "0.1"),
        ({"activations": "tanh", "depth": "9"}, "one.tanh", "0.001"),
        ({"activations": "tanh", "depth": "20"}, "one.tanh", "1e-06"),
        ({"activations": "sigmoid,relu", "depth": "12"}, MOVED, "relu"),
    ],
)
def test_what_is_right_was_measured(query: dict[str, str], ask: str, right: str) -> None:
    choice = chosen(**query)
    asked = asking(ways_of(choice, answers_of(choice)), ask)
    assert asked is not None
    assert asked.right == [right]
    assert right in asked.options
    assert ask == MOVED or len(asked.options) == len(SIZE_NAMES)


def test_of_what_is_not_there_nothing_is_asked() -> None:
    choice = chosen(activations="relu", steps="3")
    ways = ways_of(choice, answers_of(choice))
    assert asking(ways, "one.tanh") is None
    assert asking(ways, MOVED) is None, "there is nothing to choose from"


def test_a_training_is_known_by_all_it_depends_on() -> None:
    one = chosen()
    assert one.training("tanh") == chosen(depth="3", activations="tanh").training("tanh")
    for name, value in {"seed": "1", "width": "8", "data": "xor", "rate": "1", "steps": "5", "weights": "he"}.items():
        other: Training = chosen(**{name: value}).training("tanh")
        assert other != one.training("tanh"), name
