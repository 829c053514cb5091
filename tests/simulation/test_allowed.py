"""The lowest allowed place: against a dense search, against closed forms, and by the balance of slopes."""

import numpy as np
import pytest

from formulas import TypedSurface
from simulation import Box, Constraint, Disc, HalfPlane, Line, lowest_allowed
from simulation.status import outside
from surfaces import SURFACES, Surface

DENSE = 701


def walls(surface: Surface) -> list[Constraint]:
    """One of each kind, somewhere over the picture."""
    (x0, x1), (y0, y1) = surface.domain
    x, y, w, h = (x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0
    return [
        HalfPlane(35, 0.82 * x + 0.57 * y - 0.1 * w),
        Disc(x + 0.2 * w, y + 0.1 * h, 0.2 * min(w, h)),
        Box(x + 0.1 * w, x1, y0, y - 0.1 * h),
        Line(-70, 0.3 * x - 0.9 * y + 0.05 * h),
    ]


@pytest.mark.parametrize("key", list(SURFACES))
def test_nothing_that_is_allowed_is_lower_on_a_dense_grid(key: str) -> None:
    surface = SURFACES[key]
    grid = np.array(np.meshgrid(*(np.linspace(low, high, DENSE) for low, high in surface.domain))).reshape(2, -1)
    for wall in walls(surface):
        tried = np.concatenate([wall.project(grid), wall.outline(surface.domain).T], axis=1)
        tried = tried[:, ~outside(surface, tried)]
        best = surface.value(tried).min()
        found = lowest_allowed(surface, wall)
        if found is None:
            place = tried[:, np.argmin(surface.value(tried))]
            gaps = [min(v - low, high - v) / (high - low) for v, (low, high) in zip(place, surface.domain, strict=True)]
            assert min(gaps) < 0.01, "f falls on over the picture's edge"
            continue
        assert found.value <= best + 1e-9 * max(1, abs(best)), wall
        assert found.value == pytest.approx(surface.value(np.array(found.place)))
        assert wall.violation(np.array(found.place)) < 1e-9
        assert found.residual < 1e-5, wall
        if found.held:
            assert found.angle < 1e-3
            assert wall.equality or min(found.multipliers) >= 0
        else:
            assert min(np.hypot(*(np.array(each.place) - found.place)) for each in surface.minima) < 1e-5


def test_the_class_ravine_has_a_closed_form() -> None:
    """∇f = −λ (cos φ, sin φ): x = −10 λ cos φ, y = −λ sin φ / 2, on the edge."""
    turn, offset = np.deg2rad(30), -2.0
    found = lowest_allowed(SURFACES["class-ravine"], HalfPlane(30, offset))
    assert found is not None
    multiplier = -offset / (10 * np.cos(turn) ** 2 + np.sin(turn) ** 2 / 2)
    assert found.multipliers == pytest.approx((multiplier,), rel=1e-6)
    assert found.place == pytest.approx((-10 * multiplier * np.cos(turn), -multiplier * np.sin(turn) / 2), abs=1e-7)
    push = (multiplier * np.cos(turn), multiplier * np.sin(turn))
    assert found.pull == pytest.approx(push, rel=1e-5)
    assert found.slope == pytest.approx((-push[0], -push[1]), rel=1e-5)


def test_at_a_corner_two_edges_hold_it() -> None:
    found = lowest_allowed(SURFACES["bowl"], Box(1, 2, 0.5, 2))
    assert found is not None
    assert found.place == pytest.approx((1, 0.5))
    assert found.multipliers == pytest.approx((2, 0, 1, 0))


@pytest.mark.parametrize("wall", [HalfPlane(0, 1), Disc(0.5, 0, 1), Box(-1, 1, -1, 1), Line(45, 0)], ids=repr)
def test_where_the_minimum_is_allowed_the_constraint_changes_nothing(wall: Constraint) -> None:
    found = lowest_allowed(SURFACES["bowl"], wall)
    assert found is not None
    assert not found.held
    assert np.isnan(found.angle)
    assert found.place == pytest.approx((0, 0), abs=1e-6)


def test_an_equality_pulls_either_way() -> None:
    surface = SURFACES["bowl"]
    left, right = (lowest_allowed(surface, Line(0, offset)) for offset in (-1.0, 1.0))
    assert left is not None
    assert right is not None
    assert left.multipliers[0] == pytest.approx(2)
    assert right.multipliers[0] == pytest.approx(-2)
    assert right.angle == pytest.approx(0, abs=1e-4)


def test_a_bottomless_surface_has_a_lowest_place_where_little_is_allowed() -> None:
    surface = SURFACES["hyperbolic-saddle"]
    assert lowest_allowed(surface, HalfPlane(0, 1)) is None
    found = lowest_allowed(surface, Disc(0.2, 0, 1))
    assert found is not None
    assert found.held


def test_nothing_allowed_in_the_picture_is_told() -> None:
    assert lowest_allowed(SURFACES["bowl"], Disc(100, 100, 1)) is None
    assert lowest_allowed(TypedSurface("log(x) + 0*y", ((-2.0, -1.0), (0.0, 1.0))), HalfPlane(0, 0)) is None


def test_kinks_and_poles_break_nothing() -> None:
    domain = ((-5.0, 5.0), (-3.0, 3.0))
    kinked = TypedSurface("abs(x) + 3*abs(y)", domain)
    found = lowest_allowed(kinked, HalfPlane(0, -1))
    assert found is not None
    assert found.place == pytest.approx((-1, 0), abs=1e-6)
    pole = TypedSurface("1/(x*x + y*y) + x*x + y*y", domain)
    found = lowest_allowed(pole, Disc(0, 0, 0.5))
    assert found is not None
    assert np.hypot(*found.place) == pytest.approx(0.5, abs=1e-6)
    assert found.value < pole.value(np.array([0.4, 0.0]))
    assert lowest_allowed(TypedSurface("-1/(x*x + y*y)", domain), Disc(0, 0, 0.5)) is None, "it falls without end"
