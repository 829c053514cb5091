r"""A formula in LaTeX as a small tree.

Known is what the formulas of surfaces and optimizers are made of: numbers, letters, brackets, ^ and _, \frac, \tfrac,
\dfrac, \sqrt, \sum, \prod, \hat, \operatorname, \left and \right, functions, Greek letters and spaces.
"""

import re
from itertools import takewhile
from typing import Literal, NamedTuple

Sign = Literal["number", "letter", "function", "operator", "sum", "space"]
Whole = Literal["group", "fence", "fraction", "tall fraction", "root", "hat", "place", "^", "_"]
Kind = Sign | Whole


class Node(NamedTuple):
    """One part of a formula; in a row, ^ and _ follow what they belong to."""

    kind: Kind
    text: str = ""
    """The sign as it is shown; of a space its width in em, of a fence both brackets, of a place its name."""
    rows: "tuple[tuple[Node, ...], ...]" = ()
    """What it holds. A place comes from no LaTeX: it marks a part that has a value."""


Row = tuple[Node, ...]

_TOKEN = re.compile(r"\\operatorname\{\w+\}|\\[a-zA-Z]+|\\.|\d+(?:\.\d+)?|\S")
_SIGNS: dict[Kind, dict[str, str]] = {
    "function": {rf"\{name}": name for name in ("sin", "cos", "tan", "exp", "log", "ln", "tanh", "min", "max")},
    "operator": {
        **{sign: sign for sign in "+=,/()[]|"},
        "-": "−",
        r"\cdot": "·",
        r"\le": "≤",
        r"\ge": "≥",
        r"\approx": "≈",
    },
    "sum": {r"\sum": "∑", r"\prod": "∏"},
    "space": {r"\,": "0.17", r"\;": "0.28", r"\quad": "1"},
    "letter": {
        **{r"\pi": "π", r"\kappa": "κ", r"\alpha": "α", r"\beta": "β", r"\gamma": "γ", r"\lambda": "λ", r"\mu": "μ"},
        **{
            r"\sigma": "σ",
            r"\theta": "θ",
            r"\varepsilon": "ε",
            r"\rho": "ρ",
            r"\omega": "ω",
            r"\nabla": "∇",
            r"\partial": "∂",
        },
    },
}
_LEAVES = {token: Node(kind, sign) for kind, signs in _SIGNS.items() for token, sign in signs.items()}
_FRACTIONS: dict[str, Kind] = {r"\frac": "fraction", r"\tfrac": "fraction", r"\dfrac": "tall fraction"}
_OVER_ONE: dict[str, Kind] = {r"\sqrt": "root", r"\hat": "hat"}
_SCRIPTS: dict[str, Kind] = {"^": "^", "_": "_"}


def parse(latex: str) -> Row:
    """The formula as a row of nodes. Raises ValueError for LaTeX that is not known here."""
    return _row(["", *reversed(_TOKEN.findall(latex))], until="")


def scripted(row: Row) -> tuple[Node, Row, Row]:
    """The first node, what stands above and below it, and the rest."""
    scripts = tuple(takewhile(lambda each: each.kind in _SCRIPTS, row[1:]))
    return row[0], scripts, row[1 + len(scripts) :]


def opens(row: Row) -> bool:
    """Whether it begins with a bracket."""
    return bool(row) and (row[0].kind == "fence" or row[0].text == "(")


def _row(tokens: list[str], until: str) -> Row:
    """Everything up to a closing token, which is taken too; the next token is the last of the list."""
    nodes: list[Node] = []
    while tokens[-1] != until:
        nodes.append(_node(tokens))
        free = dict(_SCRIPTS)
        while tokens[-1] in free:
            nodes.append(Node(free.pop(tokens.pop()), rows=(_argument(tokens),)))
    tokens.pop()
    return tuple(nodes)


def _node(tokens: list[str]) -> Node:
    token = tokens.pop()
    if token == "{":
        return Node("group", rows=(_row(tokens, "}"),))
    if token == r"\left":
        first, inside = _bracket(tokens), _row(tokens, r"\right")
        return Node("fence", first + _bracket(tokens), (inside,))
    if token in _FRACTIONS:
        return Node(_FRACTIONS[token], rows=(_argument(tokens), _argument(tokens)))
    if token in _OVER_ONE:
        return Node(_OVER_ONE[token], rows=(_argument(tokens),))
    return _LEAVES.get(token) or _leaf(token)


def _argument(tokens: list[str]) -> Row:
    r"""A group in braces, or one sign: \tfrac12 is one half."""
    if tokens[-1][:1].isdigit() and len(tokens[-1]) > 1:
        number = tokens.pop()
        tokens += [number[1:], number[0]]
    return (_node(tokens),)


def _bracket(tokens: list[str]) -> str:
    if tokens[-1] not in {*"()[]|"}:
        raise ValueError(f"the bracket {tokens[-1]} is not known here")
    return tokens.pop()


def _leaf(token: str) -> Node:
    """A number, a letter or a name."""
    if token[:1].isdigit():
        return Node("number", token)
    if len(token) == 1 and token.isalpha():
        return Node("letter", token)
    if token.startswith(r"\operatorname{"):
        return Node("letter", token[len(r"\operatorname{") : -1])
    raise ValueError(f"{token} is not known here" if token else "the formula ends where something has to follow")
