"""The plane of paths: where it lies, what it holds, and that a place on it is the point it stands for."""

import numpy as np
import pytest
from numpy.typing import NDArray

from networks import DATASETS, MLP
from parameters import Array
from simulation import plane_of

RANDOM = np.random.default_rng(1)
START = RANDOM.standard_normal(30)
ACROSS, UP, OUT = np.linalg.qr(RANDOM.standard_normal((30, 3)))[0].T


def paths(*ends: Array, moments: int = 11) -> NDArray[np.float32]:
    """Straight ways from the start."""
    along = np.linspace(0, 1, moments)[:, None]
    return np.stack([START + along * end for end in ends]).astype(np.float32)


def test_paths_in_a_plane_are_held_wholly_and_come_back_from_it() -> None:
    ways = paths(3 * ACROSS + UP, -2 * UP, 0.01 * (ACROSS - UP))
    plane = plane_of(ways)
    np.testing.assert_allclose(plane.held, 1, atol=1e-4)
    np.testing.assert_allclose(plane.directions.T @ plane.directions, np.eye(2), atol=1e-12)
    at = plane.projected(ways[0])
    np.testing.assert_allclose(plane.lifted(at).T, ways[0], atol=1e-5)
    np.testing.assert_allclose(plane.projected(plane.start), 0, atol=1e-12)


def test_the_loss_at_a_place_on_the_plane_is_that_of_the_point_it_stands_for() -> None:
    net, data = MLP((2, 6, 2), "tanh", "softmax"), DATASETS["moons"].make(30, 0, 0.1)
    start = net.init(0)[:, 0]
    directions = np.linalg.qr(np.random.default_rng(2).standard_normal((net.parameters, 2)))[0]
    coordinates = np.stack([np.linspace(0, 2, 9), np.linspace(0, 1, 9) ** 2], axis=1)
    way = start + coordinates @ directions.T
    plane = plane_of(np.stack([way, start + (way - start) / 2]).astype(np.float32))
    lifted = plane.lifted(plane.projected(way))
    np.testing.assert_allclose(net.loss(lifted, data.X, data.y), net.loss(way.T, data.X, data.y), rtol=1e-5)


def test_it_holds_the_share_that_lies_in_it_and_every_path_counts_the_same() -> None:
    """Two far and one near path; the third direction is the weakest of all, so what is in it is lost."""
    ways = paths(100 * ACROSS, 0.01 * UP, 4 * ACROSS + 3 * OUT)
    plane = plane_of(ways)
    spanned = plane.directions.T @ np.stack([ACROSS, UP, OUT], axis=1)
    assert np.linalg.norm(spanned[:, 1]) == pytest.approx(1, abs=1e-3), "the near path is not overlooked"
    assert plane.held[1] == pytest.approx(1, abs=1e-3)
    assert 0.6 < plane.held[2] < 0.9


def test_the_picture_holds_the_paths_and_its_grid_begins_low() -> None:
    ways = paths(3 * ACROSS, UP - ACROSS)
    plane = plane_of(ways)
    at = plane.projected(ways).reshape(-1, 2)
    low, high = np.array(plane.domain).T
    assert (at > low).all()
    assert (at < high).all()
    grid = plane.grid(4).reshape(4, 4, 2)
    assert (grid >= low).all() and (grid <= high).all()  # noqa: PT018
    assert (np.diff(grid[:, :, 0], axis=1) > 0).all()
    assert (np.diff(grid[:, :, 1], axis=0) > 0).all()
    assert (plane.projected(ways[0, -1]) >= -1e-5).all(), "it is not turned by chance"


@pytest.mark.parametrize("seed", range(4))
def test_no_other_plane_holds_more_of_them(seed: int) -> None:
    """Against the principal directions as LAPACK finds them, of paths that wander in many directions."""
    random = np.random.default_rng(seed)
    scales = 2.0 ** -np.arange(30)
    ways = np.cumsum(random.standard_normal((4, 11, 30)) * scales, axis=1)
    ways[:, 0] = 0
    plane = plane_of(ways.astype(np.float32))
    own = (ways / np.linalg.norm(ways, axis=2).max(axis=1)[:, None, None]).reshape(-1, 30)
    best = np.linalg.svd(own)[2][:2].T
    assert np.linalg.norm(own @ plane.directions) == pytest.approx(np.linalg.norm(own @ best), rel=1e-4)


def test_paths_that_lead_nowhere_still_have_a_plane() -> None:
    plane = plane_of(np.repeat(START[None, None], 2, axis=1).astype(np.float32))
    np.testing.assert_allclose(plane.directions.T @ plane.directions, np.eye(2), atol=1e-12)
    assert (np.diff(plane.domain, axis=1) > 0).all()
