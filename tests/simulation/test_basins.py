"""Basins against whole runs of every column, and what the lecture says about learning rates and starts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, Adam, GradientDescent, Lion, Momentum, Nesterov, Optimizer, RMSProp
from parameters import Array
from simulation import LEFT, UNSETTLED, Basins, Chart, basins, grid_of_starts, shares, simulate
from simulation.basins import BLOCK
from simulation.status import ARRIVED, WINDOW
from surfaces import SURFACES, Surface
from tests.simulation.landscapes import BoundedSaddle, Quadratic, TwoWells
from work.pieces import finished

HIMMELBLAU = SURFACES["himmelblau"]


def by_whole_runs(chart: Chart, rule: Any, starts: Array, rate: Any, steps: int) -> Basins:
    """Every column to its end, looked at all at once."""
    path = simulate(chart, rule, starts, rate, steps).path
    (x0, x1), (y0, y1) = chart.domain
    radius = ARRIVED * np.hypot(x1 - x0, y1 - y0)
    x, y = path[-1]
    reached = np.where((x >= x0) & (x <= x1) & (y >= y0) & (y <= y1), UNSETTLED, LEFT)
    arrival = np.full(path.shape[2], steps)
    for k, minimum in enumerate(chart.minima):
        mx, my = minimum.place
        with np.errstate(all="ignore"):
            inside = (path[:, 0] - mx) ** 2 + (path[:, 1] - my) ** 2 <= radius**2
        for b in np.flatnonzero(inside[-WINDOW:].all(axis=0)):
            reached[b] = k
            (away,) = np.nonzero(~inside[:, b])
            arrival[b] = away[-1] + 1 if len(away) else 0
    return Basins(reached.astype(np.int8), arrival.astype(np.int16))


def assert_same(chart: Chart, rule: Any, rate: Any, steps: int, resolution: int = 24) -> Basins:
    starts = grid_of_starts(chart, resolution)
    ours, theirs = finished(basins(chart, rule, starts, rate, steps)), by_whole_runs(chart, rule, starts, rate, steps)
    np.testing.assert_array_equal(ours.reached, theirs.reached)
    np.testing.assert_array_equal(ours.arrival, theirs.arrival)
    return ours


# Nothing changes by letting go what has settled -----------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.02, 0.3, 1.0, 1.6])
@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("key", ["himmelblau", "two-wells", "six-hump-camel", "bounded-saddle", "class-ravine"])
def test_every_point_is_as_in_whole_runs(key: str, name: str, share: float) -> None:
    surface = SURFACES[key]
    assert_same(surface, OPTIMIZERS[name](), share * surface.learning_rate, 300)


@pytest.mark.parametrize("key", ["rastrigin", "ackley", "levy", "beale", "goldstein-price", "hyperbolic-saddle"])
@pytest.mark.parametrize("name", ["gd", "momentum", "adam", "lion"])
def test_also_on_the_other_kinds_of_surface(key: str, name: str) -> None:
    """Many minima, none at all, a kink that is computed plainly, slopes that leave the range of floats."""
    for rate in (0.001, 0.05):
        assert_same(SURFACES[key], OPTIMIZERS[name](), rate, 120, resolution=16)


@pytest.mark.parametrize("rate", [0.0101, 0.0148, 0.0152, 0.0185, 0.0191, 0.0195, 0.0242, 0.0247, 0.0249, 0.0255])
def test_gradient_descent_near_the_edges_of_the_minima(rate: float) -> None:
    """Where a minimum holds nobody, what nears it on the one line that leads in goes on and leaves again."""
    assert_same(HIMMELBLAU, GradientDescent(), rate, 700, resolution=40)


@pytest.mark.parametrize("r", [0.0, 0.5, 0.9, 0.97, 0.999])
@pytest.mark.parametrize("rate", [1e-5, 1e-4, 1e-3, 8e-3])
def test_a_ball_that_rolls_slowly_through_a_minimum_is_not_let_go(r: float, rate: float) -> None:
    assert_same(HIMMELBLAU, Momentum(momentum=r), rate, 600)
    assert_same(TwoWells(), Nesterov(momentum=r), rate, 600)


@pytest.mark.parametrize("rule", [RMSProp(), Adam(), Adam(beta2=0.9), Lion()])
@pytest.mark.parametrize("rate", [1e-3, 0.01, 0.03, 0.1])
def test_a_rule_that_hops_about_a_minimum(rule: Optimizer[Any], rate: float) -> None:
    assert_same(HIMMELBLAU, rule, rate, 500)
    assert_same(TwoWells(), rule, rate, 500)


def test_starts_on_minima_and_saddles_and_on_the_line_into_a_saddle() -> None:
    chart = BoundedSaddle()
    starts = np.array([(0.0, 0.5**0.5), (0.0, 0.0), (1.0, 0.0), (1.0, 1e-3), (-1.0, -0.9), (9.0, 9.0)]).T
    ends = finished(basins(chart, GradientDescent(), starts, 0.05, 200))
    assert ends.reached.tolist() == [0, UNSETTLED, UNSETTLED, 0, 1, LEFT]
    assert ends.arrival[0] == 0
    assert ends.arrival[[1, 2, 5]].tolist() == [200] * 3
    assert 63 < ends.arrival[3] < 200
    whole = by_whole_runs(chart, GradientDescent(), starts, 0.05, 200)
    np.testing.assert_array_equal(ends.arrival, whole.arrival)


@pytest.mark.parametrize("steps", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 5 * BLOCK])
def test_any_number_of_steps(steps: int) -> None:
    assert_same(HIMMELBLAU, GradientDescent(), 0.012, steps)
    assert_same(HIMMELBLAU, Adam(), 0.3, steps)


def test_schedules_and_settings_of_each_column() -> None:
    assert_same(HIMMELBLAU, Adam(), lambda t: 0.5 / t, 100)
    assert_same(HIMMELBLAU, GradientDescent(), np.linspace(0.001, 0.02, 24**2), 100)
    assert_same(HIMMELBLAU, Momentum(momentum=np.linspace(0, 0.99, 24**2)), 0.005, 100)


class Count(NamedTuple):
    t: int


@dataclass(frozen=True)
class Counting:
    """Keeps no array, so its columns cannot be parted."""

    def init(self, x: Array) -> Count:
        return Count(x.shape[1] - 24**2)

    def update(self, gradient: Array, state: Count, t: int, n: Any) -> tuple[Array, Count]:
        assert state.t == t - 1
        return n * gradient, Count(t)


class Signs(NamedTuple):
    v: Array


@dataclass(frozen=True)
class Rprop:
    """Asks for the sign of a product, so it runs plainly, with settings and memory column by column."""

    r: Any = 0.5

    def init(self, x: Array) -> Signs:
        return Signs(np.zeros_like(x))

    def update(self, gradient: Array, state: Signs, t: int, n: Any) -> tuple[Array, Signs]:
        assert t > 0
        v = np.where(gradient * state.v < 0, 0.0, self.r * state.v + n * gradient)
        return v, Signs(v)


def test_rules_that_run_plainly() -> None:
    assert_same(HIMMELBLAU, Counting(), 0.012, 100)
    assert_same(HIMMELBLAU, Rprop(), 0.008, 300)
    assert_same(HIMMELBLAU, Rprop(np.linspace(0, 0.9, 24**2)), 0.004, 100)
    assert_same(HIMMELBLAU, Rprop(), np.linspace(1e-3, 8e-3, 24**2), 100)


def test_more_columns_than_one_piece() -> None:
    ends = assert_same(HIMMELBLAU, Momentum(), 0.004, 60, resolution=130)
    assert len(ends.reached) == 16900


# Lecture facts --------------------------------------------------------------------------------------------------------


def reached_by_gradient_descent(rate: float, steps: int = 300, resolution: int = 64) -> Array:
    ends = finished(basins(HIMMELBLAU, GradientDescent(), grid_of_starts(HIMMELBLAU, resolution), rate, steps))
    return shares(ends, len(HIMMELBLAU.minima))


def test_raising_the_rate_takes_the_minima_of_himmelblau_away_one_by_one() -> None:
    """Which are left, in the order of the table: (3, 2), (−2.8, 3.1), (−3.8, −3.3), (3.6, −1.8)."""
    for rate, left in [(0.01, [0, 1, 2, 3]), (0.016, [0, 1, 3]), (0.0195, [0, 1]), (0.0245, [1]), (0.0255, [])]:
        percent = reached_by_gradient_descent(rate, steps=1000)
        assert np.flatnonzero(percent[:4]).tolist() == left
        assert all(percent[k] > 20 for k in left)
        edges = [HIMMELBLAU.stability_edge(minimum.place) for minimum in HIMMELBLAU.minima]
        assert [k for k, edge in enumerate(edges) if rate < edge] == left


def test_just_above_an_edge_a_few_starts_still_crawl_away_after_300_steps() -> None:
    assert 0 < reached_by_gradient_descent(0.0245)[0] < 0.3
    for rate in (0.016, 0.0195, 0.0255):
        np.testing.assert_array_equal(reached_by_gradient_descent(rate), reached_by_gradient_descent(rate, steps=1000))


def test_between_the_edges_nearly_half_of_the_starts_find_no_rest() -> None:
    """At .0195, of the starts in the picture 43.5 % swing for ever and 7.1 % leave: 47 % of those that do not leave."""
    *_, unsettled, left = reached_by_gradient_descent(0.0195, resolution=128)
    assert unsettled == pytest.approx(43.5, abs=0.5)
    assert left == pytest.approx(7.1, abs=0.5)
    assert unsettled / (100 - left) == pytest.approx(0.468, abs=0.005)


CONVEX = [surface for surface in SURFACES.values() if surface.kind == "convex"]


@pytest.mark.parametrize("surface", CONVEX, ids=[each.key for each in CONVEX])
def test_on_a_convex_surface_any_start_arrives(surface: Surface) -> None:
    """Below the edge and given the steps: along the valley of Matyas, of curvature 0.04, some need 381."""
    assert surface.learning_rate < surface.stability_edge(surface.minima[0].place)
    ends = finished(basins(surface, GradientDescent(), grid_of_starts(surface, 64), surface.learning_rate, 400))
    assert shares(ends, 1).tolist() == [100, 0, 0]


def test_two_wells_divide_the_starts_of_gradient_descent() -> None:
    percent = shares(finished(basins(TwoWells(), GradientDescent(), grid_of_starts(TwoWells(), 50), 0.05, 200)), 2)
    assert percent.min() == percent[2] == percent[3] == 0
    assert 40 < percent[1] < 50 < percent[0] < 60


# The work, the grid and the shares ------------------------------------------------------------------------------------


def test_the_share_of_the_work_rises_to_one_in_small_pieces() -> None:
    done = list(basins(HIMMELBLAU, Adam(), grid_of_starts(HIMMELBLAU, 130), 0.3, 100))
    assert done == sorted(done)
    assert done[0] == 0, "while it finds out which minima hold"
    assert done[-1] == 1
    assert np.diff(done).max() < 0.1


def test_given_up_in_the_middle_it_does_no_more() -> None:
    asked = 0

    @dataclass(frozen=True)
    class Asking(Rprop):
        def update(self, gradient: Array, state: Signs, t: int, n: Any) -> tuple[Array, Signs]:
            nonlocal asked
            asked += 1
            return super().update(gradient, state, t, n)

    def share(pieces: int) -> int:
        """How many updates it takes up to this piece, which is then the last."""
        nonlocal asked
        asked = 0
        work = basins(HIMMELBLAU, Asking(), grid_of_starts(HIMMELBLAU, 8), 0.001, 20 * BLOCK)
        for _ in range(pieces):
            next(work)
        work.close()
        return asked

    assert 0 < share(1) < share(8) < share(16)


def test_the_errors_numpy_reports_elsewhere_stay_as_they_were_between_two_pieces() -> None:
    before = np.geterr()
    for _ in basins(HIMMELBLAU, GradientDescent(), grid_of_starts(HIMMELBLAU, 8), 1.0, 50):
        assert np.geterr() == before


def test_the_grid_is_the_centres_of_cells_row_by_row_from_the_lowest_y() -> None:
    chart = Quadratic(1.0, 1.0, ((0.0, 4.0), (10.0, 12.0)))
    np.testing.assert_array_equal(grid_of_starts(chart, 2), [[1, 3, 1, 3], [10.5, 10.5, 11.5, 11.5]])


@given(st.lists(st.integers(-2, 3), min_size=1, max_size=50))
def test_the_shares_are_percent_and_sum_to_100(reached: list[int]) -> None:
    percent = shares(Basins(np.array(reached, dtype=np.int8), np.zeros(len(reached), dtype=np.int16)), 4)
    assert len(percent) == 6
    assert percent.sum() == pytest.approx(100)
    assert percent[4] == pytest.approx(100 * reached.count(UNSETTLED) / len(reached))
    assert percent[5] == pytest.approx(100 * reached.count(LEFT) / len(reached))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: basins(HIMMELBLAU, Adam(), np.zeros(2), 0.1, 5), r"starts has shape \(2,\); allowed is \(2, B\)"),
        (lambda: basins(HIMMELBLAU, Adam(), np.zeros((2, 1)), 0.1, -1), "steps is -1; allowed is 0 to 32767"),
        (lambda: basins(HIMMELBLAU, Adam(), np.zeros((2, 1)), 0.1, 40_000), "steps is 40000"),
        (lambda: basins(HIMMELBLAU, Adam(), np.zeros((2, 3)), np.ones(2), 5), r"learning rate has shape \(2,\)"),
    ],
)
def test_bad_input_says_what_is_allowed(call: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        finished(call())


def test_a_resolution_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="resolution is 0; allowed is 1 or more"):
        grid_of_starts(HIMMELBLAU, 0)
