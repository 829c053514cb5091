"""The page of losses: its numbers by their formulas, and pictures that show these numbers and say them."""

from collections.abc import Callable
from itertools import product
from math import log

import numpy as np
import pytest

from address import Address
from numerals import numeral
from pages.losses.choice import (
    CLASSES_SPAN,
    ERRORS,
    LOGITS,
    PREDICTIONS,
    RESTS,
    SHOWS,
    USUAL_ERROR,
    USUAL_LOGIT,
    USUAL_PREDICTION,
    Rest,
    read_losses,
)
from pages.losses.compute import MOMENTS, STEPS, behind_sigmoid, over_classes, shares_of_rest
from pages.losses.view import HIGHEST, losses_grid, position_of, tangents
from parameters import Array
from scenes import SCENES
from stage.figure_grid import FigureGrid, figure_grid_message
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language

MOST_BYTES = 400_000
CLASSES = range(CLASSES_SPAN[0], CLASSES_SPAN[1] + 1)
every_picture = pytest.mark.parametrize(("classes", "rest"), list(product(CLASSES, RESTS)))


def shown(language: Language = "en", **query: str) -> FigureGrid:
    return losses_grid(read_losses(Address({name: [value] for name, value in query.items()})), language)


@every_picture
def test_predictions_are_probabilities_and_the_true_class_gets_what_the_dial_says(classes: int, rest: Rest) -> None:
    predictions = over_classes(classes, rest).predictions
    assert predictions.shape == (len(PREDICTIONS), MOMENTS if rest == "move" else 1, classes)
    assert (predictions >= 0).all()
    np.testing.assert_allclose(predictions.sum(axis=2), 1, atol=1e-15)
    np.testing.assert_array_equal(predictions[:, :, 0], np.broadcast_to(PREDICTIONS[:, None], predictions.shape[:2]))


@every_picture
def test_losses_are_those_of_the_lecture(classes: int, rest: Rest) -> None:
    """One prediction after the other, in plain Python."""
    values = over_classes(classes, rest)
    for row, moment in product((0, 40, 99), (0, values.steps)):
        prediction = values.predictions[row, moment].tolist()
        target = [1.0] + [0.0] * (classes - 1)
        squared = sum((p - y) ** 2 for p, y in zip(prediction, target, strict=True)) / classes
        assert values.losses["mse"][row, moment] == pytest.approx(squared, rel=1e-14, abs=1e-30)
        assert values.losses["cross-entropy"][row, moment] == pytest.approx(-log(prediction[0]), abs=1e-15)


@pytest.mark.parametrize("classes", CLASSES)
def test_mse_grows_with_the_gathering_and_cross_entropy_stands_still_to_the_bit(classes: int) -> None:
    losses = over_classes(classes, "move").losses
    wrong = PREDICTIONS < 1
    assert (np.diff(losses["mse"][wrong], axis=1) > 0).all()
    assert (losses["cross-entropy"] == losses["cross-entropy"][:, :1]).all()


def test_the_ways_to_share_are_the_ends_of_the_movement() -> None:
    move = shares_of_rest(4, "move")
    np.testing.assert_allclose(shares_of_rest(4, "even")[0], [1 / 3, 1 / 3, 1 / 3])
    np.testing.assert_array_equal(shares_of_rest(4, "one")[0], [1, 0, 0])
    np.testing.assert_array_equal(move[[0, -1]], np.concatenate([shares_of_rest(4, "even"), shares_of_rest(4, "one")]))


def test_slopes_behind_the_sigmoid_are_the_formulas_and_the_differences() -> None:
    values = behind_sigmoid(1.0)
    s = 1 / (1 + np.exp(-LOGITS))
    np.testing.assert_allclose(values.slopes["mse"], 2 * (s - 1) * s * (1 - s), rtol=1e-9)
    np.testing.assert_allclose(values.slopes["cross-entropy"], s - 1, rtol=1e-9)
    heights: dict[str, Callable[[Array], Array]] = {
        "mse": lambda z: (1 / (1 + np.exp(-z)) - 1) ** 2,
        "cross-entropy": lambda z: np.log1p(np.exp(-z)),
    }
    for key, height in heights.items():
        np.testing.assert_allclose(values.losses[key], height(LOGITS), rtol=1e-9)
        difference = (height(LOGITS + 1e-5) - height(LOGITS - 1e-5)) / 2e-5
        np.testing.assert_allclose(values.slopes[key], difference, atol=1e-9)


def test_below_a_third_the_slope_of_mse_shrinks_as_the_error_grows_and_above_it_does_not() -> None:
    """The condition that the page states."""
    values = behind_sigmoid(1.0)
    size = np.abs(values.slopes["mse"])
    below = values.predictions < 1 / 3
    assert (np.diff(size[below]) > 0).all()
    assert (np.diff(size[~below]) < 0).all()


@pytest.mark.parametrize("rate", [0.01, 1.0, 10.0])
def test_gradient_descent_is_that_of_the_formula(rate: float) -> None:
    learned = behind_sigmoid(rate).learned
    z = float(LOGITS[8])
    for step in range(STEPS + 1):
        s = 1 / (1 + np.exp(-z))
        assert learned["mse"][8, step] == pytest.approx(s, rel=1e-9)
        z -= rate * 2 * (s - 1) * s * (1 - s)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("show", SHOWS)
def test_every_place_of_the_dial_has_its_words_and_can_be_written(show: str, language: Language) -> None:
    grid = shown(language, show=show, classes="5")
    (dial,) = grid.dials
    assert len(dial.values) == len(dial.written) == len(grid.readout)
    assert [float(each) for each in dial.written] == list(
        {"error": ERRORS, "classes": PREDICTIONS, "sigmoid": LOGITS}[show]
    )
    usual = {"error": USUAL_ERROR, "classes": USUAL_PREDICTION, "sigmoid": USUAL_LOGIT}[show]
    assert float(dial.written[dial.usual]) == usual
    assert len(set(grid.readout)) == len(grid.readout)
    header, arrays, _ = read_message(figure_grid_message(grid, language))
    assert len(figure_grid_message(grid, language)) < MOST_BYTES
    for subplot in header["subplots"]:
        for shape in subplot["shapes"]:
            assert arrays[shape["array"]].shape[0] in {1, len(grid.readout)}
        if subplot["key"] == dial.under:
            first, last = subplot["x"]
            assert first <= 0 < len(dial.values) - 1 <= last, "the thumb stands under its place"


def test_it_opens_on_regression_and_every_scene_names_what_it_shows() -> None:
    assert [subplot.key for subplot in shown().subplots] == [subplot.key for subplot in shown(show="error").subplots]
    for scene in SCENES.values():
        if scene.chapter == "losses":
            assert scene.setting["show"] in SHOWS


def test_the_numbers_of_the_lesson_are_said_at_minus_six() -> None:
    """Error nearly 1, slopes of 0.005 and 0.998."""
    grid = shown(show="sigmoid")
    readout = grid.readout[grid.dials[0].usual]
    assert readout == "z = −6 · ŷ = 0.00247, error −0.998 · gradient: MSE −0.00492, cross-entropy −0.998"


def test_points_lie_on_their_curves_and_tangents_touch_them() -> None:
    grid = shown(show="classes", classes="4")
    subplots = {subplot.key: subplot for subplot in grid.subplots}
    errors = PREDICTIONS - 1
    shapes = {shape.style: shape for shape in subplots["squared"].shapes}
    np.testing.assert_array_equal(shapes["mse"].points[:, 0, 0], np.column_stack([errors, errors**2]))
    wrong = shapes["others"].points
    assert wrong.shape == (len(PREDICTIONS), MOMENTS, 3, 2)
    np.testing.assert_array_equal(wrong[..., 1], wrong[..., 0] ** 2)
    ends = shapes["tangent"].points[:, 0]
    np.testing.assert_allclose((ends[:, 1, 1] - ends[:, 0, 1]) / (ends[:, 1, 0] - ends[:, 0, 0]), 2 * errors, atol=1e-9)
    np.testing.assert_allclose(ends.mean(axis=1), shapes["mse"].points[:, 0, 0], atol=1e-12)
    place = subplots["entropy"].shapes[-1].points[:, 0, 0]
    np.testing.assert_array_equal(place, np.column_stack([position_of(PREDICTIONS), -np.log(PREDICTIONS)]))
    assert place[:, 1].max() < HIGHEST


def test_a_tangent_has_the_same_length_on_the_screen_however_steep() -> None:
    slopes = np.array([-100.0, -1.0, 0.0, 3.0])
    ends = tangents(np.zeros((4, 2)), slopes, reach=0.5, square=2.0)[:, 0]
    across, down = (ends[:, 1] - ends[:, 0]).T
    np.testing.assert_allclose(np.hypot(across, down / 2.0), 1.0)


def test_the_board_tells_both_ends_and_now() -> None:
    grid = shown(show="classes", classes="3")
    assert grid.board is not None
    values = grid.board.values
    row = grid.dials[0].usual
    np.testing.assert_allclose(values[row, 0], [[0.08, 0.32 / 3, 0.08], [-log(0.6)] * 3])
    np.testing.assert_allclose(values[row, -1, :, 2], values[row, -1, :, 1])
    assert numeral(values[row, 0, 0, 1], 3) == "0.107"


def test_an_error_doubles_on_its_curves() -> None:
    grid = shown(show="error")
    loss, slope = grid.subplots
    for subplot, square, absolute in ((loss, np.square, np.abs), (slope, lambda e: 2 * e, np.sign)):
        shapes = {shape.style: shape.points for shape in subplot.shapes}
        for step, times in ((0, 1), (-1, 2)):
            np.testing.assert_allclose(shapes["mse"][:, step, 0, 1], square(times * ERRORS))
            np.testing.assert_allclose(shapes["absolute"][:, step, 0, 1], absolute(times * ERRORS))
            place = shapes["mse"][:, step, 0, 0] - grid.dials[0].values.index("0")
            np.testing.assert_allclose(place / 10, times * ERRORS, atol=1e-9)
        assert subplot.y is not None
        assert subplot.y[0] < shapes["mse"][..., 1].min() < shapes["mse"][..., 1].max() < subplot.y[1]
    assert grid.board is not None
    np.testing.assert_allclose(grid.board.values[grid.dials[0].usual, -1], [[2.25, 9, 9], [1.5, 3, 3]])
    assert grid.readout[grid.dials[0].usual] == (
        "error 1.5 · squared 2.25, slope 3 · at twice the error, 3: squared 9, slope 6"
    )
