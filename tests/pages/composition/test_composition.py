"""Three tangents whose slopes multiply, from the address to the picture."""

import numpy as np
import pytest

from address import Address
from pages.composition.choice import EXAMPLES, PLACES, CompositionChoice, read_composition
from pages.composition.compute import composed
from pages.composition.proof import measured_slope, slopes
from pages.composition.view import X, composition_grid, span_of
from stage.figure_grid import figure_grid_message
from tests.pages.chapter import at_chapter
from tests.pages.controls import unfold
from text import LANGUAGES


def chosen(**said: str) -> CompositionChoice:
    return read_composition(Address({name: [value] for name, value in said.items()}))


@pytest.mark.parametrize(("inner", "outer"), EXAMPLES)
def test_the_slopes_multiply_for_every_pair_to_begin_with(inner: str, outer: str) -> None:
    choice = chosen(f=inner, g=outer)
    found = composed(choice.inner, choice.outer, PLACES)
    by_hand = measured_slope(choice, PLACES)
    beside = np.abs(PLACES) > 1e-3  # |x| has its kink at 0
    assert np.isfinite(found.dz_dx[beside]).all()
    np.testing.assert_allclose(found.dz_dx[beside], by_hand[beside], rtol=1e-4, atol=1e-6)


def test_what_is_wrong_is_told_and_the_usual_function_stays() -> None:
    address = Address({"f": ["x + y"], "g": ["2y)"]})
    choice = read_composition(address)
    assert (choice.inner.text, choice.outer.text) == EXAMPLES[0]
    first, second = (notice.en for notice in address.notices())
    assert "Only x may stand here" in first
    assert "g=2y)" in second


def test_what_is_typed_as_on_paper_is_written_out() -> None:
    assert chosen(f="x²", g="2y").inner.text == "x**2"
    assert chosen(f="x²", g="2y").outer.text == "2*y"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tangent_touches_its_curve_where_the_dial_stands(language: str) -> None:
    grid = composition_grid(chosen(), "ko" if language == "ko" else "en")
    assert figure_grid_message(grid, "en")
    for subplot in grid.subplots:
        tangent, dot = subplot.shapes
        middle = tangent.points.mean(axis=2)
        np.testing.assert_allclose(middle, dot.points[:, :, 0], atol=1e-9)
        assert len(tangent.points) == len(PLACES)
    inner, _, both = grid.subplots
    (tangent, _), rows = inner.shapes, len(PLACES)
    run, rise = (np.diff(tangent.points[:, 0, :, axis]).ravel() for axis in (0, 1))
    assert inner.number is not None
    np.testing.assert_allclose(rise / run * (rows - 1) / (PLACES[-1] - PLACES[0]), inner.number[:, 0], atol=1e-9)
    assert both.telling, "it waits for the answer"
    assert both.cursor is not None
    np.testing.assert_array_equal(both.cursor[:, 0], X.positions)


def test_near_a_pole_the_picture_keeps_its_size() -> None:
    low, high = span_of(composed(chosen(f="1/x").inner, chosen().outer, PLACES).y)
    assert -40 < low < high < 40


def test_where_there_is_no_value_it_says_so() -> None:
    grid = composition_grid(chosen(f="x", g="log(y)"), "en")
    assert grid.readout[0] == "x = −3: there is no value or no slope here."
    assert "dz/dx = dz/dy · dy/dx = 0.5 × 1 = 0.5" in grid.readout[100]


def test_the_evidence_is_measured_without_the_chain_rule() -> None:
    evidence = slopes(chosen(x="2"))
    assert evidence.x == 2
    assert evidence.measured == pytest.approx(np.sin(4), rel=1e-6)
    assert evidence.inner * evidence.outer == pytest.approx(evidence.measured, rel=1e-6)


def test_a_pair_is_chosen_and_a_function_typed() -> None:
    page = at_chapter("composition")
    page.query_params["lang"] = "en"
    unfold(page)
    page.run()
    box = page.sidebar.text_input(key="text:f")
    box.set_value("x + y").run()
    assert "Only x may stand here" in page.sidebar.error[0].value
    assert "f" not in page.query_params
    page.sidebar.text_input(key="text:f").set_value("x²").run()
    assert page.query_params["f"] == "x**2"
    assert not page.sidebar.error
    page.sidebar.button_group(key="pairs").set_value("2*x + 1 → tanh(y)").run()
    assert (page.query_params["f"], page.query_params["g"]) == ("2*x + 1", "tanh(y)")
