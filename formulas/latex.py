r"""A formula as LaTeX, the way one writes it by hand: x**2/3 becomes \frac{x^{2}}{3}."""

from functools import partial

import numpy as np

from formulas.tree import Operation, Tree

_SUM, _PRODUCT, _POWER, _ATOM = range(4)
"""How strongly a part holds together."""


def latex(tree: Tree) -> str:
    """The formula in LaTeX, made of nothing but what its tree knows."""
    return _spell(tree)[0]


def _spell(tree: Tree) -> tuple[str, int]:
    """The LaTeX of a part, and how strongly it holds together."""
    if isinstance(tree, float):
        return _number(tree)
    if isinstance(tree, str):
        return tree, _ATOM
    name, parts = tree
    if name in _BINARY:
        return _BINARY[name](*parts)
    return _UNARY.get(name, partial(_called, name))(parts[0])


def _negative(part: Tree) -> tuple[str, int]:
    return f"-{_held(part, _PRODUCT, inside=True)}", _PRODUCT


def _exp(part: Tree) -> tuple[str, int]:
    return f"e^{{{latex(part)}}}", _POWER


def _sqrt(part: Tree) -> tuple[str, int]:
    return rf"\sqrt{{{latex(part)}}}", _ATOM


def _abs(part: Tree) -> tuple[str, int]:
    return rf"\left|{latex(part)}\right|", _ATOM


def _called(name: str, part: Tree) -> tuple[str, int]:
    return rf"\{name}{_bracketed(latex(part))}", _POWER


def _add(a: Tree, b: Tree) -> tuple[str, int]:
    return f"{_held(a, _SUM)} + {_held(b, _PRODUCT, inside=True)}", _SUM


def _subtract(a: Tree, b: Tree) -> tuple[str, int]:
    return f"{_held(a, _SUM)} - {_held(b, _PRODUCT, inside=True)}", _SUM


def _multiply(a: Tree, b: Tree) -> tuple[str, int]:
    left, right = _held(a, _PRODUCT), _held(b, _PRODUCT, inside=True)
    apart = right[0].isdigit() or (left[-1].isdigit() and right.startswith(r"\frac"))
    return rf"{left} \cdot {right}" if apart else f"{left} {right}", _PRODUCT


def _divide(a: Tree, b: Tree) -> tuple[str, int]:
    return rf"\frac{{{latex(a)}}}{{{latex(b)}}}", _PRODUCT


def _power(base: Tree, exponent: Tree) -> tuple[str, int]:
    raised = latex(exponent)
    if isinstance(base, Operation) and base.name in {"sin", "cos", "tan", "log", "tanh"} and raised.isdigit():
        return rf"\{base.name}^{{{raised}}}{_bracketed(latex(base.parts[0]))}", _POWER
    return f"{_held(base, _ATOM)}^{{{raised}}}", _POWER


_UNARY = {"negative": _negative, "exp": _exp, "sqrt": _sqrt, "abs": _abs}
_BINARY = {"add": _add, "subtract": _subtract, "multiply": _multiply, "divide": _divide, "power": _power}


def _held(tree: Tree, needed: int, *, inside: bool = False) -> str:
    """A part in brackets where it does not hold together strongly enough, or has a sign where no sign can stand."""
    text, binding = _spell(tree)
    return text if binding >= needed and not (inside and text.startswith("-")) else _bracketed(text)


def _bracketed(text: str) -> str:
    return rf"\left({text}\right)" if r"\frac" in text else f"({text})"


def _number(value: float) -> tuple[str, int]:
    if value == np.pi:
        return r"\pi", _ATOM
    if value == np.e:
        return "e", _ATOM
    mantissa, _, power = f"{value:.10g}".partition("e")
    return (rf"{mantissa} \cdot 10^{{{int(power)}}}", _PRODUCT) if power else (mantissa, _ATOM)
