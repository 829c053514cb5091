"""What a box for a number says of what was typed into it: that it cannot be taken, or that the usual value is back."""

from typing import NamedTuple

import streamlit as st

from address.address import NUMBER, WHOLE
from text import Text

_NOT_SHOWN = object()
"""Before what was typed is answered, nobody knows which value the box shows then."""

_REFUSED = Text(
    ko="{label}: {typed} 값은 쓸 수 없어 {value} 값을 유지합니다. {allowed}",
    en="{label}: {typed} cannot be used, so {value} stays. {allowed}",
)
_REFUSED_WHERE_EMPTY = Text(
    ko="{label}: {typed} 값은 쓸 수 없어 비워 두었습니다. {allowed}",
    en="{label}: {typed} cannot be used, so the box stays empty. {allowed}",
)
_EMPTIED = Text(
    ko="{label}: 입력한 수가 없어 기본값({value})으로 되돌렸습니다.",
    en="{label}: no number was typed, so it is back at its default ({value}).",
)


class _Typed(NamedTuple):
    """What was typed last, and the value that the box has shown since."""

    number: float | None
    since: object = _NOT_SHOWN


def note_typed(widget: str, number: float | None) -> None:
    """The viewer has typed a number into the box, or emptied it."""
    st.session_state[_noted(widget)] = _Typed(number)


def forget_typed(widget: str) -> None:
    """The box is a new one, into which nothing has been typed."""
    st.session_state.pop(_noted(widget), None)


def is_allowed(number: float, span: tuple[float, float], *, whole: bool) -> bool:
    """Whether the box takes this number."""
    return span[0] <= number <= span[1] and (not whole or number.is_integer())


def told_at_box(widget: str, label: str, span: tuple[float, float], value: float | None, *, whole: bool) -> Text | None:
    """What is said at the box, which shows `value`; with the next value it is gone."""
    typed: _Typed | None = st.session_state.get(_noted(widget))
    if typed is None:
        return None
    said = _said(label, typed.number, span, value, whole=whole)
    if said is None or typed.since not in (_NOT_SHOWN, value):
        del st.session_state[_noted(widget)]
        return None
    st.session_state[_noted(widget)] = typed._replace(since=value)
    return said


def _said(
    label: str, typed: float | None, span: tuple[float, float], value: float | None, *, whole: bool
) -> Text | None:
    """In words; None where all is as it was typed."""
    if typed is None:
        return None if value is None else _EMPTIED.format(label=label, value=_written(value))
    if is_allowed(typed, span, whole=whole):
        return None
    low, high = map(_written, span)
    allowed = (WHOLE if whole else NUMBER).format(low=low, high=high)
    if value is None:
        return _REFUSED_WHERE_EMPTY.format(label=label, typed=_written(typed), allowed=allowed)
    return _REFUSED.format(label=label, typed=_written(typed), value=_written(value), allowed=allowed)


def _written(number: float) -> str:
    return f"{number:.10g}"


def _noted(widget: str) -> str:
    """Where the session keeps it."""
    return f"{widget}!"
