"""A typed surface is a surface: its shapes, its facts, its pictures, and what the engine makes of it."""

import re

import numpy as np
import pytest
from hypothesis import assume, example, given, settings

from figures.contour import contour
from figures.heights import LARGEST, heights
from figures.relief import relief
from formulas import TypedSurface, WrongFormula, read
from formulas.latex import latex
from latex.mathml import mathml
from latex.reader import parse
from optimizers import OPTIMIZERS, GradientDescent, Momentum
from simulation import Entrant, race, status_of
from simulation.lanes import lanes_of
from simulation.run import _advance  # the plain loop, to compare with
from simulation.tape import record_slope
from surfaces import KINDS
from surfaces.written import written
from tests.formulas.texts import FORMULAS, LATE, PLACES, SAID, WEIRD, by_python
from text import LANGUAGES
from work.pieces import finished

EVERY = [*SAID.values(), *WEIRD]


@pytest.mark.parametrize("text", EVERY)
@pytest.mark.parametrize("shape", [(2,), (2, 0), (2, 5), (2, 3, 4), (2, 60, 200)])
def test_shapes(text: str, shape: tuple[int, ...]) -> None:
    surface = TypedSurface(text)
    p = np.random.default_rng(3).uniform(-4, 4, shape)
    before = p.copy()
    value, gradient, hessian = surface.value(p), surface.gradient(p), surface.hessian(p)
    assert np.shape(value) == shape[1:]
    assert gradient.shape == shape
    assert hessian.shape == (2, *shape)
    np.testing.assert_array_equal(hessian[0, 1], hessian[1, 0])
    assert not np.shares_memory(p, value)
    assert not np.shares_memory(p, gradient)
    np.testing.assert_array_equal(p, before)


@pytest.mark.parametrize("text", EVERY)
def test_facts(text: str) -> None:
    surface = TypedSurface(text)
    (x0, x1), (y0, y1) = surface.domain
    assert x0 < surface.start[0] < x1
    assert y0 < surface.start[1] < y1
    assert 1e-6 <= surface.learning_rate <= 100
    assert surface.kind in KINDS
    assert surface == TypedSurface(text)
    assert hash(surface) == hash(TypedSurface(text))
    assert surface != TypedSurface(text, ((-1.0, 1.0), (-1.0, 1.0)))
    for language in LANGUAGES:
        assert surface.lesson[language]
    assert mathml(parse(surface.formula)).startswith("<math")


def test_a_wrong_formula_is_no_surface() -> None:
    with pytest.raises(WrongFormula):
        TypedSurface("x**")


@pytest.mark.parametrize("domain", [((-1000.0, 1000.0), (999.99, 1000.0)), ((0.0, 0.01), (0.0, 0.01))])
def test_a_start_lies_inside_the_smallest_picture(domain: tuple[tuple[float, float], tuple[float, float]]) -> None:
    surface = TypedSurface("x**2 + y**2 + x*y", domain)
    assert all(low <= place <= high for (low, high), place in zip(domain, surface.start, strict=True))


def test_where_there_is_a_way_down_the_race_begins_on_it() -> None:
    for text in (*SAID.values(), "-exp(-x**2 - y**2)", "log(x)**2 + y**2", "abs(x) + 3*abs(y)"):
        surface = TypedSurface(text)
        run = race(surface, [Entrant(GradientDescent(), surface.learning_rate)], surface.start, surface.steps)
        assert run.loss[-1, 0] < run.loss[0, 0], text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x**2 + y**2", "convex"),
        ("abs(x) + abs(y)", "convex"),
        ("log(1 + exp(x)) + y**2", "convex"),
        ("3", "convex"),
        ("-abs(x) - abs(y)", "saddle"),
        ("x**2 - y**2", "saddle"),
        ("x**4/4 - x**2 + y**2", "multi-minimum"),
        ("(1 - x)**2 + 100*(y - x**2)**2", "valley"),
        ("-exp(-x**2 - y**2)", "plateau"),
        ("x**2 + y**2 + sin(8*pi*x)", "multi-minimum"),
        ("x**2 + y**2 + 0.01*sin(8*pi*x)", "multi-minimum"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert TypedSurface(text).kind == kind


def test_what_is_called_convex_says_where_that_was_looked_at() -> None:
    assert "convex at all 5777 points" in TypedSurface("x**2 + y**2").lesson.en
    assert "convex" not in TypedSurface("x**2 - y**2").lesson.en


def test_what_is_wavy_only_between_the_points_of_the_grid_is_not_convex() -> None:
    """sin(4πx)² vanishes at every place of a grid of 41 over ten units, and so does every difference of neighbours."""
    surface = TypedSurface("x**2 + y**2 + 0.02*sin(4*pi*x)**2", ((-5.0, 5.0), (-5.0, 5.0)))
    assert surface.kind != "convex"


@pytest.mark.parametrize(
    "text", [SAID["Himmelblau"], SAID["Rosenbrock"], SAID["six-hump camel"], "x**3 - 3*x*y**2", "1/(1 + x**2) + y**-2"]
)
def test_arithmetic_is_recorded_and_replayed_to_the_bit(text: str) -> None:
    surface = TypedSurface(text)
    assert record_slope(surface, 2).tape.lines
    entrants = [Entrant(GradientDescent(), 1e-3), Entrant(Momentum(), 1e-3)]
    path = race(surface, entrants, surface.start, 80).path
    plain = np.empty_like(path)
    plain[0] = np.reshape(surface.start, (2, 1))
    finished(_advance(surface, lanes_of(entrants, 1, 80), plain, None))
    np.testing.assert_array_equal(path, plain)


@pytest.mark.parametrize(("name", "text"), SAID.items())
def test_it_is_written_for_pytorch(name: str, text: str) -> None:
    found = written(TypedSurface(text))
    assert found is not None, name
    line = re.sub(r"torch\.(\w+)", r"\1", found.height)
    names = dict(found.names)
    assert names or read(line.replace("absolute", "abs")), name


@settings(max_examples=40, deadline=None)
@given(LATE, PLACES)
@example("x**(y**0*1e9**20*1e9**12)", (1.5, 2.0))
@example("x**(y**0*1e9**20*1e9**12*1e9**5)", (1.5, 2.0))
def test_a_constant_that_appears_late_breaks_nothing(text: str, place: tuple[float, float]) -> None:
    """Everything that a page makes of a formula is made of it: facts, pictures, a race, its standing, code, signs."""
    surface = TypedSurface(text)
    run = race(surface, [Entrant(rule(), 0.1) for rule in OPTIMIZERS.values()], surface.start, 5)
    assert status_of(surface, run).verdict.shape == run.loss.shape
    assert surface.hessian(np.array(surface.start)).shape == (2, 2)
    for figure in (contour(surface, "light"), relief(surface, "dark")):
        assert figure.to_json()
    assert mathml(parse(surface.formula))
    written(surface)
    expected = by_python(text, *map(np.array, place))
    np.testing.assert_allclose(surface.value(np.array(place)), expected, rtol=1e-12, equal_nan=True)


@pytest.mark.parametrize("text", EVERY)
def test_pictures_have_numbers_that_can_be_drawn(text: str) -> None:
    surface = TypedSurface(text)
    shown = heights(surface, 81)
    finite = shown.shown[np.isfinite(shown.shown)]
    assert not np.isinf(shown.shown).any()
    assert (np.abs(finite) <= LARGEST).all()
    ends = shown.contours
    assert ends["size"] > 0
    assert (ends["end"] - ends["start"]) / ends["size"] <= 20, "a browser that draws lines without end hangs"
    assert ends["start"] + ends["size"] > ends["start"]
    for figure in (contour(surface, "light"), relief(surface, "dark")):
        assert figure.to_json()


def test_beside_a_pole_the_rest_is_seen() -> None:
    shown = heights(TypedSurface("1/x + y**2"), 121)
    assert np.nanmax(shown.shown) < 60
    assert shown.measured


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(x**2 + y)/10", r"\frac{x^{2} + y}{10}"),
        ("-x**2", "-x^{2}"),
        ("(-x)**2", "(-x)^{2}"),
        ("2*-x", "2 (-x)"),
        ("x - (y - 1)", "x - (y - 1)"),
        ("x*2", r"x \cdot 2"),
        ("2*pi*x", r"2 \pi x"),
        ("sin(x)**2*y", r"\sin^{2}(x) y"),
        ("sin(x)**-1", r"(\sin(x))^{-1}"),
        ("exp(x)**2", r"(e^{x})^{2}"),
        ("e**x", "e^{x}"),
        ("sqrt(x/2)", r"\sqrt{\frac{x}{2}}"),
        ("log(x/2)", r"\log\left(\frac{x}{2}\right)"),
        ("abs(x)", r"\left|x\right|"),
        ("1e-5*x", r"1 \cdot 10^{-5} x"),
        ("x**y**2", "x^{y^{2}}"),
        ("(x**y)**2", "(x^{y})^{2}"),
        ("x/y*2", r"\frac{x}{y} \cdot 2"),
        ("3*(x/y)", r"3 \cdot \frac{x}{y}"),
    ],
)
def test_formulas_are_typeset(text: str, expected: str) -> None:
    assert latex(read(text)) == expected


@given(FORMULAS)
def test_every_formula_can_be_typeset(text: str) -> None:
    try:
        typeset = latex(read(text))
    except WrongFormula:
        assume(False)
    assert mathml(parse(typeset))
    assert typeset.count("{") == typeset.count("}")
