"""A rule's formula term by term: with letters, and with places for the numbers of a step."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from latex.mathml import mathml
from latex.plain import plain
from latex.reader import Node, Row, parse
from optimizers import Optimizer
from optimizers.terms import GRADIENT, Term
from parameters import parameters
from text import Text

NEXT, PLACE = "x_t", "x_{t-1}"
"""Where a step ends and where it begins, in LaTeX."""
BEFORE = "-1"
"""Ends the name of what a term was one step earlier."""

_SYMBOLS = {"β₁": r"\beta_1", "β₂": r"\beta_2", "ε": r"\varepsilon", "λ": r"\lambda"}
"""Of hyperparameters, in LaTeX where they are no plain letters."""
_MOVED = Text(
    ko="스텝을 빼면 새 위치입니다. 다음 기울기는 여기서 구합니다.",
    en="Subtracting the step gives the new point. The next gradient is computed here.",
)


class Line(NamedTuple):
    """One term of a rule, ready to be shown."""

    name: str
    part: str
    """What it brings in: one of the parts of `optimizers.terms`, or `place`."""
    unit: str
    letters: str
    """MathML, with every known term marked by its name."""
    numbers: str
    """MathML of how it is worked out, with an empty place for every number; empty for the slope, which is given."""
    made_of: tuple[str, ...]
    """The names of the terms that it is worked out from."""
    label: str
    """Its letter alone, for an arrow; empty where it has none."""
    meaning: Text


@lru_cache(maxsize=64)
def lines_of(rule: type[Optimizer[Any]]) -> tuple[Line, ...]:
    """Every term of a rule in the order in which it is worked out, from the slope to the new place."""
    places = _given(rule)
    lines = [_line(rule, "gradient", GRADIENT, {})]
    for name, term in rule.terms.items():
        lines.append(_line(rule, name, term, places))
        places[name] = parse(term.latex)
    return (*lines, _line(rule, "x", Term(NEXT, "step", "movement", _MOVED), places)._replace(part="place"))


def divided(rule: type[Optimizer[Any]]) -> tuple[str, str] | None:
    """The names of what is divided by a root, and of that root; None where the rule divides nothing."""
    numerators = {"gradient": GRADIENT, **rule.terms}
    for root, term in rule.terms.items():
        for name, each in numerators.items():
            if rf"\dfrac{{{each.latex}}}{{{term.latex}}}" in rule.formula:
                return name, root
    return None


def _line(rule: type[Optimizer[Any]], name: str, term: Term, places: Mapping[str, Row]) -> Line:
    letter, worked = parse(term.latex), parse(_worked_out(rule, term.latex))
    row = tuple(_placed(worked or letter, places))
    made_of = tuple(_names(row))
    own = _place(name, letter)
    letters = (own,) if not made_of else (own, *parse("="), *row) if worked else row
    return Line(
        name=name,
        part=term.part,
        unit=term.unit,
        letters=mathml(letters),
        numbers=mathml(tuple(_numbers(row))) if made_of else "",
        made_of=made_of,
        label=_label(letter),
        meaning=term.meaning,
    )


def _label(letter: Row) -> str:
    """A letter, or the product of two, without what it is a function of; empty for what is longer."""
    signs = plain(letter).replace("(xₜ₋₁)", "").replace(" ", "")
    return signs if re.fullmatch("[a-z∇ₜ₋₁\u0302]+", signs) else ""


def _worked_out(rule: type[Optimizer[Any]], latex: str) -> str:
    """What stands behind the equals sign of the line that begins with this letter; empty where there is none."""
    for line in re.split(r"\\\\|,\\quad", rule.formula):
        letter, _, rest = line.strip().partition(" = ")
        if letter == latex:
            return rest
    return ""


def _given(rule: type[Optimizer[Any]]) -> dict[str, Row]:
    """What a step begins with: its number, settings, slope and place, and the terms of one step before."""
    settings = {each.key: _SYMBOLS.get(each.symbol, each.symbol) for each in parameters(rule)}
    remembered = {name: term.latex.removesuffix("_t") for name, term in rule.terms.items() if term.latex.endswith("_t")}
    before = {name + BEFORE: f"{letter}_{{t-1}}" for name, letter in remembered.items()}
    written = {"n": "n", "t": "t", **settings, "gradient": GRADIENT.latex, f"x{BEFORE}": PLACE, **before}
    return {name: parse(latex) for name, latex in written.items()}


def _placed(row: Row, places: Mapping[str, Row]) -> Iterator[Node]:
    """The formula with its places marked; of two places that begin alike the longer one."""
    while row:
        fits = [(len(own), name) for name, own in places.items() if row[: len(own)] == own]
        length, name = max(fits, default=(1, ""))
        yield _place(name, row[:length]) if fits else _inside(row[0], lambda each: _placed(each, places))
        row = row[length:]


def _numbers(row: Row) -> Iterator[Node]:
    """With empty places, and a dot wherever two factors stand side by side: numbers need one, letters do not."""
    ends = False
    for node in row:
        if node in _GAP:
            continue
        if ends and (node.kind in {"place", "fence", "tall fraction"} or node.text == "("):
            yield from _DOT
        yield _place(node.text) if node.kind == "place" else _inside(node, _numbers)
        ends = node.kind == "place" or node.text.endswith(")")


_GAP, _DOT = parse(r"\,"), parse(r"\cdot")


def _place(name: str, row: Row = ()) -> Node:
    return Node("place", name, ((Node("group", rows=(row,)),),))


def _inside(node: Node, change: Callable[[Row], Iterator[Node]]) -> Node:
    """A node with what it holds changed."""
    return node._replace(rows=tuple(tuple(change(each)) for each in node.rows))


def _names(row: Row) -> Iterator[str]:
    """Of the places, in order."""
    for node in row:
        yield from [node.text] if node.kind == "place" else (name for each in node.rows for name in _names(each))
