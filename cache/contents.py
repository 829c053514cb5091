"""Everything that an answer keeps alive: how many bytes it takes, and its arrays made read-only."""

import gc
import sys
from collections.abc import Iterable, Iterator
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import TypeVar

import numpy as np

Answer = TypeVar("Answer")

SHARED = (type, ModuleType, BuiltinFunctionType, np.ufunc, np.dtype, type(None), bool)
"""What is there anyway, whatever refers to it."""


def bytes_of(*roots: object) -> int:
    """An estimate of the memory that these keep alive together, each part once.

    Of an array that is a view all of the memory counts that it looks at a part of. What stands in a module is not
    told from an answer's own, so it counts, too, if only an answer refers to it.
    """
    return sum(sys.getsizeof(part, 0) for part in _kept_alive_by(roots))


def sealed(answer: Answer) -> Answer:
    """The same answer; nobody can write into its arrays any more, nor into those that they are views of."""
    for part in _kept_alive_by((answer,)):
        if isinstance(part, np.ndarray):
            part.setflags(write=False)
    return answer


def _kept_alive_by(roots: Iterable[object]) -> Iterator[object]:
    """All of it, each part once."""
    seen: dict[int, object] = {}  # holds what it has seen, so that no number is given twice
    waiting = list(roots)
    while waiting:
        part = waiting.pop()
        if id(part) not in seen and not isinstance(part, SHARED):
            seen[id(part)] = part
            yield part
            waiting += _held_by(part)


def _held_by(part: object) -> Iterable[object]:
    """What it refers to itself."""
    # first what Python's garbage collector does not know, because no circle can lead through it
    if isinstance(part, np.ndarray):
        return (part.base, *(part.flat if part.dtype.hasobject else ()))
    if isinstance(part, dict):
        return (*part.keys(), *part.values())
    if isinstance(part, CodeType):
        return part.co_code, part.co_consts, part.co_names, part.co_varnames, part.co_linetable
    if isinstance(part, FunctionType):  # what is global to it is everybody's
        return part.__code__, part.__closure__, part.__defaults__, part.__kwdefaults__
    return gc.get_referents(part)
