"""Constraints: what they say is what they are, and the projection is the nearest allowed place."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parameters import Array
from simulation import CONSTRAINTS, Box, Constraint, Disc, HalfPlane, Line
from simulation.constraints import linear, number, squared

FRAME = ((-10.0, 10.0), (-6.0, 6.0))

places = st.floats(-20, 20)
sizes = st.floats(0.01, 15)
angles = st.floats(-180, 180)
straight = st.one_of(st.builds(HalfPlane, angles, places), st.builds(Line, angles, places))
discs = st.builds(Disc, places, places, sizes)
boxes = st.builds(lambda x, y, w, h: Box(x, x + w, y, y + h), places, places, sizes, sizes)
constraints = st.one_of(straight, discs, boxes)
points = st.tuples(places, places).map(np.array)

EXAMPLES: list[Constraint] = [
    HalfPlane(30, -2),
    HalfPlane(90, 1),
    HalfPlane(-135, 0.5),
    Disc(1, -2, 1.5),
    Disc(0, 0, 2),
    Box(-4, 1, 0, 2.5),
    Line(60, 1),
    Line(0, 0),
]
every_example = pytest.mark.parametrize("constraint", EXAMPLES, ids=repr)


def allowed(constraint: Constraint, count: int = 400) -> Array:
    """Allowed places all over a picture (2, N): those that were there, and others by their projection."""
    anywhere = np.random.default_rng(0).uniform(-25, 25, (2, count))
    return constraint.project(anywhere)


def test_every_kind_is_tried() -> None:
    assert {type(each) for each in EXAMPLES} == set(CONSTRAINTS)
    assert len({each.key for each in CONSTRAINTS}) == len(CONSTRAINTS)


@given(constraints, points)
def test_a_projected_point_is_allowed_and_stays_where_it_is(constraint: Constraint, p: Array) -> None:
    once = constraint.project(p)
    np.testing.assert_allclose(constraint.violation(once), 0, atol=1e-11)
    np.testing.assert_allclose(constraint.project(once), once, atol=1e-12)


@given(constraints, points)
def test_what_is_allowed_is_not_moved(constraint: Constraint, p: Array) -> None:
    if constraint.violation(p) == 0:
        np.testing.assert_array_equal(constraint.project(p), p)


@given(constraints, points)
def test_no_allowed_place_is_nearer(constraint: Constraint, p: Array) -> None:
    """Of a convex set: P(p) is the nearest exactly where (p − P(p)) · (z − P(p)) ≤ 0 for every allowed z."""
    nearest = constraint.project(p)
    z = allowed(constraint)
    assert ((p - nearest) @ (z - nearest[:, None])).max() <= 1e-9
    away = np.hypot(*(p[:, None] - z))
    assert np.hypot(*(p - nearest)) <= away.min() + 1e-9


@given(st.one_of(discs, boxes), points)
def test_the_nearest_is_found_on_the_outline(constraint: Constraint, p: Array) -> None:
    """By brute force: between two of its points the outline is no farther away than their distance."""
    outline = constraint.outline(FRAME)
    if constraint.violation(p) > 0:
        spacing = np.hypot(*np.diff(outline, axis=0).T).max()
        nearest = np.hypot(*(outline - p).T).min()
        found = np.hypot(*(constraint.project(p) - p))
        assert nearest - spacing <= found <= nearest + 1e-9


@every_example
def test_the_outline_is_where_it_is_just_allowed(constraint: Constraint) -> None:
    outline = constraint.outline(FRAME)
    values = constraint.values(outline.T)
    np.testing.assert_allclose(values.max(axis=0), 0, atol=1e-9)


@every_example
def test_grids_and_batches_are_projected_point_by_point(constraint: Constraint) -> None:
    grid = np.random.default_rng(1).uniform(-6, 6, (2, 3, 4))
    projected = constraint.project(grid)
    assert projected.shape == grid.shape
    assert constraint.violation(grid).shape == (3, 4)
    np.testing.assert_array_equal(projected[:, 1, 2], constraint.project(grid[:, 1, 2]))


@every_example
def test_gradients_are_those_of_the_values(constraint: Constraint) -> None:
    p, h = np.array([0.7, -1.3]), 1e-6
    numeric = [(constraint.values(p + h * unit) - constraint.values(p - h * unit)) / (2 * h) for unit in np.eye(2)]
    np.testing.assert_allclose(constraint.gradients(p), np.transpose(numeric), atol=1e-6)


@every_example
def test_the_formula_is_that_of_the_values(constraint: Constraint) -> None:
    """Computed from its letters, in the three digits that are written."""
    x, y = 0.7, -1.3
    for written, value in zip(constraint.formulas, constraint.values(np.array([x, y])), strict=True):
        python = re.sub(r"(\d)([xy])", r"\1*\2", written.replace("^", "**"))
        assert eval(python, {"x": x, "y": y}) == pytest.approx(value, abs=0.02)
    relation = "= 0" if constraint.equality else r"\le 0"
    assert all(each.endswith(relation) for each in constraint.conditions)


def test_numbers_are_written_as_one_writes_them() -> None:
    assert linear((1.0, "x"), (-0.5, "y"), (2.0, "")) == "x - 0.5y + 2"
    assert linear((6e-17, "x"), (-1.0, "y")) == "-y"
    assert linear((0.0, "x"), (0.0, "")) == "0"
    assert squared("x", -1.5) == "(x + 1.5)^2"
    assert squared("y", 0) == "y^2"
    assert number(1.5e-7) == r"1.5\cdot 10^{-7}"


def test_far_away_is_brought_back_without_a_warning() -> None:
    far = np.array([1e200, -1e200])
    with np.errstate(over="ignore"):
        assert np.isfinite(Disc(0, 0, 1).project(far)).all()
        assert np.isfinite(Box(-1, 1, -1, 1).project(far)).all()


def test_violation_says_how_far_a_straight_edge_is() -> None:
    assert HalfPlane(0, 1).violation(np.array([3.0, 5.0])) == pytest.approx(2)
    assert HalfPlane(0, 1).violation(np.array([-3.0, 5.0])) == 0
    assert Line(90, 1).violation(np.array([3.0, -5.0])) == pytest.approx(6)
    assert Box(0, 1, 0, 1).violation(np.array([-2.0, 4.0])) == pytest.approx(3)
