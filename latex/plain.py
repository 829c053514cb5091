r"""A formula as plain signs in one line, for pictures: \frac{x^2}{20} + y^2 becomes x²/20 + y²."""

import re
from itertools import takewhile

from latex.reader import Kind, Node, Row, opens, scripted

_RAISED = str.maketrans("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LOWERED = str.maketrans("12it−", "₁₂ᵢₜ₋", " ")
_QUAD = Node("space", "1")
_SPACED = {"+", "−", "="}
_ENDS = _SPACED | {")", "]"}
"""Before these a fraction needs no gap, and what a function is of ends."""
_SIGNS: dict[Kind, str] = {"space": " ", "sum": "Σᵢ ", "group": "{0}", "place": "{0}", "hat": "{0}\u0302"}
_BRACKETED: dict[Kind, str] = {"fraction": "{0}/{1}{gap}", "tall fraction": "{0}/{1}{gap}", "root": "√{0}"}
"""Of each kind with its rows as 0 and 1, which stand in brackets where they are long."""


def plain(formula: Row) -> str:
    """The formula in signs, powers raised. Raises ValueError for an index that has no sign."""
    words = ""
    while formula:
        node, scripts, rest = scripted(formula)
        between = " " if words and words[-1] not in "([ " else ""
        if node.kind == "fence":
            first, last = (Node("operator", bracket) for bracket in node.text)
            formula = first, *node.rows[0], last, *scripts, *rest
            continue
        if node.kind == "function":
            called, rest = _called(node.text + plain(scripts), rest)
            words += between + called
        elif node.text in _SPACED:
            words += f"{between}{node.text}{plain(scripts)}{between}"
        else:
            words += _node(node, (*scripts, *rest)) + ("" if node.kind == "sum" else plain(scripts))
        formula = rest
    return re.sub(" +", " ", words).strip()


def _called(name: str, row: Row) -> tuple[str, Row]:
    """sin²(πw₁): what a function is of stands in brackets, up to the next sign that parts terms; and the rest."""
    if opens(row):
        return name, row
    inside = tuple(takewhile(lambda each: each.text not in _ENDS | {","} and each != _QUAD, row))
    return f"{name}({plain(inside)})", row[len(inside) :]


def _node(node: Node, rest: Row) -> str:
    """One node, in front of the rest of its row."""
    rows = [plain(each) for each in node.rows]
    if node.kind in _BRACKETED:
        gap = " " if rest and rest[0].text not in _ENDS | {"|"} else ""
        return _BRACKETED[node.kind].format(*map(_bracketed, rows), gap=gap)
    if node.kind == "^":
        return rows[0].translate(_RAISED) if re.fullmatch(r"−?\d+", rows[0]) else f"^{_bracketed(rows[0])}"
    if node.kind == "_":
        if not re.fullmatch("[12it −]+", rows[0]):
            raise ValueError(f"the index {rows[0]} is not known here")
        return rows[0].translate(_LOWERED)
    return _SIGNS.get(node.kind, node.text).format(*rows)


def _bracketed(words: str) -> str:
    """In brackets where it is more than one sign with its power."""
    return words if re.fullmatch(r"\d+|−?\d*[^\W\d_]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*", words) else f"({words})"
