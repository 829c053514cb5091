"""What a slide of the lecture is: what it claims and writes, what to say to it and what to ask."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from text import Text

_ITSELF: Mapping[str, str] = MappingProxyType({})
_NONE: Mapping[str, Text] = MappingProxyType({})


class Letter(NamedTuple):
    """A sign or a word of the slide that this app writes otherwise."""

    theirs: Text | str
    """On the slide; what both languages write alike is no `Text`, here as in a title."""
    ours: str
    means: Text


class Way(NamedTuple):
    """A chapter that shows the slide, at a setting of its own."""

    chapter: str
    query: Mapping[str, str] = _ITSELF
    part: Text | None = None
    """What is seen there, where the slide leads to several places of the chapter."""


class Question(NamedTuple):
    """What to ask the class, and what to hear."""

    asks: Text
    answer: Text


class Slide(NamedTuple):
    """One slide."""

    title: Text | str
    say: Text
    """What to say to it, in two or three sentences, with the condition under which it holds."""
    ask: Question
    chapters: tuple[Way, ...]
    formulas: tuple[str, ...] = ()
    """In LaTeX, with this app's letters."""
    optimizer: str = ""
    """The rule that the slide is about, whose formula is stated with it."""
    letters: tuple[Letter, ...] = ()
    claims: Mapping[str, Text] = _NONE
    """What it claims, each in one sentence with its condition, by its number from C1 to C19."""
    also: Text | None = None
    """What it says besides, and no number counts."""


class Part(NamedTuple):
    """Slides that belong together."""

    title: Text
    slides: tuple[Slide, ...]
