"""The controls beside the hidden layers; the layer is a dial on the grid."""

from collections.abc import Iterable
from functools import partial

from address.fairness import SLIDER_SPAN
from pages.representations.choice import LAST_SPAN, USUAL, RepresentationChoice
from text import Language, Text
from ui.common.lesson_controls import (
    data_control,
    folded_controls,
    optimizers_control,
    steps_controls,
    terms_control,
)
from ui.controls.widgets import Name, log_slider, slider

_RATE = Text(ko="학습률 n (공통)", en="Learning rate n (for all)")
_LAST = Text(ko="마지막 은닉층의 뉴런 수", en="Neurons in the last hidden layer")


def representation_controls(choice: RepresentationChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    data_control(choice, USUAL.datasets, language, named)
    optimizers_control(choice, language, named)
    terms_control(choice, language, named)
    if choice.terms == "common":
        log_slider(_RATE[language], SLIDER_SPAN, choice.rate, named("rate"))
    if choice.layers:
        slider(_LAST[language], LAST_SPAN, choice.last, named("last"))
    steps_controls(choice, language, named)
    folded_controls(choice, language, named)
