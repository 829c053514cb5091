"""A rule's formula term by term: with letters, and with places for the numbers of a step."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from export.mathml import mathml
from optimizers import Optimizer
from optimizers.terms import GRADIENT, Term
from parameters import parameters
from text import Text

NEXT, PLACE = "x_t", "x_{t-1}"
"""Where a step ends and where it begins, in LaTeX."""
BEFORE = "-1"
"""Ends the name of what a term was one step earlier."""

_TOKEN = re.compile(r"\\operatorname\{\w+\}|\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S")
_SYMBOLS = {"β₁": r"\beta_1", "β₂": r"\beta_2", "ε": r"\varepsilon", "λ": r"\lambda"}
"""Of hyperparameters, in LaTeX where they are no plain letters."""
_MOVED = Text(
    ko="걸음을 빼면 새 자리입니다. 여기서 다음 기울기를 구합니다.",
    en="The step is subtracted, and this is the new place. The next slope is taken here.",
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


class _Place(NamedTuple):
    """A piece of a formula that has a value."""

    name: str
    latex: str


_Piece = str | _Place


@lru_cache(maxsize=64)
def lines_of(rule: type[Optimizer[Any]]) -> tuple[Line, ...]:
    """Every term of a rule in the order in which it is worked out, from the slope to the new place."""
    places = [*_settings(rule), _Place("gradient", GRADIENT.latex), _Place(f"x{BEFORE}", PLACE), *_remembered(rule)]
    lines = [_line(rule, "gradient", GRADIENT, [])]
    for name, term in rule.terms.items():
        lines.append(_line(rule, name, term, places))
        places.append(_Place(name, term.latex))
    return (*lines, _line(rule, "x", Term(NEXT, "step", "movement", _MOVED), places)._replace(part="place"))


def divided(rule: type[Optimizer[Any]]) -> tuple[str, str] | None:
    """The names of what is divided by a root, and of that root; None where the rule divides nothing."""
    numerators = {"gradient": GRADIENT, **rule.terms}
    for root, term in rule.terms.items():
        for name, each in numerators.items():
            if rf"\dfrac{{{each.latex}}}{{{term.latex}}}" in rule.formula:
                return name, root
    return None


def _line(rule: type[Optimizer[Any]], name: str, term: Term, places: Iterable[_Place]) -> Line:
    worked = _worked_out(rule, term.latex)
    pieces = list(_pieces(worked or term.latex, places))
    is_given = not any(isinstance(each, _Place) for each in pieces)
    own = [_Place(name, term.latex)]
    letters = own if is_given else [*own, "=", *pieces] if worked else pieces
    return Line(
        name=name,
        part=term.part,
        unit=term.unit,
        letters=mathml(_written(letters)),
        numbers="" if is_given else mathml(_written(_dotted(pieces), empty=True)),
        made_of=tuple(each.name for each in pieces if isinstance(each, _Place)),
        label=_plain(term.latex),
        meaning=term.meaning,
    )


_PLAIN = {GRADIENT.latex: "∇f", r"\,": "", "_{t-1}": "ₜ₋₁", "_t": "ₜ", r"\hat ": ""}


def _plain(latex: str) -> str:
    """A letter, or the product of two, without LaTeX; empty for what is longer."""
    hat = "\u0302" if latex.startswith(r"\hat") else ""
    for written, sign in _PLAIN.items():
        latex = latex.replace(written, sign)
    return "" if set(latex) & set("\\{ ") else latex + hat


def _worked_out(rule: type[Optimizer[Any]], latex: str) -> str:
    """What stands behind the equals sign of the line that begins with this letter; empty where there is none."""
    for line in re.split(r"\\\\|,\\quad", rule.formula):
        letter, _, rest = line.strip().partition(" = ")
        if letter == latex:
            return rest
    return ""


def _settings(rule: type[Optimizer[Any]]) -> Iterator[_Place]:
    """What stays the same at every step, and the step's number."""
    yield from (_Place("n", "n"), _Place("t", "t"))
    for each in parameters(rule):
        yield _Place(each.key, _SYMBOLS.get(each.symbol, each.symbol))


def _remembered(rule: type[Optimizer[Any]]) -> Iterator[_Place]:
    """The terms as they were one step before."""
    for name, term in rule.terms.items():
        if term.latex.endswith("_t"):
            yield _Place(name + BEFORE, f"{term.latex.removesuffix('_t')}_{{t-1}}")


def _pieces(latex: str, places: Iterable[_Place]) -> Iterator[_Piece]:
    """The formula cut into places and what stands between them; of two places that begin alike the longer one."""
    known = sorted(((_TOKEN.findall(place.latex), place) for place in places), key=lambda each: -len(each[0]))
    tokens = _TOKEN.findall(latex)
    at = 0
    while at < len(tokens):
        fits = ((len(own), place) for own, place in known if tokens[at : at + len(own)] == own)
        length, piece = next(fits, (1, tokens[at]))
        yield piece
        at += length


def _dotted(pieces: Iterable[_Piece]) -> Iterator[_Piece]:
    """With a dot wherever two factors stand side by side: numbers need one, letters do not."""
    before: _Piece = ""
    for piece in pieces:
        if piece == r"\,":
            continue
        ends, begins = isinstance(before, _Place) or before == ")", isinstance(piece, _Place) or piece in _FACTORS
        if ends and begins:
            yield r"\cdot"
        yield piece
        before = piece


_FACTORS = {"(", r"\left", r"\dfrac"}
"""Besides a place, a factor begins with one of these."""


def _written(pieces: Iterable[_Piece], *, empty: bool = False) -> str:
    """The pieces as LaTeX, each place marked with its name."""
    return " ".join(
        rf"\place{{{piece.name}}}{{{'' if empty else piece.latex}}}" if isinstance(piece, _Place) else piece
        for piece in pieces
    )
