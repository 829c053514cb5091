"""Formulas to test with, and what Python itself makes of them."""

import ast

import numpy as np
from hypothesis import strategies as st

from formulas.tree import FUNCTIONS
from parameters import Array

SAID = {
    "Himmelblau": "(x**2 + y - 11)**2 + (x + y**2 - 7)**2",
    "two wells": "x**2 + y**2 - 2*exp(-((x - 1)**2 + y**2)/0.2) - 3*exp(-((x + 1)**2 + y**2)/0.2)",
    "six-hump camel": "(4 - 2.1*x**2 + x**4/3)*x**2 + x*y + (-4 + 4*y**2)*y**2",
    "Rosenbrock": "(1 - x)**2 + 100*(y - x**2)**2",
    "Rastrigin": "20 + x**2 + y**2 - 10*(cos(2*pi*x) + cos(2*pi*y))",
    "Ackley": "-20*exp(-0.2*sqrt((x**2 + y**2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + 20 + e",
}
"""Formulas as one would type them."""

WEIRD = [
    *(
        "3",
        "0",
        "x",
        "x - x",
        "1/0",
        "0/0",
        "x**2",
        "1/x",
        "-1/(x**2 + y**2)",
        "log(x)",
        "log(-1 - x**2)",
        "log(abs(x))",
    ),
    *("exp(exp(exp(x*5)))", "-exp(exp(x*5))", "x**y", "sqrt(x)", "sqrt(-x**2 - y**2)", "x**0.5 + y**1.5", "tan(x)*y"),
    *("abs(x) + 3*abs(y)", "abs(abs(abs(x) - 1) - y)", "sin(20*x)*sin(20*y)", "tanh(100*x)", "x**(-20)"),
    *(
        "1e9**20*x",
        "1e9**20*exp(x*100) + y**2",
        "x**20*y**20*1e9**20",
        "(x + 1e9) - 1e9",
        "1e9 + x/1e9",
        "(-1)**0.5 + x",
    ),
]
"""Formulas that are legal, and no surfaces that anybody would wish for."""

NUMBERS = st.one_of(
    st.integers(0, 20).map(str), st.floats(0.01, 99).map(lambda number: f"{number:.3g}"), st.sampled_from(["pi", "e"])
)


def _grown(smaller: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(smaller, smaller)
    return st.one_of(
        pair.map(lambda parts: f"{parts[0]} + {parts[1]}"),
        pair.map(lambda parts: f"{parts[0]}-({parts[1]})"),
        pair.map(lambda parts: f"({parts[0]})*({parts[1]})"),
        pair.map(lambda parts: f"({parts[0]})/({parts[1]})"),
        pair.map(lambda parts: f"({parts[0]})**({parts[1]})"),
        st.tuples(smaller, st.integers(-3, 5)).map(lambda parts: f"({parts[0]})**{parts[1]}"),
        smaller.map(lambda part: f"-{part}"),
        smaller.map(lambda part: f"-({part})**2"),
        st.tuples(st.sampled_from(FUNCTIONS), smaller).map(lambda parts: f"{parts[0]}({parts[1]})"),
    )


FORMULAS = st.recursive(st.one_of(st.sampled_from("xy"), NUMBERS), _grown, max_leaves=6)
"""Texts with the grammar of formulas; some go over its bounds."""

_GONE = st.sampled_from(
    ["y**0", "(x*y)**0", "(x - x)", "0*x", "sin(x)**0", "(y/y)", "(x**0 - 1)", "exp(0*y)", "abs(x**0)"]
)
"""Parts whose letters leave no trace, which only computing with them shows."""
_SIZES = st.sampled_from(["1", "2", "0.5", "20", "21", "1e9", "1e9**20", "1e9**20*1e9**12", "1e9**20*1e9**20", "0"])
_LATE = st.tuples(_GONE, st.sampled_from("*/+-"), _SIZES).map("".join)
LATE = st.one_of(
    st.tuples(st.sampled_from(["x", "(x + y)", "2", "(-x)", "abs(y)", "x**y"]), _LATE).map(
        lambda two: f"{two[0]}**({two[1]})"
    ),
    st.tuples(_LATE, _LATE).map(lambda two: f"({two[0]})**({two[1]}) + x"),
    st.tuples(st.sampled_from(FUNCTIONS), _LATE, _LATE).map(
        lambda three: f"{three[0]}(({three[1]})**x)/({three[2]}) - y"
    ),
)
"""Formulas whose exponents, bases and divisors turn out to be constants of any size after they were read."""

PLACES = st.tuples(*[st.floats(-3, 3).map(lambda number: round(number, 3))] * 2)

_OPERATORS: dict[type[ast.AST], np.ufunc] = {
    **{ast.Add: np.add, ast.Sub: np.subtract, ast.Mult: np.multiply, ast.Div: np.divide, ast.Pow: np.power},
    **{ast.USub: np.negative, ast.UAdd: np.positive},
}


def by_python(text: str, x: Array, y: Array) -> Array:
    """The value by Python's own grammar, with floats in place of whole numbers."""

    def value(node: ast.AST) -> Array:
        match node:
            case ast.Expression(body):
                return value(body)
            case ast.BinOp(left, operator, right):
                return _OPERATORS[type(operator)](value(left), value(right))
            case ast.UnaryOp(operator, operand):
                return _OPERATORS[type(operator)](value(operand))
            case ast.Call(ast.Name(name), [argument], []) if name in FUNCTIONS:
                return getattr(np, name)(value(argument))
            case ast.Name(name):
                return {"x": x, "y": y, "pi": np.array(np.pi), "e": np.array(np.e)}[name]
            case ast.Constant(float() | int() as number):
                return np.array(float(number))
        raise AssertionError(f"{ast.dump(node)} is no part of a formula")

    with np.errstate(all="ignore"):
        return value(ast.parse(text, mode="eval"))
