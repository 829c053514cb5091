"""The tape: a rule or a slope, written down once by letting it compute with letters.

A rule is a formula over arrays, and NumPy takes longer to get ready for a small operation than to do it.
So a long run first calls `gradient` and `update` once, with terms in place of numbers (see `tracing`).
`replay` then runs the lines of the tape, and every formula still stands in one place only.

What can't be written down is run by the plain loop. Nor is a tape simply believed: in the end the examples
have to equal, to the bit, a plain call's result.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from parameters import Array
from simulation.lanes import Lane
from simulation.protocols import Landscape
from tracing import Refused, Tape, Term

OPERATIONS = {
    *("add", "subtract", "multiply", "divide", "negative", "absolute", "sign"),
    *("square", "sqrt", "exp", "sin", "cos"),
}
OF_NUMBERS = {"add", "subtract", "multiply", "divide", "negative", "power"}
"""What may be done with numbers that depend on nothing but the time; Python does it, in the plain loop too."""
EXAMPLES, EXAMPLE_TIME = 32, 3
FEW = 7
"""Up to this many coordinates; NumPy adds up eight numbers or more in an order of its own."""


class ExactTape(Tape):
    """A tape whose lines can be run to the same bits as the code itself."""

    def __init__(self, letter: str) -> None:
        super().__init__(letter, OPERATIONS)

    def write(self, operation: str, *operands: Any) -> Term:
        """Add a line and give its result."""
        result = super().write(operation, *operands)
        if not result.wide and operation not in OF_NUMBERS:
            raise Refused(operation)
        return result

    def power(self, base: Any, exponent: Any) -> Term:
        """The square, which NumPy takes as x · x, or the power of a number by the time."""
        if isinstance(base, Term):
            if base.wide and isinstance(exponent, int | float) and exponent == 2:
                return self.write("square", base)
        elif type(base) is float and base >= 0 and not exponent.wide:  # NumPy's own numbers do not have Python's power
            return self.write("power", base, exponent)
        raise Refused("another power")

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
    tape, points = ExactTape("a"), _examples((dimensions, EXAMPLES))
    terms = [Term(tape, f"x_{d}", row) for d, row in enumerate(points)]
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
    tape, start = ExactTape(letter), lane.rule.init(x)
    if not all(leaf.shape == x.shape and leaf.dtype == np.float64 for leaf in start):
        raise Refused("a memory that is not shaped like the points")
    g: Any = Term(tape, letter + "g", _examples(x.shape))
    old = [Term(tape, f"{letter}s{k}", g.example**2 / (k + 1)) for k in range(len(start))]
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
