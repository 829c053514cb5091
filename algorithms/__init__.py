"""Algorithms that ask an objective for more than a slope, one a file; `ALGORITHMS` finds them, oldest first."""

import sys

from algorithms.backtracking import Backtracking
from algorithms.base import Algorithm, Objective
from algorithms.bfgs import BFGS
from algorithms.conjugate_gradient import ConjugateGradient
from algorithms.newton import Newton
from discovery import concrete_subclasses

ALGORITHMS = {
    each.key: each
    for each in sorted(concrete_subclasses(sys.modules[__name__], Algorithm), key=lambda each: (each.year, each.key))  # type: ignore[type-abstract]
}
"""Every algorithm class by its key."""

__all__ = ["ALGORITHMS", "BFGS", "Algorithm", "Backtracking", "ConjugateGradient", "Newton", "Objective"]
