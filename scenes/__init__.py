"""The lecture's claims as scenes, in the order of its slides; `SCENES` has them by their keys.

A claim is a file here, or several that belong together; a scene is an entry in it.
"""

from collections.abc import Iterable
from typing import Any

from scenes import (
    activations,
    adaptive,
    algorithms,
    backward,
    constraints,
    convexity,
    depth,
    differences,
    learning_rate,
    losses,
    memory,
    momentum,
    parameters,
    representations,
    saddle,
    stopping,
    training,
    vanishing,
)
from scenes.expectation import Expectation, Finding, Said
from scenes.of_algorithms import AlgorithmsScene, Asked
from scenes.of_arrivals import Arrival, Arrivals, ArrivalsScene
from scenes.of_basins import Mapped, Shares
from scenes.of_composition import CompositionScene
from scenes.of_constraints import Constrained, ConstraintsScene
from scenes.of_depth import DepthScene, Fits
from scenes.of_differences import DifferencesScene, TwoWays
from scenes.of_graphs import Graphed, GraphScene
from scenes.of_nudges import Nudged, NudgesScene
from scenes.of_parameters import Fitting, ParametersScene
from scenes.of_rates import SideBySide
from scenes.of_representations import RepresentationScene, Represented
from scenes.of_training import Learned, TrainingScene
from scenes.of_vanishing import VanishingScene, Way, Ways
from scenes.raced import Raced, Racer
from scenes.scene import BasinsScene, CurvesScene, LectureScene, RaceScene, RatesScene

_PARTS = (
    parameters,
    representations,
    losses,
    constraints,
    stopping,
    learning_rate,
    convexity,
    saddle,
    algorithms,
    momentum,
    memory,
    adaptive,
    training,
    differences,
    backward,
    depth,
    vanishing,
    activations,
)

_WRITTEN: Iterable[LectureScene[Any]] = (scene for part in _PARTS for scene in part.SCENES)

SCENES: dict[str, LectureScene[Any]] = {scene.key: scene for scene in sorted(_WRITTEN, key=lambda scene: scene.slide)}
"""Every scene by its key, slide after slide; those of one slide as they are written."""

__all__ = [
    "SCENES",
    "AlgorithmsScene",
    "Arrival",
    "Arrivals",
    "ArrivalsScene",
    "Asked",
    "BasinsScene",
    "CompositionScene",
    "Constrained",
    "ConstraintsScene",
    "CurvesScene",
    "DepthScene",
    "DifferencesScene",
    "Expectation",
    "Finding",
    "Fits",
    "Fitting",
    "GraphScene",
    "Graphed",
    "Learned",
    "LectureScene",
    "Mapped",
    "Nudged",
    "NudgesScene",
    "ParametersScene",
    "RaceScene",
    "Raced",
    "Racer",
    "RatesScene",
    "RepresentationScene",
    "Represented",
    "Said",
    "Shares",
    "SideBySide",
    "TrainingScene",
    "TwoWays",
    "VanishingScene",
    "Way",
    "Ways",
]
