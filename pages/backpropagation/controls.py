"""The controls of the chapter on backpropagation, beside its graph."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from networks import ACTIVATIONS, MOST_LAYERS
from pages.backpropagation.choice import (
    CHANGE_SPAN,
    EVERY_NAME,
    FEWEST_LAYERS,
    NO_PATH,
    SPAN,
    STRUCTURES,
    GraphChoice,
)
from pages.backpropagation.letters import letter
from text import Language, Text
from ui.controls.conditions import rate_control
from ui.controls.labels import RATE
from ui.controls.surface import Naming
from ui.controls.widgets import Name, chooser, slider

_STRUCTURE = Text(ko="신경망", en="Network")
_LAYERS = Text(ko="층 수 N", en="Layers N")
_ACTIVATION = Text(ko="활성화 함수 f", en="Activation function f")
_PATH = Text(ko="경로를 표시할 가중치", en="Highlight the path of")
_NO_PATH = Text(ko="없음", en="none")
_CHANGE = Text(ko="바꿔 볼 가중치", en="Change one weight")
_BY = Text(ko="{name}의 변화 Δ{name}", en="Change Δ{name}")


def graph_controls(choice: GraphChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    other = Name(
        "structure", {*forget, *EVERY_NAME, "layers", "path", "change", "step"}
    )  # another network, other letters
    chooser(
        _STRUCTURE[language], tuple(STRUCTURES), choice.structure, other, lambda key: STRUCTURES[key].name[language]
    )
    if choice.structure == "chain":
        layers = Name("layers", {*forget, "path", "change", "step"})
        slider(_LAYERS[language], (FEWEST_LAYERS, MOST_LAYERS), choice.layers, layers)
    chooser(
        _ACTIVATION[language],
        tuple(ACTIVATIONS),
        choice.activation,
        named("activation"),
        lambda key: ACTIVATIONS[key].name[language],
    )
    _weight_controls(choice, language, named)
    shown = {node.key for node in choice.graph.nodes}
    columns = st.columns(2)
    for number, key in enumerate(key for key in choice.given if key in shown):
        with columns[number % 2]:
            slider(letter(key), SPAN, choice.given[key], named(key))
    rate_control(choice.rate, language, named, label=RATE)


def _weight_controls(choice: GraphChoice, language: Language, named: Naming) -> None:
    """The weight that is changed, by how much, and the one whose path is lit."""

    def name_of(key: str) -> str:
        return _NO_PATH[language] if key == NO_PATH else letter(key)

    weights = (NO_PATH, *choice.graph.weights)
    name = named("change")
    chooser(_CHANGE[language], weights, choice.change, name._replace(forget={*name.forget, "path", "step"}), name_of)
    if choice.change != NO_PATH:
        slider(_BY.format(name=letter(choice.change))[language], CHANGE_SPAN, choice.by, named("by"))
    chooser(_PATH[language], weights, choice.path, named("path"), name_of)
