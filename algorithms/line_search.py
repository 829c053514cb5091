"""How far to go along a direction: from a length on, shorter and shorter until f has fallen enough."""

from typing import NamedTuple

import numpy as np

from algorithms.base import Objective
from parameters import Array

MOST = 60
"""So many lengths are tried at most: halved as often, a step is nothing."""
NEAR = 0.01
"""A parabola that is lowest at less than this share of where it was tried does not fit what lies between."""
TRIALS = 12
"""So many trials are made at most."""
SHORTEST = 1e-8
"""A trial nearer than this tells more of rounding than of f."""
ROUNDING = 4 * float(np.finfo(float).eps)
"""Of f or x, this share is no difference: beside a minimum f does not tell its neighbours apart."""


class Line(NamedTuple):
    """The way from a point along a direction, and what is known at its beginning."""

    x: Array
    direction: Array
    slope: float
    """∇f(x) · direction, below 0."""
    value: float

    def at(self, length: float) -> Array:
        """The point so many directions away."""
        return self.x + length * self.direction


class Landed(NamedTuple):
    """Where a search has ended."""

    x: Array
    value: float
    length: float


def backtrack(objective: Objective, line: Line, length: float, decrease: float, shrink: float) -> Landed | None:
    """The first of a, ρa, ρ²a, … with f(x + a d) ≤ f(x) + c a ∇f(x) · d; None where none of `MOST` has it that moves x.

    `length` is the first a, `decrease` c and `shrink` ρ. Each try asks for one value.

    Source: L. Armijo, "Minimization of functions having Lipschitz continuous first partial derivatives", Pacific
    Journal of Mathematics 16 (1966) 1–3.
    """
    for _ in range(MOST):
        x = line.at(length)
        if np.linalg.norm(x - line.x) <= ROUNDING * np.linalg.norm(line.x):
            return None
        value = objective.value(x)
        if value <= line.value + decrease * length * line.slope + ROUNDING * abs(line.value):
            return Landed(x, value, length)
        length *= shrink
    return None


def parabola_length(objective: Objective, line: Line, trial: float, shrink: float) -> float:
    """Where the parabola through f(x), its slope there and f(x + trial · d) is lowest: a = −m/q, q its curvature.

    On a quadratic that is exact, for one value. Where the parabola has no lowest place it is the trial itself. A trial
    so far away that it says little of f here (the lowest place is within `NEAR` of it, or f is no number there) is
    shortened and made again, a few times.
    """
    trial = max(trial, SHORTEST)
    for _ in range(TRIALS):
        ahead = objective.value(line.at(trial))
        curvature = 2 * (ahead - line.value - trial * line.slope) / trial**2
        length = -line.slope / curvature if curvature > 0 else trial
        if length >= NEAR * trial:
            return length
        trial *= NEAR if np.isfinite(ahead) else shrink
    return trial
