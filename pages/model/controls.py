"""The controls of a model: a slider for each parameter, one step of the rule, and who takes it."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from address.race import MOST_SEED
from networks import CURVES, LETTERS
from optimizers import OPTIMIZERS
from pages.model.choice import MOST_STEPS, SHOWS, SPAN, STEP, ModelChoice
from pages.model.compute import after_one_step
from text import Language, Text
from ui.address_bar import write
from ui.controls.conditions import rate_control, rule_controls
from ui.controls.labels import OPTIMIZER, RATE
from ui.controls.surface import Naming
from ui.controls.widgets import Name, chooser, slider, whole_box

_SHOW = Text(ko="보기", en="Show")
_SHOWS = {
    "steps": Text(ko="한 스텝씩 업데이트", en="Update step by step"),
    "differences": Text(ko="수치 미분: 4 + 1번 계산", en="Numerical: 4 + 1 evaluations"),
}
_MODEL = Text(ko="모델", en="Model")
_STEP = Text(ko="한 스텝", en="One step")
_BACK = Text(ko="초기값으로", en="Reset")
_BEYOND = Text(
    ko="한 스텝 뒤의 값이 슬라이더 밖입니다. 학습률을 줄여 보세요.",
    en="One step would leave the sliders' range. Lower the learning rate.",
)
_STEPS = Text(ko="스텝 수", en="Steps")
_SEED = Text(ko="데이터의 시드", en="Seed of the data")


def model_controls(choice: ModelChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    chooser(_SHOW[language], SHOWS, choice.show, named("show"), lambda key: _SHOWS[key][language])
    name = named("model")
    chooser(
        _MODEL[language],
        tuple(CURVES),
        choice.curve.key,
        name._replace(forget={*name.forget, *LETTERS, "rate"}),
        lambda key: CURVES[key].name[language],
    )
    if choice.show == "differences":
        for letter, value in zip(LETTERS, choice.theta, strict=True):
            slider(letter, SPAN, value, named(letter), step=STEP)
        whole_box(_SEED[language], (0, MOST_SEED), choice.seed, named("seed"), language)
        return
    _step_buttons(choice, language, tuple(forget))
    rate_control(choice.rate, language, named, label=RATE)
    chooser(OPTIMIZER[language], tuple(OPTIMIZERS), choice.rule.key, named("optimizer"), lambda k: OPTIMIZERS[k].name)
    _rest(choice, language, named)


def take_step(choice: ModelChoice, forget: tuple[str, ...]) -> None:
    """Write into the address where one step leads, unless that is beyond the sliders."""
    following = after_one_step(choice)
    if following is not None:
        write(dict(zip(LETTERS, following, strict=True)), forget)


def _step_buttons(choice: ModelChoice, language: Language, forget: tuple[str, ...]) -> None:
    """One step writes the new a, b, c and d into the address, and the sliders follow."""
    following = after_one_step(choice)
    step, back = st.columns(2)
    with step:
        st.button(
            f"{_STEP[language]} (N)",
            key="one_step",
            disabled=following is None,
            on_click=lambda: take_step(choice, forget),
            width="stretch",
        )
    with back:
        st.button(
            _BACK[language],
            key="back",
            disabled=choice.theta == choice.curve.start,
            on_click=lambda: write({}, (*forget, *LETTERS)),
            width="stretch",
        )
    if following is None:
        st.caption(_BEYOND[language])


def _rest(choice: ModelChoice, language: Language, named: Naming) -> None:
    """The rule's own settings, for how long, and on which data."""
    for prominent in (True, False):
        rule_controls(choice.rule, language, named, prominent=prominent)
    slider(_STEPS[language], (1, MOST_STEPS), choice.steps, named("steps"))
    whole_box(_SEED[language], (0, MOST_SEED), choice.seed, named("seed"), language)
