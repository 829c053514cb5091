"""What an answer keeps alive is found wherever it is, counted once, and made read-only."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cache import bytes_of, sealed
from parameters import Array

MEGABYTE = 1_000_000


def array() -> Array:
    return np.zeros(MEGABYTE // 8)


class Pair(NamedTuple):
    first: Any
    second: Any


@dataclass(frozen=True)
class Record:
    inside: Any


@dataclass(frozen=True, slots=True)
class Slotted:
    inside: Any


def closure(inside: Any) -> Callable[[], Any]:
    return lambda: inside


def with_default(inside: Any) -> Callable[[], Any]:
    def function(given: Any = inside) -> Any:
        return given

    return function


WRAPPINGS: dict[str, Callable[[Any], Any]] = {
    "itself": lambda inside: inside,
    "list": lambda inside: [inside],
    "tuple": lambda inside: (1, (inside,)),
    "named tuple": lambda inside: Pair(1, inside),
    "dict": lambda inside: {"key": inside},
    "dataclass": Record,
    "slots": Slotted,
    "object": lambda inside: SimpleNamespace(inside=inside),
    "closure": closure,
    "default": with_default,
    "partial": lambda inside: partial(print, inside),
    "view": lambda inside: inside[:1],
    "view of a view": lambda inside: inside.reshape(2, -1)[:, 1:].T,
    "broadcast": lambda inside: np.broadcast_to(inside[:1], (1000, 1)),
    "array of objects": lambda inside: np.array([inside, None], dtype=object),
}


@pytest.mark.parametrize("wrap", WRAPPINGS.values(), ids=WRAPPINGS)
def test_an_array_is_found_in_whatever_holds_it(wrap: Callable[[Any], Any]) -> None:
    inside = array()
    wrapped = wrap(inside)
    assert MEGABYTE <= bytes_of(wrapped) < MEGABYTE + 10_000
    assert sealed(wrapped) is wrapped
    assert not inside.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        inside[0] = 1


def test_what_is_there_twice_counts_once() -> None:
    inside = array()
    assert bytes_of([inside, inside[1:], {"again": inside}], inside) < 1.01 * MEGABYTE
    assert bytes_of([array(), array()]) > 2 * MEGABYTE


def test_circles_end() -> None:
    circle: list[Any] = [array()]
    circle.append(circle)
    assert MEGABYTE <= bytes_of(circle) < 1.01 * MEGABYTE


def test_what_is_there_anyway_does_not_count() -> None:
    assert bytes_of(np, int, np.sin, np.dtype(float), None, True) == 0
    assert bytes_of(test_circles_end) < 10_000, "of a function what is its own, not its module"


LEAVES = st.integers(0, 10_000).map(np.zeros) | st.text() | st.binary()
NESTED = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner)
)


@given(NESTED)
def test_every_part_counts_once_however_it_is_nested(thing: Any) -> None:
    parts: dict[int, Any] = {}

    def gather(part: Any) -> None:
        parts[id(part)] = part
        if isinstance(part, list | tuple):
            for each in part:
                gather(each)
        if isinstance(part, dict):
            for key, each in part.items():
                gather(key)
                gather(each)

    gather(thing)
    assert bytes_of(thing) == sum(sys.getsizeof(part) for part in parts.values())
    assert bytes_of(thing, [thing]) == bytes_of(thing) + sys.getsizeof([thing])
