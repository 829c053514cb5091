"""How far a straight line parts two classes: exactly in the plane, and what is found in more dimensions."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks import DATASETS, Separators, best_line, found_separators
from networks.data import Labels
from parameters import Array
from work.pieces import finished

drawn = st.tuples(st.integers(0, 2**16), st.integers(4, 14))


def points(seed: int, count: int, width: int = 2) -> tuple[Array, Labels]:
    random = np.random.default_rng(seed)
    return random.normal(size=(count, width)), np.arange(count) % 2


def said(separators: Separators, values: Array) -> Array:
    """The classes (M, samples) that they say."""
    return np.asarray(np.einsum("mnw,mw->mn", values, separators.normal) + separators.offset[:, None] > 0)


def by_force(places: Array, labels: Labels) -> float:
    """Every line through two of the places, a little turned and a little moved."""
    best = 0.0
    for one, other in combinations(places, 2):
        along = other - one
        for by in (-1e-7, 1e-7):
            normal = np.array([-along[1], along[0]]) + by * along
            for through in (one, other):
                for moved in (-1e-9, 1e-9):
                    share = float(((places - through) @ normal > moved).astype(int).__eq__(labels).mean())
                    best = max(best, share, 1 - share)
    return best


@given(drawn)
def test_no_line_parts_more_than_the_best_one(case: tuple[int, int]) -> None:
    places, labels = points(*case)
    best = finished(best_line(places, labels))
    assert best.right[0] == pytest.approx((said(best, places[None])[0] == labels).mean())
    assert best.right[0] >= by_force(places, labels) - 1e-12


@given(drawn)
def test_what_is_found_is_as_good_as_it_says_and_no_better_than_the_best(case: tuple[int, int]) -> None:
    places, labels = points(*case)
    found = found_separators(places[None], labels)
    assert found.right[0] == pytest.approx((said(found, places[None])[0] == labels).mean())
    assert 0.5 <= found.right[0] <= finished(best_line(places, labels)).right[0] + 1e-12


@given(st.integers(0, 2**16), st.integers(2, 8))
def test_classes_that_can_be_parted_are(seed: int, width: int) -> None:
    values, _ = points(seed, 40, width)
    labels = (values[:, 0] > np.median(values[:, 0])).astype(np.int64)
    values[:, 0] += 2.0 * labels - 1.0
    assert found_separators(values[None], labels).right[0] == 1


def test_a_direction_that_is_told_is_tried_and_what_is_no_number_is_told() -> None:
    data = DATASETS["xor"].make(120, 0, 0.05)
    values = np.stack([data.X, data.X, data.X])
    values[1, 5, 0] = np.inf
    alone = found_separators(values, data.labels)
    together = found_separators(values, data.labels, [np.tile(best, (3, 1)) for best in np.eye(2)])
    assert (together.right[[0, 2]] >= alone.right[[0, 2]]).all()
    assert np.isnan(together.right).tolist() == [False, True, False]
    assert np.isnan(together.normal[1]).all()


@pytest.mark.parametrize(("key", "most"), [("spiral", 0.8), ("circles", 0.8), ("moons", 0.97), ("xor", 0.8)])
def test_no_line_parts_the_toy_data(key: str, most: float) -> None:
    data = DATASETS[key].make(80, 1, 0.05)
    assert 0.6 < finished(best_line(data.X, data.labels)).right[0] < most
