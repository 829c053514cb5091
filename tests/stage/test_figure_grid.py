"""The grid as the player gets it: rows of arrays, each sent once, within the size that a change may cost."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from address import Address
from figures.theme import LOOKS, style
from optimizers import OPTIMIZERS
from pages.choosing.choice import MOST_STEPS as MOST_CHOOSING
from pages.choosing.choice import read_choosing
from pages.choosing.view import choosing_grid
from pages.dial.choice import MOST_STEPS, read_dial
from pages.dial.view import dial_grid, inputs_of
from parameters import Array
from simulation import bands
from stage.assets import ANY_THEME, content_of
from stage.figure_grid import Board, Entry, FigureGrid, Row, Shape, Subplot, figure_grid_message
from surfaces import SURFACES
from tests.stage.message_reader import read_message
from text import LANGUAGES, Language
from ui.common.sweep_compute import swept

MOST_BYTES = 400_000
"""What a change of the start may send."""


def asked(query: Mapping[str, str]) -> Address:
    return Address({name: [value] for name, value in query.items()})


def dial(query: Mapping[str, str], language: Language = "en") -> tuple[dict[str, Any], Mapping[str, Any]]:
    header, arrays, _ = read_message(figure_grid_message(dial_grid(read_dial(asked(query)), language), language))
    return header, arrays


def single(values: Array) -> Any:
    """As float32; what is too large for it is inf."""
    with np.errstate(over="ignore"):
        return values.astype(np.float32)


def subplots(header: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {subplot["key"]: subplot for subplot in header["subplots"]}


@pytest.mark.parametrize("key", list(OPTIMIZERS))
def test_the_dial_shows_what_was_computed(key: str) -> None:
    query = {"surface": "himmelblau", "optimizer": key, "steps": "60"}
    header, arrays = dial(query)
    choice = read_dial(asked(query))
    sweep = swept(inputs_of(choice))
    shown = subplots(header)
    (trail,) = shown["map"]["trails"]
    np.testing.assert_array_equal(arrays[trail["array"]], single(sweep.path))
    assert trail["left"] == sweep.each[key].left.tolist()
    (curve,) = shown["curve"]["trails"]
    np.testing.assert_array_equal(arrays[curve["array"]], single(sweep.loss))
    assert [each["style"] for each in shown["sweep"]["curves"]] == list(sweep.each)
    for each in shown["sweep"]["curves"]:
        points, own = arrays[each["array"]], sweep.each[each["style"]]
        assert each["best"] == own.best
        assert each["mark"] == "flag", "a star is a minimum"
        usable = np.isfinite(own.height) & (own.height > 1e-30) & (own.height < 1e38)
        np.testing.assert_allclose(points[usable, 1], own.height[usable], rtol=1e-6)
        assert np.isnan(points[~np.isfinite(own.height), 1]).all()
    found = [(band["from"] + 0.5, band["to"] - 0.5) for band in shown["sweep"]["bands"]]
    assert found == [(band.first, band.last) for band in bands(sweep.each[key].regimes)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_dial_has_its_words_and_can_be_written(language: Language) -> None:
    header, arrays = dial({"optimizer": "momentum"}, language)
    (turned,) = header["dials"]
    rows = len(arrays[subplots(header)["map"]["trails"][0]["array"]])
    assert len(turned["values"]) == len(turned["written"]) == len(header["readout"]) == rows == 97
    for at, written in enumerate(turned["written"]):
        again = read_dial(asked({"optimizer": "momentum", turned["key"]: written}))
        assert np.argmin(np.abs(np.log(swept(inputs_of(again)).values / again.rate))) == at


def test_the_momentum_dial_writes_the_momentum() -> None:
    header, _ = dial({"optimizer": "momentum", "axis": "momentum", "momentum.momentum": "0.5", "rate": "0.1"})
    (turned,) = header["dials"]
    assert (turned["key"], turned["usual"], turned["written"][50]) == ("momentum.momentum", 90, "0.5")


def test_only_who_has_a_momentum_has_that_dial() -> None:
    address = asked({"optimizer": "adam", "axis": "momentum"})
    assert read_dial(address).axis == "rate"
    assert address.rejected == ("axis",)


@pytest.mark.parametrize(
    ("query", "key"),
    [({}, "rate"), ({"optimizer": "momentum", "axis": "momentum"}, "momentum.momentum")],
)
def test_wherever_the_dial_stands_the_message_is_the_same(query: dict[str, str], key: str) -> None:
    """So nothing is computed again, and the browser has the message already."""
    one, other = (read_dial(asked(query | {key: value})) for value in ("0.1", "0.7"))
    assert inputs_of(one) == inputs_of(other)
    assert figure_grid_message(dial_grid(one, "ko"), "ko") == figure_grid_message(dial_grid(other, "ko"), "ko")


@pytest.mark.parametrize("key", list(SURFACES))
@pytest.mark.parametrize("axis", ["rate", "momentum"])
def test_the_longest_dial_stays_below_its_bound(key: str, axis: str) -> None:
    query = {"surface": key, "optimizer": "momentum", "axis": axis, "steps": str(MOST_STEPS)}
    choice = read_dial(asked(query | {"optimizers": ",".join(OPTIMIZERS)}))
    assert len(figure_grid_message(dial_grid(choice, "ko"), "ko")) < MOST_BYTES


@pytest.mark.parametrize("key", list(SURFACES))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_four_rates_on_every_surface(key: str, language: Language) -> None:
    choice = read_choosing(asked({"surface": key, "steps": str(MOST_CHOOSING)}))
    message = figure_grid_message(choosing_grid(choice, language), language)
    assert len(message) < MOST_BYTES
    header, arrays, _ = read_message(message)
    shown = subplots(header)
    assert [each for row in header["rows"] for each in row["subplots"]] == list(shown)
    for subplot in shown.values():
        for trail in subplot["trails"]:
            assert arrays[trail["array"]].shape[:2] == (1, MOST_CHOOSING + 1)
    for theme in LOOKS:
        for figure in header["figures"]:
            assert set(json.loads(content_of(figure.replace(ANY_THEME, theme)))) >= {"data", "layout"}


def test_what_is_shown_twice_travels_once() -> None:
    shown = dial_grid(read_dial(asked({})), "en")
    twice = replace(shown, subplots=[*shown.subplots, replace(shown.subplots[0], key="again")])
    assert len(figure_grid_message(twice, "en")) < len(figure_grid_message(shown, "en")) + 2000


def test_shapes_and_the_board_travel_as_they_are() -> None:
    points, values = np.zeros((2, 3, 5, 2)), np.arange(6.0).reshape(1, 3, 2, 1)
    subplot = Subplot("one", "", shapes=[Shape("gd", points, "bars", 0.5)])
    board = Board(["", "n", "L", "?"], [Entry("gd", ["0.1"]), Entry("adam", ["0.1"], on=False)], values, values[..., 0])
    styles = tuple((key, OPTIMIZERS[key].name, style(key, tuple(OPTIMIZERS))) for key in ("gd", "adam"))
    shown = FigureGrid("key", "label", 2, [subplot], [Row(("one",))], styles, board=board)
    header, arrays, _ = read_message(figure_grid_message(shown, "en"))
    (shape,) = header["subplots"][0]["shapes"]
    assert (shape["style"], shape["kind"], shape["width"]) == ("gd", "bars", 0.5)
    np.testing.assert_array_equal(arrays[shape["array"]], points)
    assert [entry["on"] for entry in header["board"]["entries"]] == [True, False]
    np.testing.assert_array_equal(arrays[header["board"]["array"]], values)
    np.testing.assert_array_equal(arrays[header["board"]["verdicts"]], values[..., 0])
