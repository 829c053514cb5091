"""The tape: a rule or a slope, written down once by letting it compute with letters.

A rule is a formula over arrays, and NumPy takes longer to get ready for a small operation than to do it.
So a long run first calls `gradient` and `update` once, with terms in place of numbers. A term is a number
that is not known yet: whatever is done with it becomes a line on the tape, b0 = r · v, b1 = n · g and so
on. `replay` then runs these lines, and every formula still stands in one place only.

Who asks more of a term is refused, and the plain loop runs that race: whether it is positive, which shape
it has, a function that this file does not name. Nor is a tape simply believed. Every term carries an
example of what it stands for, and in the end the examples have to equal, to the bit, a plain call's result.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from parameters import Array
from simulation.lanes import Lane
from simulation.protocols import Landscape

OPERATIONS = {
    *("add", "subtract", "multiply", "divide", "negative", "absolute", "sign"),
    *("square", "sqrt", "exp", "sin", "cos"),
}
OF_NUMBERS = {"add", "subtract", "multiply", "divide", "negative", "power"}
"""What may be done with numbers that depend on nothing but the time; Python does it, in the plain loop too."""
EXAMPLES, EXAMPLE_TIME = 32, 3
FEW = 7
"""Up to this many coordinates; NumPy adds up eight numbers or more in an order of its own."""


class Refused(Exception):  # noqa: N818 — nothing is wrong; the plain loop takes over
    """This can't be written down."""


class Term(NDArrayOperatorsMixin):
    """A letter: Python's operators and NumPy's functions all come to `__array_ufunc__`."""

    def __init__(self, tape: "Tape", name: str, example: Any, *, wide: bool) -> None:
        self.tape, self.name, self.example = tape, name, example
        self.wide = wide
        """Stands for an array; otherwise for a single number, as t does."""

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *operands: Any, **options: Any) -> "Term":
        if method != "__call__" or options or ufunc.__name__ not in OPERATIONS:
            raise Refused(ufunc.__name__)
        return self.tape.write(ufunc.__name__, *operands)

    def __pow__(self, exponent: Any) -> "Term":
        if not (self.wide and isinstance(exponent, int | float) and exponent == 2):
            raise Refused("a power other than the square, which NumPy takes as x · x")
        return self.tape.write("square", self)

    def __rpow__(self, base: Any) -> "Term":
        if self.wide or type(base) is not float or base < 0:  # NumPy's own numbers do not have Python's power
            raise Refused("a power other than that of a number by the time")
        return self.tape.write("power", base, self)

    def __bool__(self) -> bool:
        raise Refused("a choice")

    def __array__(self, *_: Any, **__: Any) -> Any:
        raise Refused("an array")

    def __getattr__(self, name: str) -> Any:
        """NumPy asks each element of an array of terms for its sqrt, exp, …"""
        if name not in OPERATIONS:
            raise AttributeError(name)
        return partial(self.tape.write, name, self)


class Line(NamedTuple):
    """result = operation(operands)"""

    result: Term
    operation: str
    operands: tuple[Term, ...]


class Tape:
    """Lines in the order in which they were computed; `letter` begins the names of what they compute."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self.lines: list[Line] = []
        self.constants: list[Term] = []

    def write(self, operation: str, *operands: Any) -> Term:
        """Add a line and give its result."""
        wide = any(each.wide if isinstance(each, Term) else isinstance(each, np.ndarray) for each in operands)
        if not wide and operation not in OF_NUMBERS:
            raise Refused(operation)
        terms = tuple(each if isinstance(each, Term) else self._constant(each, wide) for each in operands)
        examples = [term.example for term in terms]
        example = pow(*examples) if operation == "power" else getattr(np, operation)(*examples)
        result = Term(self, f"{self.letter}{len(self.lines)}", example, wide=wide)
        self.lines.append(Line(result, operation, terms))
        return result

    def _constant(self, value: Any, wide: bool) -> Term:
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = float(value)
        elif not (isinstance(value, np.ndarray) and value.dtype == np.float64):
            raise Refused(f"{value!r} is no number")
        self.constants.append(Term(self, f"{self.letter}c{len(self.constants)}", value, wide=wide))
        return self.constants[-1]

    def results(self, terms: Sequence[Term], inputs: Sequence[Term]) -> list[Term]:
        """The terms, each as the result of a line of its own: what is an input, or is there already, times 1."""
        own: list[Term] = []
        for term in terms:
            if not term.wide:
                raise Refused("a number in place of an array")
            own.append(1.0 * term if any(term is other for other in (*inputs, *own)) else term)
        return own


class Slope(NamedTuple):
    """∇f, computed from the terms x_0, x_1, …"""

    tape: Tape
    parts: list[Term]
    """One for each coordinate."""


class Update(NamedTuple):
    """A rule, computed from its gradient `g` and its memory."""

    tape: Tape
    g: Term
    step: Term
    memory: list[tuple[Term, Term, Array]]
    """Each array of it: the term before a step, the one after, and what it is at the start."""
    schedule: dict[str, list[Any]]
    """The learning rate of every step by the name of its term; empty where it is constant."""


def record_slope(surface: Landscape, dimensions: int) -> Slope:
    """Write down a landscape's gradient; raises whatever that raises if it can't be done."""
    if dimensions > FEW:
        raise Refused(f"{dimensions} coordinates")
    tape, points = Tape("a"), _examples((dimensions, EXAMPLES))
    terms = [Term(tape, f"x_{d}", row, wide=True) for d, row in enumerate(points)]
    p = np.empty((dimensions, 1), dtype=object)
    for d, term in enumerate(terms):
        p[d, 0] = term
    gradient: Any = surface.gradient(p)
    if np.shape(gradient) != p.shape or any(a is not b for a, b in zip(p[:, 0], terms, strict=True)):
        raise Refused("a gradient of another shape, or one that overwrites its points")
    parts = tape.results(gradient[:, 0], terms)
    _believe([part.example for part in parts], surface.gradient(points))
    return Slope(tape, parts)


def record_update(lane: Lane, x: Array, letter: str) -> Update:
    """Write down the rule of a lane that starts at `x` (D, B); raises whatever that raises if it can't be done."""
    tape, start = Tape(letter), lane.rule.init(x)
    if not all(leaf.shape == x.shape and leaf.dtype == np.float64 for leaf in start):
        raise Refused("a memory that is not shaped like the points")
    g: Any = Term(tape, letter + "g", _examples(x.shape), wide=True)
    old = [Term(tape, f"{letter}s{k}", g.example**2 / (k + 1), wide=True) for k in range(len(start))]
    t: Any = Term(tape, "t", EXAMPLE_TIME, wide=False)
    rate = lane.rates[-1]
    constant = all(each is rate for each in lane.rates)
    n: Any = rate if constant else Term(tape, letter + "n", rate, wide=False)
    schedule = {} if constant else {n.name: [_number(each) for each in lane.rates]}

    recorded: Any = lane.rule.update(g, start._make(old), t, n)
    step, new = recorded[0], tape.results(recorded[1], [g, *old])
    plain, state = lane.rule.update(g.example, start._make([term.example for term in old]), EXAMPLE_TIME, rate)
    _believe([step.example, *(term.example for term in new)], [plain, *state])
    return Update(tape, g, step, list(zip(old, new, start, strict=True)), schedule)


def _number(rate: Any) -> float:
    if not isinstance(rate, int | float):
        raise Refused("a schedule of arrays")
    return float(rate)


def _examples(shape: tuple[int, ...]) -> Array:
    """Numbers between −3 and 3 with nothing special about them."""
    return 3 * np.sin(np.arange(1.0, 1.0 + np.prod(shape))).reshape(shape)


def _believe(recorded: Sequence[Array], plain: Sequence[Array] | Array) -> None:
    if not all(np.array_equal(a, b, equal_nan=True) for a, b in zip(recorded, plain, strict=True)):
        raise Refused("the plain call gives something else")
