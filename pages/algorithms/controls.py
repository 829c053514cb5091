"""The controls of a race of algorithms, beside the stage."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from address.race import setting_key
from algorithms import ALGORITHMS
from pages.algorithms.cases import CASES, case_of
from pages.algorithms.choice import FIRST, KEYS, OTHERS, OVER, STEP, AlgorithmChoice
from pages.algorithms.view import plain_name
from parameters import parameters
from text import Language, Text
from ui.common.said import said
from ui.controls.conditions import conditions_controls, rate_control
from ui.controls.own_settings import SETTINGS
from ui.controls.surface import Naming, surface_control
from ui.controls.widgets import Name, chips, chooser, parameter_control
from ui.folded import folded
from ui.shell.chapter_links import carried, chapter_link
from ui.shell.link_list import Link, link_list

_CASES = Text(ko="목적 함수의 꼴", en="Form of the objective")
_CONSTRAINT = Text(ko="제약 조건이 있으면", en="With a constraint")
_SCHEDULE = Text(ko="줄어드는 학습률", en="A decreasing learning rate")
_ALGORITHMS = Text(ko="알고리즘", en="Algorithms")
_OTHERS = Text(ko="강의의 다른 기법과 그 밖의 기법", en="Other optimizers")
_RATE = Text(ko="학습률 n (기울기만 쓰는 기법)", en="Learning rate n (of the optimizers)")
_OVER = Text(ko="손실의 가로축", en="Losses over")
_OVER_NAMES = {STEP: Text(ko="스텝", en="steps")}
_COST = Text(ko="비용", en="cost")
_SETTINGS = Text(ko="알고리즘별 설정", en="Settings of each algorithm")


def algorithm_controls(choice: AlgorithmChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen for a race of algorithms; each change goes into the address."""
    named = partial(Name, forget=forget)
    _cases(choice, language)
    chooser(_OVER[language], OVER, choice.over, named("over"), lambda key: _OVER_NAMES.get(key, _COST)[language])
    surface_control(choice.conditions.surface, language, named, {"rate", "steps", "noise"})
    chips(
        {_ALGORITHMS[language]: FIRST, _OTHERS[language]: OTHERS},
        KEYS,
        choice.chosen,
        named("algorithms"),
        lambda key: plain_name(key, language),
    )
    _prominent(choice, language, named)
    rate_control(choice.rate, language, named, label=_RATE)
    conditions_controls(choice.conditions, language, named)
    folded(_SETTINGS[language], SETTINGS, partial(_settings, choice, language, named))


def _cases(choice: AlgorithmChoice, language: Language) -> None:
    """A link to each form of an objective, and to the chapters about what is not raced here."""
    along, shown = carried(), case_of(choice)
    links = [
        Link(f"./algorithms{said({**along, **case.setting})}", case.title[language], here=key == shown)
        for key, case in CASES.items()
    ]
    st.markdown(f"**{_CASES[language]}**")
    link_list(links, _CASES[language])
    chapter_link("constraints", language, _CONSTRAINT[language])
    chapter_link("schedules", language, _SCHEDULE[language])


def _prominent(choice: AlgorithmChoice, language: Language, named: Naming) -> None:
    """What stands among the first controls: Newton's damping."""
    for key in choice.chosen:
        if key in ALGORITHMS:
            _parameters(choice, key, language, named, prominent=True)


def _settings(choice: AlgorithmChoice, language: Language, named: Naming) -> None:
    """What else can be set of those who race."""
    for key in choice.chosen:
        if any(not each.prominent or key not in ALGORITHMS for each in parameters(choice.owner(key))):
            st.markdown(f"**{plain_name(key, language)}**")
            _parameters(choice, key, language, named, prominent=False)


def _parameters(choice: AlgorithmChoice, key: str, language: Language, named: Naming, *, prominent: bool) -> None:
    """An optimizer's are all among the others: its chapter is the race."""
    for each in parameters(choice.owner(key)):
        if (each.prominent and key in ALGORITHMS) == prominent:
            name = named(setting_key(key, each))
            of = plain_name(key, language) if prominent else None
            parameter_control(each, getattr(choice.owner(key), each.key), name, language, of=of)
