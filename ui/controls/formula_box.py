"""A box for a formula: what is typed comes into the address written out and stands typeset under the box."""

from collections.abc import Callable
from unicodedata import east_asian_width

import streamlit as st

from formulas import ALLOWED, WrongFormula, spelled
from text import Language, Text
from ui.controls.widgets import Name

BEFORE, SHOWN = 18, 30
"""Of a long formula so many signs are shown around what is wrong, so many of them before it."""

_HELP = Text(
    ko="{allowed} `log`는 자연로그입니다. `x^2`, `x²`, `2x`, `xy`, `|x|`처럼 써도 됩니다.",
    en="{allowed} `log` is the natural logarithm. `x^2`, `x²`, `2x`, `xy` and `|x|` are understood, too.",
).format(allowed=ALLOWED)
_KEPT = Text(
    ko="그림은 아직 이전 수식을 보여 줍니다.",
    en="The plot still shows the previous formula.",
)


def formula_box(
    called: str,
    text: str,
    formula: str,
    found_in: Callable[[str], WrongFormula | None],
    *,
    language: Language,
    name: Name,
) -> None:
    """What is wrong stays in the box, with what is wrong under it.

    called    what the formula is of, as `f(x, y)`
    formula   the text in LaTeX
    found_in  what is wrong with a text
    """
    widget = box_of(name)
    typed = st.session_state.get(widget)
    if typed is None or (typed.strip() != text and found_in(typed) is None):
        st.session_state[widget] = text

    def change() -> None:
        now = st.session_state[widget]
        if found_in(now) is None:
            name.write(spelled(now.strip()).text)

    now = st.text_input(f"{called} =", st.session_state[widget], key=widget, help=_HELP[language], on_change=change)
    found = found_in(now)
    if found is None:
        st.markdown(f"${called} = {formula}$")
    else:
        st.error(f"{found.said[language]} {_KEPT[language]}")
        st.code(pointed_at(found), language=None)


def box_of(name: Name) -> str:
    """The key of the box whose formula stands there in the address."""
    return f"text:{name.key}"


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
