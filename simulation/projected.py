"""Projected descent: a rule that goes back to the nearest allowed place after every step."""

from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from parameters import Array, Scalar
from simulation.protocols import Rule


class Projecting(Protocol):
    """Anything that knows the nearest allowed place."""

    def project(self, p: Array) -> Array:
        """The nearest allowed place to each of the points `p` (2, …)."""


class ProjectedState(NamedTuple):
    x: Array  # the point itself, which the projection needs
    memory: Any  # of the rule that takes the steps


@dataclass(frozen=True)
class Projected:
    """Another rule's step, and from where it leads to the nearest allowed place.

    xₜ = P(xₜ₋₁ − stepₜ); for gradient descent, P(xₜ₋₁ − n∇f(xₜ₋₁)).

    The start is where it is; from the first step on every point is allowed. What the rule remembers knows nothing of
    the projection, except that a rule which keeps x is told where it is. P takes the usual distance; a rule that
    divides by the root of g measures each variable on a scale of its own, and may come to rest beside the lowest
    allowed place.

    Source: A. A. Goldstein, "Convex programming in Hilbert space", Bulletin of the AMS 70 (1964) 709–710.
    """

    rule: Rule
    constraint: Projecting

    def init(self, x: Array) -> ProjectedState:
        return ProjectedState(x.copy(), self.rule.init(x))

    def update(self, gradient: Array, state: ProjectedState, t: int, n: Scalar) -> tuple[Array, ProjectedState]:
        step, memory = self.rule.update(gradient, state.memory, t, n)
        x = self.constraint.project(state.x - step)
        if "x" in memory._fields:
            memory = memory._replace(x=x)
        return state.x - x, ProjectedState(x, memory)


class Noting:
    """A constraint that notes every point it is asked to project: where the steps alone would have led."""

    def __init__(self, constraint: Projecting) -> None:
        self.constraint = constraint
        self.asked: list[Array] = []

    def project(self, p: Array) -> Array:
        self.asked.append(p.copy())
        return self.constraint.project(p)
