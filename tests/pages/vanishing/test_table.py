"""The table of every activation with every initialization: its numbers, what is sent, and where a cell leads."""

import numpy as np
import pytest

from networks import ACTIVATIONS, INITIALISATIONS, MLP, OUTPUTS, Data
from networks.depths import Start
from pages.scenes.choice import read_scene
from pages.scenes.view import shown
from pages.vanishing.choice import values_of_cell
from pages.vanishing.table_compute import DEPTHS, NETWORKS, SLIDE_CELL, TABLES, Table, TableInputs, compute
from pages.vanishing.table_proof import LITTLE, arrivals_of, asking, nearest
from pages.vanishing.table_view import table_grid
from pages.vanishing.table_words import slide_words
from parameters import Array
from stage.figure_grid import FigureGrid, figure_grid_message
from stage.matrix import STRONGEST, spread_words, strength
from tests.pages.race.test_page import changed, message
from tests.pages.test_chapters import opened
from tests.pages.vanishing.test_vanishing import chosen
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from work.pieces import finished

SMALL = TableInputs(scale=1.0, width=5, seed=3, data="moons")


@pytest.fixture(scope="module")
def table() -> Table:
    return finished(compute(SMALL))


def arriving(network: MLP, theta: Array, data: Data) -> float:
    """In a single network, by the chain rule written out: ‖∂L/∂z‖ of the first hidden layer over the last one's."""
    (activation,) = set(network.hidden)
    layers, h, sums = network.weights(theta), data.X.T, []
    for W, b in layers:
        sums.append(W[0] @ h + b[0][:, None])
        h = activation.value(sums[-1])
    delta, sizes = OUTPUTS["softmax"].slope(sums[-1], data.y.T), []
    for layer, z in zip(reversed(layers), reversed(sums[:-1]), strict=False):
        delta = (layer.W[0].T @ delta) * activation.derivative(z)
        sizes.append(float(np.linalg.norm(delta)))
    return sizes[-1] / sizes[0] if sizes[0] else 0.0


@pytest.mark.parametrize("depth", [2, 10])
@pytest.mark.parametrize("weights", list(INITIALISATIONS))
@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_a_cell_is_what_one_network_after_the_other_gives(
    activation: str, weights: str, depth: int, table: Table
) -> None:
    start = Start(activation, weights, *SMALL)
    network, theta = start.network(depth), start.theta(depth, NETWORKS)
    alone = [arriving(network, theta[:, each : each + 1], start.data) for each in range(NETWORKS)]
    cell = list(ACTIVATIONS).index(activation), list(INITIALISATIONS).index(weights), DEPTHS.index(depth)
    np.testing.assert_allclose(table.shares[cell], alone, rtol=1e-9)
    assert table.median[cell] == pytest.approx(np.median(alone), rel=1e-9)
    np.testing.assert_allclose(table.spread[cell], [min(alone), max(alone)], rtol=1e-9)


def test_work_tells_its_share_and_ends() -> None:
    shares = list(compute(SMALL))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1] > 0.9, shares[-1] <= 1) == (0.0, True, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_travel_with_their_spread_and_the_slide_s_cell(language: Language, table: Table) -> None:
    header, arrays, _ = read_message(figure_grid_message(table_grid(chosen(show="table"), table, language), language))
    board, matrix = header["board"], header["board"]["matrix"]
    assert [entry["style"] for entry in board["entries"]] == list(ACTIVATIONS)
    assert board["heads"][1:] == [each.name[language] for each in INITIALISATIONS.values()]
    assert [subplot["key"] for subplot in header["subplots"]] == list(INITIALISATIONS)
    row = DEPTHS.index(20)
    marked = matrix["marked"]
    assert (board["entries"][marked["entry"]]["style"], list(INITIALISATIONS)[marked["column"]]) == SLIDE_CELL
    values, spread = arrays[board["array"]], arrays[matrix["spread"]]
    np.testing.assert_allclose(values[row, 0], table.median[:, :, row], rtol=1e-6)
    np.testing.assert_allclose(spread[row, 0], table.spread[:, :, row], rtol=1e-6)
    assert slide_words(table, row)[language] == header["readout"][row]
    assert "20" in header["readout"][row]


@pytest.mark.parametrize("change", ["scale", "width", "seed", "data"])
def test_the_table_depends_on_what_it_says(change: str) -> None:
    other = {"scale": "2", "width": "8", "seed": "5", "data": "xor"}[change]
    assert chosen(show="table", depth="5", activations="tanh", weights="he").table == chosen(show="table").table
    assert chosen(**{change: other}).table != chosen().table


def test_the_dial_stands_at_the_nearest_depth_in_proportion() -> None:
    assert [DEPTHS[nearest(depth)] for depth in (1, 3, 4, 14, 15, 50)] == [2, 2, 5, 10, 20, 50]


def test_what_has_no_answer_is_not_asked(table: Table) -> None:
    shallow = arrivals_of(table, DEPTHS.index(2))
    assert asking(shallow, "none-keeps") is None
    assert asking(arrivals_of(table, DEPTHS.index(50)), "anything") is None


def test_the_scene_asks_for_what_was_measured_and_its_cells_lead_nowhere() -> None:
    worked_out = finished(shown(read_scene({"scene": ["on-equal-terms"]}), "en"))
    picture = worked_out.picture
    assert isinstance(picture, FigureGrid)
    assert picture.question is not None
    assert picture.question.right == ["sigmoid"]
    assert picture.board is not None
    assert picture.board.matrix is not None
    assert picture.board.matrix.pick == ""
    medians = finished(TABLES.ask(chosen(show="table").table)).median[:, :, DEPTHS.index(20)]
    assert [key for key, row in zip(ACTIVATIONS, medians, strict=True) if (row < LITTLE).all()] == ["sigmoid"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_a_view_of_the_chapter(language: Language) -> None:
    page = opened("vanishing", {"lang": language, "show": "table", "width": "6", "depth": "10"})
    header, _ = message(page)
    assert header["board"]["matrix"]["pick"]
    page.selectbox(key="choice:show").set_value("layers")
    assert changed(page) == {"lang": language, "show": "layers", "width": "6", "depth": "10"}
    assert message(page)[0]["subplots"][0]["key"] == "backward"


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_a_cell_is_seen_as_what_it_is_in_the_table(activation: str) -> None:
    for column, weights in enumerate(INITIALISATIONS):
        said = {name: value for name, value in values_of_cell(activation, column).items() if value is not None}
        choice = chosen(**said)
        assert (choice.show, choice.activations) == ("layers", (activation,))
        assert choice.start(activation) == Start(activation, weights, *choice.table)


def test_a_colour_is_the_stronger_the_further_from_1() -> None:
    assert strength(1.0, 12) == 0
    assert strength(1e-6, 12) == strength(1e6, 12) == pytest.approx(STRONGEST / 2)
    assert strength(0.0, 12) == strength(1e-40, 12) == STRONGEST
    assert strength(float("nan"), 12) == 0


def test_a_spread_is_said_in_multiples_of_the_median() -> None:
    assert spread_words(2e-13, 1e-13, 9e-13) == "×0.5–4.5"
    assert spread_words(0.0, 0.0, 1.0) == "–"
