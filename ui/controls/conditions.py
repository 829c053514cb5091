"""Controls that every race has, whichever optimizers race: the learning rate, the steps, the start, the noise."""

from math import floor, log10
from typing import Any

import streamlit as st

from address.fairness import RATE_SPAN, Conditions
from address.race import MOST_SEED, MOST_STEPS, NOISE_SPAN, setting_key
from optimizers import Optimizer
from parameters import parameters
from text import Language, Text
from ui.controls.surface import Naming, start_controls
from ui.controls.widgets import log_slider, number_box, parameter_control, slider, whole_box

_RATE = Text(ko="학습률 n (공통)", en="Learning rate n (for all)")
_EXACT = Text(ko="학습률을 숫자로 입력", en="Type the learning rate")
_NOISE = Text(ko="기울기의 잡음 σ", en="Noise on the gradient σ")
_NOISE_HINT = Text(
    ko=(
        "걸음마다 기울기의 각 성분에 표준편차가 σ인 정규분포 난수를 더합니다. "
        "데이터의 일부로 구한 기울기가 이렇게 흔들립니다. 모두 같은 난수를 받습니다."
    ),
    en=(
        "At every step a normal random number of standard deviation σ is added to each component of the gradient, "
        "as when it comes from a part of the data. All get the same numbers."
    ),
)
_SEED = Text(ko="난수 시드", en="Seed")
_RESEED = Text(ko="다른 난수로", en="Other numbers")
_STEPS = Text(ko="걸음 수", en="Steps")

SLIDER_SPAN = (1e-4, 10.0)
"""The slider shows the usual learning rates; the box beside it takes any that is allowed."""
NOISES = (0.01, 100.0)
"""Besides none, the slider shows these amounts of noise."""


def rate_control(
    rate: float, language: Language, named: Naming, *, label: Text = _RATE, disabled: bool = False
) -> None:
    """A learning rate, as a slider and as a number."""
    along, exact = st.columns([5, 3], vertical_alignment="bottom")
    with along:
        log_slider(label[language], SLIDER_SPAN, rate, named("rate"), disabled=disabled)
    with exact:
        number_box(
            _EXACT[language],
            RATE_SPAN,
            rate,
            named("rate"),
            step=rate_step(rate),
            hidden_label=True,
            disabled=disabled,
        )


def rule_controls(rule: Optimizer[Any], language: Language, named: Naming, *, prominent: bool) -> None:
    """One optimizer's hyperparameters: those that stand among the first controls, or the others."""
    for parameter in parameters(rule):
        if parameter.prominent == prominent:
            name = named(setting_key(rule.key, parameter))
            value = getattr(rule, parameter.key)
            parameter_control(parameter, value, name, language, of=rule.name if prominent else None)


def conditions_controls(conditions: Conditions, language: Language, named: Naming) -> None:
    """For how long, from where, and in what noise."""
    slider(_STEPS[language], (1, MOST_STEPS), conditions.steps, named("steps"))
    start_controls(conditions.surface, conditions.start, language, named)
    noise_controls(conditions.noise, conditions.seed, language, named)


def noise_controls(noise: float, seed: int, language: Language, named: Naming) -> None:
    """How much noise there is, and which."""
    log_slider(
        _NOISE[language],
        NOISES,
        noise,
        named("noise"),
        fine=False,
        first=NOISE_SPAN[0],
        hint=_NOISE_HINT[language],
    )
    if noise:
        seed_control(seed, language, named)


def seed_control(seed: int, language: Language, named: Naming) -> None:
    """Which random numbers, and a button for other ones."""
    number, other = st.columns(2, vertical_alignment="bottom")
    name = named("seed")
    with number:
        whole_box(_SEED[language], (0, MOST_SEED), seed, name)
    with other:
        following = (seed + 1) % (MOST_SEED + 1)
        st.button(_RESEED[language], key="reseed", on_click=lambda: name.write(following), width="stretch")


def rate_step(rate: float) -> float:
    """A tenth of the rate's leading digit: 0.1 for 3, 0.001 for 0.05."""
    return float(10.0 ** (floor(log10(rate)) - 1))
