"""What a machine can check of a scene: what is expected, what was measured, and whether they agree."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

import numpy as np

from text import Text

Evidence = TypeVar("Evidence")


class Said(NamedTuple):
    """A sentence with places for numbers and words; numbers stay numbers until somebody writes them."""

    text: Text
    places: Mapping[str, Any] = {}


class Measured(NamedTuple):
    """What is so, and whether it is what was expected."""

    said: Said
    holds: bool


class Ratio(float):
    """A number of which even the smallest is something, and no rounding of 0."""


class Finding(NamedTuple):
    """One expectation, held against what was measured."""

    expected: Said
    measured: Said
    holds: bool


class Expectation(ABC, Generic[Evidence]):
    """A claim about what a picture shows, checked on the very run that is shown.

    A kind of expectation is a frozen dataclass; its fields stand in its claim under their own names.
    """

    claim: ClassVar[Text]
    """What is expected."""
    measured: ClassVar[Text]
    """What is said of the numbers that were found."""

    def claimed(self) -> Text:
        """The claim; a kind that has several says which."""
        return self.claim

    def places(self, _evidence: Evidence) -> Mapping[str, Any]:
        """What stands in the claim besides the fields, or instead of one."""
        return {}

    @abstractmethod
    def measure(self, evidence: Evidence) -> Measured:
        """What is so, and whether it is what was expected."""

    def saw(self, holds: bool | np.bool_, **numbers: object) -> Measured:
        """The usual measurement: numbers in the sentence of this kind."""
        return Measured(Said(self.measured, numbers), bool(holds))

    def found(self, evidence: Evidence) -> Finding:
        """Both together."""
        with np.errstate(all="ignore"):  # inf and nan are places a diverging run can be at
            expected = Said(self.claimed(), {**vars(self), **self.places(evidence)})
            return Finding(expected, *self.measure(evidence))


def missing(text: Text, **places: object) -> Measured:
    """The picture does not have what is spoken of."""
    return Measured(Said(text, places), False)
