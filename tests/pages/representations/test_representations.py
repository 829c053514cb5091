"""The hidden layers as they are worked out and shown: the network's own line, honest shares, bounded messages."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest

from address import Address
from optimizers import OPTIMIZERS
from pages.representations.choice import RepresentationChoice, read_representations
from pages.representations.compute import MOMENTS, Answer, RepresentationInputs, Seen, compute, grid_over, shares_at
from pages.representations.proof import asking, represented
from pages.representations.view import representation_grid
from pages.representations.words import readout_words
from parameters import Array
from simulation import Entrant, train
from stage.figure_grid import figure_grid_message
from tests.stage.message_reader import read_message
from tests.work.test_shared import run
from text import Language
from ui.common.lesson import RATES, box_of, lesson_of
from ui.common.lesson_choice import SAMPLES_SPAN, STEPS_SPAN, WIDTH_SPAN

SMALL = {"samples": "40", "width": "5", "layers": "2", "steps": "30", "optimizers": "gd,adam"}
MOST_BYTES = 2_000_000
"""What the largest picture may send; the usual one stays below half of it."""


def chosen(query: Mapping[str, str]) -> RepresentationChoice:
    return read_representations(Address({name: [value] for name, value in query.items()}))


@cache
def answer(inputs: RepresentationInputs) -> Answer:
    found: Answer = run(compute(inputs))[1]
    return found


def shown(query: Mapping[str, str], language: Language = "en", *, is_open: bool = True) -> tuple[Any, Any]:
    choice = chosen(query)
    grid = representation_grid(choice, answer(choice.shown), language, is_open=is_open)
    header, arrays, _ = read_message(figure_grid_message(grid, language))
    return header, arrays


def alone(choice: RepresentationChoice, entry: int) -> tuple[Any, Array, Array]:
    """The lesson, the data, and the parameters of one optimizer's network at every moment, learned by itself."""
    lesson, start = lesson_of(choice.inputs)
    key = choice.chosen[entry]
    entrants = [Entrant(choice.rules[key], np.array([choice.rate]))]
    learned = run(train(lesson, entrants, start, choice.steps, MOMENTS))[1]
    return lesson, lesson.data.X, learned.snapshots[:, :, 0].T.astype(np.float64)


def sides(seen: Seen, layer: int, moment: int) -> Array:
    """On which side of the straight line each sample is seen, > 0 on its left."""
    first, last = seen.line[layer, moment].astype(np.float64)
    along, away = last - first, seen.samples[layer, moment].astype(np.float64) - first
    return np.asarray((along[0] * away[:, 1] - along[1] * away[:, 0]) / np.hypot(*along))


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_in_a_last_layer_of_two_the_line_is_the_networks_own_decision(activation: str) -> None:
    choice = chosen({**SMALL, "activation": activation})
    seen = answer(choice.shown).seen[1]
    lesson, inputs, theta = alone(choice, 1)
    logits = lesson.net.logits(theta, inputs)
    for moment in range(0, theta.shape[1], 6):
        side = sides(seen, -1, moment)
        sure = np.abs(side) > 2e-3  # what is drawn is rounded
        assert sure.mean() > 0.5
        said = logits[moment].argmax(axis=1) == 1
        np.testing.assert_array_equal((side > 0)[sure], said[sure])
    assert (seen.held[-1] == 1).all()


def test_the_samples_lie_where_the_layer_puts_them_and_the_grid_goes_the_same_way() -> None:
    choice = chosen({**SMALL, "last": "4"})
    found = answer(choice.shown)
    lesson, inputs, theta = alone(choice, 1)
    grid = grid_over(box_of(lesson.data))
    for layer, hidden in enumerate(lesson.net.activations(theta, inputs), 1):
        values = hidden.swapaxes(1, 2)
        bent = lesson.net.activations(theta, np.nan_to_num(grid))[layer - 1].swapaxes(1, 2)
        for moment in (0, theta.shape[1] // 2, theta.shape[1] - 1):
            places = found.seen[1].samples[layer, moment].astype(np.float64)
            assert np.hypot(*places.T).max() == pytest.approx(0.8, abs=2e-3)
            middle = values[moment].mean(axis=0)
            onto = np.linalg.lstsq(values[moment] - middle, places, rcond=None)[0]  # one linear map for all samples
            np.testing.assert_allclose((values[moment] - middle) @ onto, places, atol=2e-3)
            drawn = found.seen[1].grid[layer, moment]
            there = ~np.isnan(grid[:, 0])
            assert (np.isnan(drawn[:, 0]) == ~there).all()
            np.testing.assert_allclose(((bent[moment] - middle) @ onto)[there], drawn[there], atol=2e-2)
            away = values[moment] - middle
            sizes = np.square(np.linalg.svd(away, compute_uv=False))
            assert found.seen[1].held[layer, moment] == pytest.approx(sizes[:2].sum() / sizes.sum(), abs=1e-9)


def test_in_wider_layers_the_line_is_where_the_decision_meets_the_plane() -> None:
    """Samples moved onto the plane are on the side of the line that the output layer says of them there."""
    choice = chosen({**SMALL, "last": "4"})
    seen = answer(choice.shown).seen[1]
    lesson, inputs, theta = alone(choice, 1)
    values = lesson.net.activations(theta, inputs)[-1].swapaxes(1, 2)
    out = lesson.net.weights(theta)[-1]
    for moment in (0, -1):
        away = values[moment] - values[moment].mean(axis=0)
        leading = np.linalg.svd(away, full_matrices=False)[2][:2]
        onto = values[moment].mean(axis=0) + away @ leading.T @ leading
        said = onto @ (out.W[moment, 1] - out.W[moment, 0]) + out.b[moment, 1] - out.b[moment, 0] > 0
        side = sides(seen, -1, moment)
        sure = np.abs(side) > 2e-3
        np.testing.assert_array_equal((side > 0)[sure], said[sure])


def test_from_moment_to_moment_nothing_spins() -> None:
    """With twice the moments a picture that holds still moves about half as far between two of them."""
    seen = answer(chosen({**SMALL, "optimizers": "gd", "width": "9", "steps": "24"}).shown).seen[0]
    assert len(seen.samples[1]) == MOMENTS
    assert np.abs(np.diff(seen.samples.astype(np.float64), axis=1)).max() < 0.2
    assert (seen.samples[0] == seen.samples[0, :1]).all(), "the input does not move"


def test_the_shares_are_measured_and_the_last_layer_parts_no_less_than_the_network() -> None:
    choice = chosen({**SMALL, "steps": "60", "rate": "0.1"})
    found = answer(choice.shown)
    for entry, seen in enumerate(found.seen):
        assert (seen.parted[0] == found.most_in_the_plane).all()
        assert (seen.parted[-1] >= found.right[found.moments, entry] - 1e-6).all()
        assert (seen.parted[1:] >= 0.5).all()
    steps = shares_at(found.moments, found.seen[0].parted, choice.steps)
    assert steps.shape == (3, choice.steps + 1)
    for step in range(choice.steps + 1):
        before = np.flatnonzero(found.moments <= step)[-1]
        np.testing.assert_array_equal(steps[:, step], found.seen[0].parted[:, before])


def test_all_begin_alike_and_tuned_takes_the_best_of_the_ladder() -> None:
    found = answer(chosen(SMALL).shown)
    np.testing.assert_array_equal(found.seen[0].samples[:, 0], found.seen[1].samples[:, 0])
    assert found.rates == (0.1, 0.1)
    tuned = answer(chosen({**SMALL, "rates": "tuned"}).shown)
    assert set(tuned.rates) <= set(RATES)
    assert (tuned.loss[-1] <= found.loss[-1] + 1e-12).all(), "0.1 is one of them"


def test_the_work_is_the_same_wherever_the_dial_stands() -> None:
    assert len({chosen({**SMALL, **more}).shown for more in ({}, {"layer": "0"}, {"lang": "ko"})}) == 1
    others = [{"data": "xor"}, {"last": "3"}, {"rate": "0.2"}, {"rates": "tuned"}, {"width": "6"}, {"seed": "1"}]
    assert len({chosen({**SMALL, **more}).shown for more in ({}, *others)}) == 1 + len(others)
    one, other = (shown({**SMALL, "layer": layer}) for layer in "02")
    assert one[0] == other[0]


@pytest.mark.parametrize("query", [{}, {"layers": "0"}, {"layers": "1", "last": "16"}, {"optimizers": "adam"}])
def test_every_layer_has_its_place_on_the_dial(query: dict[str, str]) -> None:
    header, arrays = shown({**SMALL, **query})
    choice = chosen({**SMALL, **query})
    layers = choice.layers + 1
    assert [dial["written"] for dial in header["dials"]] == ([[*map(str, range(layers))]] if layers > 1 else [])
    assert [dial["usual"] for dial in header["dials"]] == ([choice.layers] if layers > 1 else [])
    assert len(header["readout"]) == layers
    board = arrays[header["board"]["array"]]
    assert board.shape == (layers, choice.steps + 1, len(choice.chosen), 4)
    found = answer(choice.shown)
    np.testing.assert_allclose(board[:, -1, 0, 1], np.round(100 * found.seen[0].parted[:, -1], 1), atol=1e-5)
    subplots = {subplot["key"]: subplot for subplot in header["subplots"]}
    assert list(subplots) == [*(f"plane.{key}" for key in choice.chosen), "parted", "loss"]
    shapes = {shape["style"]: arrays[shape["array"]] for shape in subplots[f"plane.{choice.chosen[0]}"]["shapes"]}
    assert shapes["class0"].shape[2] + shapes["class1"].shape[2] == 40
    assert [shape["thin"] for shape in subplots[f"plane.{choice.chosen[0]}"]["shapes"]] == [True] + 4 * [False]
    own, dashed = (np.isfinite(shapes[key]).any(axis=(1, 2, 3)) for key in ("own", "found"))
    assert not own[:-1].any(), "the network's own line is in the last layer alone"
    assert not dashed[-1]


def test_before_it_may_be_known_the_input_plane_is_all_there_is() -> None:
    header, arrays = shown(SMALL, is_open=False)
    assert (header["steps"], header["dials"], header["board"]) == (0, [], None)
    assert all(subplot["key"].startswith("plane.") for subplot in header["subplots"])
    assert all(arrays[shape["array"]].shape[0] == 1 for sub in header["subplots"] for shape in sub["shapes"])
    assert "%" not in header["readout"][0]


def test_the_share_of_the_variance_is_said_where_a_layer_is_wider_than_two() -> None:
    choice = chosen(SMALL)
    said = [readout_words(choice, answer(choice.shown), layer) for layer in range(3)]
    assert ["variance" in each.en for each in said] == [False, True, False]
    assert ["분산" in each.ko for each in said] == [False, True, False]


def test_what_is_asked_is_right_as_it_was_measured() -> None:
    choice = chosen(SMALL)
    evidence = represented(choice, answer(choice.shown))
    question = asking(choice, evidence, "adam")
    assert question is not None
    least = float(question.right[0])
    assert least <= evidence.learned["adam"]
    assert not [other for other in map(float, question.options) if least < other <= evidence.learned["adam"]]
    assert asking(choice, evidence, "lion") is None


def test_the_usual_message_and_the_largest_are_bounded() -> None:
    largest = {"samples": str(SAMPLES_SPAN[1]), "width": str(WIDTH_SPAN[1]), "last": "16", "steps": str(STEPS_SPAN[1])}
    for query, most in (({}, MOST_BYTES / 2), ({**largest, "optimizers": ",".join(OPTIMIZERS)}, MOST_BYTES)):
        choice = chosen(query)
        assert len(figure_grid_message(representation_grid(choice, answer(choice.shown), "ko"), "ko")) < most


@pytest.mark.parametrize("activation", ["relu", "identity", "sigmoid"])
@pytest.mark.parametrize("rate", ["0.000001", "100"])
def test_the_wildest_settings_are_shown(rate: str, activation: str) -> None:
    query = {**SMALL, "rate": rate, "activation": activation, "optimizers": "gd,momentum", "width": "1", "noise": "0.5"}
    header, _ = shown({**query, "steps": "80", "init": "plain"})
    assert len(header["readout"]) == 3
    assert "nan" not in "".join(header["readout"])


@pytest.mark.parametrize(
    "query", [{"data": "blobs"}, {"data": "regression"}, {"last": "1"}, {"layer": "4"}, {"layer": "-1"}, {"rate": "x"}]
)
def test_what_cannot_be_used_is_left_out(query: dict[str, str]) -> None:
    address = Address({name: [value] for name, value in query.items()})
    assert read_representations(address) == read_representations(Address({}))
    assert address.rejected == tuple(query)


def test_a_layer_that_the_network_has_not_is_its_last() -> None:
    assert chosen({"layers": "1", "layer": "3"}).layer == 1
    assert chosen({}).layer == 3
    assert chosen({}).hidden == (12, 12, 2)
    assert chosen({"layers": "0"}).hidden == ()
