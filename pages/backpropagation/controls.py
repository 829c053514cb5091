"""The controls of the chapter on backpropagation, beside its graph."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from networks import ACTIVATIONS, MOST_LAYERS
from pages.backpropagation.choice import (
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
from ui.controls.widgets import Name, chooser, slider

_STRUCTURE = Text(ko="신경망", en="Network")
_LAYERS = Text(ko="층 수 N", en="Layers N")
_ACTIVATION = Text(ko="활성화 함수 f", en="Activation function f")
_PATH = Text(ko="경로를 표시할 가중치", en="Highlight the path of")
_NO_PATH = Text(ko="없음", en="none")
_RATE = Text(ko="학습률 n", en="Learning rate n")


def graph_controls(choice: GraphChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    other = Name("structure", {*forget, *EVERY_NAME, "layers", "path", "step"})  # another network, other letters
    chooser(
        _STRUCTURE[language], tuple(STRUCTURES), choice.structure, other, lambda key: STRUCTURES[key].name[language]
    )
    if choice.structure == "chain":
        layers = Name("layers", {*forget, "path", "step"})
        slider(_LAYERS[language], (FEWEST_LAYERS, MOST_LAYERS), choice.layers, layers)
    chooser(
        _ACTIVATION[language],
        tuple(ACTIVATIONS),
        choice.activation,
        named("activation"),
        lambda key: ACTIVATIONS[key].name[language],
    )
    weights = choice.graph.weights
    chooser(
        _PATH[language],
        (NO_PATH, *weights),
        choice.path,
        named("path"),
        lambda key: _NO_PATH[language] if key == NO_PATH else letter(key),
    )
    shown = {node.key for node in choice.graph.nodes}
    columns = st.columns(2)
    for number, key in enumerate(key for key in choice.given if key in shown):
        with columns[number % 2]:
            slider(letter(key), SPAN, choice.given[key], named(key))
    rate_control(choice.rate, language, named, label=_RATE)
