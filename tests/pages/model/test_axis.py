"""The sliders of a model: what is told of every value, against the page of that value."""

import gzip
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from address import Address
from networks import CURVES, LETTERS
from pages.model.axis import model_axes
from pages.model.choice import ModelChoice, read_model
from pages.model.view import model_grid
from stage.assets import KINDS, content_of
from stage.figure_grid import figure_grid_message
from stage.spelling import WrongAddress
from tests.stage.message_reader import read_message
from tests.stage.rows_reader import rows_at

MOST_BYTES = 120_000
PLACES = 10


def choice_of(query: Mapping[str, str]) -> ModelChoice:
    return read_model(Address({name: [value] for name, value in query.items()}))


def first_moment(array: NDArray[Any], row: int) -> NDArray[Any]:
    """Of one row, or of the one that there is for all."""
    return array[min(row, len(array) - 1), 0]


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("model", list(CURVES))
def test_ten_places_are_the_pages_themselves(model: str, letter: str) -> None:
    query = {"model": model, "optimizer": "adam", "rate": "0.1", "steps": "7", "c": "1.25"}
    axis = model_axes(choice_of(query), "ko")[LETTERS.index(letter)]
    values, told, rows = rows_at(axis.data)
    assert values == axis.places
    assert told["steps"] == 0
    assert len(gzip.compress(content_of(axis.data or ""))) <= MOST_BYTES
    for place in np.linspace(0, len(values) - 1, PLACES).astype(int):
        page = model_grid(choice_of({**query, letter: values[place]}), "ko")
        header, arrays, _ = read_message(figure_grid_message(page, "ko"))
        board = first_moment(arrays[header["board"]["array"]], 0)
        np.testing.assert_allclose(first_moment(rows[told["board"]["array"]], place), board, rtol=1e-4, atol=1e-4)
        readout = told["readout"]
        assert readout[place if len(readout) > 1 else 0] == header["readout"][0]
        for exact, live in zip(header["subplots"], told["subplots"], strict=True):
            assert live["key"] == exact["key"]
            assert exact["y"] == (live["yOfRows"][place] if live["yOfRows"] else live["y"])
            for one, other in zip(exact["shapes"], live["shapes"], strict=True):
                drawn = first_moment(arrays[one["array"]], 0)
                np.testing.assert_allclose(first_moment(rows[other["array"]], place), drawn, rtol=1e-4, atol=1e-4)


def test_the_scale_of_the_losses_seldom_changes() -> None:
    _, told, _ = rows_at(model_axes(choice_of({}), "en")[0].data)
    loss = next(each for each in told["subplots"] if each["key"] == "loss")
    tops = {top for _, top in loss["yOfRows"]}
    assert len(tops) <= 8, "of 201 values"


def test_moving_one_asks_for_nothing_new_of_its_own() -> None:
    one, other = (model_axes(choice_of({"b": b}), "en") for b in ("1", "2"))
    assert one[1].data == other[1].data
    assert one[0].data != other[0].data, "the others go through the new value"


def test_it_rests_where_a_slider_was_moved_and_is_another_for_another_rule() -> None:
    here, moved, other = (model_grid(choice_of(query), "en") for query in ({}, {"a": "1"}, {"rate": "0.02"}))
    assert here.key == moved.key
    assert here.rest != moved.rest
    assert here.key != other.key


def test_what_there_can_not_be_is_refused() -> None:
    with pytest.raises(WrongAddress, match="steps"):
        KINDS["model-axis"].made("letter=a&page=steps%3D-5&language=en")
