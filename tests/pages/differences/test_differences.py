"""Both gradients of the page, what it counts, and what it draws of them."""

from collections.abc import Mapping
from math import nan

import numpy as np
import pytest

from address import Address
from networks import ACTIVATIONS
from pages.differences.choice import STEP_SPAN, WIDTH_SPAN, DifferencesChoice, read_differences
from pages.differences.gradients import STEPS, gradients
from pages.differences.timings import COSTS, SIZES, WIDTHS, Costs, compute, counted, network_of, unmeasured
from pages.differences.view import USUAL, differences_grid, growing_grid, race_grid
from pages.differences.words import costs_words
from stage.figure_grid import FigureGrid, Subplot
from tests.work.test_shared import run
from text import LANGUAGES


def read(query: Mapping[str, str] | None = None) -> DifferencesChoice:
    return read_differences(Address({name: [value] for name, value in (query or {}).items()}))


def costs() -> Costs:
    """Counted as they are, with times that nobody measured."""
    numerical, backpropagation = counted("tanh")
    return Costs(numerical, backpropagation, numerical * 1e-8, backpropagation * 1e-8)


def subplot(grid: FigureGrid, key: str) -> Subplot:
    (found,) = [each for each in grid.subplots if each.key == key]
    return found


@pytest.mark.parametrize(("difference", "evaluations"), [("forward", 75), ("central", 148)])
def test_it_opens_with_the_counting_race_and_folds_the_rest(difference: str, evaluations: int) -> None:
    """Forward differences take N + 1 evaluations of the loss; backpropagation no more work than three of them."""
    grid = differences_grid(read({"difference": difference}), costs(), "en")
    assert grid.leading == 1
    assert [each for row in grid.rows[1:] for each in row.subplots] == ["errors", "counts", "times"]
    race = subplot(grid, "counting")
    assert grid.rows[0].subplots[0] == grid.subplots[0].key == race.key
    assert grid.steps == evaluations
    assert race.x == (0, evaluations)
    assert f"{evaluations} evaluations" in race.note
    known = {trail.style: trail.points[0] for trail in race.trails}
    assert known["backpropagation"][3] == 74
    assert known["numerical"][-2:].tolist() == [73, 74], "the last component comes with the last evaluation"
    assert (np.diff(known["numerical"]) >= 0).all()


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
@pytest.mark.parametrize("width", WIDTH_SPAN)
def test_both_gradients_are_the_same_for_every_network(width: int, activation: str) -> None:
    found = gradients(read({"width": str(width), "activation": activation, "difference": "central", "step": "1e-5"}))
    assert np.abs(found.exact).max() > 1e-3
    assert found.error < 1e-6


def test_the_error_falls_with_h_to_where_rounding_takes_over() -> None:
    """Slope 1 on the right for forward differences, 2 for central ones, −1 on the left for both."""
    found = gradients(read())

    def slope(errors: np.ndarray[tuple[int], np.dtype[np.float64]], low: float, high: float) -> float:
        part = np.abs(np.log(STEPS / np.sqrt(low * high))) < np.log(high / low) / 2
        return float(np.polyfit(np.log(STEPS[part]), np.log(errors[part]), 1)[0])

    assert slope(found.forward_errors, 1e-6, 1e-2) == pytest.approx(1, abs=0.1)
    assert slope(found.central_errors, 1e-4, 1e-1) == pytest.approx(2, abs=0.15)
    for errors in (found.forward_errors, found.central_errors):
        assert slope(errors, 1e-14, 1e-9) == pytest.approx(-1, abs=0.25)
    assert found.central_errors.min() < found.forward_errors.min() / 10


@pytest.mark.parametrize(("difference", "evaluations"), [("forward", 75), ("central", 148)])
def test_evaluations_are_counted_and_components_come_one_by_one(difference: str, evaluations: int) -> None:
    choice = read({"difference": difference})
    found = gradients(choice)
    assert (len(found.exact), found.evaluations) == (74, evaluations)
    known = found.known(choice.difference, np.arange(evaluations + 20))
    assert set(np.diff(known)) == {0, 1}
    assert (known[0], known[evaluations - 1], known[evaluations], known[-1]) == (0, 73, 74, 74)


@pytest.mark.parametrize("difference", ["forward", "central"])
def test_a_dot_for_each_known_component_and_all_bars_after_three_evaluations(difference: str) -> None:
    choice = read({"difference": difference})
    found = gradients(choice)
    grid = differences_grid(choice, costs(), "en")
    bars, dots = (shape.points[0] for shape in subplot(grid, "gradients").shapes)
    assert bars.shape == dots.shape == (grid.steps + 1, 74, 2)
    known = found.known(choice.difference, np.arange(grid.steps + 1))
    np.testing.assert_array_equal(np.isfinite(dots[..., 1]).sum(axis=1), known)
    np.testing.assert_array_equal(np.isfinite(bars[..., 1]).all(axis=1), np.arange(grid.steps + 1) >= 3)
    np.testing.assert_array_equal(bars[-1, :, 1], found.exact)
    np.testing.assert_array_equal(dots[-1, :, 1], found.numerical)
    assert grid.board is not None
    backpropagation, numerical = grid.board.values[0].transpose(1, 0, 2)
    np.testing.assert_array_equal(numerical[:, 0], np.arange(grid.steps + 1) * found.forward_pass)
    np.testing.assert_allclose(numerical[:, 1], 100 * known / 74)
    assert backpropagation[-1].tolist() == [found.backpropagation, 100]
    assert backpropagation[2, 1] == 0 < backpropagation[2, 0] < found.backpropagation


def test_the_dial_leads_through_the_sizes_and_each_is_told() -> None:
    grid = differences_grid(read(), costs(), "en")
    (dial,) = grid.dials
    assert len(grid.readout) == len(dial.values) == len(SIZES)
    assert dial.written[USUAL] == "9993"
    assert grid.readout[USUAL] == (
        "At N = 9,993 numerical differentiation takes about 3,300 times as long (980 ms, not 290 µs), "
        "with 3,300 times the multiplications"
    )
    for key in ("counts", "times"):
        shown = subplot(grid, key)
        assert shown.cursor is not None
        np.testing.assert_array_equal(shown.cursor[:, 0], SIZES)
        for curve in shown.curves:
            np.testing.assert_array_equal(curve.points[:, 0], SIZES)
            assert shown.y is not None
            assert (np.log10(curve.points[:, 1]) > shown.y[0]).all()
            assert (np.log10(curve.points[:, 1]) < shown.y[1]).all()


def test_what_would_take_too_long_is_counted_and_not_timed() -> None:
    some = costs()
    seconds = some.numerical_seconds.copy()
    seconds[-2:] = nan
    cut = Costs(some.numerical, some.backpropagation, seconds, some.backpropagation_seconds)
    assert "too long" in costs_words(cut, -1).en
    assert "nan" not in costs_words(cut, -1).ko
    for language in LANGUAGES:
        assert differences_grid(read(), cut, language).readout[0] == costs_words(some, 0)[language]
        (_, times) = growing_grid(read(), cut, language).subplots
        assert np.isfinite(times.y or (nan, nan)).all()


def test_before_anything_is_measured_the_axis_of_times_is_one_decade() -> None:
    grid = differences_grid(read(), unmeasured("tanh"), "en")
    assert subplot(grid, "times").y == (0.0, 1.0)
    assert subplot(grid, "counts").y != (0.0, 1.0)


def test_a_scene_s_picture_does_not_tell_how_often_the_loss_is_asked_for() -> None:
    for difference in ("forward", "central"):
        grid = race_grid(read({"difference": difference}), "en")
        found = gradients(read({"difference": difference}))
        assert grid.steps > found.evaluations
        assert grid.board is not None
        assert not any(entry.fixed for entry in grid.board.entries)
        assert len(grid.board.heads) == 1 + grid.board.values.shape[-1]
        assert str(found.evaluations) not in str([*grid.board.heads, grid.readout, subplot(grid, "gradients").title])


def test_every_size_is_measured_in_pieces_and_remembered() -> None:
    """All are timed but those that were cut off because the machine was slow: and those are the largest."""
    shares, answer = run(compute("identity"))
    assert len(shares) > len(SIZES)
    assert list(shares) == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    timed = np.isfinite(answer.numerical_seconds)
    assert timed[0]
    assert list(timed) == sorted(timed, reverse=True)
    assert (answer.numerical_seconds[timed] > 0).all()
    assert (answer.backpropagation_seconds[timed] > 0).all()
    _, first = run(COSTS.ask("tanh"))
    _, again = run(COSTS.ask("tanh"))
    assert first is again


def test_sizes_are_those_of_the_networks_that_are_measured() -> None:
    assert tuple(network_of(width, "relu").parameters for width in WIDTHS) == SIZES
    ratios = np.divide(SIZES[1:], SIZES[:-1])
    assert (ratios > 1.4).all()
    assert (ratios < 2.5).all()


@pytest.mark.parametrize("query", [{}, {"width": "1", "step": "1e-15", "seed": "7"}, {"step": "1"}])
def test_the_address_is_what_is_chosen(query: dict[str, str]) -> None:
    choice = read(query)
    assert choice.width == int(query.get("width", 6))
    assert choice.step == float(query.get("step", 1e-6))
    assert STEP_SPAN[0] <= choice.step <= STEP_SPAN[1]
    assert np.isfinite(gradients(choice).numerical).all()
