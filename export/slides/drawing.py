"""Slides of every kind: what they show, what draws them, and the last of their moments alone."""

import io
from collections.abc import Sequence
from typing import Protocol, TypeAlias

from PIL import Image

from export.slides.content import Content
from export.slides.graph_content import GraphContent
from export.slides.graph_picture import GraphPicture
from export.slides.grid_content import GridContent
from export.slides.grid_picture import GridPicture
from export.slides.letters import Typeface
from export.slides.picture import Picture
from figures.theme import Style

HD, FULL_HD = (1280, 720), (1920, 1080)
"""Sizes of a slide, 16 : 9, in pixels."""

Shown: TypeAlias = Content | GridContent | GraphContent


class Drawing(Protocol):
    """Draws one moment after the other."""

    last: int
    """The number of the last moment; the first is 0."""
    shown: int
    """The moment that says most where there is but one."""

    @property
    def sample(self) -> Image.Image:
        """A picture with all of its colours but those of lines and words."""

    @property
    def styles(self) -> Sequence[Style]:
        """Of its lines."""

    def at(self, moment: int, /) -> Image.Image:
        """The slide at this moment, which is not before the one it was last asked for."""


def drawing(shown: Shown, size: tuple[int, int], face: Typeface) -> Drawing:
    """What draws it, `size` pixels wide and high."""
    match shown:
        case GridContent():
            return GridPicture(shown, size, face)
        case GraphContent():
            return GraphPicture(shown, size, face)
        case Content():
            return Picture(shown, size, face)


def still(shown: Shown, size: tuple[int, int], face: Typeface) -> bytes:
    """The moment that says most, as a PNG."""
    picture = drawing(shown, size, face)
    file = io.BytesIO()
    picture.at(picture.shown).save(file, "PNG")
    return file.getvalue()
