"""The surface that a viewer writes: read from the address, and the controls that write it there."""

from collections.abc import Callable, Collection
from typing import NamedTuple
from unicodedata import east_asian_width

import streamlit as st

from formulas import ALLOWED, USUAL_DOMAIN, TypedSurface, WrongFormula, read
from surfaces.base import Place
from text import Language, Text
from ui.address import Address, write
from ui.controls import Name, number_box

TEXT = "f"
AXES = {"x": ("x.from", "x.to"), "y": ("y.from", "y.to")}
OWN_NAMES = (TEXT, *(key for keys in AXES.values() for key in keys))
"""The names in the address."""
FARTHEST, NARROWEST = 1000.0, 0.01
"""The picture reaches to ±this, and each of its sides is at least so long."""
BEFORE, SHOWN = 18, 30
"""Of a long formula so many signs are shown around what is wrong, so many of them before it."""

TITLE = Text(ko="직접 쓰기 · f(x, y)", en="Your own f(x, y)")
_LABEL = "f(x, y) ="
_HELP = Text(
    ko="Python처럼 씁니다. {allowed} `log`는 자연로그입니다. 곱하기 `*`는 생략할 수 없습니다.",
    en="Write it as in Python. {allowed} `log` is the natural logarithm; the `*` of a product can't be left out.",
).format(allowed=ALLOWED)
_EXAMPLES = Text(ko="예제", en="Examples")
_RANGE = Text(ko="그림의 범위", en="Range of the picture")
_FROM = Text(ko="{axis} 부터", en="{axis} from")
_TO = Text(ko="{axis} 까지", en="{axis} to")
_AT = Text(ko="{column}번째 글자: {said}", en="Sign {column}: {said}")
_KEPT = Text(
    ko="그림은 아직 앞의 수식입니다.",
    en="The picture still shows the formula before.",
)


class Example(NamedTuple):
    """Something to begin with."""

    name: Text
    text: str
    domain: tuple[Place, Place] = USUAL_DOMAIN


EXAMPLES: dict[str, Example] = {
    "bumps": Example(Text(ko="울퉁불퉁한 그릇", en="Bumpy bowl"), "(x**2 + y**2)/10 + sin(x)*cos(y)"),
    "logistic": Example(
        Text(ko="로지스틱 회귀", en="Logistic regression"),
        "log(1 + exp(-x - y)) + log(1 + exp(x - 2*y)) + (x**2 + y**2)/20",
    ),
    "net": Example(
        Text(ko="가중치 둘인 신경망", en="Net of two weights"),
        "(tanh(x*y) - 0.5)**2 + (x**2 + y**2)/50",
        ((-3.0, 3.0), (-2.0, 2.0)),
    ),
    "kinks": Example(Text(ko="꺾인 골짜기", en="Kinked valley"), "abs(x) + 3*abs(y)", ((-5.0, 5.0), (-3.0, 3.0))),
}
FIRST = EXAMPLES["bumps"]
"""What stands there until something else is written."""


def read_own(address: Address) -> TypedSurface:
    """The surface that the address tells."""
    text = address.text(TEXT, wrong, FIRST.text).strip()
    x, y = (
        address.span(keys, -FARTHEST, FARTHEST, NARROWEST, usual)
        for keys, usual in zip(AXES.values(), USUAL_DOMAIN, strict=True)
    )
    return TypedSurface(text, (x, y))


def own_values(text: str, domain: tuple[Place, Place]) -> dict[str, str | float]:
    """What the address says of such a surface."""
    ends = {
        key: end for keys, span in zip(AXES.values(), domain, strict=True) for key, end in zip(keys, span, strict=True)
    }
    return {TEXT: text, **ends}


def wrong(text: str) -> Text | None:
    """What is wrong with a formula, and where; None where nothing is."""
    found = _found(text)
    return _AT.format(column=found.column + 1, said=found.said) if found else None


def pointed_at(found: WrongFormula) -> str:
    """The formula around what is wrong, and under it a line with a caret."""
    begin = max(0, found.column - BEFORE) if len(found.text) > SHOWN else 0
    shown = found.text[begin : begin + SHOWN]
    line = "".join(sign if sign.isprintable() else "·" for sign in shown)
    line = "…" * (begin > 0) + line + "…" * (begin + SHOWN < len(found.text))
    before = line[: (begin > 0) + found.column - begin]
    return f"{line}\n{''.join(_blank(sign) for sign in before)}^"


def own_controls(
    surface: TypedSurface, language: Language, named: Callable[[str], Name], of_the_old_one: Collection[str]
) -> None:
    """The formula, examples and the picture's range. With a new one the names `of_the_old_one` are forgotten."""
    name = named(TEXT)
    name = name._replace(forget={*name.forget, *of_the_old_one})
    _formula_box(surface.text, language, name)
    _examples(surface, language, name)
    _range(surface, language, named)


def _formula_box(text: str, language: Language, name: Name) -> None:
    """What is typed and wrong stays in the box, with what is wrong under it, and does not come into the address."""
    widget = f"text:{name.key}"
    typed = st.session_state.get(widget)
    if typed is None or (typed.strip() != text and _found(typed) is None):
        st.session_state[widget] = text

    def change() -> None:
        now = st.session_state[widget]
        if _found(now) is None:
            name.write(now.strip())

    now = st.text_input(_LABEL, key=widget, help=_HELP[language], on_change=change)
    found = _found(now)
    if found is not None:
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
        format_func=lambda key: EXAMPLES[key].name[language],
        key=widget,
        on_change=change,
    )


def _range(surface: TypedSurface, language: Language, named: Callable[[str], Name]) -> None:
    """The ends of both axes; neither can be typed beyond the other."""
    st.caption(_RANGE[language])
    for (axis, keys), (low, high) in zip(AXES.items(), surface.domain, strict=True):
        spans = ((-FARTHEST, high - NARROWEST), (low + NARROWEST, FARTHEST))
        for column, label, key, span, value in zip(st.columns(2), (_FROM, _TO), keys, spans, (low, high), strict=True):
            name = named(key)
            with column:
                number_box(
                    label.format(axis=axis)[language],
                    span,
                    value,
                    name._replace(forget={*name.forget, "x", "y"}),
                    step=(high - low) / 10,
                )


def _found(text: str) -> WrongFormula | None:
    """What is wrong with it."""
    try:
        read(text)
    except WrongFormula as found:
        return found
    return None


def _blank(sign: str) -> str:
    """A space as wide as the sign."""
    return "\u3000" if east_asian_width(sign) in "WF" else " "
