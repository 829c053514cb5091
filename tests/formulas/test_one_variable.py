"""A function of one letter: its slope is exact, and the other letter is refused where it stands."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formulas import WrongFormula
from formulas.one_variable import Letter, OneVariable

SMOOTH = ("sin(x)", "x**3/4 - x", "exp(-x)", "tanh(2x)", "1/(1 + exp(-x))", "x^2", "3", "|x| + x²")


@pytest.mark.parametrize("text", SMOOTH)
@given(place=st.floats(0.1, 3))
def test_the_slope_is_the_limit_of_small_changes(text: str, place: float) -> None:
    for letter, written in (("x", text), ("y", text.replace("x", "y").replace("eyp", "exp"))):
        function = OneVariable(written, "x" if letter == "x" else "y")
        x = np.array([place - 1e-5, place, place + 1e-5])
        found = function.at(x)
        assert found.value.shape == found.slope.shape == x.shape
        assert found.slope[1] == pytest.approx((found.value[2] - found.value[0]) / 2e-5, rel=1e-6, abs=1e-6)


def test_where_there_is_no_value_there_is_no_slope() -> None:
    found = OneVariable("log(x)", "x").at(np.array([-1.0, 0.0, 1.0]))
    assert np.isnan(found.value[:2]).all()
    assert np.isnan(found.slope[:2]).all()
    assert found.slope[2] == 1


@pytest.mark.parametrize(("text", "letter", "column"), [("x + y", "x", 4), ("2xy", "x", 2), ("exp(y)*x", "y", 7)])
def test_the_other_letter_is_refused_where_it_stands(text: str, letter: Letter, column: int) -> None:
    with pytest.raises(WrongFormula) as wrong:
        OneVariable(text, letter)
    assert wrong.value.column == column


def test_letters_within_names_are_none() -> None:
    assert OneVariable("exp(y)", "y").at(np.array([0.0])).slope == 1
