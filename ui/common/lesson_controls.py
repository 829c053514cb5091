"""The controls of a training: its optimizers and their learning rates, its data and its network."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from address.fairness import FAIRNESS_NAMES
from address.race import BEYOND, LECTURE
from networks import ACTIVATIONS, DATASETS, INITIALISATIONS
from optimizers import OPTIMIZERS
from text import Language, Text
from ui.common.lesson_choice import (
    ALL_DATA,
    LAYERS_SPAN,
    NOISE_SPAN,
    SAMPLES_SPAN,
    SCHEMES,
    STEPS_SPAN,
    TERMS,
    WIDTH_SPAN,
    LessonChoice,
)
from ui.common.lesson_words import TERMS_MEANINGS
from ui.controls.conditions import rule_controls, seed_control
from ui.controls.own_settings import SETTINGS
from ui.controls.surface import Naming
from ui.controls.widgets import chips, chooser, show, slider
from ui.folded import folded

_OPTIMIZERS = Text(ko="최적화 기법", en="Optimizers")
_BEYOND = Text(ko="강의 밖의 기법", en="Beyond the lecture")
_TERMS = Text(ko="학습률 맞추기", en="Learning rates")
_DATA = Text(ko="데이터", en="Data")
_NETWORK = Text(ko="신경망", en="Network")
_ALL_OF_DATA = Text(ko="데이터 설정", en="Data settings")
_SETTINGS = Text(ko="기법별 설정", en="Per-optimizer settings")
NETWORK, DATA = "network", "data_settings"
"""Whether they are open, in the session."""
_SAMPLES = Text(ko="데이터 개수", en="Samples")
_NOISE = Text(ko="데이터의 잡음 σ", en="Noise in the data σ")
_LAYERS = Text(ko="은닉층 수", en="Hidden layers")
_WIDTH = Text(ko="은닉층마다 뉴런 수", en="Neurons per hidden layer")
_ACTIVATION = Text(ko="활성화 함수", en="Activation function")
_SCHEME = Text(ko="가중치 초기화", en="Weight initialization")
_SUITED = Text(ko="활성화 함수에 맞춰", en="matched to the activation")
_STEPS = Text(ko="스텝 수", en="Steps")
_BATCH = Text(ko="배치 크기", en="Batch size")
_ALL = Text(ko="전부", en="all")
BATCHES = (1, 2, 4, 8, 16, 32, 64, 128)
"""The sizes of batches that the slider shows, besides all data and what the address says."""


def data_control(choice: LessonChoice, datasets: Sequence[str], language: Language, named: Naming) -> None:
    """What is learned."""
    chooser(_DATA[language], datasets, choice.data, named("data"), lambda key: DATASETS[key].name[language])


def optimizers_control(choice: LessonChoice, language: Language, named: Naming) -> None:
    """Who learns it."""
    chips(
        {_OPTIMIZERS[language]: LECTURE, _BEYOND[language]: BEYOND},
        tuple(OPTIMIZERS),
        choice.chosen,
        named("optimizers"),
        lambda key: OPTIMIZERS[key].name,
    )


def terms_control(choice: LessonChoice, language: Language, named: Naming) -> None:
    """One learning rate for all, or each its own best."""
    chooser(
        _TERMS[language],
        TERMS,
        choice.terms,
        named("rates"),
        lambda key: FAIRNESS_NAMES[key][language],
        hint=TERMS_MEANINGS[choice.terms][language],
    )


def steps_controls(choice: LessonChoice, language: Language, named: Naming) -> None:
    """How many steps, and of how many samples."""
    slider(_STEPS[language], STEPS_SPAN, choice.steps, named("steps"))
    _batch_control(choice, language, named)


def folded_controls(choice: LessonChoice, language: Language, named: Naming) -> None:
    """The network, more of the data, and the optimizers' own settings: made only while they are open."""
    folded(_NETWORK[language], NETWORK, partial(_network_controls, choice, language, named))
    folded(_ALL_OF_DATA[language], DATA, partial(_data_controls, choice, language, named))
    folded(_SETTINGS[language], SETTINGS, partial(_settings, choice, language, named))


def _data_controls(choice: LessonChoice, language: Language, named: Naming) -> None:
    """How many there are, how noisy, and which."""
    slider(_SAMPLES[language], SAMPLES_SPAN, choice.samples, named("samples"))
    slider(_NOISE[language], NOISE_SPAN, choice.noise, named("noise"))
    seed_control(choice.seed, language, named)


def _settings(choice: LessonChoice, language: Language, named: Naming) -> None:
    """Of the rules that race, the first ones of all before the others."""
    for prominent in (True, False):
        for key in choice.chosen:
            rule_controls(choice.rules[key], language, named, prominent=prominent)


def _network_controls(choice: LessonChoice, language: Language, named: Naming) -> None:
    """What the network is made of, and how it begins."""
    chooser(
        _ACTIVATION[language],
        tuple(ACTIVATIONS),
        choice.activation,
        named("activation"),
        lambda key: ACTIVATIONS[key].name[language],
    )
    slider(_LAYERS[language], LAYERS_SPAN, choice.layers, named("layers"))
    slider(_WIDTH[language], WIDTH_SPAN, choice.width, named("width"))
    chooser(_SCHEME[language], SCHEMES, choice.scheme, named("init"), lambda key: scheme_name(key)[language])


def scheme_name(scheme: str) -> Text:
    """How the weights begin, in words."""
    return INITIALISATIONS[scheme].name if scheme in INITIALISATIONS else _SUITED


def _batch_control(choice: LessonChoice, language: Language, named: Naming) -> None:
    """How many samples a step sees: powers of two, or all."""
    name = named("batch")
    size = min(choice.batch, choice.samples) % choice.samples
    shown = show(f"slider:{name.key}", size)
    st.select_slider(
        _BATCH[language],
        [*sorted({size, *(each for each in BATCHES if each < choice.samples)} - {ALL_DATA}), ALL_DATA],
        value=size,
        format_func=lambda size: str(size or _ALL[language]),
        key=shown.key,
        on_change=shown.on_change(name.write),
    )
