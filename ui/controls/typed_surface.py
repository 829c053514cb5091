"""The controls of a surface that a viewer writes: its formula, examples, and the range of the picture."""

from collections.abc import Callable, Collection
from unicodedata import east_asian_width

import streamlit as st

from address.typed_surface import AXES, EXAMPLES, FARTHEST, NARROWEST, TEXT, found_in, own_values
from formulas import ALLOWED, TypedSurface, WrongFormula, spelled
from text import Language, Text
from ui.address_bar import write
from ui.controls.widgets import Name, number_box

BEFORE, SHOWN = 18, 30
"""Of a long formula so many signs are shown around what is wrong, so many of them before it."""

_LABEL = "f(x, y) ="
_HELP = Text(
    ko="{allowed} `log`는 자연로그입니다. `x^2`, `x²`, `2x`, `xy`, `|x|`처럼 써도 됩니다.",
    en="{allowed} `log` is the natural logarithm. `x^2`, `x²`, `2x`, `xy` and `|x|` are understood, too.",
).format(allowed=ALLOWED)
_EXAMPLES = Text(ko="예제", en="Examples")
_RANGE = Text(ko="그림의 범위", en="Plot range")
_FROM = Text(ko="{axis} 시작", en="{axis} from")
_TO = Text(ko="{axis} 끝", en="{axis} to")
_KEPT = Text(
    ko="그림은 아직 이전 수식을 보여 줍니다.",
    en="The plot still shows the previous formula.",
)


def own_controls(
    surface: TypedSurface, language: Language, named: Callable[[str], Name], of_the_old_one: Collection[str]
) -> None:
    """The formula, examples and the picture's range. With a new one the names `of_the_old_one` are forgotten."""
    name = named(TEXT)
    name = name._replace(forget={*name.forget, *of_the_old_one})
    _formula_box(surface, language, name)
    _examples(surface, language, name)
    _range(surface, language, named)


def _formula_box(surface: TypedSurface, language: Language, name: Name) -> None:
    """What is typed comes into the address written out, and stands typeset under the box; what is wrong stays in the
    box, with what is wrong under it.
    """
    text = surface.text
    widget = f"text:{name.key}"
    typed = st.session_state.get(widget)
    if typed is None or (typed.strip() != text and found_in(typed) is None):
        st.session_state[widget] = text

    def change() -> None:
        now = st.session_state[widget]
        if found_in(now) is None:
            name.write(spelled(now.strip()).text)

    now = st.text_input(_LABEL, st.session_state[widget], key=widget, help=_HELP[language], on_change=change)
    found = found_in(now)
    if found is None:
        st.markdown(f"$f(x, y) = {surface.formula}$")
    else:
        st.error(f"{found.said[language]} {_KEPT[language]}")
        st.code(pointed_at(found), language=None)


def _examples(surface: TypedSurface, language: Language, name: Name) -> None:
    """Whole surfaces to begin with; the one that is shown is lit."""
    widget = "examples"
    shown = [key for key, each in EXAMPLES.items() if (each.text, each.domain) == (surface.text, surface.domain)]
    st.session_state[widget] = shown[0] if shown else None

    def change() -> None:
        example = EXAMPLES.get(st.session_state[widget])
        if example is not None:
            st.session_state[f"text:{name.key}"] = example.text
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
                    name._replace(forget={*name.forget, "x", "y"}),
                    language,
                    step=(high - low) / 10,
                    told_in=below,
                )


def pointed_at(found: WrongFormula) -> str:
    """The formula around what is wrong, and under it a line with a caret."""
    begin = max(0, found.column - BEFORE) if len(found.text) > SHOWN else 0
    shown = found.text[begin : begin + SHOWN]
    line = "".join(sign if sign.isprintable() else "·" for sign in shown)
    line = "…" * (begin > 0) + line + "…" * (begin + SHOWN < len(found.text))
    before = line[: (begin > 0) + found.column - begin]
    return f"{line}\n{''.join(_blank(sign) for sign in before)}^"


def _blank(sign: str) -> str:
    """A space as wide as the sign."""
    return "\u3000" if east_asian_width(sign) in "WF" else " "
