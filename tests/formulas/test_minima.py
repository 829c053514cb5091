"""The search finds what is known of the surfaces that have facts, and is honest where there is nothing to find."""

from collections.abc import Sequence

import numpy as np
import pytest

from formulas import TypedSurface
from formulas.minima import MOST_MINIMA, MOST_SADDLES, Floor, Landmarks, landmarks
from parameters import Array
from surfaces import SURFACES, Minimum, Saddle, Surface
from tests.formulas.texts import SAID, WEIRD


def places(marks: Sequence[Minimum | Saddle]) -> list[tuple[float, float]]:
    return sorted((round(each.place[0], 9) + 0.0, round(each.place[1], 9) + 0.0) for each in marks)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=list(SURFACES))
def test_every_surface_with_facts(surface: Surface) -> None:
    """The same minima, as global, as deep; the same saddles, where they are marked."""
    found = landmarks(surface)
    assert len(found.minima) == len(surface.minima)
    for known in surface.minima:
        seen = min(found.minima, key=lambda each: np.hypot(*np.subtract(each.place, known.place)))
        assert seen.place == pytest.approx(known.place, abs=1e-8)
        assert seen.value == pytest.approx(known.value, abs=1e-10)
        assert seen.is_global == known.is_global
    if surface.saddles:
        assert places(found.saddles) == places(surface.saddles)
    assert found.floor == ("inside" if surface.minima else "edge")


RETYPED = {
    "Himmelblau": "himmelblau",
    "two wells": "two-wells",
    "six-hump camel": "six-hump-camel",
    "Rosenbrock": "rosenbrock",
    "Rastrigin": "rastrigin",
    "Ackley": "ackley",
}


@pytest.mark.parametrize(("name", "key"), RETYPED.items())
def test_a_surface_typed_again_has_the_facts_of_the_registry(name: str, key: str) -> None:
    known = SURFACES[key]
    typed = TypedSurface(SAID[name], known.domain)
    points = np.random.default_rng(2).uniform(-3, 3, (2, 50))
    np.testing.assert_allclose(typed.value(points), known.value(points), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(typed.gradient(points), known.gradient(points), rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(typed.hessian(points), known.hessian(points), rtol=1e-9, atol=1e-9)
    assert places(typed.minima) == places(known.minima)
    assert sorted(each.is_global for each in typed.minima) == sorted(each.is_global for each in known.minima)
    assert typed.lowest == pytest.approx(known.lowest, abs=1e-12)
    assert typed.kind == known.kind


FLOORS: dict[str, tuple[Floor, int, int]] = {
    "x**2 + y**2": ("inside", 1, 0),
    "x**4 + y**4": ("inside", 1, 0),
    "abs(x) + 3*abs(y)": ("inside", 1, 0),
    "sqrt(x**2 + y**2)": ("inside", 1, 0),
    "abs(x - 0.3*y) + 0.1*abs(y)": ("inside", 1, 0),
    "abs(x + y) + abs(x - y)": ("inside", 1, 0),
    "abs(abs(x) - 1) + y**2": ("inside", 2, 0),
    "x**3 - 3*x*y**2": ("edge", 0, 1),
    "x**2 - y**2": ("edge", 0, 1),
    "x + y": ("edge", 0, 0),
    "(x - 9)**2 + y**2": ("edge", 0, 0),
    "3": ("flat", 0, 0),
    "x**2": ("flat", 0, 0),
    "(x - y)**2": ("flat", 0, 0),
    "(x**2 + y**2 - 4)**2": ("flat", 0, 0),
    "(x*y - 1)**2": ("flat", 0, 1),
    "x**2 + (x - y)**4": ("inside", 1, 0),
    "1/x": ("endless", 0, 0),
    "log(x)": ("endless", 0, 0),
    "-1/(x**2 + y**2)": ("endless", 0, 0),
    "-1/((x - 0.123)**2 + y**2)": ("endless", 0, 0),
    "log(-1 - x**2)": ("nowhere", 0, 0),
    "0/0": ("nowhere", 0, 0),
}


@pytest.mark.parametrize("text", FLOORS)
def test_where_the_lowest_place_is(text: str) -> None:
    found = landmarks(TypedSurface(text))
    assert (found.floor, len(found.minima), len(found.saddles)) == FLOORS[text]
    assert any(each.is_global for each in found.minima) == (found.floor == "inside")


def test_a_minimum_that_is_lower_on_the_edge_is_only_local() -> None:
    found = landmarks(TypedSurface("x**3/3 - x + y**2"))
    (minimum,) = found.minima
    assert minimum.place == pytest.approx((1, 0))
    assert not minimum.is_global
    assert TypedSurface("x**3/3 - x + y**2").lowest is None


def test_a_minimum_on_the_very_edge_counts() -> None:
    (minimum,) = TypedSurface("x**2 + y**2", ((0.0, 5.0), (0.0, 5.0))).minima
    assert (minimum.place, minimum.is_global) == ((0.0, 0.0), True)


def test_more_minima_than_can_be_marked() -> None:
    found = landmarks(TypedSurface("sin(20*x)*sin(20*y)"))
    assert (len(found.minima), found.more, found.saddles) == (MOST_MINIMA, True, ())


def assert_sound(surface: TypedSurface, found: Landmarks) -> None:
    """Whatever was found is inside, is level where it is smooth, and is lower than what is about it."""
    (x0, x1), (y0, y1) = surface.domain
    assert len(found.saddles) <= MOST_SADDLES
    marks: list[Minimum | Saddle] = [*found.minima, *found.saddles]
    for mark in marks:
        x, y = mark.place
        assert x0 <= x <= x1
        assert y0 <= y <= y1
        assert float(surface.value(np.array(mark.place))) == mark.value
    for minimum in found.minima:
        angles = np.linspace(0, 2 * np.pi, 40)
        around = np.reshape(minimum.place, (2, 1)) + 0.01 * np.array([np.cos(angles), np.sin(angles)])
        assert (surface.value(around) > minimum.value).all()


@pytest.mark.parametrize("text", [*WEIRD, *SAID.values()])
def test_whatever_is_found_is_one(text: str) -> None:
    surface = TypedSurface(text)
    assert_sound(surface, Landmarks(surface.minima, surface.saddles, "inside"))


class Counting:
    """A surface that counts the points at which it is asked."""

    domain = ((-5.0, 5.0), (-5.0, 5.0))

    def __init__(self, text: str) -> None:
        self.surface = TypedSurface(text)
        self.points = 0

    def value(self, p: Array) -> Array:
        self.points += p[0].size
        return self.surface.value(p)

    def gradient(self, p: Array) -> Array:
        self.points += p[0].size
        return self.surface.gradient(p)

    def hessian(self, p: Array) -> Array:
        self.points += p[0].size
        return self.surface.hessian(p)


@pytest.mark.parametrize("text", [*WEIRD, *SAID.values()])
def test_the_work_is_bounded(text: str) -> None:
    counting = Counting(text)
    landmarks(counting)
    assert counting.points < 700_000
