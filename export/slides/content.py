"""What a slide shows of a race, computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from address.viewpoint import Angles
from figures.heights import Mapped
from figures.loss import LossScale
from figures.theme import Style, Theme
from simulation import Run, Status
from text import Language


class Racer(NamedTuple):
    """One column of the run: its name, its learning rate, how it is drawn."""

    name: str
    rate: str
    style: Style


class Words(NamedTuple):
    """What the stage says, too, in the language of the slide."""

    racer: str
    """Above the names."""
    rate: str
    loss: str
    status: str
    left_at: str
    """With a place for the {step}."""
    start: str
    global_minimum: str
    local_minimum: str
    saddle: str


@dataclass(frozen=True)
class Content:
    """Everything that is drawn."""

    surface: Mapped
    run: Run
    status: Status
    racers: Sequence[Racer]
    """One for each column of the run, in its order."""
    scale: LossScale
    words: Words
    language: Language
    theme: Theme
    title: str
    formula: str = ""
    """In plain signs, with superscripts; left out where it is too long."""
    sentence: str = ""
    cells: NDArray[np.uint8] | None = None
    """(N, M, 3): what colours the map instead of its heights, the highest y first."""
    camera: Angles | None = None
    """From where its relief is looked at; None where it is the map."""
    leavers_below: bool = False
    """Whether trails that leave the map lie below those that stay: one that bounces covers much."""

    @property
    def steps(self) -> int:
        return len(self.run.path) - 1
