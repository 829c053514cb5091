"""The controls of a surface that a viewer writes: its formula, examples, and the range of the picture."""

from collections.abc import Callable, Collection

import streamlit as st

from address.probe import ON_SURFACE
from address.typed_surface import AXES, EXAMPLES, FARTHEST, NARROWEST, TEXT, found_in, own_values
from formulas import TypedSurface
from text import Language, Text
from ui.address_bar import write
from ui.controls.formula_box import box_of, formula_box
from ui.controls.widgets import Name, number_box

_EXAMPLES = Text(ko="예제", en="Examples")
_RANGE = Text(ko="그림의 범위", en="Plot range")
_FROM = Text(ko="{axis} 시작", en="{axis} from")
_TO = Text(ko="{axis} 끝", en="{axis} to")


def own_controls(
    surface: TypedSurface, language: Language, named: Callable[[str], Name], of_the_old_one: Collection[str]
) -> None:
    """The formula, examples and the picture's range. With a new one the names `of_the_old_one` are forgotten."""
    name = named(TEXT)
    name = name._replace(forget={*name.forget, *of_the_old_one})
    formula_box("f(x, y)", surface.text, surface.formula, found_in, language=language, name=name)
    _examples(surface, language, name)
    _range(surface, language, named)


def _examples(surface: TypedSurface, language: Language, name: Name) -> None:
    """Whole surfaces to begin with; the one that is shown is lit."""
    widget = "examples"
    shown = [key for key, each in EXAMPLES.items() if (each.text, each.domain) == (surface.text, surface.domain)]
    st.session_state[widget] = shown[0] if shown else None

    def change() -> None:
        example = EXAMPLES.get(st.session_state[widget])
        if example is not None:
            st.session_state[box_of(name)] = example.text
            write(own_values(example.text, example.domain), name.forget)

    st.pills(
        _EXAMPLES[language],
        tuple(EXAMPLES),
        default=st.session_state[widget],
        format_func=lambda key: EXAMPLES[key].name[language],
        key=widget,
        on_change=change,
    )


def _range(surface: TypedSurface, language: Language, named: Callable[[str], Name]) -> None:
    """The ends of both axes; neither can be typed beyond the other."""
    st.caption(_RANGE[language])
    for (axis, keys), (low, high) in zip(AXES.items(), surface.domain, strict=True):
        spans = ((-FARTHEST, high - NARROWEST), (low + NARROWEST, FARTHEST))
        columns, below = st.columns(2), st.container()
        for column, label, key, span, value in zip(columns, (_FROM, _TO), keys, spans, (low, high), strict=True):
            name = named(key)
            with column:
                number_box(
                    label.format(axis=axis)[language],
                    span,
                    value,
                    name._replace(forget={*name.forget, *ON_SURFACE}),
                    language,
                    step=(high - low) / 10,
                    told_in=below,
                )
