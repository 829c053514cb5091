"""What a viewer is asked before anything plays: a prediction, its answers, and why it comes out as it does."""

from collections.abc import Sequence
from typing import Any, NamedTuple

Place = tuple[float, float]


class Option(NamedTuple):
    """One possible answer."""

    key: str
    """Short; it stands in the address once it is given."""
    label: str


class Question(NamedTuple):
    """A prediction. Until it is answered or skipped, paths stay hidden; then it plays and says what was right."""

    key: str
    """What exactly is asked about: with another key it is asked again."""
    asked: str
    options: Sequence[Option]
    right: Sequence[str]
    """The keys of the right answers, as measured."""
    why: str
    """Said with the answer: what happened, and why."""
    places: Sequence[tuple[str, Place]] = ()
    """Letters at places of the map that the options name."""
    answer: str = ""
    """What was answered already: an option's key, `SKIPPED`, or nothing."""

    @property
    def waits(self) -> bool:
        """Whether nothing may be told yet."""
        return not self.answer

    @property
    def header(self) -> dict[str, Any]:
        """For the player."""
        return {**self._asdict(), "options": [option._asdict() for option in self.options]}


SKIPPED = "skip"
