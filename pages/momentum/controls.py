"""The controls of the momentum map, beside the grid; the dials are on it."""

from collections.abc import Iterable
from functools import partial

from pages.momentum.choice import KNOB, MomentumChoice
from text import Language
from ui.controls.surface import start_controls
from ui.controls.widgets import Name, parameter_control


def momentum_controls(choice: MomentumChoice, language: Language, forget: Iterable[str]) -> None:
    """κ and the start; with another κ the dials begin at its own optimum."""
    named = partial(Name, forget=forget)
    knob = named(KNOB.key)._replace(forget={*forget, "rate", "momentum"})
    parameter_control(KNOB, choice.surface.condition_number, knob, language)
    start_controls(choice.surface, choice.start, language, named)
