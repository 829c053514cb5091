"""The controls of a race, beside the stage."""

from collections.abc import Iterable
from functools import partial
from math import floor, log10

import streamlit as st

from optimizers import OPTIMIZERS
from parameters import parameters
from text import Language, Text
from ui.controls import (
    Name,
    chips,
    chooser,
    log_slider,
    number_box,
    parameter_control,
    slider,
    whole_box,
)
from ui.fairness import FAIRNESS, FAIRNESS_MEANINGS, FAIRNESS_NAMES, RATE_SPAN
from ui.race_choice import (
    BEYOND,
    LECTURE,
    MOST_SEED,
    MOST_STEPS,
    NOISE_SPAN,
    RaceChoice,
    rate_key,
    setting_key,
)
from ui.surface_choice import Naming, start_controls, surface_control

_OPTIMIZERS = Text(ko="최적화 기법", en="Optimizers")
_BEYOND = Text(ko="강의 밖의 기법", en="Beyond the lecture")
_RATE = Text(ko="학습률 n (공통)", en="Learning rate n (for all)")
_EXACT = Text(ko="학습률을 숫자로 입력", en="Type the learning rate")
_FAIRNESS = Text(ko="공정한 비교", en="A fair contest")
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
_SETTINGS = Text(ko="기법마다 따로 설정", en="Settings of each optimizer")
_OWN_RATE = Text(ko="학습률 n (이 기법만)", en="Learning rate n (its own)")
_COMMON = Text(ko="공통 {rate}", en="for all: {rate}")

SLIDER_SPAN = (1e-4, 10.0)
"""The slider shows the usual learning rates; the box beside it takes any that is allowed."""
NOISES = (0.01, 100.0)
"""Besides none, the slider shows these amounts of noise."""


def race_controls(choice: RaceChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen for a race; each change goes into the address."""
    named = partial(Name, forget=forget)
    # a new surface begins with its own rate and steps, too
    surface_control(choice.surface, language, named, {"rate", "steps", *map(rate_key, OPTIMIZERS)})
    chips(
        {_OPTIMIZERS[language]: LECTURE, _BEYOND[language]: BEYOND},
        tuple(OPTIMIZERS),
        choice.chosen,
        named("optimizers"),
        lambda key: OPTIMIZERS[key].name,
    )
    _rate_control(choice, language, named)
    _fairness_control(choice, language, named)
    for key in choice.chosen:
        _hyperparameters(choice, key, language, named, prominent=True)
    slider(_STEPS[language], (1, MOST_STEPS), choice.steps, named("steps"))
    start_controls(choice.surface, choice.start, language, named)
    _noise_controls(choice, language, named)
    _settings(choice, language, named)


def _rate_control(choice: RaceChoice, language: Language, named: Naming) -> None:
    """The common learning rate, as a slider and as a number."""
    along, exact = st.columns([5, 3], vertical_alignment="bottom")
    with along:
        log_slider(_RATE[language], SLIDER_SPAN, choice.rate, named("rate"), disabled=choice.fairness == "tuned")
    with exact:
        number_box(
            _EXACT[language],
            RATE_SPAN,
            choice.rate,
            named("rate"),
            step=rate_step(choice.rate),
            hidden_label=True,
            disabled=choice.fairness == "tuned",
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


def _noise_controls(choice: RaceChoice, language: Language, named: Naming) -> None:
    """How much noise there is, and which."""
    log_slider(
        _NOISE[language],
        NOISES,
        choice.noise,
        named("noise"),
        fine=False,
        first=NOISE_SPAN[0],
        hint=_NOISE_HINT[language],
    )
    if choice.noise:
        number, other = st.columns(2, vertical_alignment="bottom")
        seed = named("seed")
        with number:
            whole_box(_SEED[language], (0, MOST_SEED), choice.seed, seed)
        with other:
            following = (choice.seed + 1) % (MOST_SEED + 1)
            st.button(_RESEED[language], key="reseed", on_click=lambda: seed.write(following), width="stretch")


def _hyperparameters(choice: RaceChoice, key: str, language: Language, named: Naming, *, prominent: bool) -> None:
    """One optimizer's hyperparameters: those that stand among the first controls, or the others."""
    rule = choice.rules[key]
    for parameter in parameters(rule):
        if parameter.prominent == prominent:
            name = named(setting_key(key, parameter))
            value = getattr(rule, parameter.key)
            parameter_control(parameter, value, name, language, of=rule.name if prominent else None)


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
            _hyperparameters(choice, key, language, named, prominent=False)


def rate_step(rate: float) -> float:
    """A tenth of the rate's leading digit: 0.1 for 3, 0.001 for 0.05."""
    return float(10.0 ** (floor(log10(rate)) - 1))
