"""A surface's height as a line of code, written by letting `value` compute with letters.

The formula stands in one place, the surface's `value`. Given x and y as letters instead of numbers, it hands
back everything that was done with them, and that is spelled out in the functions of PyTorch:

    class ravine     return x**2 / 20 + y**2
    Lévy             a = (x - 1) / 4
                     b = (y - 1) / 4
                     return torch.sin(torch.pi * a)**2 + …

What is needed more than once gets a letter of its own. A surface that asks more of a letter than arithmetic
(a comparison, a function that PyTorch calls something else) is not written: `written` gives None.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from surfaces.base import Surface
from tracing import UNWRITABLE, Refused, Tape, Term

FUNCTIONS = {"sqrt", "exp", "expm1", "log", "log1p", "sin", "cos", "tan", "sinh", "cosh", "tanh", "square", "absolute"}
"""Called the same in NumPy and in PyTorch."""
OPERATORS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "power": "**"}
LETTERS = "abcdghklmnqrstuvw"
"""Names for what is needed more than once; x and y are taken, and e means something else."""
SHORT = 4
"""What is spelled with so few signs is repeated rather than named."""
LONGEST = 2000
"""Signs of all lines together; nobody reads more."""

_SUM, _PRODUCT, _POWER, _ATOM = range(4)
_BINDING = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "**": _POWER}


class Written(NamedTuple):
    """f(x, y) in PyTorch: first these names are given, then this is the height."""

    names: tuple[tuple[str, str], ...]
    height: str


def written(surface: Surface) -> Written | None:
    """The height in PyTorch, or None where the surface's `value` can't be written down.

    A trace is not simply believed: carried out on examples it has to give what `value` gives for them.
    """
    points = 2 * np.sin(np.arange(1.0, 17.0)).reshape(2, 8)
    tape = Tape("", {*OPERATORS, *FUNCTIONS, "negative"})
    p = np.empty(2, dtype=object)
    p[0], p[1] = (Term(tape, name, row) for name, row in zip("xy", points, strict=True))
    try:
        with np.errstate(all="ignore"):
            height: Any = surface.value(p)
            same = np.allclose(height.example, surface.value(points), rtol=1e-12, atol=0, equal_nan=True)
        return _spelled(tape, height) if same else None
    except UNWRITABLE:
        return None


_Part = tuple[str, int]
"""A text, and how strongly it holds together."""


def _spelled(tape: Tape, height: Term) -> Written:
    """The lines that the height needs, with names for what is long and needed more than once."""
    needed = Counter([height.name])
    for line in reversed(tape.lines):
        if line.result.name in needed:
            needed.update(term.name for term in line.operands)
    parts: dict[str, _Part] = {"x": ("x", _ATOM), "y": ("y", _ATOM)}
    parts |= {each.name: _spell_number(each.example) for each in tape.constants if each.name in needed}
    names: list[tuple[str, str]] = []
    for line in (line for line in tape.lines if line.result.name in needed):
        text, binding = _spell_operation(line.operation, [parts[term.name] for term in line.operands])
        if needed[line.result.name] > 1 and len(text) > SHORT:
            names.append((LETTERS[len(names)], text))
            text, binding = names[-1][0], _ATOM
        parts[line.result.name] = text, binding
    text, _ = parts[height.name]
    if len(text) + sum(len(name) + len(each) for name, each in names) > LONGEST:
        raise Refused("too long")
    return Written(tuple(names), text)


def _spell_operation(operation: str, parts: Sequence[_Part]) -> _Part:
    if operation == "square":
        return f"{_held(parts[0], _ATOM)}**2", _POWER
    if operation == "negative":
        return f"-{_held(parts[0], _PRODUCT)}", _PRODUCT
    if operation in FUNCTIONS:
        return f"torch.{operation}({parts[0][0]})", _ATOM
    sign = OPERATORS[operation]
    binding = _BINDING[sign]
    if sign == "**":
        return f"{_held(parts[0], _ATOM)}**{_held(parts[1], _ATOM)}", binding
    return f"{_held(parts[0], binding)} {sign} {_held(parts[1], binding + 1)}", binding


def _held(part: _Part, needed: int) -> str:
    """A part in brackets where it does not hold together strongly enough."""
    text, binding = part
    return text if binding >= needed else f"({text})"


def _spell_number(value: Any) -> _Part:
    """A number, as a multiple of π or as e where it is one."""
    if np.ndim(value) or not np.isfinite(value):
        raise Refused(f"{value!r} is no number")
    if value == np.e:
        return "torch.e", _ATOM
    turns = round(value / np.pi)
    if 0 < abs(turns) <= 100 and turns * np.pi == value:
        return ("torch.pi", _ATOM) if turns == 1 else (f"{turns} * torch.pi", _PRODUCT)
    text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return text, _ATOM if value >= 0 else _PRODUCT
