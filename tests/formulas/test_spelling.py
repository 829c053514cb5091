"""What is typed as on paper means what it means there, and is written out for everybody who reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formulas import WrongFormula, read, spelled
from formulas.tree import Tree
from tests.formulas.texts import FORMULAS, SAID, WEIRD

VALUES = st.sampled_from(["x", "y", "(x + 1)", "sin(y)", "|x - y|", "x²", "y^3", "e", "pi"])
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def tree(text: str) -> Tree | None:
    """None where it is refused."""
    try:
        return read(text)
    except WrongFormula:
        return None


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("x^2 + y^2", "x**2 + y**2"),
        ("3x² - 2xy + 0.5y^-1", "3*x**2 - 2*x*y + 0.5*y**-1"),
        ("2(x + 1)(y - 2)", "2*(x + 1)*(y - 2)"),
        ("x y", "x*y"),
        ("2 sin(x) cos(y)", "2*sin(x)*cos(y)"),
        ("xsin(xy)", "x*sin(x*y)"),
        ("|x| + 3|y - |x||", "abs(x) + 3*abs(y - abs(x))"),
        ("||x| - 1|", "abs(abs(x) - 1)"),
        ("sin(|x|)|y|", "sin(abs(x))*abs(y)"),
        ("2πx × y − 1 ÷ 2", "2*pi*x * y - 1 / 2"),
        ("2e3x + 2e", "2e3*x + 2*e"),
        ("x⁻¹²", "x**-12"),
    ],
)
def test_what_is_meant_is_written_out(typed: str, written: str) -> None:
    assert spelled(typed).text == written
    assert read(typed) == read(written)


@given(st.one_of(FORMULAS, st.sampled_from([*SAID.values(), *WEIRD])))
def test_what_is_written_out_stays_as_it_is(text: str) -> None:
    assert spelled(text).text == text


@given(st.text("xy0123456789.+-*/() eEsincotaqrbhpl^|²³⁻π×−", max_size=40))
def test_writing_out_twice_changes_nothing_more(text: str) -> None:
    written, columns = spelled(text)
    assert len(columns) == len(written) + 1
    assert list(columns) == sorted(columns)
    if tree(text) is not None:
        assert spelled(written).text == written
        assert tree(written) == tree(text)


@given(st.integers(0, 99), VALUES, VALUES)
def test_side_by_side_is_multiplied(number: int, left: str, right: str) -> None:
    apart = f"{number}*{left}*{right}"
    assert tree(f"{number}{left} {right}") == tree(f"{number} {left} {right}") == tree(apart) is not None


@given(st.integers(-20, 20), VALUES)
def test_a_raised_number_is_a_power(exponent: int, base: str) -> None:
    power = tree(f"({base})**{exponent}")
    assert tree(f"({base}){str(exponent).translate(RAISED)}") == tree(f"({base})^{exponent}") == power is not None
