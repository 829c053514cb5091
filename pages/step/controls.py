"""The controls of the chapter on one update, beside its pictures."""

from collections.abc import Iterable
from functools import partial

from address.race import rate_key
from optimizers import OPTIMIZERS
from pages.step.choice import NOBODY, StepChoice
from text import Language, Text
from ui.controls.conditions import conditions_controls, rule_controls
from ui.controls.own_settings import own_settings
from ui.controls.surface import surface_control
from ui.controls.widgets import Name, chooser

_OPTIMIZER = Text(ko="들여다볼 기법", en="Optimizer to look into")
_BESIDE = Text(ko="같은 점에서 비교할 기법", en="Compare at the same point")
_NOBODY = Text(ko="없음", en="none")


def step_controls(choice: StepChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    others = (NOBODY, *(key for key in OPTIMIZERS if key != choice.key))
    # a new surface begins with its own rate and steps, at the first of them
    gone = {"rate", "steps", "step", "term", *map(rate_key, OPTIMIZERS)}
    surface_control(choice.conditions.surface, language, named, gone)
    name = named("optimizer")
    chooser(
        _OPTIMIZER[language],
        tuple(OPTIMIZERS),
        choice.key,
        name._replace(forget={*name.forget, "term", "beside"}),
        lambda key: OPTIMIZERS[key].name,
    )
    chooser(
        _BESIDE[language],
        others,
        choice.beside,
        named("beside"),
        lambda key: _NOBODY[language] if key == NOBODY else OPTIMIZERS[key].name,
    )
    for key in choice.shown:
        rule_controls(choice.rules[key], language, named, prominent=True)
    conditions_controls(choice.conditions, language, named)
    own_settings(choice, choice.shown, language, named)
