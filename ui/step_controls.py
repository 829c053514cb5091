"""The controls of the chapter on one update, beside its pictures."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from optimizers import OPTIMIZERS
from text import Language, Text
from ui.conditions_controls import conditions_controls, rate_control, rate_step, rule_controls
from ui.controls import Name, chooser, number_box
from ui.fairness import RATE_SPAN
from ui.race_choice import rate_key
from ui.step_choice import NOBODY, StepChoice
from ui.surface_choice import Naming, surface_control

_OPTIMIZER = Text(ko="들여다볼 기법", en="Optimizer to look into")
_BESIDE = Text(ko="같은 점에서 비교할 기법", en="Beside it, from the same point")
_NOBODY = Text(ko="없음", en="nobody")
_SETTINGS = Text(ko="기법마다 따로 설정", en="Settings of each optimizer")
_OWN_RATE = Text(ko="학습률 n (이 기법만)", en="Learning rate n (its own)")
_COMMON = Text(ko="공통 {rate}", en="for all: {rate}")


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
    rate_control(choice.rate, language, named)
    for key in choice.shown:
        rule_controls(choice.rules[key], language, named, prominent=True)
    conditions_controls(choice.conditions, language, named)
    _settings(choice, language, named)


def _settings(choice: StepChoice, language: Language, named: Naming) -> None:
    """What else can be set of those that are shown, a learning rate of its own among it."""
    settings = st.expander(_SETTINGS[language], key="settings", on_change="rerun")
    if not settings.open:
        return  # what nobody looks at costs nothing
    with settings:
        for key in choice.shown:
            st.markdown(f"**{choice.rules[key].name}**")
            number_box(
                _OWN_RATE[language],
                RATE_SPAN,
                choice.own_rates.get(key),
                named(rate_key(key)),
                step=rate_step(choice.rate_of(key)),
                placeholder=_COMMON.format(rate=f"{choice.rate:g}")[language],
            )
            rule_controls(choice.rules[key], language, named, prominent=False)
