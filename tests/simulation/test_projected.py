"""Projected descent: the lecture's rule followed by a projection, for every optimizer, in the one loop."""

from collections.abc import Iterator

import numpy as np
import pytest

from optimizers import OPTIMIZERS, AdamW, GradientDescent
from parameters import Array
from simulation import (
    Box,
    Constraint,
    Disc,
    Entrant,
    HalfPlane,
    Line,
    Noting,
    Projected,
    lowest_allowed,
    race,
    simulate,
)
from surfaces import SURFACES

RAVINE = SURFACES["class-ravine"]
START = (-7.0, 2.0)
WALLS: list[Constraint] = [HalfPlane(30, -2), Disc(-5, 1, 3), Box(-9, -3, 1, 4), Line(60, -1)]
every_wall = pytest.mark.parametrize("wall", WALLS, ids=repr)
every_rule = pytest.mark.parametrize("key", list(OPTIMIZERS))


def by_hand(wall: Constraint, rate: float, steps: int) -> Iterator[Array]:
    """xₜ = P(xₜ₋₁ − n∇f(xₜ₋₁))"""
    x = np.array(START)
    for _ in range(steps):
        x = wall.project(x - rate * RAVINE.gradient(x))
        yield x


@every_wall
def test_it_is_gradient_descent_and_the_projection(wall: Constraint) -> None:
    run = simulate(RAVINE, Projected(GradientDescent(), wall), START, 0.4, 60)
    np.testing.assert_allclose(run.path[1:, :, 0], list(by_hand(wall, 0.4, 60)), atol=1e-12)


@every_wall
@every_rule
def test_whoever_steps_is_allowed_from_the_first_step_on(key: str, wall: Constraint) -> None:
    rates = np.array([0.01, 0.1, 0.3])
    run = simulate(RAVINE, Projected(OPTIMIZERS[key](), wall), START, rates, 80)
    assert wall.violation(run.points[:, 1:]).max() < 1e-9
    assert np.ptp(run.path, axis=0).max() > 0.1, "something has to have moved"


@every_rule
def test_a_wall_that_is_never_met_changes_nothing(key: str) -> None:
    rule, far = OPTIMIZERS[key](), Box(-100, 100, -100, 100)
    run = race(RAVINE, [Entrant(rule, 0.1), Entrant(Projected(rule, far), 0.1)], START, 100)
    np.testing.assert_allclose(run.path[:, :, 0], run.path[:, :, 1], atol=1e-10)


def test_a_rule_that_keeps_x_is_told_where_it_is() -> None:
    """AdamW's pull is λ times the place where the point is, not where it would have been without the wall."""
    wall, rule, rate = Box(-9.0, -3.0, 1.0, 4.0), AdamW(weight_decay=0.5), 0.3
    run = simulate(RAVINE, Projected(rule, wall), START, rate, 40)
    x = np.array(START)[:, None]
    memory = rule.init(x)
    for t in range(1, 41):
        step, memory = rule.update(RAVINE.gradient(x), memory._replace(x=x), t, rate)
        x = wall.project(x - step)
        np.testing.assert_allclose(run.path[t], x, atol=1e-10)


@pytest.mark.parametrize("steps", [3, 80])
def test_what_the_steps_alone_would_have_reached_is_noted(steps: int) -> None:
    noting = Noting(WALLS[0])
    run = simulate(RAVINE, Projected(GradientDescent(), noting), START, np.array([0.2, 0.5]), steps)
    assert np.shape(noting.asked) == (steps, 2, 2)
    for t, asked in enumerate(noting.asked, start=1):
        np.testing.assert_allclose(asked, run.path[t - 1] - [0.2, 0.5] * RAVINE.gradient(run.path[t - 1]), atol=1e-12)
        np.testing.assert_allclose(WALLS[0].project(asked), run.path[t], atol=1e-12)


@every_wall
@pytest.mark.parametrize("start", [START, (9.0, -4.0), (0.0, 0.0)])
def test_on_a_convex_surface_it_goes_to_the_lowest_allowed_place_from_anywhere(
    wall: Constraint, start: tuple[float, float]
) -> None:
    lowest = lowest_allowed(RAVINE, wall)
    assert lowest is not None
    run = simulate(RAVINE, Projected(GradientDescent(), wall), start, 0.9, 400)
    np.testing.assert_allclose(run.path[-1, :, 0], lowest.place, atol=1e-6)


def test_adam_stops_beside_it_at_a_slanting_edge_but_not_in_a_box() -> None:
    """The condition that the page states."""
    for wall, least, most in ((HalfPlane(45, -2), 0.3, 1.0), (Box(-9, -3, 1, 4), 0.0, 1e-6)):
        lowest = lowest_allowed(RAVINE, wall)
        assert lowest is not None
        run = simulate(RAVINE, Projected(OPTIMIZERS["adam"](), wall), START, 0.1, 3000)
        assert least <= np.hypot(*(run.path[-1, :, 0] - lowest.place)) <= most
