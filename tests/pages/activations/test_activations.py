"""The page of activation functions: curves, slopes and bars are the functions' own, and the words say their numbers."""

from itertools import product

import numpy as np
import pytest

from address import Address
from networks import ACTIVATIONS
from pages.activations.choice import PLACES, SHOWS, TEMPERATURES, read_activations
from pages.activations.compute import MOMENTS, apart, first_of_two, shifted
from pages.activations.places import X
from pages.activations.speed_view import speed_grid
from pages.activations.speeds import CHOOSABLE, ROUNDS, SIZES, Speeds, compute
from pages.activations.view import LAYERS, NOTHING, activations_grid, span_words
from stage.figure_grid import FigureGrid, figure_grid_message
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language

MOST_BYTES = 100_000
AT_ONE = TEMPERATURES.tolist().index(1.0)

NANOSECONDS = np.array([[10, 8], [3, 12], [1, 2], [2, 4]], float)
"""A number, for the sigmoid and its derivative, tanh, ReLU and the leaky one: made up, to know what is said of them."""
MADE_UP = Speeds(np.array(SIZES)[:, None, None] * NANOSECONDS * 1e-9)


def shown(language: Language = "en", **query: str) -> FigureGrid:
    return activations_grid(read_activations(Address({name: [value] for name, value in query.items()})), language)


@pytest.mark.parametrize("key", CHOOSABLE)
def test_a_curve_is_the_function_and_broken_only_where_it_jumps(key: str) -> None:
    function = ACTIVATIONS[key]
    for height, jumps in ((function.value, False), (function.derivative, key.endswith("relu"))):
        points = X.curve(height)
        gaps = np.isnan(points[:, 1])
        assert gaps.sum() == jumps
        x = PLACES[0] + points[:, 0] * (PLACES[1] - PLACES[0])
        away = np.abs(x) > 1e-9  # beside a jump the curve has the values of its two sides
        np.testing.assert_allclose(points[away, 1], height(x[away]), atol=1e-12)
        assert (np.diff(points[:, 0]) >= 0).all()


@pytest.mark.parametrize("key", CHOOSABLE)
def test_the_largest_slope_is_what_the_table_says(key: str) -> None:
    function = ACTIVATIONS[key]
    assert function.derivative(PLACES).max() == pytest.approx(function.steepest, abs=1e-15)
    assert function.span[0] <= function.value(PLACES).min()
    assert function.value(PLACES).max() <= function.span[1]


def test_what_the_page_says_of_the_functions_is_so() -> None:
    """tanh = 2σ(2x) − 1, its slope 1 at 0 alone; the sigmoid's 1/4 at 0; ReLU's slope at 0 is 0."""
    sigmoid, tanh, relu = (ACTIVATIONS[key] for key in ("sigmoid", "tanh", "relu"))
    np.testing.assert_allclose(tanh.value(PLACES), 2 * sigmoid.value(2 * PLACES) - 1, atol=1e-15)
    zero = PLACES == 0
    assert zero.sum() == 1
    assert (tanh.derivative(PLACES)[~zero] < 1).all()
    assert sigmoid.derivative(PLACES)[zero] == 0.25
    assert relu.derivative(PLACES)[zero] == 0
    assert (relu.derivative(PLACES[PLACES > 0]) == 1).all()


@pytest.mark.parametrize(("key", "words"), [("sigmoid", "0 … 1"), ("relu", "0 … ∞"), ("leaky-relu", "−∞ … ∞")])
def test_ranges_in_words(key: str, words: str) -> None:
    assert span_words(ACTIVATIONS[key]) == words


def test_the_chosen_functions_are_drawn_and_the_board_offers_all() -> None:
    grid = shown(functions="sigmoid,relu")
    assert grid.board is not None
    assert [(entry.style, entry.on) for entry in grid.board.entries] == [
        ("sigmoid", True),
        ("tanh", False),
        ("relu", True),
        ("leaky-relu", False),
    ]
    for subplot, facet in zip(grid.subplots[:2], ("value", "derivative"), strict=True):
        assert [each.style for each in subplot.curves] == ["sigmoid", "relu"]
        for shape in subplot.shapes:
            heights = getattr(ACTIVATIONS[shape.style], facet)(PLACES)
            np.testing.assert_array_equal(shape.points[:, 0, 0, 1], heights)
            np.testing.assert_allclose(shape.points[:, 0, 0, 0], X.position_of(PLACES), atol=1e-9)
    row = grid.dials[0].usual
    np.testing.assert_allclose(grid.board.values[row, 0, 0], [0.817574, 0.149146], atol=1e-6)
    assert grid.readout[row] == "x = 1.5 · this slope multiplied over 10 layers: sigmoid 5.4×10⁻⁹, ReLU 1"


def test_the_product_over_layers_shrinks_for_the_sigmoid_and_stays_for_relu() -> None:
    grid = shown()
    product = grid.subplots[-1]
    assert grid.rows[0].subplots[-1] == product.key == "product"
    left = {shape.style: shape.points[:, 0] for shape in product.shapes}
    assert set(left) == set(CHOOSABLE)
    layers = np.arange(LAYERS + 1.0)
    (most,) = product.curves
    np.testing.assert_array_equal(most.points, np.column_stack([layers, 0.25**layers]))
    assert (left["sigmoid"][..., 1] <= most.points[:, 1]).all()
    for key, points in left.items():
        np.testing.assert_array_equal(points[0, :, 0], layers)
        assert (points[:, 0, 1] == 1).all()
        for row in (20, 60, 75):
            one_by_one = np.cumprod(np.full(LAYERS, ACTIVATIONS[key].derivative(PLACES)[row]))
            np.testing.assert_allclose(points[row, 1:, 1], np.maximum(one_by_one, NOTHING), rtol=1e-9)
    positive = PLACES > 0
    assert (left["relu"][positive, :, 1] == 1).all()
    assert (left["relu"][~positive, 1:, 1] == NOTHING).all(), "below the picture"
    assert (left["tanh"][np.abs(PLACES) > 0.05, 1:, 1] < 1).all()


def test_without_the_sigmoid_its_bound_is_not_drawn() -> None:
    product = shown(functions="relu").subplots[-1]
    assert not product.curves
    assert not product.legend


@pytest.mark.parametrize(("inputs", "shift"), list(product(["2", "6"], ["-5", "0", "3"])))
def test_softmax_sums_to_one_and_stays_put_while_a_constant_is_added(inputs: str, shift: str) -> None:
    values = shifted(read_activations(Address({"classes": [inputs], "shift": [shift]})))
    moments = 1 if shift == "0" else MOMENTS
    assert values.outputs.shape == (len(TEMPERATURES), moments, int(inputs))
    np.testing.assert_allclose(values.outputs.sum(axis=2), 1, atol=1e-15)
    np.testing.assert_allclose(values.inputs[-1] - values.inputs[0], float(shift), atol=1e-12)
    z = values.inputs[0]
    expected = np.exp(z) / sum(np.exp(z))
    np.testing.assert_allclose(values.outputs[AT_ONE], np.broadcast_to(expected, values.outputs[AT_ONE].shape))
    assert (values.furthest < 1e-14).all()


def test_a_constant_for_the_first_input_alone_moves_the_outputs() -> None:
    values = shifted(read_activations(Address({"added": ["first"]})))
    np.testing.assert_array_equal(values.inputs[-1] - values.inputs[0], [3, 0, 0, 0])
    assert (values.furthest > 0.01).all()
    assert values.furthest.max() == np.abs(values.outputs - values.outputs[:, :1]).max()


def test_a_hot_softmax_is_even_and_a_cold_one_chooses() -> None:
    largest = shifted(read_activations(Address({}))).outputs[:, 0].max(axis=1)
    assert (np.diff(largest) < 0).all()
    assert largest[0] > 0.98
    assert largest[-1] < 0.4


def test_the_sigmoid_is_softmax_of_x_and_zero_and_no_other_function_is() -> None:
    np.testing.assert_allclose(first_of_two(PLACES), 1 / (1 + np.exp(-PLACES)), rtol=1e-14)
    assert apart("sigmoid") < 1e-15
    assert all(apart(key) > 0.5 for key in CHOOSABLE if key != "sigmoid")


def test_both_outputs_are_shown_and_the_points_lie_on_the_curve() -> None:
    pair, both = shown(show="pair").subplots
    (curve_shown,), (points,) = pair.curves, pair.shapes
    heights = np.interp(points.points[0, 0, :, 0], *curve_shown.points.T)
    np.testing.assert_allclose(points.points[0, 0, :, 1], heights, atol=1e-4)
    (bars,) = both.shapes
    np.testing.assert_allclose(bars.points[:, 0, :, 1].sum(axis=1), 1)
    np.testing.assert_array_equal(bars.points[:, 0, 0, 1], first_of_two(PLACES))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("show", SHOWS)
def test_every_place_of_the_dial_has_its_words_and_can_be_written(show: str, language: Language) -> None:
    query = {"show": [show], "classes": ["6"]}
    choice = read_activations(Address(query))
    grid = speed_grid(choice, MADE_UP, language) if show == "speed" else activations_grid(choice, language)
    (dial,) = grid.dials
    expected = {"softmax": TEMPERATURES, "speed": np.array(SIZES)}.get(show, PLACES)
    assert len(dial.values) == len(dial.written) == len(grid.readout) == len(expected)
    np.testing.assert_allclose([float(each) for each in dial.written], expected, rtol=1e-9, atol=1e-12)
    assert float(dial.written[dial.usual]) == {"softmax": 1.0, "speed": 10_000}.get(show, 1.5)
    message = figure_grid_message(grid, language)
    assert len(message) < MOST_BYTES
    header, arrays, _ = read_message(message)
    rows = {arrays[shape["array"]].shape[0] for subplot in header["subplots"] for shape in subplot["shapes"]}
    assert rows <= {1, len(expected)}
    assert len(expected) in rows or show == "speed"


def test_the_sum_is_said_as_a_number() -> None:
    readout = shown(show="softmax").readout[AT_ONE]
    assert readout.startswith("T = 1 · initial outputs (0.64, 0.24, 0.087, 0.032) · sum 1 · ")


def test_every_size_is_measured_for_every_function_in_turn() -> None:
    """How long anything takes is not asserted; only that all of it was measured, and in pieces."""
    pieces = compute((100, 1000))
    shares = []
    while True:
        try:
            shares.append(next(pieces))
        except StopIteration as end:
            speeds: Speeds = end.value
            break
    assert len(shares) == 2 * ROUNDS * len(CHOOSABLE) * 2
    assert shares == sorted(shares)
    assert shares[-1] < 1
    assert speeds.seconds.shape == (2, len(CHOOSABLE), 2)
    assert (speeds.seconds > 0).all()


def test_times_are_drawn_as_measured_and_said_as_multiples_of_relu() -> None:
    choice = read_activations(Address({"show": ["speed"], "functions": ["tanh,relu"]}))
    grid = speed_grid(choice, MADE_UP, "en")
    value, slope, ratio = grid.subplots
    assert [curve.style for curve in value.curves] == ["tanh", "relu"]
    np.testing.assert_allclose(value.curves[0].points, np.column_stack([SIZES, 3e-9 * np.array(SIZES)]))
    np.testing.assert_allclose(slope.curves[1].points[:, 1], 2e-9 * np.array(SIZES))
    np.testing.assert_allclose(ratio.curves[0].points[:, 1], 5)
    assert grid.board is not None
    np.testing.assert_allclose(grid.board.values[3, 0], np.hstack([NANOSECONDS, NANOSECONDS / [1, 2]]))
    told = grid.readout[grid.dials[0].usual]
    assert told == "N = 10,000 · f(x): ReLU 10 µs, tanh 3× · f′(x): ReLU 20 µs, tanh 6×"
