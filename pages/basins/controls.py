"""The controls of the basins, beside the maps."""

from collections.abc import Iterable
from functools import partial

from optimizers import OPTIMIZERS
from pages.basins.choice import OPTIMIZER_KEYS, RATE_KEYS, SIDES, BasinsChoice, most_steps
from pages.basins.words import SIDE_NAMES
from text import Language, Text
from ui.controls.conditions import rule_controls
from ui.controls.surface import start_controls, surface_control
from ui.controls.widgets import Name, chooser, slider

_OPTIMIZER = Text(ko="{side} 기법", en="Optimizer, {side}")
_STEPS = Text(ko="스텝 수", en="Steps")


def basins_controls(choice: BasinsChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    surface_control(choice.surface, language, named, {"steps", *RATE_KEYS.values()})
    for side in SIDES:
        rule = choice.runners[side].rule
        name = named(OPTIMIZER_KEYS[side])
        chooser(
            _OPTIMIZER.format(side=SIDE_NAMES[side])[language],
            tuple(OPTIMIZERS),
            rule.key,
            name._replace(forget={*name.forget, RATE_KEYS[side]}),  # a rate means something else to another rule
            lambda key: OPTIMIZERS[key].name,
        )
    for rule in dict.fromkeys(choice.runners[side].rule for side in SIDES):
        for prominent in (True, False):
            rule_controls(rule, language, named, prominent=prominent)
    slider(_STEPS[language], (1, most_steps(choice.surface)), choice.steps, named("steps").of_this_surface())
    start_controls(choice.surface, choice.start, language, named)
