"""The controls of a race of schedules, beside the stage."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from address.race import setting_key
from optimizers import OPTIMIZERS
from pages.schedules.choice import ScheduleChoice
from parameters import parameters
from simulation import SCHEDULES
from text import Language, Text
from ui.controls.conditions import conditions_controls, rule_controls
from ui.controls.labels import OPTIMIZER
from ui.controls.own_settings import SETTINGS
from ui.controls.surface import Naming, surface_control
from ui.controls.widgets import Name, chips, chooser, parameter_control
from ui.folded import folded

_SCHEDULES = Text(ko="학습률 스케줄", en="Schedules")
_SETTINGS = Text(ko="스케줄별 설정", en="Settings of each schedule")


def schedule_controls(choice: ScheduleChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen for a race of schedules; each change goes into the address."""
    named = partial(Name, forget=forget)
    # a new surface begins with its own rate, steps and noise, too
    surface_control(choice.conditions.surface, language, named, {"rate", "steps", "noise"})
    chips(
        {_SCHEDULES[language]: tuple(SCHEDULES)},
        tuple(SCHEDULES),
        choice.chosen,
        named("schedules"),
        lambda key: SCHEDULES[key].name[language],
    )
    chooser(
        OPTIMIZER[language],
        tuple(OPTIMIZERS),
        choice.rule.key,
        named("optimizer"),
        lambda key: OPTIMIZERS[key].name,
    )
    rule_controls(choice.rule, language, named, prominent=True)
    conditions_controls(choice.conditions, language, named)
    folded(_SETTINGS[language], SETTINGS, partial(_settings, choice, language, named))


def _settings(choice: ScheduleChoice, language: Language, named: Naming) -> None:
    """What can be set of each chosen schedule, and of the optimizer."""
    for key, schedule in choice.racing.items():
        known = parameters(schedule)
        if known:
            st.markdown(f"**{schedule.name[language]}**")
        for each in known:
            parameter_control(each, getattr(schedule, each.key), named(setting_key(key, each)), language)
    if any(not each.prominent for each in parameters(choice.rule)):
        st.markdown(f"**{choice.rule.name}**")
        rule_controls(choice.rule, language, named, prominent=False)
