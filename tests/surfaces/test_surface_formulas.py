"""Each name stands for the function that was published under it: the formulas as printed, typed here again."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy import cos, e, exp, pi, sin, sqrt
from numpy.testing import assert_allclose

from parameters import Array
from surfaces import SURFACES
from surfaces.ravine import Ravine
from surfaces.stationary import local_minima


def _levy(x: Array, y: Array) -> Array:
    w1, w2 = 1 + (x - 1) / 4, 1 + (y - 1) / 4
    first = sin(pi * w1) ** 2
    middle = (w1 - 1) ** 2 * (1 + 10 * sin(pi * w1 + 1) ** 2)
    last = (w2 - 1) ** 2 * (1 + sin(2 * pi * w2) ** 2)
    return first + middle + last


def _goldstein_price(x: Array, y: Array) -> Array:
    first = 1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x**2 - 14 * y + 6 * x * y + 3 * y**2)
    second = 30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x**2 + 48 * y - 36 * x * y + 27 * y**2)
    return first * second


def _ackley(x: Array, y: Array) -> Array:
    return -20 * exp(-0.2 * sqrt(0.5 * (x**2 + y**2))) - exp(0.5 * (cos(2 * pi * x) + cos(2 * pi * y))) + e + 20


PRINTED: dict[str, Callable[[Array, Array], Array]] = {
    "bowl": lambda x, y: x**2 + y**2,
    "class-ravine": lambda x, y: x**2 / 20 + y**2,
    "ravine": lambda x, y: (x**2 + 50 * y**2) / 2,
    "matyas": lambda x, y: 0.26 * (x**2 + y**2) - 0.48 * x * y,
    "booth": lambda x, y: (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
    "hyperbolic-saddle": lambda x, y: x**2 - y**2,
    "bounded-saddle": lambda x, y: x**2 - y**2 + y**4,
    "monkey-saddle": lambda x, y: x**3 - 3 * x * y**2,
    "two-wells": lambda x, y: (
        x**2 + y**2 - 2 * exp(-((x - 1) ** 2 + y**2) / 0.2) - 3 * exp(-((x + 1) ** 2 + y**2) / 0.2)
    ),
    "himmelblau": lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
    "three-hump-camel": lambda x, y: 2 * x**2 - 1.05 * x**4 + x**6 / 6 + x * y + y**2,
    "six-hump-camel": lambda x, y: (4 - 2.1 * x**2 + x**4 / 3) * x**2 + x * y + (-4 + 4 * y**2) * y**2,
    "styblinski-tang": lambda x, y: (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y) / 2,
    "rastrigin": lambda x, y: 20 + x**2 - 10 * cos(2 * pi * x) + y**2 - 10 * cos(2 * pi * y),
    "ackley": _ackley,
    "levy": _levy,
    "goldstein-price": _goldstein_price,
    "rosenbrock": lambda x, y: 100 * (y - x**2) ** 2 + (1 - x) ** 2,
    "beale": lambda x, y: (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2,
    "gaussian-plateau": lambda x, y: 1 - exp(-(x**2 + y**2) / 2),
}


@pytest.mark.parametrize("key", PRINTED)
def test_value_is_the_printed_formula(key: str) -> None:
    surface = SURFACES[key]
    (x0, x1), (y0, y1) = surface.domain
    p = np.random.default_rng(7).uniform([[x0], [y0]], [[x1], [y1]], (2, 1000))
    printed = PRINTED[key](*p)
    assert_allclose(surface.value(p), printed, rtol=1e-9, atol=1e-13 * float(np.abs(printed).max()))


@pytest.mark.parametrize("condition_number", [1.0, 7.0, 1000.0])
def test_the_knob_of_the_ravine_is_its_condition_number(condition_number: float) -> None:
    ravine = Ravine(condition_number)
    flattest, steepest = np.linalg.eigvalsh(ravine.hessian(np.array([3.0, 1.0])))
    assert steepest / flattest == pytest.approx(condition_number)
    assert ravine.value(np.array([3.0, 1.0])) == pytest.approx((9 + condition_number) / 2)


KNOWN_VALUES = [
    ("booth", (1, 3), 0),
    ("booth", (0, 0), 74),
    ("matyas", (1, 1), 0.04),
    ("himmelblau", (0, 0), 170),
    ("himmelblau", (3, 2), 0),
    ("three-hump-camel", (0, 0), 0),
    ("three-hump-camel", (1, 1), 187 / 60),
    ("six-hump-camel", (0.0898, -0.7126), -1.031628),
    ("six-hump-camel", (1, 1), 97 / 30),
    ("styblinski-tang", (0, 0), 0),
    ("styblinski-tang", (-2.903534, -2.903534), 2 * -39.166166),
    ("rastrigin", (0, 0), 0),
    ("rastrigin", (1, 1), 2),
    ("rastrigin", (0.5, 0.5), 40.5),
    ("ackley", (0, 0), 0),
    ("ackley", (1, 1), 20 * (1 - np.exp(-0.2))),
    ("levy", (1, 1), 0),
    ("levy", (5, 1), 1 + 10 * np.sin(1) ** 2),
    ("goldstein-price", (0, -1), 3),
    ("goldstein-price", (0, 0), 600),
    ("goldstein-price", (1, 1), 1876),
    ("rosenbrock", (1, 1), 0),
    ("rosenbrock", (-1.2, 1), 24.2),
    ("beale", (3, 0.5), 0),
    ("beale", (0, 0), 14.203125),
    ("beale", (1, 2), 126.453125),
    ("gaussian-plateau", (1, 0), 1 - np.exp(-0.5)),
]


@pytest.mark.parametrize(("key", "place", "value"), KNOWN_VALUES)
def test_known_value(key: str, place: tuple[float, float], value: float) -> None:
    assert SURFACES[key].value(np.array(place, dtype=float)) == pytest.approx(value, rel=1e-6, abs=1e-12)


def test_only_the_six_hump_camel_goes_down_to_minus_one() -> None:
    assert {minimum.value for minimum in SURFACES["three-hump-camel"].minima if minimum.is_global} == {0.0}
    assert [round(minimum.value, 4) for minimum in SURFACES["six-hump-camel"].minima if minimum.is_global] == [
        -1.0316,
        -1.0316,
    ]


@pytest.mark.parametrize(
    ("key", "place", "gradient"),
    [
        ("booth", (0, 0), (-34, -38)),
        ("matyas", (1, 0), (0.52, -0.48)),
        ("himmelblau", (1, 1), (-46, -38)),
        ("three-hump-camel", (1, 1), (1.8, 3)),
        ("six-hump-camel", (1, 1), (2.6, 9)),
        ("styblinski-tang", (1, -1), (-11.5, 16.5)),
        ("rastrigin", (0.25, 1), (0.5 + 20 * np.pi, 2)),
        ("rosenbrock", (-1, 1), (-4, 0)),
        ("rosenbrock", (0, 1), (-2, 200)),
        ("beale", (1, 1), (0, 27.75)),
        ("beale", (0, 0), (-12.75, 0)),
        ("monkey-saddle", (1, 2), (-9, -12)),
        ("bounded-saddle", (1, 1), (2, 2)),
    ],
)
def test_gradient_worked_out_by_hand(key: str, place: tuple[float, float], gradient: tuple[float, float]) -> None:
    assert_allclose(SURFACES[key].gradient(np.array(place, dtype=float)), gradient, atol=1e-12)


def test_the_rastrigin_minima_are_the_roots_of_one_equation() -> None:
    coordinates = np.array([minimum.place[0] for minimum in SURFACES["rastrigin"].minima])
    assert_allclose(2 * coordinates + 20 * np.pi * np.sin(2 * np.pi * coordinates), 0, atol=1e-11)
    assert len(SURFACES["rastrigin"].minima) == 11**2
    assert len(set(coordinates)) == 11


def test_the_tip_of_ackley_is_a_kink() -> None:
    ackley = SURFACES["ackley"]
    for angle in np.linspace(0, 2 * np.pi, 8):
        p = 1e-7 * np.array([np.cos(angle), np.sin(angle)])
        assert np.hypot(*ackley.gradient(p)) == pytest.approx(np.sqrt(8), rel=1e-5)
        assert ackley.value(p) == pytest.approx(np.sqrt(8) * 1e-7, rel=1e-5)
    tip = np.array([[0.0, 1.0], [0.0, 1.0]])  # also inside a batch
    assert_allclose(ackley.gradient(tip)[:, 0], 0)
    assert_allclose(ackley.gradient(tip)[:, 1], ackley.gradient(np.ones(2)))
    assert ackley.stability_edge((0.0, 0.0)) == 0


def test_slopes_are_never_clipped() -> None:
    assert_allclose(SURFACES["bowl"].gradient(np.array([1e9, -1e9])), [2e9, -2e9])
    assert SURFACES["rosenbrock"].gradient(np.array([100.0, 0.0]))[0] == pytest.approx(4e8, rel=1e-5)
    with np.errstate(over="ignore"):
        assert np.isinf(SURFACES["bowl"].value(np.array([1e200, 0.0])))


def test_newtons_method_sharpens_rough_guesses() -> None:
    himmelblau = SURFACES["himmelblau"]
    rough = [(round(x, 1), round(y, 1)) for x, y in (minimum.place for minimum in himmelblau.minima)]
    sharp = [minimum.place for minimum in local_minima(himmelblau, rough)]
    assert_allclose(sorted(sharp), sorted(minimum.place for minimum in himmelblau.minima), rtol=1e-14)
