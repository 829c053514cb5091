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

from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from surfaces.base import Surface

FUNCTIONS = {"sqrt", "exp", "expm1", "log", "log1p", "sin", "cos", "tan", "sinh", "cosh", "tanh", "square", "absolute"}
"""Called the same in NumPy and in PyTorch."""
OPERATORS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/", "power": "**"}
LETTERS = "abcdghklmnqrstuvw"
"""Names for what is needed more than once; x and y are taken, and e means something else."""
SHORT = 4
"""What is spelled with so few signs is repeated rather than named."""
LONGEST = 2000
"""Signs of all lines together; nobody reads more."""
LINES = 400
"""Operations, before spelling: a guard against a surface that would never end."""

_SUM, _PRODUCT, _POWER, _ATOM = range(4)
_BINDING = {"+": _SUM, "-": _SUM, "*": _PRODUCT, "/": _PRODUCT, "**": _POWER}


class Written(NamedTuple):
    """f(x, y) in PyTorch: first these names are given, then this is the height."""

    names: tuple[tuple[str, str], ...]
    height: str


class _Refused(Exception):  # noqa: N818 — nothing is wrong; this surface is not written
    """This can't be spelled."""


class _Letter(NDArrayOperatorsMixin):
    """x, y, or what an operation made of them; `example` is what it would be for some points."""

    def __init__(self, operation: str, operands: tuple[Any, ...], example: Any, size: int = 1) -> None:
        self.operation, self.operands, self.example, self.size = operation, operands, example, size

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *operands: Any, **options: Any) -> "_Letter":
        name = ufunc.__name__
        if method != "__call__" or options or name not in {*OPERATORS, *FUNCTIONS, "negative"}:
            raise _Refused(name)
        parts = tuple(each if isinstance(each, _Letter) else _number(each) for each in operands)
        size = 1 + sum(each.size for each in parts if isinstance(each, _Letter))
        if size > LINES:
            raise _Refused("too long")
        examples = [each.example if isinstance(each, _Letter) else each for each in parts]
        return _Letter(name, parts, ufunc(*examples), size)

    def __bool__(self) -> bool:
        raise _Refused("a choice")

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise _Refused("an array")

    def __getattr__(self, name: str) -> Any:
        """NumPy asks each element of an array of letters for its sqrt, exp, …"""
        if name not in FUNCTIONS:
            raise AttributeError(name)
        return partial(getattr(np, name), self)


def written(surface: Surface) -> Written | None:
    """The height in PyTorch, or None where the surface's `value` can't be written down.

    A trace is not simply believed: carried out on examples it has to give what `value` gives for them.
    """
    points = 2 * np.sin(np.arange(1.0, 17.0)).reshape(2, 8)
    p = np.empty(2, dtype=object)
    p[0], p[1] = (_Letter(name, (), row) for name, row in zip("xy", points, strict=True))
    try:
        with np.errstate(all="ignore"):
            height: Any = surface.value(p)
            same = np.allclose(height.example, surface.value(points), rtol=1e-12, atol=0, equal_nan=True)
        return _Speller(height).written() if same else None
    except Exception:  # noqa: BLE001 — whatever a surface raises on letters, it is not one that can be written
        return None


def _number(value: Any) -> float:
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float | np.integer | np.floating)
        or not np.isfinite(value)
    ):
        raise _Refused(f"{value!r} is no number")
    return float(value)


class _Speller:
    """Spells what was computed, and gives a name to what is long and needed more than once."""

    def __init__(self, height: _Letter) -> None:
        self._height = height
        self._needed: dict[int, int] = {}
        self._spelled: dict[int, tuple[str, int]] = {}
        self._names: list[tuple[str, str]] = []
        self._letters = iter(LETTERS)
        self._count(height)

    def written(self) -> Written:
        height, _ = self._spell(self._height)
        if len(height) + sum(len(name) + len(text) for name, text in self._names) > LONGEST:
            raise _Refused("too long")
        return Written(tuple(self._names), height)

    def _count(self, letter: _Letter) -> None:
        known = self._needed.setdefault(id(letter), 0)
        self._needed[id(letter)] += 1
        if not known:
            for each in letter.operands:
                if isinstance(each, _Letter):
                    self._count(each)

    def _spell(self, part: "_Letter | float") -> tuple[str, int]:
        """The text of a part, and how strongly it holds together."""
        if not isinstance(part, _Letter):
            return _spell_number(part)
        if id(part) not in self._spelled:
            text, binding = self._spell_operation(part)
            if self._needed[id(part)] > 1 and len(text) > SHORT:
                self._names.append((next(self._letters), text))
                text, binding = self._names[-1][0], _ATOM
            self._spelled[id(part)] = text, binding
        return self._spelled[id(part)]

    def _spell_operation(self, letter: _Letter) -> tuple[str, int]:
        parts = [self._spell(each) for each in letter.operands]
        if not parts:
            return letter.operation, _ATOM
        if letter.operation == "square":
            return f"{_held(parts[0], _ATOM)}**2", _POWER
        if letter.operation == "negative":
            return f"-{_held(parts[0], _PRODUCT)}", _PRODUCT
        if letter.operation in FUNCTIONS:
            return f"torch.{letter.operation}({parts[0][0]})", _ATOM
        sign = OPERATORS[letter.operation]
        binding = _BINDING[sign]
        if sign == "**":
            return f"{_held(parts[0], _ATOM)}**{_held(parts[1], _ATOM)}", binding
        return f"{_held(parts[0], binding)} {sign} {_held(parts[1], binding + 1)}", binding


def _held(part: tuple[str, int], needed: int) -> str:
    """A part in brackets where it does not hold together strongly enough."""
    text, binding = part
    return text if binding >= needed else f"({text})"


def _spell_number(value: float) -> tuple[str, int]:
    """A number, as a multiple of π or as e where it is one."""
    if value == np.e:
        return "torch.e", _ATOM
    turns = round(value / np.pi)
    if 0 < abs(turns) <= 100 and turns * np.pi == value:
        return ("torch.pi", _ATOM) if turns == 1 else (f"{turns} * torch.pi", _PRODUCT)
    text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return text, _ATOM if value >= 0 else _PRODUCT
