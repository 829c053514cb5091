"""The controls of a race, beside the stage."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import streamlit as st

from address.fairness import FAIRNESS, FAIRNESS_MEANINGS, FAIRNESS_NAMES, Conditions
from address.pinned import PINNED, UNPIN
from address.race import BEYOND, LECTURE, RaceChoice, rate_key
from optimizers import OPTIMIZERS
from pages.race.comparison import Outcomes, changes_in_words, difference_table
from text import Language, Text
from ui.address_bar import write
from ui.common.prediction import ANSWER, ASK, OFF, Asked, ask_name, asks
from ui.controls.conditions import conditions_controls, one_press
from ui.controls.own_settings import own_settings
from ui.controls.surface import Naming, surface_control
from ui.controls.widgets import Name, chips, chooser

_TITLE = Text(ko="고정한 경주와 비교", en="Compared with the pinned run")
_ORDER = Text(ko="고정 → 지금", en="pinned → now")
_UNPIN = Text(ko="고정 풀기", en="Unpin")
_OPTIMIZERS = Text(ko="최적화 기법", en="Optimizers")
_BEYOND = Text(ko="강의 밖의 기법", en="Beyond the lecture")
_FAIRNESS = Text(ko="학습률 맞추기", en="Learning rates")
_ASK = Text(ko="먼저 예측하기", en="Predict first")


def noise_listener(conditions: Conditions, forget: tuple[str, ...]) -> dict[str, Callable[[Any], None]]:
    """A listener for the button on the stage that puts noise on the gradient, or takes it away."""
    return {"noise": lambda on: write({"noise": one_press(conditions) if on else None}, forget)}


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
    _fairness_control(choice, language, named)
    conditions_controls(choice.conditions, language, named)
    ask_control(choice, asked, language, named)
    own_settings(choice, choice.chosen, language, named, all_of_them=True)


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
        hint=FAIRNESS_MEANINGS[choice.fairness][language],
    )


def comparison(both: Outcomes, language: Language, forget: tuple[str, ...]) -> None:
    """A small table under the stage, and the button that lets the pinned race go."""
    with st.container(key="comparison"):
        st.markdown(f"## {_TITLE[language]}\n\n{changes_in_words(both, language)} {_ORDER[language]}:")
        st.markdown(difference_table(both, language))
        st.button(_UNPIN[language], key="unpin", on_click=lambda: write(UNPIN, forget), icon=":material/keep_off:")
