"""What a machine can check of a scene: what is expected, what was measured, and whether they agree."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

import numpy as np

from text import Text

Evidence = TypeVar("Evidence")


class Said(NamedTuple):
    """A sentence with places for numbers and words; numbers stay numbers until somebody writes them."""

    text: Text
    places: Mapping[str, Any] = {}


class Ratio(float):
    """A number of which even the smallest is something, and no rounding of 0."""


class Finding(NamedTuple):
    """One expectation, held against what was measured."""

    expected: Said
    measured: Said
    holds: bool


class Expectation(ABC, Generic[Evidence]):
    """A claim about what a picture shows, checked on the very run that is shown."""

    @abstractmethod
    def expected(self, evidence: Evidence) -> Said:
        """What it claims; the evidence has the names of what it speaks of."""

    @abstractmethod
    def measure(self, evidence: Evidence) -> tuple[Said, bool]:
        """What is so, and whether it is what was expected."""

    def found(self, evidence: Evidence) -> Finding:
        """Both together."""
        with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
            return Finding(self.expected(evidence), *self.measure(evidence))
