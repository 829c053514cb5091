"""The probe says what the surface's own derivatives say, and calls a place what it is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formulas import TypedSurface
from surfaces import SURFACES, Surface
from surfaces.probe import SNAP, Probed, probed

SHARES = st.floats(0.0, 1.0)
FAR = 2 * SNAP


def at_share(surface: Surface, across: float, up: float) -> tuple[float, float]:
    (x0, x1), (y0, y1) = surface.domain
    return x0 + across * (x1 - x0), y0 + up * (y1 - y0)


def is_known(surface: Surface, place: tuple[float, float]) -> bool:
    return place in [*(each.place for each in surface.minima), *(each.place for each in surface.saddles)]


@pytest.mark.parametrize("key", SURFACES)
@given(across=SHARES, up=SHARES)
def test_height_gradient_and_curvatures_are_the_surfaces_own(key: str, across: float, up: float) -> None:
    surface = SURFACES[key]
    place = at_share(surface, across, up)
    found = probed(surface, place)
    assert found.place == place or is_known(surface, found.place)
    point = np.array(found.place)
    assert found.value == float(surface.value(point))
    np.testing.assert_array_equal(found.gradient, surface.gradient(point))
    hessian = surface.hessian(point)
    if not np.isfinite(hessian).all():
        assert np.isnan(found.curvatures).all()
        return
    scale = np.abs(hessian).max()
    for curvature, direction in zip(found.curvatures, found.directions, strict=True):
        np.testing.assert_allclose(hessian @ direction, curvature * direction, atol=1e-8 * scale)
        assert np.hypot(*direction) == pytest.approx(1)
    assert found.curvatures[0] >= found.curvatures[1]
    np.testing.assert_allclose(found.curvatures.sum(), np.trace(hessian), atol=1e-8 * scale)
    assert 0 <= found.strength <= 1


@pytest.mark.parametrize("key", SURFACES)
def test_every_known_place_is_found_from_beside_it_and_called_by_its_name(key: str) -> None:
    surface = SURFACES[key]
    known = [*((m.place, "global-minimum" if m.is_global else "local-minimum") for m in surface.minima)]
    known += [(s.place, "saddle") for s in surface.saddles]
    sides = [high - low for low, high in surface.domain]
    for (x, y), name in known:
        found = probed(surface, (x + 1e-3 * sides[0], y - 1e-3 * sides[1]))
        assert (found.place, found.shape, found.strength) == ((x, y), name, 0.0)


def at(formula: str, place: tuple[float, float]) -> Probed:
    return probed(TypedSurface(formula, ((-3.0, 3.0), (-3.0, 3.0))), place)


@pytest.mark.parametrize(
    ("formula", "place", "shape"),
    [
        ("x**2 + 2*y**2", (1.0, 1.0), "convex"),
        ("x**2 - 2*y**2", (1.0, 1.0), "saddle-shaped"),
        ("x**2 - 2*y**2", (0.0, 0.0), "saddle"),
        ("-x**2 - y**2", (1.0, 0.0), "concave"),
        ("-x**2 - y**2", (0.0, 0.0), "maximum"),
        ("x**2 + y", (1.0, 1.0), "curved-one-way"),
        ("x + 2*y", (1.0, 1.0), "flat"),
        ("x**3 + y**2", (0.0, 0.0), "undecided"),
        ("log(x) + y", (-1.0, 0.0), "unknown"),
    ],
)
def test_a_place_is_called_by_the_signs_of_its_curvatures(formula: str, place: tuple[float, float], shape: str) -> None:
    assert at(formula, place).shape == shape


def test_far_from_what_is_known_the_place_stays_the_one_that_was_asked_for() -> None:
    surface = SURFACES["bounded-saddle"]
    assert probed(surface, (3 * FAR, 0.0)).place == (3 * FAR, 0.0)
    assert probed(surface, (0.02, 0.0)).place == (0.0, 0.0)


def test_the_arrow_is_longer_the_steeper_it_is() -> None:
    lengths = [at("x**2 + y**2", (x, 0.0)).strength for x in (0.3, 1.0, 2.0)]
    assert lengths == sorted(lengths)
    assert at("x**2 + y**2", (0.6, 0.0)).strength == pytest.approx(0.5), "at a tenth of the side"
