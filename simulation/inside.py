"""Inside one update: the terms of a rule's formula, as they stand at every step of a run."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from parameters import Array, Scalar
from simulation.protocols import ExplainedRule, Landscape, Rule
from simulation.run import Run, simulate


class Inside(NamedTuple):
    """A run of one rule from one start, and the slopes that it was given."""

    run: Run
    path: Array
    """(steps + 1, D)"""
    gradients: Array
    """(steps, D): row t − 1 is what step t was given, noise and all."""


class _Noting:
    """A rule that notes every slope it is given."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.gradients: list[Array] = []

    def init(self, x: Array) -> Any:
        return self.rule.init(x)

    def update(self, gradient: Array, state: Any, t: int, n: Scalar) -> tuple[Array, Any]:
        self.gradients.append(np.array(gradient))  # an array is more than a tape's letters are: the plain loop runs
        return self.rule.update(gradient, state, t, n)


def inside(
    surface: Landscape, rule: Rule, start: ArrayLike, rate: float, steps: int, *, noise: float = 0.0, seed: int = 0
) -> Inside:
    """Run one rule from one start (D,), by the same loop as a race, and keep the slopes.

    Raises what `simulate` raises.
    """
    noting = _Noting(rule)
    run = simulate(surface, noting, start, rate, steps, noise=noise, seed=seed)
    return Inside(run, run.path[:, :, 0], np.reshape(noting.gradients, (steps, len(run.path[0]))))


def retrace(rule: ExplainedRule, rate: float, path: Array, gradients: Array) -> Mapping[str, Array]:
    """Every term of a rule at every step of a path (steps + 1, D), each (steps + 1, D).

    Row t holds step t. Row 0 holds what the memory begins with, and nan for what is not remembered.

    The rule need not be the one that made the path: it then rides along, with a memory of its own of the same slopes
    (steps, D), and says what it would do at each of the places. A rule that keeps x in its memory is told where it is.
    """
    state = rule.init(path[0])
    found = {name: np.full(path.shape, np.nan) for name in rule.terms}
    for name in found.keys() & set(state._fields):
        found[name][0] = getattr(state, name)
    with np.errstate(all="ignore"):  # leaving the range of floats is a result here, not an accident
        for t, gradient in enumerate(gradients, start=1):
            if "x" in state._fields:
                state = state._replace(x=path[t - 1])
            terms, state = rule.compute(gradient, state, t, rate)
            for name, term in terms.items():
                found[name][t] = term
    return found
