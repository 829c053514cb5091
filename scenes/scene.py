"""What a scene is: a claim of the lecture, the setting that shows it, a sentence to say, and what a machine checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic

from scenes.expectation import Evidence, Expectation
from scenes.of_basins import Mapped
from scenes.of_rates import SideBySide
from scenes.raced import Raced
from text import Text

_HEADING = Text(ko="{claim} · {title}", en="{claim} · {title}")


@dataclass(frozen=True, kw_only=True)
class LectureScene(Generic[Evidence]):
    """One scene. What is said of it holds with its own setting, and the sentence states its condition."""

    chapter: ClassVar[str]
    """Where its picture is at home, by the name in the address."""
    racers: ClassVar[str] = "optimizers"
    """The address's name for those who race, where there are any."""

    key: str
    """Its name in the address."""
    slide: int
    """Of the lecture: the one that says it."""
    claim: str
    """C1 to C19, as the lecture's claims are counted (lecture/)."""
    title: Text
    topic: Text | None = None
    """Its title for who does not know the outcome yet; None where `title` tells nothing of it."""
    say: Text
    """The one sentence to say."""
    why: Text
    """What happens and why, said when the outcome is known."""
    setting: Mapping[str, str]
    """The query with which the picture's own chapter shows it."""
    ask: str
    """What a viewer may predict."""
    expects: Sequence[Expectation[Evidence]]

    def heading(self, *, is_open: bool) -> Text:
        """The claim and what it is called, without the outcome unless the viewer may know it."""
        title = self.title if is_open or self.topic is None else self.topic
        return _HEADING.format(claim=self.claim, title=title)


class RaceScene(LectureScene[Raced]):
    """Optimizers race. `ask` is `first` (who arrives first), `fate.<optimizer>` or `goal.<optimizer>`."""

    chapter = "race"


class RatesScene(LectureScene[SideBySide]):
    """Four learning rates on the surface and on a parabola. `ask` is the size whose regime is to be predicted."""

    chapter = "choosing"


class CurvesScene(LectureScene[SideBySide]):
    """The loss curves of four learning rates, exact and in noise. `ask` is `lowest`: which ends lowest in noise."""

    chapter = "choosing"


class BasinsScene(LectureScene[Mapped]):
    """Two maps of where every start ends. `ask` is the side whose reached minima are to be counted."""

    chapter = "basins"
