"""The line above the stage: what is shown, its formula, and what to look for."""

from typing import NamedTuple

from address.fairness import Conditions
from numerals import numeral
from surfaces import Surface
from text import Language, Text

LONG_FORMULA = 80
"""Characters of LaTeX that still fit beside the name."""


class Heading(NamedTuple):
    """A title, perhaps with a formula, and what to look for, as Markdown."""

    title: str
    lesson: str
    place: str = "heading"
    """The key of where it stands; its height is kept free by the style sheet, so that the stage stands where it will
    stay."""

    @property
    def markdown(self) -> str:
        return f"# {self.title}\n\n:small[{self.lesson}]"


_NO_VALUE = Text(
    ko="출발점 ({x}, {y})에서 f의 값이 없어 경주하지 않습니다. 출발점이나 수식을 바꾸세요.",
    en="f has no value at the start ({x}, {y}), so nothing races. Choose another start or another formula.",
)


def race_heading(conditions: Conditions, language: Language) -> Heading:
    """The surface's; where f has no value at the start, that in place of the lesson."""
    surface = conditions.surface
    return heading_with_surface(surface.name[language], surface, lesson_of(conditions, surface.lesson)[language])


def lesson_of(conditions: Conditions, lesson: Text) -> Text:
    """What to look for in a race; where f has no value at the start, why there is nothing to see."""
    if conditions.has_value:
        return lesson
    x, y = map(numeral, conditions.start)
    return _NO_VALUE.format(x=x, y=y)


def heading_with_surface(title: str, surface: Surface, lesson: str) -> Heading:
    """Title and formula in one line, or in two where the formula is long."""
    is_long = len(surface.formula) > LONG_FORMULA
    between = "\n\n" if is_long else " &ensp; "
    return Heading(f"{title}{between}$f(x, y) = {surface.formula}$", lesson, "heading_long" if is_long else "heading")
