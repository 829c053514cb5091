"""A plane through the start, along the two directions in which paths of many dimensions mostly lead."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parameters import Array

ROOM = 0.18
"""Around the paths, as a share of the way that they take up in each direction."""
TINY = 1e-12
ENOUGH = 12
"""So many moments of every path, at least, tell its directions."""
MOST_TURNS, STEADY = 300, 1e-6
"""The directions are turned until they stay, or so often."""


@dataclass(frozen=True, eq=False)
class Plane:
    """Two directions at right angles, and how far the picture reaches along each."""

    start: Array
    """(P,)"""
    directions: Array
    """(P, 2), each of length 1, at right angles."""
    domain: tuple[tuple[float, float], tuple[float, float]]
    """Of the coordinates along the two directions; the start is 0, 0."""
    held: Array
    """(K,), the share of each path's squared distances from the start that lies in the plane; nan for a path that was
    not looked at."""

    def projected(self, points: Array | NDArray[np.float32]) -> Array:
        """The coordinates (…, 2) of points (…, P)."""
        return np.einsum("...p,pd->...d", points - self.start, self.directions)

    def lifted(self, coordinates: Array) -> Array:
        """The points (P, N) of the plane at these coordinates (N, 2)."""
        return self.start[:, None] + np.einsum("pd,nd->pn", self.directions, coordinates)

    def grid(self, cells: int) -> Array:
        """The coordinates of the middles of cells × cells, row by row from the lowest second coordinate."""
        across, up = (low + (high - low) * (np.arange(cells) + 0.5) / cells for low, high in self.domain)
        return np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)


def plane_of(paths: NDArray[np.float32]) -> Plane:
    """The plane of these paths (K, M, P), which begin at one point and are numbers throughout.

    The two leading principal directions of all distances from the start, without taking a mean off, where every path is
    measured by its own longest distance: so one that goes far has no more say than one that stays near. They are the
    eigenvectors of the two largest eigenvalues of Σ dₖₘ dₖₘᵀ.

    Some of the moments, counted back from the last, tell the directions; all of them the rest.

    The first path's end has no negative coordinates, so that the picture is not turned by chance.
    """
    start = paths[0, 0].astype(np.float64)
    away = paths - start
    distance = np.sqrt(np.einsum("kmp,kmp->km", away, away))
    own = away / np.maximum(distance.max(axis=1), TINY)[:, None, None]
    some = own[:, :: -max(1, own.shape[1] // ENOUGH)]
    directions = _leading(some.reshape(-1, own.shape[-1]))
    directions *= np.where(np.einsum("p,pd->d", away[0, -1], directions) < 0, -1, 1)
    at = np.einsum("kmp,pd->kmd", away, directions)
    total = (distance**2).sum(axis=1)
    held = np.where(total > 0, (at**2).sum(axis=(1, 2)) / np.where(total > 0, total, 1), 1.0)
    low, high = at.min(axis=(0, 1)), at.max(axis=(0, 1))
    room = np.maximum(ROOM * (high - low), TINY)
    ends = [(float(low[i] - room[i]), float(high[i] + room[i])) for i in range(2)]
    return Plane(start, directions, (ends[0], ends[1]), held)


def _leading(vectors: Array) -> Array:
    """The two leading directions (P, 2) of vectors (N, P), by orthogonal iteration on the products of the vectors.

    Small steps on purpose: what LAPACK and BLAS do in several threads takes ten times as long where viewers share
    the processors.
    """
    products = np.einsum("ip,jp->ij", vectors, vectors)
    random = np.random.default_rng(0)
    mixed = random.standard_normal((len(vectors), 2))
    for _ in range(MOST_TURNS):
        before, mixed = mixed, _upright(products @ mixed + TINY * random.standard_normal(mixed.shape))
        if np.abs(mixed - before).max() < STEADY:
            break
    along = np.einsum("ip,id->pd", vectors, mixed)
    return _upright(along + TINY * random.standard_normal(along.shape))  # any direction will do where none leads


def _upright(columns: Array) -> Array:
    """Two columns (N, 2) at right angles, of length 1, the first where it was and the second on its side of it."""
    across, up = columns.T
    across = across / np.sqrt(np.square(across).sum())
    up = up - (across * up).sum() * across
    up = up / np.sqrt(np.square(up).sum())
    return np.stack([across, up - (across * up).sum() * across], axis=1)
