"""What a chapter works out where its whole picture proves a claim: the picture, its evidence, and a question."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from stage.figure_grid import FigureGrid
from stage.graph import ComputationalGraph
from text import Text


class Asking(NamedTuple):
    """What a viewer may predict of a picture."""

    words: Text
    options: Mapping[str, Text]
    right: Sequence[str]
    """The keys of the options that are right, as it was measured."""


class SceneResult(NamedTuple):
    """A chapter's picture, and what was measured of it."""

    picture: FigureGrid | ComputationalGraph
    evidence: Any
    """What the expectations of the chapter's scenes are held against."""
    asking: Asking | None = None
