"""What a chapter makes of a scene: the picture, its evidence, a question, and what can be exported of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from export.bundle import Bundle, Labels
from stage.figure_grid import FigureGrid
from stage.graph import ComputationalGraph
from stage.scene import Scene
from text import Text

Picture = Scene | FigureGrid | ComputationalGraph


class Asking(NamedTuple):
    """What a viewer may predict of a picture."""

    words: Text
    options: Mapping[str, Text]
    right: Sequence[str]
    """The keys of the options that are right, as it was measured."""


class SceneResult(NamedTuple):
    """A chapter's picture, and what was measured of it."""

    picture: Picture
    """A race of optimizers brings its own question along."""
    evidence: Any
    """What the expectations of the chapter's scenes are held against."""
    asking: Asking | None = None
    bundle: Callable[[Labels], Bundle] | None = None
    """For the runs on the picture; None where it is not made of runs on a surface."""
