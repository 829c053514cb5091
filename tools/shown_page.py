"""What a Streamlit page shows, put together from the messages of its runs as a browser does it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

Place = tuple[int, ...]
"""Where an element stands: first 0 for the page and 1 for the sidebar, then its way through the blocks."""
Value = bool | float | str | Sequence[str] | Sequence[float]
"""What a widget can be set to."""

_WORDS = {
    "markdown": "body",
    "heading": "body",
    "html": "body",
    "text": "body",
    "code": "code_text",
    "alert": "body",
    "metric": "body",
    "exception": "message",
    "button": "label",
    "download_button": "label",
    "page_link": "label",
}
"""The field of an element that a person reads; widgets have labels besides."""


class Shown(NamedTuple):
    """What stands at one place, and which run put it there."""

    what: Element | Block
    run: str
    fragment: str


class _Kind(NamedTuple):
    """How a kind of widget says what it is set to."""

    field: str
    """Of a `WidgetState`."""
    given: Callable[[Any], Any]
    """The value that the script has set."""
    usual: Callable[[Any], Any]
    """The value it begins with; None for none."""


def _option(widget: Any) -> str | None:
    return widget.options[widget.default] if widget.HasField("default") else None


_KINDS: Mapping[str, _Kind] = {
    "slider": _Kind("double_array_value", lambda w: list(w.value), lambda w: list(w.default)),
    "select_slider": _Kind(
        "string_array_value", lambda w: list(w.raw_value), lambda w: [w.options[int(each)] for each in w.default]
    ),
    "number_input": _Kind(
        "double_value",
        lambda w: w.value if w.HasField("value") else None,
        lambda w: w.default if w.HasField("default") else None,
    ),
    "selectbox": _Kind("string_value", lambda w: w.raw_value, _option),
    "radio": _Kind("string_value", lambda w: w.raw_value, _option),
    "button_group": _Kind(
        "string_array_value", lambda w: list(w.raw_values), lambda w: [w.options[each].content for each in w.default]
    ),
    "checkbox": _Kind("bool_value", lambda w: w.value, lambda w: w.default),
    "text_input": _Kind(
        "string_value",
        lambda w: w.value if w.HasField("value") else None,
        lambda w: w.default if w.HasField("default") else None,
    ),
    "button": _Kind("trigger_value", lambda _: None, lambda _: None),
}

_LISTS = ("slider", "select_slider", "button_group")
"""Kinds of widgets that can hold several values and so always say a list."""


class ShownPage:
    """The elements of a page by their places, and what its widgets are set to."""

    def __init__(self) -> None:
        self._shown: dict[Place, Shown] = {}
        self._states: dict[str, Any] = {}
        self._run, self._fragments = "", frozenset[str]()

    def begin(self, run: str, fragments: Sequence[str]) -> None:
        """A run of the script begins, or of some of its fragments."""
        self._run, self._fragments = run, frozenset(fragments)

    def add(self, place: Place, delta: Delta) -> None:
        """Put an element or a block where it belongs."""
        if delta.HasField("add_block"):
            self._shown[place] = Shown(delta.add_block, self._run, delta.fragment_id)
        elif delta.HasField("new_element"):
            element = delta.new_element
            for within in [each for each in self._shown if each[: len(place)] == place]:
                del self._shown[within]
            self._shown[place] = Shown(element, self._run, delta.fragment_id)
            self._note_state(element)

    def end(self) -> None:
        """The run has ended well: what it did not show again is gone, and so is the state of a widget that is gone."""
        self._shown = {
            place: shown
            for place, shown in self._shown.items()
            if shown.run == self._run or (self._fragments and shown.fragment not in self._fragments)
        }
        left = {*self._folds(), *(_widget(element).id for element in self.elements() if _kind(element))}
        self._states = {key: state for key, state in self._states.items() if key in left}

    def elements(self) -> Iterator[Element]:
        """From top to bottom, the sidebar last."""
        for place in sorted(self._shown):
            what = self._shown[place].what
            if isinstance(what, Element):
                yield what

    def texts(self) -> list[str]:
        """What a person reads, from top to bottom; of a widget its label."""
        found = []
        for place in sorted(self._shown):
            what = self._shown[place].what
            if isinstance(what, Block):
                found.append(what.expandable.label or what.tab.label)
            else:
                kind = what.WhichOneof("type") or ""
                element = getattr(what, kind, None)
                found.append(getattr(element, _WORDS.get(kind, "label"), ""))
        return [each for each in found if each]

    def failures(self) -> list[str]:
        """What says that something went wrong: exceptions and red boxes."""
        found = []
        for element in self.elements():
            if element.HasField("exception"):
                found.append(f"{element.exception.type}: {element.exception.message}")
            elif element.HasField("alert") and element.alert.format == Alert.ERROR:
                found.append(element.alert.body)
        return found

    def block(self, key: str) -> bytes:
        """The data of the component mounted under `key`."""
        return self._component(key).bytes

    def header(self, key: str) -> dict[str, Any]:
        """The JSON at the head of that data: the length of it in four bytes, then the text (stage/message.py)."""
        block = self.block(key)
        return json.loads(block[4 : 4 + int.from_bytes(block[:4], "little")])

    def component_id(self, key: str) -> str:
        """The name under which the component mounted under `key` reports."""
        return self._component(key).id

    def fragment_of(self, widget: str) -> str:
        """The part of the page that runs when the widget or component of this id changes; empty for all of it."""
        for what, _, fragment in self._shown.values():
            own = what.expandable if isinstance(what, Block) else getattr(what, what.WhichOneof("type") or "", None)
            if getattr(own, "id", None) == widget:
                return fragment
        raise LookupError(f"no widget {widget!r} on the page")

    def unfold(self, key: str) -> str:
        """Open what is folded under this key; its id."""
        for fold in self._folds():
            if _key(fold) == key:
                self._states[fold] = ("bool_value", True)
                return fold
        raise LookupError(f"nothing is folded under {key!r}; there are {', '.join(map(_key, self._folds()))}")

    def _folds(self) -> list[str]:
        """The ids of what can be folded and tells so."""
        blocks = (shown.what for shown in self._shown.values() if isinstance(shown.what, Block))
        return [block.expandable.id for block in blocks if block.expandable.id]

    def components(self) -> list[str]:
        """The keys of the components on the page."""
        return [_key(element.bidi_component.id) for element in self.elements() if element.HasField("bidi_component")]

    def _component(self, key: str) -> Any:
        for element in self.elements():
            if element.HasField("bidi_component") and _key(element.bidi_component.id) == key:
                return element.bidi_component
        raise LookupError(f"no component {key!r} on the page; there are {', '.join(self.components()) or 'none'}")

    def widget(self, name: str) -> Any:
        """The widget with this key or label, or the first one whose label begins so."""
        widgets = [_widget(element) for element in self.elements() if _kind(element)]
        for fits in (
            lambda widget: name in (_key(widget.id), widget.label),
            lambda widget: widget.label.startswith(name),
        ):
            for widget in widgets:
                if fits(widget):
                    return widget
        raise LookupError(f"no widget {name!r} on the page; there are {', '.join(each.label for each in widgets)}")

    def value(self, name: str) -> Any:
        """What the widget with this key or label is set to."""
        return self._states.get(self.widget(name).id)

    def set(self, name: str, value: Value) -> None:
        """Set a widget as a hand does. A slider over a list takes the option itself or a number that it shows."""
        widget = self.widget(name)
        kind = next(kind for each in self.elements() if (kind := _kind(each)) and _widget(each).id == widget.id)
        state: Any = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else value
        if kind in _LISTS and not isinstance(state, list):
            state = [f"{state:.6g}" if kind == "select_slider" and not isinstance(state, str) else state]
        if kind == "select_slider" and (strange := [each for each in state if each not in widget.options]):
            raise ValueError(f"{widget.label} has no {strange[0]!r}; it has {', '.join(widget.options)}")
        self._states[widget.id] = (_KINDS[kind].field, state)

    def states(self) -> WidgetStates:
        """What all widgets are set to, as a browser sends it with every request for a run."""
        return WidgetStates(widgets=[state_of(key, field, value) for key, (field, value) in self._states.items()])

    def settings(self) -> dict[str, Any]:
        """What all widgets are set to, by their keys without the number of the widget (`ui.controls.widgets.show`)."""
        return {_key(widget).partition("~")[0]: state for widget, state in self._states.items()}

    def beginnings(self) -> dict[str, Any]:
        """What a browser says of each widget in the first moment in which it has drawn it; by keys as in `settings`."""
        kinds = [(_widget(element), _KINDS[kind]) for element in self.elements() if (kind := _kind(element))]
        return {
            _key(widget.id).partition("~")[0]: (kind.field, kind.usual(widget))
            for widget, kind in kinds
            if widget.id in self._states
        }

    def _note_state(self, element: Element) -> None:
        kind = _kind(element)
        if not kind:
            return
        widget, way = _widget(element), _KINDS[kind]
        if getattr(widget, "set_value", False):
            self._states[widget.id] = (way.field, way.given(widget))
        elif widget.id not in self._states and (usual := way.usual(widget)) is not None:
            self._states[widget.id] = (way.field, usual)


def state_of(key: str, field: str, value: Any) -> WidgetState:
    """One widget's state; None for one that is empty."""
    state = WidgetState(id=key)
    if isinstance(value, list | tuple):
        getattr(state, field).data.extend(value)
        getattr(state, field).SetInParent()
    elif value is not None:
        setattr(state, field, value)
    return state


def _kind(element: Element) -> str | None:
    kind = element.WhichOneof("type") or ""
    if kind == "slider" and element.slider.options:
        return "select_slider"
    return kind if kind in _KINDS else None


def _widget(element: Element) -> Any:
    return getattr(element, element.WhichOneof("type") or "")


def _key(element: str) -> str:
    """The key given to a widget, from Streamlit's name for it: $$ID-hash-key."""
    return element.split("-", 2)[-1]
