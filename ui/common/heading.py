"""The line above the stage: what is shown, its formula, and what to look for."""

from typing import NamedTuple

from surfaces import Surface
from text import Language

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


def surface_heading(surface: Surface, language: Language) -> Heading:
    """The surface's name, formula and lesson."""
    return heading_with_surface(surface.name[language], surface, surface.lesson[language])


def heading_with_surface(title: str, surface: Surface, lesson: str) -> Heading:
    """Title and formula in one line, or in two where the formula is long."""
    is_long = len(surface.formula) > LONG_FORMULA
    between = "\n\n" if is_long else " &ensp; "
    return Heading(f"{title}{between}$f(x, y) = {surface.formula}$", lesson, "heading_long" if is_long else "heading")
