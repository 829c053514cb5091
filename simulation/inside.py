"""Inside one update: the variables with which a rule works out its step, as they stand at every step of a run.

No formula is written twice here. A rule's `update` is called as in the race, and while it runs Python is asked to show
the function's own variables in the moment it returns, the way a debugger does.
"""

import sys
from collections.abc import Mapping
from types import FrameType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from parameters import Array, Scalar
from simulation.protocols import Landscape, Rule
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


def retrace(rule: Rule, rate: float, path: Array, gradients: Array, names: tuple[str, ...]) -> Mapping[str, Array]:
    """The named variables of `update` at every step of a path (steps + 1, D), each (steps + 1, D).

    Row t holds step t. Row 0 holds what the memory begins with, and nan for what is not remembered.

    The rule need not be the one that made the path: it then rides along, with a memory of its own of the same slopes
    (steps, D), and says what it would do at each of the places. A rule that keeps x in its memory is told where it is.

    Raises KeyError for a name that is no variable of `update` when it returns.
    """
    state = rule.init(path[0][:, None])
    found = {name: np.full(path.shape, np.nan) for name in names}
    for name in set(names) & set(state._fields):
        found[name][0] = getattr(state, name)[:, 0]
    with np.errstate(all="ignore"):  # leaving the range of floats is a result here, not an accident
        for t, gradient in enumerate(gradients, start=1):
            if "x" in state._fields:
                state = state._replace(x=path[t - 1][:, None])
            variables, (_, state) = _watched(rule, gradient[:, None], state, t, rate)
            for name in names:
                found[name][t] = variables[name][:, 0]
    return found


def _watched(rule: Rule, *arguments: Any) -> tuple[dict[str, Any], tuple[Array, Any]]:
    """The variables of `update` as it returns, and what it returns."""
    method: Any = rule.update
    code, variables = method.__func__.__code__, dict[str, Any]()

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "return" and frame.f_code is code:
            variables.update(frame.f_locals)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        result = method(*arguments)
    finally:
        sys.setprofile(before)
    return variables, result
