"""What can be set of each optimizer alone: a learning rate of its own, and its less prominent hyperparameters."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import streamlit as st

from address.fairness import RATE_SPAN
from address.race import rate_key
from optimizers import Optimizer
from text import Language, Text
from ui.controls.conditions import rate_step, rule_controls
from ui.controls.surface import Naming
from ui.controls.widgets import number_box
from ui.folded import folded

SETTINGS = "settings"
"""Whether they are open, in the session."""
_SETTINGS = Text(ko="기법별 설정", en="Per-optimizer settings")
_OWN_RATE = Text(ko="학습률 n (이 기법만)", en="Learning rate n (this one)")
_COMMON = Text(ko="공통 {rate}", en="for all: {rate}")


class Choice(Protocol):
    """What has been chosen: rules, a common learning rate, and rates of some rules alone."""

    @property
    def rules(self) -> Mapping[str, Optimizer[Any]]: ...
    @property
    def rate(self) -> float: ...
    @property
    def own_rates(self) -> Mapping[str, float]: ...
    def rate_of(self, key: str) -> float: ...


def own_settings(
    choice: Choice, keys: Iterable[str], language: Language, named: Naming, *, all_of_them: bool = False
) -> None:
    """The settings of the optimizers with these keys, folded."""
    shown = (True, False) if all_of_them else (False,)

    def each() -> None:
        for key in keys:
            st.markdown(f"**{choice.rules[key].name}**")
            number_box(
                _OWN_RATE[language],
                RATE_SPAN,
                choice.own_rates.get(key),
                named(rate_key(key)).of_this_surface(),
                language,
                step=rate_step(choice.rate_of(key)),
                placeholder=_COMMON.format(rate=f"{choice.rate:g}")[language],
            )
            for prominent in shown:
                rule_controls(choice.rules[key], language, named, prominent=prominent)

    folded(_SETTINGS[language], SETTINGS, each)
