"""The controls beside the four learning rates, which follow from the surface."""

from collections.abc import Iterable
from functools import partial

from pages.choosing.choice import MOST_STEPS, ChoosingChoice
from text import Language, Text
from ui.controls.conditions import noise_controls
from ui.controls.surface import start_controls, surface_control
from ui.controls.widgets import Name, slider

_STEPS = Text(ko="스텝 수", en="Steps")


def choosing_controls(choice: ChoosingChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    surface_control(choice.surface, language, named, {"noise"})
    start_controls(choice.surface, choice.start, language, named)
    slider(_STEPS[language], (1, MOST_STEPS), choice.steps, named("steps"))
    noise_controls(choice.conditions, language, named)
