"""What is written above a race that is taken away, and what is said of it."""

from typing import NamedTuple

from surfaces import Surface
from text import Language


class Saying(NamedTuple):
    """In the language of the file."""

    title: str
    sentence: str


def said_of(surface: Surface, language: Language) -> Saying:
    """Of a race that shows nothing but its surface: the surface's name and what it teaches."""
    return Saying(surface.name[language], surface.lesson[language])
