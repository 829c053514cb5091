"""Derivatives are exact: against closed forms, against differences, and at kinks as they are said to be."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from formulas import WrongFormula, read
from formulas.jets import Jet, jet
from formulas.tree import ON_NUMBERS, evaluate, straightened
from parameters import Array
from tests.formulas.texts import FORMULAS, PLACES, SAID

sin, cos, exp, log, sqrt, tanh = np.sin, np.cos, np.exp, np.log, np.sqrt, np.tanh
X, Y = 0.7, 1.3


def derived(text: str, x: Any, y: Any) -> Jet:
    with np.errstate(all="ignore"):
        found = jet(straightened(read(text)), np.float64(x), np.float64(y), curved=True)
    return Jet._make([*(0.0 if part is None else part for part in found[:6]), True])


def value(text: str, x: float, y: float) -> float:
    with np.errstate(all="ignore"):
        return float(evaluate(straightened(read(text)), ON_NUMBERS, np.float64(x), np.float64(y), np.float64))


CLOSED: dict[str, tuple[float, ...]] = {
    "x*y": (Y, X, 0, 1, 0),
    "x/y": (
        1 / Y,
        -X / Y**2,
        0,
        -1 / Y**2,
        2 * X / Y**3,
    ),
    "sin(x*y)": (
        Y * cos(X * Y),
        X * cos(X * Y),
        -(Y**2) * sin(X * Y),
        cos(X * Y) - X * Y * sin(X * Y),
        -(X**2) * sin(X * Y),
    ),
    "cos(x - 2*y)": (
        -sin(X - 2 * Y),
        2 * sin(X - 2 * Y),
        -cos(X - 2 * Y),
        2 * cos(X - 2 * Y),
        -4 * cos(X - 2 * Y),
    ),
    "tan(x)": (
        1 / cos(X) ** 2,
        0,
        2 * sin(X) / cos(X) ** 3,
        0,
        0,
    ),
    "exp(x**2 - y)": (
        2 * X * exp(X**2 - Y),
        -exp(X**2 - Y),
        (2 + 4 * X**2) * exp(X**2 - Y),
        -2 * X * exp(X**2 - Y),
        exp(X**2 - Y),
    ),
    "log(x + y**2)": (
        1 / (X + Y**2),
        2 * Y / (X + Y**2),
        -1 / (X + Y**2) ** 2,
        -2 * Y / (X + Y**2) ** 2,
        2 / (X + Y**2) - 4 * Y**2 / (X + Y**2) ** 2,
    ),
    "sqrt(x**2 + y**2)": (
        X / np.hypot(X, Y),
        Y / np.hypot(X, Y),
        Y**2 / np.hypot(X, Y) ** 3,
        -X * Y / np.hypot(X, Y) ** 3,
        X**2 / np.hypot(X, Y) ** 3,
    ),
    "abs(x*y - 3)": (-Y, -X, 0, -1, 0),
    "tanh(x + y)": (
        1 - tanh(X + Y) ** 2,
        1 - tanh(X + Y) ** 2,
        *[-2 * tanh(X + Y) * (1 - tanh(X + Y) ** 2)] * 3,
    ),
    "(x - y)**3": (
        3 * (X - Y) ** 2,
        -3 * (X - Y) ** 2,
        6 * (X - Y),
        -6 * (X - Y),
        6 * (X - Y),
    ),
    "(x - y)**-2": (
        -2 * (X - Y) ** -3,
        2 * (X - Y) ** -3,
        6 * (X - Y) ** -4,
        -6 * (X - Y) ** -4,
        6 * (X - Y) ** -4,
    ),
    "x**1.5": (1.5 * X**0.5, 0, 0.75 * X**-0.5, 0, 0),
    "x**y": (
        Y * X ** (Y - 1),
        X**Y * log(X),
        Y * (Y - 1) * X ** (Y - 2),
        X ** (Y - 1) * (1 + Y * log(X)),
        X**Y * log(X) ** 2,
    ),
    "2**(x*y)": (
        log(2) * Y * 2 ** (X * Y),
        log(2) * X * 2 ** (X * Y),
        (log(2) * Y) ** 2 * 2 ** (X * Y),
        (log(2) + log(2) ** 2 * X * Y) * 2 ** (X * Y),
        (log(2) * X) ** 2 * 2 ** (X * Y),
    ),
    "-x + 3 - y - (x + y) + 0*x": (-2, -2, 0, 0, 0),
}
"""f_x, f_y, f_xx, f_xy and f_yy at (X, Y), by hand."""


@pytest.mark.parametrize("text", CLOSED)
def test_every_operation_against_its_closed_form(text: str) -> None:
    found = [float(part) for part in derived(text, X, Y)[1:6]]
    np.testing.assert_allclose(found, CLOSED[text], rtol=1e-12, atol=1e-14)


def richardson(function: Callable[[float], float], at: float) -> tuple[float, float]:
    """The derivative by central differences of two widths, and how far these two are apart."""
    with np.errstate(all="ignore"):
        wide, narrow = ((function(at + h) - function(at - h)) / (2 * h) for h in (2e-4, 1e-4))
    return (4 * narrow - wide) / 3, abs(narrow - wide)


@given(FORMULAS, PLACES)
def test_random_formulas_against_differences(text: str, place: tuple[float, float]) -> None:
    """Where differences of two widths agree, the derivatives agree with them."""
    x, y = place
    try:
        found = [float(part) for part in derived(text, x, y)[:6]]
    except WrongFormula:
        assume(False)
    assume(np.isfinite(found).all() and abs(found[0]) < 1e6)
    assert found[0] == pytest.approx(value(text, x, y), rel=1e-9, abs=1e-12)
    pairs = [
        (found[1], lambda t: value(text, t, y), x),
        (found[2], lambda t: value(text, x, t), y),
        (found[3], lambda t: float(derived(text, t, y).x), x),
        (found[4], lambda t: float(derived(text, x, t).x), y),
        (found[4], lambda t: float(derived(text, t, y).y), x),
        (found[5], lambda t: float(derived(text, x, t).y), y),
    ]
    for exact, along, at in pairs:
        measured, doubt = richardson(along, at)
        if np.isfinite(measured) and doubt <= 1e-6 * max(1.0, abs(measured)):
            assert exact == pytest.approx(measured, rel=1e-4, abs=1e-4 + 1e-8 * abs(found[0])), (text, place)


@pytest.mark.parametrize("text", SAID.values())
def test_formulas_as_typed_against_differences(text: str) -> None:
    """No doubt here: they are smooth."""
    exact = [float(part) for part in derived(text, X, Y)[1:6]]
    measured = [
        richardson(lambda t: value(text, t, Y), X)[0],
        richardson(lambda t: value(text, X, t), Y)[0],
        richardson(lambda t: float(derived(text, t, Y).x), X)[0],
        richardson(lambda t: float(derived(text, X, t).x), Y)[0],
        richardson(lambda t: float(derived(text, X, t).y), Y)[0],
    ]
    np.testing.assert_allclose(exact, measured, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("text", ["sqrt(x**2 + y**2)", "abs(x) + abs(y)", "(x**2 + y**2)**0.5", "abs(x*y) + abs(x)"])
def test_at_a_kink_the_slope_is_0_and_the_curvature_no_number(text: str) -> None:
    found = derived(text, 0.0, 0.0)
    assert (float(found.x), float(found.y)) == (0.0, 0.0)
    assert not np.isfinite([float(part) for part in found[3:6]]).all()


@pytest.mark.parametrize("text", ["log(x)", "sqrt(x)", "x**0.5", "x**y", "log(x)*0 + y"])
def test_outside_its_domain_a_formula_has_no_slope(text: str) -> None:
    found = derived(text, -1.0, 0.5)
    assert np.isnan(float(found.value))
    assert np.isnan(float(found.x))


@given(st.integers(-20, 20), st.floats(-3, 3).filter(lambda base: abs(base) > 0.1))
def test_whole_powers_of_negative_numbers(k: int, base: float) -> None:
    found = derived(f"x**{k}", base, 0.0)
    expected = [base**k, k * base ** (k - 1), k * (k - 1) * base ** (k - 2)]
    np.testing.assert_allclose([float(found.value), float(found.x), float(found.xx)], expected, rtol=1e-12, atol=1e-30)


@pytest.mark.parametrize("text", [*SAID.values(), "3", "x", "abs(x)", "x**y + log(x)"])
def test_arrays_of_any_shape_give_what_their_points_give(text: str) -> None:
    x, y = np.random.default_rng(1).uniform(-2, 2, (2, 3, 4))
    with np.errstate(all="ignore"):
        whole = jet(straightened(read(text)), x, y, curved=True)
    for i, j in ((0, 0), (2, 3)):
        one = derived(text, x[i, j], y[i, j])
        for all_of_it, part in zip(whole[:6], one[:6], strict=True):
            grid: Array = np.broadcast_to(0.0 if all_of_it is None else all_of_it, x.shape)
            np.testing.assert_allclose(grid[i, j], float(part), rtol=1e-13, equal_nan=True)
