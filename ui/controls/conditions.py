"""Controls that every race has, whichever optimizers race: the learning rate, the steps, the start, the noise."""

from math import floor, log10
from typing import Any

import numpy as np
import streamlit as st

from address.fairness import RATE_SPAN, SLIDER_SPAN, Conditions
from address.race import MOST_SEED, MOST_STEPS, NOISE_SPAN, setting_key
from optimizers import Optimizer
from parameters import parameters
from text import LANGUAGES, Language, Text
from ui.controls.labels import SEED
from ui.controls.surface import Naming, start_controls
from ui.controls.widgets import choice_slider, log_slider, number_box, parameter_control, slider, whole_box
from ui.folded import folded

_RATE = Text(ko="학습률 n (공통)", en="Learning rate n (for all)")
_EXACT = Text(ko="학습률을 숫자로 입력", en="Type the learning rate")
_NOISE = Text(ko="기울기 잡음 σ", en="Gradient noise σ")
_SHARE = Text(ko="{noise} (출발점 기울기의 {share})", en="{noise} ({share} of the gradient at the start)")
_NOISE_HINT = Text(
    ko=(
        "스텝마다 기울기의 각 성분에 표준편차가 σ인 정규분포 난수를 더합니다. 데이터의 일부로 구한 기울기의 흔들림을 "
        "어디서나 같은 크기로 단순하게 나타낸 모형입니다. 모든 기법이 같은 난수를 받습니다."
    ),
    en=(
        "At every step a normal random number of standard deviation σ is added to each component of the gradient: a "
        "simple model, equally large everywhere, of a gradient from a part of the data. All optimizers get the same "
        "numbers."
    ),
)
_RESEED = Text(ko="새 시드", en="New seed")
_STEPS = Text(ko="스텝 수", en="Steps")
_START_AND_NOISE = Text(ko="출발점과 잡음", en="Start and noise")
CONDITIONS = "conditions"
"""Whether they are open, in the session."""

SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Besides none, the slider shows noise of these shares of the gradient at the start."""
PRESSED = 0.02
"""That of the button."""
NOISES = (0.01, 0.1, 1.0, 10.0)
"""Where there is no gradient, these amounts."""


def rate_control(rate: float, language: Language, named: Naming, *, label: Text = _RATE) -> None:
    """A learning rate, as a slider and as a number."""
    along, exact = st.columns([5, 3], vertical_alignment="bottom")
    below = st.container()
    with along:
        log_slider(label[language], SLIDER_SPAN, rate, named("rate").of_this_surface())
    with exact:
        number_box(
            _EXACT[language],
            RATE_SPAN,
            rate,
            named("rate").of_this_surface(),
            language,
            step=rate_step(rate),
            hidden_label=True,
            told_in=below,
        )


def rule_controls(rule: Optimizer[Any], language: Language, named: Naming, *, prominent: bool) -> None:
    """One optimizer's hyperparameters: those that stand among the first controls, or the others."""
    for parameter in parameters(rule):
        if parameter.prominent == prominent:
            name = named(setting_key(rule.key, parameter))
            value = getattr(rule, parameter.key)
            parameter_control(parameter, value, name, language, of=rule.name if prominent else None)


def conditions_controls(conditions: Conditions, language: Language, named: Naming) -> None:
    """For how long; and folded, for it can be done on the map: from where, and in what noise."""
    slider(_STEPS[language], (1, MOST_STEPS), conditions.steps, named("steps").of_this_surface())

    def start_and_noise() -> None:
        start_controls(conditions.surface, conditions.start, language, named)
        noise_controls(conditions, language, named)

    folded(_START_AND_NOISE[language], CONDITIONS, start_and_noise)


def noise_controls(conditions: Conditions, language: Language, named: Naming) -> None:
    """How much noise there is, and which."""
    choice_slider(
        _NOISE[language],
        noise_amounts(conditions),
        conditions.noise,
        named("noise").of_this_surface(),
        lambda noise: noise_words(noise, conditions)[language],
        hint=_NOISE_HINT[language],
    )
    if conditions.noise:
        seed_control(conditions.seed, language, named)


def noise_amounts(conditions: Conditions) -> list[float]:
    """What the slider offers, in two digits: none, shares of the gradient at the start, and what is chosen."""
    gradient = _gradient(conditions)
    amounts = [share * gradient for share in SHARES] if gradient else NOISES
    offered = (float(f"{min(each, NOISE_SPAN[1]):.2g}") for each in amounts)
    return sorted({NOISE_SPAN[0], conditions.noise, *offered})


def one_press(conditions: Conditions) -> float:
    """How much noise there is when it is switched on by a button: one of the amounts that the slider offers."""
    amounts = noise_amounts(conditions._replace(noise=0.0))
    return amounts[1 + SHARES.index(PRESSED)] if _gradient(conditions) else amounts[1]


def noise_words(noise: float, conditions: Conditions) -> Text:
    """σ, and how large it is beside the gradient at the start."""
    gradient = _gradient(conditions)
    if not (noise and gradient):
        return Text(*[f"{noise:.6g}"] * len(LANGUAGES))
    return _SHARE.format(
        noise=f"{noise:.6g}", share=f"{noise / gradient:.2%}" if noise < 0.005 * gradient else f"{noise / gradient:.0%}"
    )


def _gradient(conditions: Conditions) -> float:
    """|∇f| at the start; 0 where it is no number to measure by."""
    with np.errstate(all="ignore"):
        length = float(np.hypot(*conditions.surface.gradient(np.array(conditions.start))))
    return length if np.isfinite(length) else 0.0


def seed_control(seed: int, language: Language, named: Naming) -> None:
    """Which random numbers, and a button for other ones."""
    number, other = st.columns(2, vertical_alignment="bottom")
    below = st.container()
    name = named("seed")
    with number:
        whole_box(SEED[language], (0, MOST_SEED), seed, name, language, told_in=below)
    with other:
        following = (seed + 1) % (MOST_SEED + 1)
        st.button(_RESEED[language], key="reseed", on_click=lambda: name.write(following), width="stretch")


def rate_step(rate: float) -> float:
    """A tenth of the rate's leading digit: 0.1 for 3, 0.001 for 0.05."""
    return float(10.0 ** (floor(log10(rate)) - 1))
