"""The plane on which a layer is seen, against NumPy's full decomposition; and that it holds still."""

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from networks import nearest_turn, principal_planes, steadied
from parameters import Array

number = st.floats(-3, 3, allow_subnormal=False, width=32)
layers: st.SearchStrategy[Any] = st.tuples(st.integers(4, 12), st.integers(3, 7)).flatmap(
    lambda shape: arrays(np.float64, (2, *shape), elements=number)
)


def turn(angle: float, *, mirrored: bool) -> Array:
    cosine, sine = np.cos(angle), np.sin(angle)
    return np.array([[cosine, -sine], [sine, cosine]]) @ np.diag([1.0, -1.0 if mirrored else 1.0])


@given(layers)
def test_they_are_the_leading_directions_of_the_full_decomposition(values: Array) -> None:
    planes = principal_planes(values)
    for moment in range(2):
        away = values[moment] - values[moment].mean(axis=0)
        sizes, right = np.linalg.svd(away)[1:]
        directions = planes.directions[moment]
        np.testing.assert_allclose(directions.T @ directions, np.eye(2), atol=1e-9)
        kept = np.square(away @ directions).sum(axis=0)
        np.testing.assert_allclose(kept, np.square(sizes[:2]), atol=1e-6)
        whole = np.square(sizes).sum()
        if whole > 1e-6:
            assert planes.held[moment] == pytest.approx(np.square(sizes[:2]).sum() / whole, abs=1e-6)
        if whole > 1e-6 and sizes[1] - (sizes[2] if len(sizes) > 2 else 0) > 1e-2 * sizes[0]:  # else any plane will do
            leading = right[:2].T
            np.testing.assert_allclose(leading @ leading.T, directions @ directions.T, atol=1e-4)


@given(arrays(np.float64, (2, 9, 2), elements=number))
def test_a_layer_of_two_neurons_is_the_plane_itself(values: Array) -> None:
    planes = principal_planes(values)
    np.testing.assert_allclose(planes.placed(values), values - values.mean(axis=1, keepdims=True), atol=1e-12)
    assert (planes.held == 1).all()


def test_one_neuron_lies_on_a_line_and_what_is_no_number_is_told() -> None:
    values = np.random.default_rng(0).normal(size=(3, 8, 1))
    values[1, 2] = np.inf
    planes = principal_planes(values)
    places = planes.placed(values)
    assert (places[[0, 2], :, 1] == 0).all()
    assert np.isnan(places[1]).all()
    assert np.isnan(planes.held).tolist() == [False, True, False]
    wide = np.random.default_rng(1).normal(size=(3, 8, 4))
    wide[1, 2, 3] = np.nan
    steady = steadied(principal_planes(wide), wide, wide[0, :, :2])
    assert np.isnan(steady.placed(wide)[1]).all()
    assert np.isfinite(steady.placed(wide)[[0, 2]]).all(), "the one after it lies like the one before it"


@given(
    arrays(np.float64, (7, 2), elements=number),
    arrays(np.float64, (7, 2), elements=number),
    st.floats(0, 2 * np.pi),
    st.booleans(),
)
def test_no_other_turn_brings_the_places_nearer(places: Array, others: Array, angle: float, mirrored: bool) -> None:
    best = nearest_turn(places, others)
    np.testing.assert_allclose(best @ best.T, np.eye(2), atol=1e-9)
    other = turn(angle, mirrored=mirrored)
    assert np.linalg.norm(places @ best - others) <= np.linalg.norm(places @ other - others) + 1e-7


@given(arrays(np.float64, (9, 5), elements=number), st.integers(0, 2**16))
def test_a_layer_that_changes_little_moves_little_on_the_plane_and_keeps_its_plane(values: Array, seed: int) -> None:
    away = values - values.mean(axis=0)
    sizes = np.linalg.svd(away, compute_uv=False)
    assume(sizes[1] - sizes[2] > 0.2)
    random = np.random.default_rng(seed)
    course = values + 1e-4 * np.cumsum(random.normal(size=(6, *values.shape)), axis=0)
    planes = principal_planes(course)
    steady = steadied(planes, course, random.normal(size=(9, 2)))
    moved = np.abs(np.diff(steady.placed(course), axis=0)).max()
    assert moved < 0.05 * max(1.0, sizes[0]), "no direction flips and none spins"
    one, other = (each.directions @ each.directions.swapaxes(1, 2) for each in (planes, steady))
    np.testing.assert_allclose(one, other, atol=1e-9)


def test_it_lies_like_what_came_before_even_where_the_directions_change_their_order() -> None:
    """Of two variances that cross, the larger one's direction comes first: the picture must not turn for that."""
    random = np.random.default_rng(3)
    shape = random.normal(size=(40, 3))
    spread = np.stack([[1.5 - 0.1 * t, 0.6 + 0.1 * t, 0.05] for t in range(10)])
    values = shape * spread[:, None]
    planes = principal_planes(values)
    assert np.abs(np.diff(planes.placed(values), axis=0)).max() > 0.9, "as they are, they do turn"
    steady = steadied(planes, values, values[0, :, :2])
    assert np.abs(np.diff(steady.placed(values), axis=0)).max() < 0.5
