"""The controls of a race, beside the stage."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from optimizers import OPTIMIZERS
from text import Language, Text
from ui.conditions_controls import conditions_controls, rate_control, rate_step, rule_controls
from ui.controls import Name, chips, chooser, number_box
from ui.fairness import FAIRNESS, FAIRNESS_MEANINGS, FAIRNESS_NAMES, RATE_SPAN
from ui.pinned import PINNED
from ui.prediction import ANSWER, ASK, OFF, Asked, ask_name, asks
from ui.race_choice import BEYOND, LECTURE, RaceChoice, rate_key
from ui.surface_choice import Naming, surface_control

_OPTIMIZERS = Text(ko="최적화 기법", en="Optimizers")
_BEYOND = Text(ko="강의 밖의 기법", en="Beyond the lecture")
_FAIRNESS = Text(ko="공정한 비교", en="A fair contest")
_SETTINGS = Text(ko="기법마다 따로 설정", en="Settings of each optimizer")
_OWN_RATE = Text(ko="학습률 n (이 기법만)", en="Learning rate n (its own)")
_ASK = Text(ko="먼저 예측하기", en="Predict first")
_COMMON = Text(ko="공통 {rate}", en="for all: {rate}")


def race_controls(choice: RaceChoice, asked: Asked, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen for a race; each change goes into the address."""
    named = partial(Name, forget=forget)
    # a new surface begins with its own rate and steps, too
    surface_control(choice.surface, language, named, {"rate", "steps", PINNED, *map(rate_key, OPTIMIZERS)})
    chips(
        {_OPTIMIZERS[language]: LECTURE, _BEYOND[language]: BEYOND},
        tuple(OPTIMIZERS),
        choice.chosen,
        named("optimizers"),
        lambda key: OPTIMIZERS[key].name,
    )
    rate_control(choice.rate, language, named, disabled=choice.fairness == "tuned")
    _fairness_control(choice, language, named)
    for key in choice.chosen:
        rule_controls(choice.rules[key], language, named, prominent=True)
    conditions_controls(choice.conditions, language, named)
    ask_control(choice, asked, language, named)
    _settings(choice, language, named)


def ask_control(choice: RaceChoice, asked: Asked, language: Language, named: Naming) -> None:
    """What the viewer is asked before the race plays."""
    possible = asks(choice)
    name = named(ASK)
    chooser(
        _ASK[language],
        possible,
        asked.ask if asked.ask in possible else OFF,
        name._replace(forget={*name.forget, ANSWER}),
        lambda ask: ask_name(ask)[language],
    )


def _fairness_control(choice: RaceChoice, language: Language, named: Naming) -> None:
    """On what terms they race. Rates that were given to one alone leave the address with a change."""
    name = named("rates")
    chooser(
        _FAIRNESS[language],
        FAIRNESS,
        choice.fairness,
        name._replace(forget={*name.forget, *map(rate_key, OPTIMIZERS)}),
        lambda key: FAIRNESS_NAMES[key][language],
    )
    st.caption(FAIRNESS_MEANINGS[choice.fairness][language])


def _settings(choice: RaceChoice, language: Language, named: Naming) -> None:
    """What else can be set of each chosen optimizer, a learning rate of its own among it."""
    settings = st.expander(_SETTINGS[language], key="settings", on_change="rerun")
    if not settings.open:
        return  # what nobody looks at costs nothing
    with settings:
        for key in choice.chosen:
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
