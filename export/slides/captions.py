"""The words above one of several pictures: title, number, names, note and areas, broken where the picture ends."""

from typing import NamedTuple

from export.slides.board import SMALL, SWATCH
from export.slides.grid_content import GridContent
from export.slides.layout import LINE
from export.slides.letters import Hand, Place, Typeface
from figures.theme import Style
from stage.figure_grid import Area, Subplot

PATCH = 1.6
"""Before the words of an area, for its colours, in heights of type."""
APART = 0.9
"""Between what does not belong together."""
LONGEST_NUMBER = "8.88×10⁻⁸⁸"


class Letters(NamedTuple):
    """What captions and axes are written with."""

    unit: float
    face: Typeface

    @property
    def small(self) -> Hand:
        return self.face.at(SMALL * self.unit)

    @property
    def bold(self) -> Hand:
        return self.face.at(SMALL * self.unit, bold=True)

    @property
    def line(self) -> float:
        """From one line to the next."""
        return LINE * SMALL * self.unit


class Sign(NamedTuple):
    """Words above a picture, with what stands before them."""

    words: str
    hand: Hand
    place: Place
    """Where sign and words begin, on the line."""
    of: Style | Area | None = None
    """A piece of a line, or a patch of colours."""


class Words(NamedTuple):
    """All of a picture's."""

    signs: tuple[Sign, ...]
    number: Place | None
    """Where the number behind the title begins."""
    height: float

    def lowered(self, by: float) -> "Words":
        """The same, further down."""
        signs = tuple(sign._replace(place=(sign.place[0], sign.place[1] + by)) for sign in self.signs)
        return Words(signs, self.number and (self.number[0], self.number[1] + by), self.height)


class _Flow:
    """Words that follow each other in lines."""

    def __init__(self, left: int, width: int, letters: Letters) -> None:
        self._left, self._width, self._line = left, width, letters.line
        self._at = 0.0
        self.baseline = letters.small.size
        self.signs: list[Sign] = []

    def put(self, wide: float, gap: float) -> Place:
        """Room so wide, on the next line where this one has it not."""
        if self._at and self._at + gap + wide > self._width:
            self._at, self.baseline = 0.0, self.baseline + self._line
        elif self._at:
            self._at += gap
        place = (self._left + self._at, self.baseline)
        self._at += wide
        return place

    def write(self, words: str, hand: Hand, gap: float, of: Style | Area | None = None, before: float = 0.0) -> None:
        """Words behind their sign, which takes so much room `before` them."""
        place = self.put(before + hand.width(words), gap)
        self.signs.append(Sign(words, hand, place, of))


def captioned(content: GridContent, subplot: Subplot, left: int, width: int, letters: Letters) -> Words:
    """The words above a picture, from the top of the slide."""
    small, bold = letters.small, letters.bold
    flow, space, apart = _Flow(left, width, letters), small.width(" "), APART * small.size
    for word in subplot.title.split():
        flow.write(word, bold, space)
    number = None if subplot.number is None else flow.put(bold.width(LONGEST_NUMBER), space)
    for key in subplot.legend:
        name, style = content.drawn[key]
        flow.write(name, small, apart, style, SWATCH * letters.unit)
    for i, word in enumerate(subplot.note.split()):
        flow.write(word, small, space if i else apart)
    for area in subplot.areas:
        flow.write(area.label, small, apart, area, PATCH * small.size)
    height = flow.baseline - small.size + letters.line if flow.signs else 0.0
    return Words(tuple(flow.signs), number, height)
