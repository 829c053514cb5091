"""The lecture's claims as scenes, in the order in which they are shown; `SCENES` has them by their keys.

A claim is a file here, or several that belong together; a scene is an entry in it.
"""

from typing import Any

from scenes import (
    activations,
    adaptive,
    backward,
    convexity,
    learning_rate,
    losses,
    memory,
    momentum,
    saddle,
    stopping,
    vanishing,
)
from scenes.expectation import Expectation, Finding, Said
from scenes.of_basins import Mapped, Shares
from scenes.of_graphs import Graphed, GraphScene
from scenes.of_rates import SideBySide
from scenes.of_vanishing import VanishingScene, Way, Ways
from scenes.raced import Raced, Racer
from scenes.scene import BasinsScene, CurvesScene, LectureScene, RaceScene, RatesScene

_PARTS = (
    stopping,
    learning_rate,
    convexity,
    saddle,
    momentum,
    memory,
    adaptive,
    backward,
    vanishing,
    activations,
    losses,
)

SCENES: dict[str, LectureScene[Any]] = {scene.key: scene for part in _PARTS for scene in part.SCENES}
"""Every scene by its key."""

__all__ = [
    "SCENES",
    "BasinsScene",
    "CurvesScene",
    "Expectation",
    "Finding",
    "GraphScene",
    "Graphed",
    "LectureScene",
    "Mapped",
    "RaceScene",
    "Raced",
    "Racer",
    "RatesScene",
    "Said",
    "Shares",
    "SideBySide",
    "VanishingScene",
    "Way",
    "Ways",
]
