"""Widgets that show a value of the address and write a new one back to it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from numerals import round_numbers
from parameters import Parameter
from text import Language
from ui.address_bar import said_surface, write
from ui.controls.told_at_box import forget_typed, is_allowed, note_typed, told_at_box

_LINEAR_STEP = 0.001
_NOTHING = object()
"""What a widget shows that is not there yet."""

Option = TypeVar("Option", bound=str)


class Shown(NamedTuple):
    """A widget that shows what the address says."""

    widget: str
    key: str

    @property
    def value(self) -> Any:
        """What it is set to."""
        return st.session_state[self.key]

    def on_change(self, listener: Callable[[Any], None]) -> Callable[[], None]:
        """Its callback: the listener hears what it is set to, unless another widget has taken its place (`show`)."""

        def hear() -> None:
            if _told(self.widget).key(self.widget) == self.key:
                listener(self.value)

        return hear


class _Told(NamedTuple):
    """What the page has last let a widget show, and how often something else than the widget has changed that."""

    changes: int
    value: object

    def key(self, widget: str) -> str:
        return f"{widget}~{self.changes}" if self.changes else widget


Span = tuple[float, float]
"""The lowest and the highest value."""


class Name(NamedTuple):
    """Where a control's value stands in the address."""

    key: str
    forget: Iterable[str] = ()
    """Names that leave the address with the next change, because what they say cannot be used (any more)."""
    of: str | None = None
    """The surface that the value is of, as the address said it (`said_surface`); None where it is of every one."""

    def write(self, value: str | float | None) -> None:
        """Put the value into the address; None takes the name out of it. What is of another surface is ignored."""
        if self.of in (None, said_surface()):
            write({self.key: value}, self.forget)

    def of_this_surface(self) -> "Name":
        """The same, whose value means something on the surface of today alone."""
        return self._replace(of=said_surface())


def log_grid(span: Span, *, fine: bool, also: float) -> list[float]:
    """Round numbers over the decades of `span`, and `also` itself."""
    return sorted({also, *round_numbers(*span, fine=fine)})


def log_slider(label: str, span: Span, value: float, name: Name, *, fine: bool = True) -> None:
    """A slider over the decades of `span`."""
    numbers = log_grid(span, fine=fine, also=value)
    choice_slider(label, numbers, value, name, lambda number: f"{number:.6g}")


def choice_slider(
    label: str,
    numbers: Sequence[float],
    value: float,
    name: Name,
    title: Callable[[float], str],
    *,
    hint: str | None = None,
) -> None:
    """A slider over numbers that are given; the value is one of them."""
    shown = show(f"slider:{name.key}", value)
    st.select_slider(
        label,
        numbers,
        value=value,
        format_func=title,
        key=shown.key,
        help=hint,
        on_change=shown.on_change(name.write),
    )


def slider(
    label: str, span: Span, value: float, name: Name, *, step: float | None = None, hint: str | None = None
) -> None:
    """A slider with even steps; whole numbers where `value` is one."""
    shown = show(f"slider:{name.key}", value)
    kind = type(value)
    st.slider(
        label,
        kind(span[0]),
        kind(span[1]),
        kind(value),
        step=step or (1 if kind is int else _LINEAR_STEP),
        format="%d" if kind is int else "%.4g" if step else "%.3f",
        key=shown.key,
        help=hint,
        on_change=shown.on_change(name.write),
    )


def range_slider(label: str, span: Span, value: Span, names: tuple[Name, Name], *, step: float, least: float) -> None:
    """Two ends of a range, which can't come nearer to each other than `least`."""
    begin, end = names
    shown = show(f"range:{begin.key}", value)

    def change(ends: Span) -> None:
        low, high = ends
        high = max(high, min(low + least, span[1]))
        write({begin.key: min(low, high - least), end.key: high}, begin.forget)

    st.slider(label, *span, value, step=step, format="%.4g", key=shown.key, on_change=shown.on_change(change))


def number_box(
    label: str,
    span: Span,
    value: float | None,
    name: Name,
    language: Language,
    *,
    step: float,
    placeholder: str | None = None,
    hidden_label: bool = False,
    widget: str | None = None,
    told_in: DeltaGenerator | None = None,
    whole: bool = False,
) -> None:
    """A box to type a number into. Empty is no value of its own: the name leaves the address.

    `widget` names it where the place in the address does not say which box it is; what is told of a number that it
    cannot take stands below it, or in `told_in`. Streamlit is not told the span: it would say in English only, and
    only to a mouse, what is wrong.
    """
    shown = show(f"box:{widget or name.key}", value if value is None else float(value))

    def change(typed: float | None) -> None:
        note_typed(shown.widget, typed)
        if typed is None or is_allowed(typed, span, whole=whole):
            name.write(typed)

    st.number_input(
        label,
        value=None,
        step=step,
        format="%.10g",
        key=shown.key,
        placeholder=placeholder,
        label_visibility="collapsed" if hidden_label else "visible",
        on_change=shown.on_change(change),
    )
    said = told_at_box(shown.widget, label, span, value, whole=whole)
    if said is not None:
        (told_in or st).warning(said[language])


def whole_box(
    label: str,
    span: tuple[int, int],
    value: int,
    name: Name,
    language: Language,
    *,
    told_in: DeltaGenerator | None = None,
) -> None:
    """A box to type a whole number into."""
    number_box(label, span, value, name, language, step=1.0, told_in=told_in, whole=True)


def parameter_control(
    parameter: Parameter, value: float, name: Name, language: Language, *, of: str | None = None
) -> None:
    """The control of a parameter of a rule or a surface; `of` names its owner where that is not plain to see."""
    label = " · ".join(each for each in (of, f"{parameter.label[language]} {parameter.symbol}") if each)
    span = (parameter.low, parameter.high)
    if parameter.logarithmic:
        log_slider(label, span, value, name, fine=parameter.low >= 1)
    else:
        slider(label, span, value, name, hint=parameter.meaning[language])


def chooser(
    label: str,
    options: Sequence[Option],
    value: Option,
    name: Name,
    title: Callable[[Option], str],
    *,
    hint: str | None = None,
) -> None:
    """A list to choose one thing from."""
    shown = show(f"choice:{name.key}", value)
    st.selectbox(
        label,
        options,
        options.index(value),
        format_func=title,
        key=shown.key,
        help=hint,
        on_change=shown.on_change(name.write),
    )


def chips(
    rows: Mapping[str, Sequence[str]],
    options: Sequence[str],
    value: Sequence[str],
    name: Name,
    title: Callable[[str], str],
) -> None:
    """Things to switch on and off, in rows by their labels; the last one that is on stays on.

    All rows write the one name, in the order of `options`.
    """
    shown = {
        label: show(f"chips:{name.key}:{row}" if row else f"chips:{name.key}", [each for each in held if each in value])
        for row, (label, held) in enumerate(rows.items())
    }

    def change(_row: object) -> None:
        on = [each for row in shown.values() for each in row.value or ()]
        name.write(",".join([each for each in options if each in on] or value))

    for label, row in shown.items():
        st.pills(
            label,
            rows[label],
            selection_mode="multi",
            default=[each for each in rows[label] if each in value],
            format_func=title,
            key=row.key,
            on_change=row.on_change(change),
        )


def show(widget: str, value: object) -> Shown:
    """Let a widget show `value`, which is what the address says.

    A value that came from elsewhere, as from the stage, makes the widget another one, with another key: with every
    change of one the browser sends all widgets, and those that it has not drawn yet as they were. Under the old key
    that would be taken for the viewer's wish, and undo what the viewer has just done. For the same reason the widget
    is given the value as its default, too: a browser says that from the widget's first moment on, and what is set in
    the session only when it has drawn it. A box for a number begins empty, for one that is emptied must be told.
    """
    told = _told(widget)
    if told.key(widget) not in st.session_state:
        told = told._replace(value=value)  # it is new, or on a page that is open again
        forget_typed(widget)
    moved_by_hand = st.session_state.get(told.key(widget), value) != told.value
    if value != told.value and not moved_by_hand:
        told = told._replace(changes=told.changes + 1)
    if st.session_state.get(told.key(widget), _NOTHING) != value:
        st.session_state[told.key(widget)] = value
    st.session_state[_noted(widget)] = told._replace(value=value)
    return Shown(widget, told.key(widget))


def _told(widget: str) -> _Told:
    told: _Told = st.session_state.get(_noted(widget), _Told(0, _NOTHING))
    return told


def _noted(widget: str) -> str:
    """Where the session keeps it."""
    return f"{widget}#"
