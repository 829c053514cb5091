"""The two things the loop needs to know: what slopes, and what steps."""

from collections.abc import Mapping
from typing import Any, Protocol

from parameters import Array, Scalar


class Landscape(Protocol):
    """Anything with a height and a slope: a surface, a network's loss, a test double."""

    def value(self, p: Array) -> Array:
        """Height at the points `p` (D, …), shaped (…)."""

    def gradient(self, p: Array) -> Array:
        """Slope at the points `p` (D, …), shaped (D, …)."""


class Rule(Protocol):
    """Anything that turns a slope into a step and keeps its memory in a value it hands back."""

    def init(self, x: Array) -> Any:
        """The memory before the first step."""

    def update(self, gradient: Array, state: Any, t: int, n: Scalar) -> tuple[Array, Any]:
        """The step to subtract from x at time t ≥ 1 with learning rate n, and the next memory."""


class ExplainedRule(Rule, Protocol):
    """A rule that also gives the terms of its formula."""

    @property
    def terms(self) -> Mapping[str, Any]:
        """What each of them is."""

    def compute(self, gradient: Array, state: Any, t: int, n: Scalar) -> tuple[Mapping[str, Array], Any]:
        """The terms at time t ≥ 1, by the names of `terms`, and the next memory."""
