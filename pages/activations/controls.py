"""The controls beside the activation functions; dials and chips are on the grid."""

from collections.abc import Iterable
from functools import partial

from pages.activations.choice import (
    ADDED,
    CLASSES_SPAN,
    INPUT_SPAN,
    SHIFT_SPAN,
    SHOWS,
    ActivationsChoice,
    Added,
    Show,
    input_key,
)
from text import Language, Text
from ui.controls.widgets import Name, chooser, slider

_SHOW = Text(ko="보기", en="Show")
_SHOW_NAMES: dict[Show, Text] = {
    "curves": Text(ko="함수와 도함수", en="Functions and derivatives"),
    "softmax": Text(ko="소프트맥스", en="Softmax"),
    "pair": Text(ko="시그모이드 = softmax(x, 0)", en="Sigmoid = softmax(x, 0)"),
    "speed": Text(ko="계산 시간", en="Computing time"),
}
_CLASSES = Text(ko="클래스 수", en="Classes")
_INPUT = Text(ko="입력 z{number}", en="Input z{number}")
_SHIFT = Text(ko="더하는 상수 c", en="Constant c to add")
_ADDED = Text(ko="c를 더할 곳", en="Add c to")
_ADDED_NAMES: dict[Added, Text] = {
    "all": Text(ko="모든 입력", en="every input"),
    "first": Text(ko="z1에만", en="z1 only"),
}


def activations_controls(choice: ActivationsChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    named = partial(Name, forget=forget)
    chooser(_SHOW[language], SHOWS, choice.show, named("show"), lambda show: _SHOW_NAMES[show][language])
    if choice.show != "softmax":
        return
    slider(_SHIFT[language], SHIFT_SPAN, choice.shift, named("shift"))
    chooser(_ADDED[language], ADDED, choice.added, named("added"), lambda added: _ADDED_NAMES[added][language])
    slider(_CLASSES[language], CLASSES_SPAN, len(choice.inputs), named("classes"))
    for i, value in enumerate(choice.inputs):
        slider(_INPUT.format(number=i + 1)[language], INPUT_SPAN, value, named(input_key(i)))
