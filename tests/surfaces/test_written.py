"""Every surface's formula as PyTorch code: carried out with NumPy in PyTorch's place it gives what `value` gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from parameters import Array, parameters
from surfaces import SURFACES, Surface
from surfaces.bowl import Bowl
from surfaces.ravine import Ravine
from surfaces.written import LONGEST, SHORT, Written, written


def function_of(formula: Written) -> Callable[[Array, Array], Array]:
    """The code, run by Python."""
    lines = [*(f"{name} = {text}" for name, text in formula.names), f"return {formula.height}"]
    names: dict[str, Any] = {"torch": np}
    exec("def f(x, y):\n" + "\n".join(f"    {line}" for line in lines), names)
    function: Callable[[Array, Array], Array] = names["f"]
    return function


def made(value: Callable[[Any], Any]) -> Surface:
    """A bowl with another height."""
    return type("Made", (Bowl,), {"value": lambda _, p: value(p)})()


@pytest.mark.parametrize("key", list(SURFACES))
def test_it_gives_what_the_surface_gives(key: str) -> None:
    surface = SURFACES[key]
    formula = written(surface)
    assert formula is not None
    (x0, x1), (y0, y1) = surface.domain
    p = np.random.default_rng(1).uniform([[x0], [y0]], [[x1], [y1]], (2, 2000))
    expected = surface.value(p)
    np.testing.assert_allclose(function_of(formula)(*p), expected, rtol=1e-12, atol=1e-12 * np.abs(expected).max())


@pytest.mark.parametrize("key", list(SURFACES))
def test_it_can_be_read(key: str) -> None:
    formula = written(SURFACES[key])
    assert formula is not None
    lines = [*(text for _, text in formula.names), formula.height]
    assert max(map(len, lines)) < 150
    assert "np." not in "".join(lines)
    assert "3.14" not in "".join(lines), "π has a name"
    for name, text in formula.names:
        assert len(text) > SHORT
        uses = sum(len(re.findall(rf"\b{name}\b", each)) for each in lines)
        assert uses > 1, f"{name} is needed only once"


def test_a_parameter_stands_there_as_its_number() -> None:
    assert written(Ravine(condition_number=200.0)) == Written((), "(x**2 + 200 * y**2) / 2")
    for surface in SURFACES.values():
        knobs = {each.key: each.low + 0.3 * (each.high - each.low) for each in parameters(surface)}
        other = replace(surface, **knobs)  # type: ignore[type-var]
        formula = written(other)
        assert formula is not None
        assert function_of(formula)(np.array(0.3), np.array(-0.7)) == pytest.approx(
            float(other.value(np.array([0.3, -0.7]))), rel=1e-12
        )


@pytest.mark.parametrize(
    ("value", "height"),
    [
        (lambda p: p[0] - (p[1] - 1), "x - (y - 1)"),
        (lambda p: p[0] - p[1] - 1, "x - y - 1"),
        (lambda p: p[0] / (p[1] * 2), "x / (y * 2)"),
        (lambda p: p[0] / p[1] * 2, "x / y * 2"),
        (lambda p: (-p[0]) ** 2 + p[1], "(-x)**2 + y"),
        (lambda p: -(p[0] ** 2) + p[1], "-x**2 + y"),
        (lambda p: -(p[0] + p[1]), "-(x + y)"),
        (lambda p: (p[0] ** 2) ** 3 + 2.0 ** p[1], "(x**2)**3 + 2**y"),
        (lambda p: p[0] * -3 + p[1], "x * (-3) + y"),
        (lambda p: (-3) ** 2 * p[0] + p[1], "9 * x + y"),
        (lambda p: np.pi * p[0] + np.e * p[1], "torch.pi * x + torch.e * y"),
        (lambda p: -4 * np.pi * p[0] + 0.1 * p[1], "-4 * torch.pi * x + 0.1 * y"),
        (lambda p: np.sqrt(p).sum(axis=0) + abs(p[0]), "torch.sqrt(x) + torch.sqrt(y) + torch.absolute(x)"),
        (lambda p: np.square(p[0]) + p[1], "x**2 + y"),
        (lambda p: np.tanh(p[0] + p[1]) + np.log1p(p[1]), "torch.tanh(x + y) + torch.log1p(y)"),
    ],
)
def test_brackets_stand_where_they_are_needed(value: Callable[[Any], Any], height: str) -> None:
    surface = made(value)
    assert written(surface) == Written((), height)
    p = np.array([[0.3, 2.0], [1.7, 0.25]])
    with np.errstate(all="ignore"):
        np.testing.assert_allclose(function_of(Written((), height))(*p), surface.value(p), rtol=1e-14)


def test_what_is_needed_more_than_once_has_a_name() -> None:
    def value(p: Any) -> Any:
        far = p[0] + 2 * p[1]
        near = np.cos(far) + far
        return near * near + far

    assert written(made(value)) == Written((("a", "x + 2 * y"), ("b", "torch.cos(a) + a")), "b * b + a")


def _doubled(p: Any) -> Any:
    for _ in range(40):
        p = p + p
    return p[0] + p[1]


def _told_apart(p: Any) -> Any:
    return p[0] if p.dtype == object else p[1]


@pytest.mark.parametrize(
    "value",
    [
        lambda p: np.where(p[0] > 0, p[0], p[1]),
        lambda p: p[0] if p[0] > 0 else p[1],
        lambda p: np.maximum(p[0], p[1]),
        lambda p: np.arctan2(p[0], p[1]),
        lambda p: p[0] * np.inf,
        lambda p: p[0] * True,
        lambda p: p[0] * "2",
        lambda p: np.zeros(p.shape[1:]),
        lambda p: p,
        lambda p: float(p[0]),
        lambda p: p.astype(np.float64).sum(axis=0),
        lambda p: sum(np.sin(k * p[0]) for k in range(1, 300)) + p[1],
        lambda p: p[0] + 1 / 0,
        _doubled,
        _told_apart,
    ],
)
def test_what_cannot_be_written_is_not_written(value: Callable[[Any], Any]) -> None:
    assert written(made(value)) is None


def test_there_is_an_end_to_what_is_written() -> None:
    def long(terms: int) -> Surface:
        return made(lambda p: sum(np.sin(k + p[0]) for k in range(terms)) + p[1])

    short, longer, longest = (written(long(terms)) for terms in (2, 60, 190))
    assert short is not None
    assert longer is not None
    assert len(short.height) < len(longer.height) <= LONGEST
    assert longest is None


@dataclass(frozen=True)
class _Faithless(Bowl):
    """Hands a letter something that it would not hand a number."""

    def value(self, p: Array) -> Array:
        x, y = p
        return x**2 + (2 * y if isinstance(x, np.ndarray) else y)


def test_a_trace_is_not_believed_without_an_example() -> None:
    assert written(_Faithless()) is None
