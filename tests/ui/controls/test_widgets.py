"""The numbers that a slider with decades offers, and how finely a rate is typed."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from address.fairness import RATE_SPAN, SLIDER_SPAN
from ui.controls.conditions import rate_step
from ui.controls.widgets import log_grid

SPANS = st.tuples(st.floats(-12, 2), st.floats(0.5, 6)).map(lambda ends: (10 ** ends[0], 10 ** (ends[0] + ends[1])))


@pytest.mark.parametrize("fine", [True, False])
@given(span=SPANS, share=st.floats(0, 1))
def test_a_log_grid_rises_inside_its_span_and_holds_the_value(
    span: tuple[float, float], share: float, *, fine: bool
) -> None:
    low, high = span
    also = low * (high / low) ** share
    grid = log_grid(span, fine=fine, also=also)
    assert also in grid
    assert all(a < b for a, b in pairwise(grid))
    assert all(low <= number <= high for number in grid if number != also)
    assert len(grid) < 300, "a slider that one can still hit"


def test_the_grid_of_learning_rates_is_fine_and_round() -> None:
    grid = log_grid(SLIDER_SPAN, fine=True, also=0.9)
    assert (grid[0], grid[-1]) == SLIDER_SPAN
    assert {0.001, 0.01, 0.1, 0.9, 1.0, 1.05} <= set(grid), "the numbers of the lecture"
    assert max(b / a for a, b in pairwise(grid)) < 1.3
    assert all(float(f"{number:.3g}") == number for number in grid)


def test_a_value_beside_the_grid_stands_on_it() -> None:
    assert 0.0123456 in log_grid(SLIDER_SPAN, fine=True, also=0.0123456)
    assert log_grid((1e-2, 1.0), fine=False, also=50.0)[-1] == 50.0


def test_a_coarse_grid() -> None:
    assert log_grid((1e-2, 1.0), fine=False, also=0.1) == [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0]


@given(st.floats(*RATE_SPAN))
def test_a_typed_rate_moves_by_a_tenth_of_its_leading_digit(rate: float) -> None:
    step = rate_step(rate)
    assert 10 * step <= rate * (1 + 1e-9)
    assert rate * (1 - 1e-9) < 100 * step
    assert math.log10(step) == pytest.approx(round(math.log10(step)))
