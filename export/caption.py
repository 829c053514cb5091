"""What is written above a race that is taken away, and what is said of it."""

from typing import NamedTuple

from surfaces import Surface
from text import Language


class Caption(NamedTuple):
    """In the language of the file."""

    title: str
    sentence: str


def surface_caption(surface: Surface, language: Language) -> Caption:
    """Of a race that shows nothing but its surface: the surface's name and what it teaches."""
    return Caption(surface.name[language], surface.lesson[language])
