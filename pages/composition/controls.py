"""The controls beside the three graphs: both functions typed, or a pair to begin with."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from address.typed_surface import found_in
from formulas.one_variable import OneVariable
from pages.composition.choice import EXAMPLES, INNER, OUTER, CompositionChoice
from text import Language, Text
from ui.address_bar import write
from ui.controls.formula_box import box_of, formula_box
from ui.controls.widgets import Name

_PAIRS = Text(ko="예제", en="Examples")


def composition_controls(choice: CompositionChoice, language: Language, forget: Iterable[str]) -> None:
    """Everything that can be chosen; each change goes into the address."""
    boxes = {name: Name(name, forget) for name in (INNER, OUTER)}
    for name, function, called in ((INNER, choice.inner, "f(x)"), (OUTER, choice.outer, "g(y)")):
        wrong = partial(found_in, meant=partial(OneVariable, letter=function.letter))
        formula_box(called, function.text, function.formula, wrong, language=language, name=boxes[name])
    _examples(choice, language, boxes)


def _examples(choice: CompositionChoice, language: Language, boxes: dict[str, Name]) -> None:
    """Pairs to begin with; the one that is shown is lit."""
    widget = "pairs"
    pairs = {f"{inner} → {outer}": (inner, outer) for inner, outer in EXAMPLES}
    shown = f"{choice.inner.text} → {choice.outer.text}"
    st.session_state[widget] = shown if shown in pairs else None

    def change() -> None:
        chosen = st.session_state[widget]
        if chosen in pairs:
            values = dict(zip(boxes, pairs[chosen], strict=True))
            for name, text in values.items():
                st.session_state[box_of(boxes[name])] = text
            write(values, boxes[INNER].forget)

    st.pills(_PAIRS[language], tuple(pairs), default=st.session_state[widget], key=widget, on_change=change)
