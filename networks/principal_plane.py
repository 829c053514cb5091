"""The plane on which a layer is seen: its two leading principal directions, held still from one moment to the next."""

from typing import NamedTuple

import numpy as np

from parameters import Array


class PrincipalPlane(NamedTuple):
    """Two directions at right angles through the middle of what a layer of w neurons gives, at M moments."""

    middle: Array
    """(M, w)"""
    directions: Array
    """(M, w, 2), each of length 1; the second is 0 where there is one neuron alone."""
    held: Array
    """(M,), the share of the variance that lies in the plane; 1 where nothing varies."""

    def placed(self, values: Array) -> Array:
        """The coordinates (M, N, 2) on the plane of what the layer gives (M, N, w), from the middle."""
        return np.asarray((values - self.middle[:, None]) @ self.directions)


def principal_planes(values: Array) -> PrincipalPlane:
    """The planes of what a layer gives for the samples at M moments (M, samples, w).

    The eigenvectors of Σ (h − h̄)(h − h̄)ᵀ with the two largest eigenvalues, which are the leading right singular
    vectors of the centred values; `held` is these eigenvalues' share of the sum of all. A layer of two neurons is the
    plane itself: its directions are its axes. At a moment at which something is no number, all is nan.
    """
    moments, _, width = values.shape
    known = np.asarray(np.isfinite(values).all(axis=(1, 2)))
    usable = np.where(known[:, None, None], values, 0.0)
    middle = np.where(known[:, None], usable.mean(axis=1), np.nan)
    if width <= 2:
        return PrincipalPlane(middle, np.repeat(np.eye(width, 2)[None], moments, axis=0), np.where(known, 1.0, np.nan))
    away = usable - usable.mean(axis=1, keepdims=True)
    variances, vectors = np.linalg.eigh(away.swapaxes(1, 2) @ away)  # from the smallest to the largest
    variances = np.maximum(variances, 0.0)
    whole, leading = variances.sum(axis=1), variances[:, -2:].sum(axis=1)
    held = np.where(whole > 0, leading / np.where(whole > 0, whole, 1.0), 1.0)
    return PrincipalPlane(middle, vectors[:, :, :-3:-1].copy(), np.where(known, held, np.nan))


def steadied(planes: PrincipalPlane, values: Array, first: Array) -> PrincipalPlane:
    """The same planes, turned and mirrored within themselves, so that the picture does not spin from chance.

    At every moment the samples of `values` (M, samples, w) lie as near as a turn can bring them to where they were at
    the moment before, and at the first one to `first` (samples, 2).
    """
    directions, before = planes.directions.copy(), first - first.mean(axis=0)
    for moment, places in enumerate(planes.placed(values)):
        if np.isfinite(places).all():
            turn = nearest_turn(places, before)
            directions[moment] = planes.directions[moment] @ turn
            before = places @ turn
    return planes._replace(directions=directions)


def nearest_turn(places: Array, others: Array) -> Array:
    """The turn or mirroring R (2, 2) with the least ‖places R − others‖ for places and others (N, 2).

    R = U Vᵀ where places ᵀ others = U Σ Vᵀ: Schönemann, "A generalized solution of the orthogonal Procrustes
    problem", 1966.
    """
    left, _, right = np.linalg.svd(places.T @ others)
    return np.asarray(left @ right)
