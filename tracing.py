"""Computing with letters: a formula in Python, written down by calling it with terms in place of numbers.

A term is a number that is not known yet: whatever is done with it becomes a line on its tape, b0 = r · v, b1 = n · g
and so on. Code that asks more of a term is refused: whether it is positive, which shape it has, an operation that the
tape does not know. Every term carries an example of what it stands for, by which a tape can be checked.
"""

from collections.abc import Set
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin


class Refused(Exception):  # noqa: N818 — nothing is wrong; it is only not written down
    """This can't be written down."""


UNWRITABLE = (Refused, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What code made for numbers raises where it can't compute with terms."""


class Term(NDArrayOperatorsMixin):
    """A letter: Python's operators and NumPy's functions all come to `__array_ufunc__`."""

    def __init__(self, tape: "Tape", name: str, example: Any, *, wide: bool = True) -> None:
        self.tape, self.name, self.example = tape, name, example
        self.wide = wide
        """Stands for an array; otherwise for a single number, as t does."""

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *operands: Any, **options: Any) -> "Term":
        if method != "__call__" or options or ufunc.__name__ not in self.tape.operations:
            raise Refused(ufunc.__name__)
        return self.tape.write(ufunc.__name__, *operands)

    def __pow__(self, exponent: Any) -> "Term":
        return self.tape.power(self, exponent)

    def __rpow__(self, base: Any) -> "Term":
        return self.tape.power(base, self)

    def __bool__(self) -> bool:
        raise Refused("a choice")

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise Refused("an array")

    def __getattr__(self, name: str) -> Any:
        """NumPy asks each element of an array of terms for its sqrt, exp, …"""
        if name == "tape" or name not in self.tape.operations:
            raise AttributeError(name)
        return partial(self.tape.write, name, self)


class Line(NamedTuple):
    """result = operation(operands)"""

    result: Term
    operation: str
    operands: tuple[Term, ...]


class Tape:
    """Lines in the order in which they were computed; `letter` begins the names of what they compute."""

    def __init__(self, letter: str, operations: Set[str]) -> None:
        self.letter, self.operations = letter, operations
        self.lines: list[Line] = []
        self.constants: list[Term] = []

    def write(self, operation: str, *operands: Any) -> Term:
        """Add a line and give its result."""
        wide = any(each.wide if isinstance(each, Term) else isinstance(each, np.ndarray) for each in operands)
        terms = tuple(each if isinstance(each, Term) else self._constant(each, wide) for each in operands)
        examples = [term.example for term in terms]
        example = pow(*examples) if operation == "power" else getattr(np, operation)(*examples)
        result = Term(self, f"{self.letter}{len(self.lines)}", example, wide=wide)
        self.lines.append(Line(result, operation, terms))
        return result

    def power(self, base: Any, exponent: Any) -> Term:
        """Add the line of Python's `base ** exponent`."""
        return self.write("power", base, exponent)

    def _constant(self, value: Any, wide: bool) -> Term:
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = float(value)
        elif not (isinstance(value, np.ndarray) and value.dtype == np.float64):
            raise Refused(f"{value!r} is no number")
        self.constants.append(Term(self, f"{self.letter}c{len(self.constants)}", value, wide=wide))
        return self.constants[-1]
