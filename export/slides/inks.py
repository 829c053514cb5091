"""The colours of a slide."""

from typing import NamedTuple

from export.slides.ink import paint
from export.slides.letters import Paint
from figures.theme import Look, Theme, look_of


class Inks(NamedTuple):
    """The colours of a slide: a projector's, whatever the page looks like."""

    look: Look
    text: Paint
    faint: Paint
    halo: Paint
    """Also the slide's own ground."""


def inks_of(theme: Theme) -> Inks:
    look = look_of(theme, projector=True)
    return Inks(look, paint(look.text), paint(look.faint), paint(look.halo))
