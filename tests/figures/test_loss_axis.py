"""The axis of the loss: logarithmic wherever it can be, and a range that can always be drawn."""

import math
from typing import get_args

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from figures.loss import DEEPEST, LossScale, asked_scale, loss_axes, loss_scale
from figures.theme import Theme
from optimizers import OPTIMIZERS
from parameters import Array
from simulation import Entrant, race
from surfaces import SURFACES, Surface
from text import LANGUAGES

every_surface = pytest.mark.parametrize("surface", list(SURFACES.values()), ids=list(SURFACES))


def assert_drawable(scale: LossScale) -> None:
    low, high = scale.axis_range
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert low < high
    assert math.isfinite(scale.base)
    if scale.logarithmic:
        assert scale.low > 0, "no logarithm of what is not positive"


def lowest_of(surface: Surface) -> float | None:
    return min((each.value for each in surface.minima), default=None)


def losses(surface: Surface, rate: float) -> Array:
    return race(surface, [Entrant(rule(), rate) for rule in OPTIMIZERS.values()], surface.start, surface.steps).loss


@every_surface
@pytest.mark.parametrize("factor", [1e-3, 1.0, 1e3])
def test_it_is_logarithmic_wherever_there_is_a_minimum(surface: Surface, factor: float) -> None:
    loss = losses(surface, factor * surface.learning_rate)
    lowest = lowest_of(surface)
    scale = loss_scale(loss, lowest)
    assert_drawable(scale)
    assert scale.logarithmic == (len(surface.minima) > 0)
    if lowest is not None:
        assert scale.base == lowest
        below = loss[np.isfinite(loss)].min() - lowest
        assert below >= -1e-9, f"f − f* is {below}: the surface's lowest value is not its lowest"


def test_a_surface_without_a_minimum_has_a_linear_axis() -> None:
    without = [surface for surface in SURFACES.values() if not surface.minima]
    assert without, "there is one to test with"
    for surface in without:
        scale = loss_scale(losses(surface, surface.learning_rate), None)
        assert not scale.logarithmic
        assert scale.base == 0
        assert scale.axis_range == (scale.low, scale.high)


def test_axes_without_a_loss_have_no_numbers() -> None:
    for empty in (False, True):
        layout = loss_axes("light", "en", logarithmic=False, empty=empty).layout
        for axis in (layout.xaxis, layout.yaxis):
            assert (axis.showticklabels is False) == (axis.showgrid is False) == empty


@every_surface
def test_the_start_and_what_follows_are_in_the_picture(surface: Surface) -> None:
    loss = losses(surface, surface.learning_rate)
    scale = loss_scale(loss, lowest_of(surface))
    shown = loss[0] - scale.base
    assert (scale.low <= shown).all()
    assert (shown <= scale.high).all()


def test_a_normal_race_is_shown_from_its_lowest_to_its_highest() -> None:
    scale = loss_scale(np.array([[100.0, 100.0], [10.0, 50.0], [0.001, 2.0]]), 0.0)
    low, high = scale.axis_range
    assert -4 < low <= -3
    assert 2 <= high < 3


def test_a_run_that_explodes_does_not_flatten_the_others() -> None:
    calm = np.geomspace(10, 0.1, 30)
    wild = 10 * 1e9 ** np.arange(30.0)
    scale = loss_scale(np.stack([calm, wild], axis=1), 0.0)
    low, high = scale.axis_range
    assert high <= 5, "the curve leaves the picture"
    assert low < -1

    linear = loss_scale(np.stack([-calm, -wild, wild], axis=1), None)
    assert_drawable(linear)
    assert linear.high - linear.low < 1000


def test_a_run_that_arrives_exactly_does_not_reach_below_the_deepest() -> None:
    scale = loss_scale(np.array([[1.0], [1e-8], [1e-300], [0.0]]), 0.0)
    assert scale.low >= DEEPEST / 2
    assert_drawable(scale)


def test_rounding_below_the_lowest_value_is_survived() -> None:
    """A loss may come out a rounding error below f*: that point is not drawn, the axis stands."""
    assert_drawable(loss_scale(np.array([[1.0], [-1e-16], [-1e-16]]), 0.0))
    assert_drawable(loss_scale(np.array([[-1e-16], [-1e-16]]), 0.0))


HEIGHTS = st.one_of(
    st.floats(allow_nan=True, allow_infinity=True),
    st.floats(-1e3, 1e3),
    st.sampled_from([0.0, -0.0, 1e-320, 1e308, -1e308, math.inf, -math.inf, math.nan, 1.0]),
)


@given(
    arrays(np.float64, st.tuples(st.integers(1, 6), st.integers(1, 4)), elements=HEIGHTS),
    st.floats(-1e6, 1e6),
    st.none() | st.floats(-1e6, 1e6),
)
@example(np.array([[0.0], [0.0]]), 0.0, 0.0)
@example(np.array([[math.nan], [math.nan]]), 1.0, 0.0)
@example(np.array([[1.0], [math.inf]]), 1.0, None)
@example(np.array([[1.0], [1.7e308]]), 1e-3, 0.0)
@example(np.array([[1.0], [1.7e308]]), 0.0, 0.0)
def test_whatever_the_losses_the_axis_can_be_drawn(later: Array, start: float, lowest: float | None) -> None:
    """All begin at one place inside the picture, with an ordinary height; what follows may be anything."""
    begin = start if lowest is None else max(start, lowest)
    loss = np.vstack([np.full((1, later.shape[1]), begin), later])
    with np.errstate(all="ignore"):
        scale = loss_scale(loss, lowest)
    assert_drawable(scale)
    assert scale.logarithmic == (lowest is not None)


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_axes(theme: Theme, language: str) -> None:
    spoken = "ko" if language == "ko" else "en"
    for logarithmic, kind in ((True, "log"), (False, "linear")):
        figure = loss_axes(theme, "ko" if spoken == "ko" else "en", logarithmic=logarithmic)
        assert len(figure.data) == 0
        assert figure.layout.yaxis.type == kind
        words = figure.layout.xaxis.title.text + figure.layout.yaxis.title.text
        assert any("가" <= sign <= "힣" for sign in words) == (language == "ko")
    assert loss_axes(theme, "ko", logarithmic=True) != loss_axes(theme, "ko", logarithmic=False)


def test_from_the_very_bottom_to_the_end_of_the_floats() -> None:
    """A start at the lowest value and losses near the largest float: the axis still has two finite ends."""
    assert_drawable(loss_scale(np.array([[0.0], [9e306], [1.7e308]]), lowest=0.0))


@pytest.mark.parametrize("lowest", [0.0, -3.0, None])
def test_while_something_is_asked_the_axis_knows_the_start_alone(lowest: float | None) -> None:
    ends = ([1e-12, 2e-3], [1e250, np.nan], [2.0, 2.0])
    scales = [asked_scale(np.array([[2.0, 2.0], end]), lowest) for end in ends]
    assert scales[0] == scales[1] == scales[2]
    assert_drawable(scales[0])
    low, high = scales[0].low, scales[0].high
    assert low < 2.0 - (lowest or 0.0) < high


def test_an_asked_axis_can_be_drawn_from_any_start() -> None:
    for start in (0.0, 1e-300, 1e307, np.inf, np.nan):
        assert_drawable(asked_scale(np.array([[start]]), 0.0))
        assert_drawable(asked_scale(np.array([[min(start, 1e300)]]), None))
