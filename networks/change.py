"""What becomes of a graph when one weight has another value."""

from dataclasses import dataclass
from functools import cached_property

from networks.graph import Trace


@dataclass(frozen=True)
class Change:
    """A graph with its numbers, and a weight w to which Δw is added."""

    before: Trace
    weight: str
    by: float
    """Δw."""

    @cached_property
    def after(self) -> Trace:
        """The same graph with w + Δw."""
        given = self.before.given
        return Trace(self.before.graph, {**given, self.weight: given[self.weight] + self.by})

    @cached_property
    def differing(self) -> tuple[str, ...]:
        """What is computed differently, in forward order."""
        old, new = self.before.values, self.after.values
        return tuple(key for key in self.before.graph.computed if old[key] != new[key])

    @property
    def predicted(self) -> float:
        """∂L/∂w · Δw, with the derivative before the change: ΔL but for what is of second order in Δw."""
        return self.before.derivatives[self.weight] * self.by

    @property
    def true(self) -> float:
        """ΔL."""
        loss = self.before.graph.loss
        return self.after.values[loss] - self.before.values[loss]
