"""Every module that makes stills, so that a process can make those of pages that it has never shown."""

from ui import (
    basins_sheet,
    choosing_sheet,
    dial_sheet,
    differences_sheet,
    function_axes,
    model_sheet,
    momentum_sheet,
    race_stills,
    schedule_scene,
    step_scene,
    training_sheet,
    vanishing_sheet,
)
from ui.stage import words

__all__ = [
    "basins_sheet",
    "choosing_sheet",
    "dial_sheet",
    "differences_sheet",
    "function_axes",
    "model_sheet",
    "momentum_sheet",
    "race_stills",
    "schedule_scene",
    "step_scene",
    "training_sheet",
    "vanishing_sheet",
    "words",
]
