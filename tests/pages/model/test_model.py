"""The grid of a model: its board is the rule, its slices have the slopes of the board, and its size."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from address import Address
from networks import CURVES, LETTERS
from pages.model.choice import MOST_STEPS, ModelChoice, read_model
from pages.model.compute import after_one_step, curve_points, fitted, residual_points, slice_points, tangent_points
from pages.model.view import model_grid
from pages.model.words import edge_words
from stage.figure_grid import figure_grid_message
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language

MOST_BYTES = 400_000
every_model = pytest.mark.parametrize("model", list(CURVES))


def choice_of(query: Mapping[str, str]) -> ModelChoice:
    return read_model(Address({name: [value] for name, value in query.items()}))


def message(query: Mapping[str, str], language: Language = "en") -> tuple[dict[str, Any], Mapping[str, Any]]:
    header, arrays, _ = read_message(figure_grid_message(model_grid(choice_of(query), language), language))
    return header, arrays


@every_model
def test_the_board_is_the_rule_at_every_step(model: str) -> None:
    """new = value + step, step = −n · derivative, and the next row begins with the new values."""
    header, arrays = message({"model": model, "steps": "25", "rate": "0.05"})
    board = arrays[header["board"]["array"]].astype(float)
    assert board.shape == (1, 26, 5, 4)
    value, derivative, step, new = np.moveaxis(board[0, :, :4], -1, 0)
    np.testing.assert_allclose(step, -0.05 * derivative, rtol=1e-4, atol=1e-9)
    np.testing.assert_allclose(value + step, new, atol=1e-5)
    np.testing.assert_array_equal(value[1:], new[:-1])
    loss, nothing, change, after = board[0, :, 4].T
    assert np.isnan(nothing).all()
    np.testing.assert_array_equal(loss[1:], after[:-1])
    np.testing.assert_allclose(loss + change, after, atol=1e-5)


def test_the_heads_say_whose_step_it_is() -> None:
    assert message({})[0]["board"]["heads"][3] == "Step −n ∂L/∂θ"
    assert message({"optimizer": "adam"})[0]["board"]["heads"][3] == "Step"


@every_model
@pytest.mark.parametrize("which", range(4))
def test_a_slice_has_the_slope_of_its_parameter_where_it_stands(model: str, which: int) -> None:
    found = fitted(choice_of({"model": model, "steps": "4"}))
    tangent = tangent_points(found, which, 1e-4)
    rise = np.diff(tangent[:, :, 1], axis=1)[:, 0] / 2e-4
    np.testing.assert_allclose(rise, found.slopes[:, which], atol=1e-8)
    slices = slice_points(found, which)
    for t in range(5):
        theta = np.repeat(found.theta[t][:, None], slices.shape[1], axis=1)
        theta[which] = slices[t, :, 0]
        np.testing.assert_allclose(slices[t, :, 1], found.fit.value(theta))


@every_model
def test_residuals_reach_from_the_data_to_the_curve(model: str) -> None:
    found = fitted(choice_of({"model": model, "steps": "3"}))
    pieces = residual_points(found).reshape(4, -1, 3, 2)
    np.testing.assert_array_equal(pieces[:, :, 0, 1], np.broadcast_to(found.fit.y, (4, 16)))
    np.testing.assert_allclose(np.square(np.diff(pieces[:, :, :2, 1], axis=2)).mean(axis=(1, 2)), found.loss)
    assert np.isnan(pieces[:, :, 2]).all(), "the pen is lifted"
    assert curve_points(found).shape[:2] == (4, 49)


@every_model
def test_one_step_is_the_second_row(model: str) -> None:
    choice = choice_of({"model": model, "optimizer": "adam", "rate": "0.1"})
    np.testing.assert_array_equal(after_one_step(choice), fitted(choice).theta[1])


def test_the_loss_is_read_in_large_type_and_the_key_is_known() -> None:
    header, arrays = message({"steps": "9"})
    loss = next(each for each in header["subplots"] if each["key"] == "loss")
    np.testing.assert_array_equal(arrays[loss["number"]], arrays[loss["trails"][0]["array"]])
    assert [each["number"] for each in header["subplots"] if each["key"] != "loss"] == [None] * 5
    assert header["steppable"] is True
    assert [each["style"] for each in header["board"]["entries"]] == [*LETTERS, "loss"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "number"),
    [({}, "0.324"), ({"model": "wave"}, "0.88"), ({"model": "wave", "a": "0"}, "1")],
)
def test_the_edge_is_said_where_the_sliders_stand(query: Mapping[str, str], number: str, language: Language) -> None:
    choice = choice_of(query)
    words = edge_words(choice, fitted(choice).fit, np.array(choice.theta))[language]
    assert f"2/λmax = {number}" in words
    assert message(query, language)[0]["readout"] == [words]


@every_model
def test_the_most_that_a_change_may_send(model: str) -> None:
    query = {"model": model, "steps": str(MOST_STEPS)}
    assert len(figure_grid_message(model_grid(choice_of(query), "ko"), "ko")) < MOST_BYTES


def test_what_diverges_breaks_nothing() -> None:
    header, arrays = message({"rate": "100", "steps": "200"})
    board = header["board"]["array"]
    assert not np.isfinite(arrays[board]).all()
    assert np.nanmax(arrays[f"{board}.beyond"]) > 100, "what is beyond 32 bits is told as a power of ten"
