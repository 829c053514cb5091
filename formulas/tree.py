"""A formula in x and y as a tree, and the same as a list of lines to carry out one after the other."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar, Union

import numpy as np

Thing = TypeVar("Thing")

FUNCTIONS = ("sin", "cos", "tan", "exp", "log", "sqrt", "abs", "tanh")
"""What a formula may call, as Python's mathematicians call it."""
HIGHEST_POWER = 20
"""Exponents that are numbers lie between this and its negative."""


class Operation(NamedTuple):
    """add, subtract, multiply, divide, power, negative, or one of `FUNCTIONS`."""

    name: str
    parts: tuple["Tree", ...]


Tree = Union[float, str, Operation]  # noqa: UP007  a class that names itself knows no | yet
"""A number, "x" or "y", or an operation."""

ON_NUMBERS: dict[str, np.ufunc] = {
    **{name: getattr(np, name) for name in ("add", "subtract", "multiply", "divide", "power", "negative")},
    **{name: getattr(np, name) for name in FUNCTIONS},
}
"""What each operation does with arrays."""


class Line(NamedTuple):
    """One operation on what stands at these places: 0 is x, 1 is y, then come the constants, then earlier results."""

    name: str
    operands: tuple[int, ...]


class Lines(NamedTuple):
    """A formula, straightened out: whatever stands in it twice is computed once."""

    constants: tuple[np.float64, ...]
    lines: tuple[Line, ...]
    result: int
    """The place of the formula's value."""


def is_constant(tree: Tree) -> bool:
    """Whether neither x nor y is in it."""
    return not isinstance(tree, str) and (isinstance(tree, float) or all(map(is_constant, tree.parts)))


def constant(tree: Tree) -> np.float64:
    """The value of a tree without letters; inf or nan where there is none."""
    if isinstance(tree, Operation):
        with np.errstate(all="ignore"):
            return np.float64(ON_NUMBERS[tree.name](*map(constant, tree.parts)))
    return np.float64(tree)


def straightened(tree: Tree) -> Lines:
    """The lines of a tree; what has no letters in it is worked out beforehand."""
    constants: dict[Tree, np.float64] = {}
    operations: dict[Operation, None] = {}

    def gather(part: Tree) -> None:
        if is_constant(part):
            constants[part] = constant(part)
        elif isinstance(part, Operation):
            for each in part.parts:
                gather(each)
            operations[part] = None

    gather(tree)
    places: dict[Tree, int] = {part: place for place, part in enumerate(["x", "y", *constants, *operations])}
    lines = tuple(Line(each.name, tuple(places[part] for part in each.parts)) for each in operations)
    return Lines(tuple(constants.values()), lines, places[tree])


def evaluate(
    lines: Lines,
    rules: Mapping[str, Callable[..., Thing]],
    x: Thing,
    y: Thing,
    number: Callable[[np.float64], Thing],
) -> Thing:
    """The formula's value for whatever x and y are: `rules` says what each operation does with such things."""
    things = [x, y, *map(number, lines.constants)]
    for name, operands in lines.lines:
        things.append(rules[name](*[things[place] for place in operands]))
    return things[lines.result]
