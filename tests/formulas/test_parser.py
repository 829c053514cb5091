"""Formulas are read as Python would read them, and everything else is refused with a place and a reason."""

import re

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from formulas import LONGEST, WrongFormula, read
from formulas.parser import DEEPEST, KNOWN
from formulas.spelling import spelled
from formulas.tree import FUNCTIONS, HIGHEST_POWER, ON_NUMBERS, Operation, Tree, evaluate, straightened
from tests.formulas.texts import FORMULAS, PLACES, SAID, WEIRD, by_python
from text import LANGUAGES


def wrong(text: str) -> WrongFormula:
    with pytest.raises(WrongFormula) as caught:
        read(text)
    return caught.value


def value(text: str, x: float, y: float) -> float:
    with np.errstate(all="ignore"):
        return float(evaluate(straightened(read(text)), ON_NUMBERS, np.float64(x), np.float64(y), np.float64))


def depth(tree: Tree) -> int:
    return 1 + max(map(depth, tree.parts)) if isinstance(tree, Operation) else 0


@given(FORMULAS, PLACES)
def test_a_formula_means_what_it_means_in_python(text: str, place: tuple[float, float]) -> None:
    try:
        found = value(text, *place)
    except WrongFormula:
        assume(False)
    expected = float(by_python(text, *map(np.array, place)))
    np.testing.assert_allclose(found, expected, rtol=1e-12, equal_nan=True)


@pytest.mark.parametrize("text", [*SAID.values(), *WEIRD])
def test_what_one_types_is_read(text: str) -> None:
    assert read(text) == read(f"  {text} ")


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("-x**2", -9.0),
        ("2**-1", 0.5),
        ("2**3**2", 512.0),
        ("x - y - 1", 0.0),
        ("12/x/y", 2.0),
        ("-x*y", -6.0),
        ("2*-x", -6.0),
        ("+x", 3.0),
        (".5 + 1. + 1e-1", 1.6),
        ("abs(-x)", 3.0),
        ("log(e)", 1.0),
        ("cos(pi)", -1.0),
    ],
)
def test_signs_and_powers_bind_as_in_python(text: str, meaning: float) -> None:
    assert value(text, 3.0, 2.0) == pytest.approx(meaning, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("x^", 2, "the formula ends"),
        ("2x^2 + * y", 7, "there is `*`"),
        ("x² + |y| + foo", 11, "`tanh`"),
        ("1 + x 2", 6, "`x*2`"),
        ("(x)2", 3, "`(…)*2`"),
        ("x2", 0, "`x*2`"),
        ("|x", 0, "never closed"),
        ("²", 0, "`²` is not"),
        ("sin x", 0, "`sin(x)`"),
        ("1 + sinx", 4, "`sin(x)`"),
        ("ln(x)", 0, "`log`"),
        ("foo(x)", 0, "`tanh`"),
        ("X + 1", 0, "`x`"),
        ("(x + 1", 0, "never closed"),
        ("sin((x)", 3, "never closed"),
        ("x + 1)", 5, "has no partner"),
        ("", 0, "formula is empty"),
        ("   ", 0, "formula is empty"),
        ("x +", 3, "the formula ends"),
        ("x + * y", 4, "there is `*`"),
        ("sin()", 4, "there is `)`"),
        ("x // y", 3, "there is `/`"),
        ("x**21", 3, "−20 to 20"),
        ("x**(-20.5)", 3, "The exponent is −20.5"),
        ("9**9**9**9", 6, "The exponent is 3.8742e+08"),
        ("x**(0/0)", 3, "The exponent is nan"),
        ("1e999", 0, "too large"),
        ("x + 1" + "0" * 100, 4, "too large"),
        ("√x", 0, "`sqrt( )`"),
        ("[x]", 0, "`(`"),
        ("ｓin(x)", 0, "`s`"),
        ("x = 2", 2, "`=`"),
        ("x, y", 1, "comma"),
        ("x < y", 2, "`<`"),
        ("x\ny", 1, "`U+000A`"),
        ("`x`", 0, "`U+0060`"),
        ("x" + "+x" * LONGEST, LONGEST, f"{LONGEST} are allowed"),
        ("(" * 30 + "x" + ")" * 30, DEEPEST, "too deep"),
        ("-" * 30 + "x", DEEPEST, "too deep"),
    ],
)
def test_what_is_wrong_is_pointed_at(text: str, column: int, said: str) -> None:
    found = wrong(text)
    assert (found.column, said in found.said.en) == (column, True), (found.column, found.said.en)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "x.__class__",
        "().__class__.__bases__",
        "lambda: x",
        "(lambda x: x)(y)",
        "f'{x}'",
        "(z := x)",
        "x if y else 1",
        "x < y",
        "x == y",
        "[x for x in y]",
        "x and y",
        "not x",
        "1j*x",
        "0x10",
        "1_000",
        "'x'",
        "print(x)",
        "eval(x)",
        "exec",
        "open(x)",
        "sin(x, y)",
        "sin(x=y)",
        "sin(*x)",
        "sin",
        "x @ y",
        "x % y",
        "~x",
        "x; y",
        "# x",
        "x # y",
        "x \\",
        "None",
        "True",
        "...",
        "x[0]",
        "{x}",
        "await x",
        "yield",
        "\0",
        "x\0",
        "\u202ex",
        "x\u0301",
        "ﬁ",
        "𝑥 + 1",
    ],
)
def test_nothing_else_of_python_is_read(text: str) -> None:
    found = wrong(text)
    assert 0 <= found.column <= len(text)


def refusal_or_tree(text: str) -> Tree | WrongFormula:
    try:
        return read(text)
    except WrongFormula as found:
        return found


NAMES = re.compile("[a-z]+")


@given(
    st.one_of(
        st.text(max_size=400),
        st.text("xy0123456789.+-*/() eEsincotaqrbhplg_^,", max_size=60),
        st.lists(st.sampled_from([*KNOWN, "+", "-", "*", "/", "**", "(", ")", "1", "2.5", " ", "9**9"])).map("".join),
    )
)
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    """No other error comes out, and what is read is small and made of what is allowed."""
    found = refusal_or_tree(text)
    if isinstance(found, WrongFormula):
        assert 0 <= found.column <= len(found.text) <= LONGEST + 1
        for language in LANGUAGES:
            assert 5 < len(found.said[language]) < 300
            assert found.said[language].count("`") % 2 == 0, "what was typed does not break out of its code span"
        return
    names = {word for word in NAMES.findall(spelled(text).text.lower()) if word not in {"x", "y", "e", "pi"}}
    assert names <= set(FUNCTIONS)
    assert depth(found) <= LONGEST
    assert len(straightened(found).lines) <= LONGEST


@given(FORMULAS, st.data())
def test_a_formula_with_a_slip_is_read_or_refused(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    slip = data.draw(st.one_of(st.text(max_size=3), st.sampled_from(["**", "(", ")", "__", ".", "²", "\n"])))
    found = refusal_or_tree(text[:at] + slip + text[at + data.draw(st.integers(0, 3)) :])
    assert isinstance(found, WrongFormula | float | str | Operation)


@pytest.mark.parametrize("brick", ["(", "-", "sin(", "x**", "2**-", "((((", "+", "x*", "1/"])
def test_bombs_are_small(brick: str) -> None:
    """However long: the work is bounded by the length and the depth that are allowed."""
    assert wrong(brick * 100_000 + "x").column <= LONGEST
    longest = (brick * LONGEST)[: LONGEST - 1]
    found = refusal_or_tree(longest + "x")
    assert isinstance(found, WrongFormula) or len(straightened(found).lines) < LONGEST


def test_exponents_end_where_they_are_said_to_end() -> None:
    for exponent in (HIGHEST_POWER, -HIGHEST_POWER, f"({HIGHEST_POWER - 1} + 1)"):
        assert isinstance(read(f"x**{exponent}"), Operation)
    assert isinstance(read("x**y"), Operation), "an exponent with letters in it has no bound of its own"


def test_what_stands_there_twice_is_computed_once() -> None:
    lines = straightened(read("(x*y + 1)**2 + (x*y + 1)*sin(x*y) + 2*3*x"))
    assert [name for name, _ in lines.lines].count("multiply") == 3
    assert 6.0 in lines.constants, "numbers are multiplied beforehand"
