"""Each verdict, from both sides of its edge: where it must be given, and where it must not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from optimizers import OPTIMIZERS, AdaGrad, Adam, GradientDescent, Momentum, Optimizer, RMSProp
from parameters import Array
from simulation import VERDICT_MEANINGS, VERDICT_NAMES, Chart, Entrant, Run, Verdict, race, simulate, status_of
from simulation.status import ARRIVED, FAR, GONE, STILL, WINDOW, Status, _nearest
from tests.simulation.landscapes import (
    EVERY_CHART,
    Bottomless,
    BoundedSaddle,
    Mark,
    Plateau,
    Quadratic,
    Rosenbrock,
    TwoWells,
)

RAVINE = Quadratic(0.1, 2.0)
START = (-7.0, 2.0)
DIAGONAL = float(np.hypot(20, 10))


def verdicts(
    chart: Chart, rule: Optimizer[Any], n: float, steps: int, start: tuple[float, float] = START
) -> list[Verdict]:
    """The verdict at every step of one run."""
    return words(status_of(chart, simulate(chart, rule, start, n, steps)))


def words(status: Status) -> list[Verdict]:
    return [Verdict(code) for code in status.verdict[:, 0]]


def changes(spoken: Sequence[int]) -> int:
    """How often the verdict is another than the step before."""
    return int(np.count_nonzero(np.diff(np.asarray(spoken, dtype=int))))


def scripted(chart: Chart, points: Sequence[tuple[float, float]]) -> Run:
    """A run that goes just where it is told to."""
    path = np.array(points)[:, :, None]
    return Run(path, chart.value(np.moveaxis(path, 1, 0)), (slice(0, 1),))


def along_x(xs: NDArray[np.floating[Any]], chart: Chart = RAVINE) -> list[Verdict]:
    return words(status_of(chart, scripted(chart, [(float(x), 0.0) for x in xs])))


@pytest.mark.parametrize("chart", EVERY_CHART, ids=lambda chart: type(chart).__name__)
def test_the_marks_of_the_test_landscapes_are_true(chart: Any) -> None:
    for mark in (*chart.minima, *chart.saddles):
        place = np.array(mark.place)
        np.testing.assert_allclose(chart.gradient(place), 0, atol=1e-6)
        np.testing.assert_allclose(chart.value(place), mark.value, atol=1e-6)


# The textbook's three rates -------------------------------------------------------------------------------------------


def test_gradient_descent_below_the_edge_converges() -> None:
    spoken = verdicts(RAVINE, GradientDescent(), 0.95, 200)
    assert spoken[0] == Verdict.MOVING
    assert spoken[-1] == Verdict.CONVERGED
    assert changes(spoken) == 1


def test_gradient_descent_at_the_edge_oscillates_within_thirty_steps_and_for_ever() -> None:
    spoken = verdicts(RAVINE, GradientDescent(), 1.0, 1000)
    assert spoken[20:] == [Verdict.OSCILLATING] * 981
    assert set(spoken[:20]) == {Verdict.MOVING}


def test_gradient_descent_above_the_edge_diverges() -> None:
    """|yₜ| = 2 · 1.1ᵗ is above 5 from t = 10 on; the verdict waits a window, in case it comes back."""
    run = simulate(RAVINE, GradientDescent(), START, 1.05, 300)
    status = status_of(RAVINE, run)
    left = next(t for t in range(300) if 2 * 1.1**t > 5)
    assert left == 10
    np.testing.assert_array_equal(status.left_at[:, 0], [-1] * left + [left] * (301 - left))
    spoken = words(status)
    assert spoken[left + WINDOW :] == [Verdict.DIVERGED] * (301 - left - WINDOW)
    assert Verdict.DIVERGED not in spoken[: left + WINDOW]


def test_what_is_far_away_has_diverged_without_waiting() -> None:
    """|yₜ| = 2 · 3ᵗ."""
    spoken = verdicts(RAVINE, GradientDescent(), 2.0, 20)
    first = next(t for t in range(20) if 2 * 3.0**t - 5 > FAR * DIAGONAL)
    assert spoken.index(Verdict.DIVERGED) == first == 4
    assert set(spoken[first:]) == {Verdict.DIVERGED}


# Diverged -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("chart", "n"), [(RAVINE, 3.0), (Rosenbrock(), 0.01), (Rosenbrock(), 1.0)])
def test_what_left_the_range_of_numbers_has_diverged_and_left(chart: Chart, n: float) -> None:
    run = simulate(chart, GradientDescent(), (-1.5, 2.0), n, 1500)
    lost = ~np.isfinite(run.path[..., 0]).all(axis=1)
    assert lost.any()
    status = status_of(chart, run)
    assert set(status.verdict[lost, 0]) == {Verdict.DIVERGED}
    assert (status.left_at[lost] > 0).all()
    assert len(set(status.left_at[lost, 0].tolist())) == 1


@pytest.mark.parametrize("x", [np.nan, 1e300])
def test_a_start_without_a_value_is_called_so_and_not_diverged(x: float) -> None:
    status = status_of(RAVINE, simulate(RAVINE, GradientDescent(), (x, 0.0), 0.1, 3))
    assert words(status) == [Verdict.NO_VALUE] * 4
    np.testing.assert_array_equal(status.left_at, 0)


def test_a_height_that_is_no_number_has_diverged_even_inside_the_picture() -> None:
    run = scripted(RAVINE, [START] * 4)
    run.loss[2:] = np.nan
    assert words(status_of(RAVINE, run)) == [Verdict.MOVING] * 2 + [Verdict.DIVERGED] * 2


def test_a_ball_that_leaves_and_comes_back_has_not_diverged_in_the_end() -> None:
    """Heavy, it is thrown over the near edge; then it turns and arrives."""
    chart = replace(RAVINE, domain=((-7.5, 1.5), (-5.0, 5.0)))
    run = simulate(chart, Momentum(), START, 0.3, 400)
    status = status_of(chart, run)
    assert (status.left_at > 0).any()
    assert Verdict.DIVERGED not in words(status)
    assert status.left_at[-1, 0] == -1
    assert words(status)[-1] == Verdict.CONVERGED


def test_even_one_that_climbs_outside_for_long_has_not_diverged_once_it_is_back() -> None:
    out_and_back = np.concatenate([np.linspace(-7, 30, 40), np.linspace(30, 0, 40), np.zeros(20)])
    spoken = along_x(out_and_back)
    outside = np.abs(out_and_back) > 10
    assert Verdict.DIVERGED in spoken
    assert all(word != Verdict.DIVERGED for word, out in zip(spoken, outside, strict=True) if not out)
    assert spoken[-1] == Verdict.CONVERGED


def test_a_short_stay_outside_is_no_divergence() -> None:
    stay = np.concatenate([np.linspace(-7, 9, 20), np.linspace(11, 12, WINDOW), np.linspace(9, 0, 20)])
    assert Verdict.DIVERGED not in along_x(stay)
    longer = np.concatenate([np.linspace(-7, 9, 20), np.linspace(11, 12, WINDOW + 1), np.linspace(9, 0, 20)])
    assert along_x(longer).count(Verdict.DIVERGED) == 1


def test_outside_but_below_the_start_is_no_divergence() -> None:
    """(0, 4.9) is higher than anywhere on y = 0 up to |x| = 21."""
    run = scripted(RAVINE, [(0.0, 4.9), *((float(x), 0.0) for x in np.linspace(5, 21, 60))])
    assert Verdict.DIVERGED not in words(status_of(RAVINE, run))


def test_standing_still_outside_is_no_divergence() -> None:
    """Too big a step threw it out onto flat ground, where nothing moves it any more."""
    spoken = verdicts(Plateau(), GradientDescent(), 15.0, 100, start=(1.0, 1.0))
    assert spoken[-1] == Verdict.STALLED
    assert Verdict.DIVERGED not in spoken


def test_standing_still_outside_at_one_height_is_no_climb() -> None:
    run = scripted(Plateau(), [(1.0, 1.0), *[(12.0, 12.0)] * 40])
    assert words(status_of(Plateau(), run))[-1] == Verdict.STALLED


def test_left_at_begins_again_with_every_stay() -> None:
    status = status_of(RAVINE, scripted(RAVINE, [(x, 0.0) for x in (0.0, 11, 12, 9, -11, 9, 10, 10.1)]))
    np.testing.assert_array_equal(status.left_at[:, 0], [-1, 1, 1, -1, 4, -1, -1, 7])  # the edge itself is inside


def test_a_start_outside_left_at_step_zero() -> None:
    status = status_of(RAVINE, scripted(RAVINE, [(0.0, 6.0), (0.0, 5.5), (0.0, 4.0)]))
    np.testing.assert_array_equal(status.left_at[:, 0], [0, 0, -1])


# No bottom ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [0.05, 0.3, 1.2])
def test_on_a_surface_without_a_bottom_it_falls_outside_the_plot(n: float) -> None:
    """Also where height and place have long left the range of numbers: it fell, it did not climb."""
    run = simulate(Bottomless(), GradientDescent(), (1.5, 0.001), n, 8000)
    spoken = words(status_of(Bottomless(), run))
    assert not np.isfinite(run.path[-1]).all()
    assert spoken[-1] == Verdict.FALLING
    left = spoken.index(Verdict.FALLING)
    assert set(spoken[left:]) == {Verdict.FALLING}


def test_who_comes_to_rest_outside_the_picture_falls_no_more() -> None:
    """The picture shows a part of the bowl without its bottom, so no minimum is marked."""
    aside = replace(RAVINE, domain=((-10.0, -2.0), (-5.0, 5.0)), minima=())
    spoken = verdicts(aside, GradientDescent(), 0.5, 600)
    assert Verdict.FALLING in spoken, "while it still falls nobody can know"
    assert spoken[-1] == Verdict.STALLED


def test_climbing_out_of_a_surface_without_a_bottom_is_divergence() -> None:
    """Exactly on the stable line and with too big a rate, x grows and y stays 0."""
    spoken = verdicts(Bottomless(), GradientDescent(), 1.2, 3000, start=(1.5, 0.0))
    assert spoken[-1] == Verdict.DIVERGED
    assert Verdict.FALLING not in spoken


def test_only_a_surface_without_a_global_minimum_has_no_bottom() -> None:
    local = (Mark((0.0, 0.0), 0.0, is_global=False),)
    for minima, expected in ((local, True), ((), True), (BoundedSaddle().minima, False)):
        chart = replace(Bottomless(), minima=minima)
        spoken = verdicts(chart, GradientDescent(), 0.1, 100, start=(1.5, 0.001))
        assert (Verdict.FALLING in spoken) is expected


# Arriving -------------------------------------------------------------------------------------------------------------


def test_a_local_minimum_is_told_from_the_global_one() -> None:
    chart = TwoWells()
    assert verdicts(chart, GradientDescent(), 0.02, 400, start=(1.9, 0.5))[-1] == Verdict.LOCAL
    assert verdicts(chart, GradientDescent(), 0.02, 400, start=(-1.9, 0.5))[-1] == Verdict.CONVERGED


def test_every_global_minimum_counts() -> None:
    for y in (0.3, -0.3):
        assert verdicts(BoundedSaddle(), GradientDescent(), 0.1, 200, start=(1.0, y))[-1] == Verdict.CONVERGED


@pytest.mark.parametrize("rule", [GradientDescent(), Momentum(), AdaGrad(), Adam()], ids=lambda rule: rule.key)
def test_on_the_line_that_leads_into_a_saddle_a_run_stays_there(rule: Optimizer[Any]) -> None:
    spoken = verdicts(BoundedSaddle(), rule, 0.05, 2000, start=(1.0, 0.0))
    assert spoken[-1] == Verdict.SADDLE


def test_a_hair_off_that_line_it_stands_at_the_saddle_and_leaves_late() -> None:
    spoken = verdicts(BoundedSaddle(), GradientDescent(), 0.05, 400, start=(1.0, 1e-6))
    assert spoken[100] == Verdict.SADDLE
    assert spoken[-1] == Verdict.CONVERGED
    assert changes(spoken) == 3  # moving, at the saddle, moving, converged


def test_passing_through_is_not_arriving() -> None:
    pace = 0.0012 * DIAGONAL  # 0.01 diagonals are within reach: eight steps
    assert Verdict.CONVERGED not in along_x(np.arange(-1, 1, pace))


def test_a_momentum_run_converges_only_after_its_last_pass() -> None:
    run = simulate(RAVINE, Momentum(), START, 0.05, 400)
    status = status_of(RAVINE, run)
    arrived = words(status).index(Verdict.CONVERGED)
    assert (status.distance[arrived:] <= GONE * DIAGONAL).all()
    assert (status.distance[arrived - WINDOW + 1 : arrived + 1] <= ARRIVED * DIAGONAL).all()
    assert changes(words(status)) == 1


def test_a_swing_about_the_edge_of_arriving_does_not_flicker() -> None:
    """What arrived stays arrived until it is gone; what never came near enough has not arrived."""
    near, edge, beyond = (
        np.tile([1.0, -1.0], 30) * share * DIAGONAL for share in (0.5 * ARRIVED, 0.9 * GONE, 1.1 * GONE)
    )
    spoken = along_x(np.concatenate([near, edge]))
    assert set(spoken) == {Verdict.CONVERGED, Verdict.HOVERING}
    assert changes(spoken) == 1
    assert Verdict.CONVERGED not in along_x(edge)
    assert along_x(np.concatenate([near, beyond]))[len(near)] != Verdict.CONVERGED


def test_a_start_at_the_minimum_is_there_already() -> None:
    assert verdicts(RAVINE, GradientDescent(), 0.1, 5, start=(0.0, 0.0)) == [Verdict.CONVERGED] * 6


def test_heights_below_zero_are_heights_like_any_other() -> None:
    """Two minima at −1/4; the edge there is 2/4."""
    spoken = {n: verdicts(BoundedSaddle(), GradientDescent(), n, 300, start=(0.3, 0.6)) for n in (0.4, 0.56)}
    assert spoken[0.4][-1] == Verdict.CONVERGED
    assert spoken[0.56][-1] == Verdict.OSCILLATING


def test_lifting_the_whole_surface_changes_no_verdict() -> None:
    class Lifted(BoundedSaddle):
        def value(self, p: Array) -> Array:
            return super().value(p) + 50.0

    for n in (0.01, 0.4, 0.56, 0.9):
        plain, lifted = (
            verdicts(chart, GradientDescent(), n, 200, start=(0.3, 0.6)) for chart in (BoundedSaddle(), Lifted())
        )
        assert plain == lifted


# Hardly moving --------------------------------------------------------------------------------------------------------


def test_a_crawl_is_hardly_moving_just_below_the_line() -> None:
    pace = STILL * DIAGONAL
    assert along_x(-7 + 0.99 * pace * np.arange(40))[WINDOW:] == [Verdict.STALLED] * 30
    assert Verdict.STALLED not in along_x(-7 + 1.01 * pace * np.arange(40))


def test_too_small_a_rate_crawls() -> None:
    assert verdicts(RAVINE, GradientDescent(), 0.0001, 300)[-1] == Verdict.STALLED
    assert verdicts(RAVINE, GradientDescent(), 0.01, 30)[-1] == Verdict.MOVING


def test_no_run_is_hardly_moving_before_it_took_a_window_of_steps() -> None:
    spoken = verdicts(RAVINE, GradientDescent(), 1e-9, 30)
    assert spoken == [Verdict.MOVING] * WINDOW + [Verdict.STALLED] * 21


def test_adagrad_ends_up_standing_still_where_rmsprop_arrives() -> None:
    assert verdicts(RAVINE, AdaGrad(), 0.1, 3000)[-1] == Verdict.STALLED
    assert verdicts(RAVINE, RMSProp(), 0.1, 3000)[-1] == Verdict.HOVERING


def test_far_out_on_a_plateau_nothing_moves() -> None:
    assert verdicts(Plateau(), GradientDescent(), 0.1, 50, start=(3.5, 3.5))[-1] == Verdict.STALLED


# Oscillating ----------------------------------------------------------------------------------------------------------


def test_a_swing_that_dies_out_is_on_its_way() -> None:
    """Every pair of turns is a bit narrower: 0.98 a step is 0.82 a window, 0.995 a step is 0.95."""
    t = np.arange(80)
    assert Verdict.OSCILLATING not in along_x(8 * (-0.98) ** t)
    assert along_x(8 * (-0.995) ** t)[20:] == [Verdict.OSCILLATING] * 60


@pytest.mark.parametrize(("rule", "edge"), [(GradientDescent(), 2.0), (Momentum(0.5), 3.0), (Momentum(0.9), 3.8)])
@pytest.mark.parametrize("curvatures", [(0.1, 2.0), (2.0, 2.0), (1.0, 50.0)], ids=str)
def test_stable_runs_are_not_called_oscillating_or_diverged(
    rule: Optimizer[Any], edge: float, curvatures: tuple[float, float]
) -> None:
    chart = Quadratic(*curvatures, ((-10.0, 10.0), (-3.0, 3.0)))
    rates = np.linspace(0.02, 0.97, 60) * edge / max(curvatures)
    spoken = status_of(chart, simulate(chart, rule, (-9.0, 2.5), rates, 400)).verdict
    assert set(np.unique(spoken[-1])) <= {Verdict.MOVING, Verdict.STALLED, Verdict.CONVERGED}
    assert not (spoken == Verdict.DIVERGED).any()
    # Two swings of different pace can look like one steady swing for a moment: ten of these 24,000 verdicts at most.
    assert (spoken == Verdict.OSCILLATING).sum() <= 10


def test_a_heavy_ball_rolling_up_the_far_side_is_on_its_way() -> None:
    """Its loss climbs for many steps, lower each time."""
    run = simulate(Quadratic(0.01, 2.0), Momentum(momentum=0.98), (-9.0, 0.0), 0.05, 1500)
    assert (np.diff(run.loss[:, 0]) > 0).sum() > 100
    assert Verdict.OSCILLATING not in words(status_of(Quadratic(0.01, 2.0), run))


def test_a_slower_swing_is_a_swing_too() -> None:
    assert along_x(np.tile([0.0, 2, 4, 2, 0, -2, -4, -2], 10))[-1] == Verdict.OSCILLATING
    circle = [(0.0, 3.0), (3.0, 0.0), (0.0, -3.0), (-3.0, 0.0)]
    rectangle = [(-5.0, 1.0), (5.0, 1.0), (-5.0, -1.0), (5.0, -1.0)]
    assert words(status_of(RAVINE, scripted(RAVINE, rectangle * 10)))[-1] == Verdict.OSCILLATING
    assert words(status_of(RAVINE, scripted(RAVINE, circle * 10)))[-1] == Verdict.MOVING  # it never turns back


def test_chattering_rmsprop_does_not_flicker() -> None:
    """Near the minimum RMSProp chatters with a width of about n: inside the reach, or an oscillation."""
    chart = Quadratic(1.0, 50.0)
    for n in np.geomspace(0.01, 1.0, 30):
        spoken = verdicts(chart, RMSProp(), float(n), 600)
        assert changes(spoken) <= 8, f"n = {n:.3f}"
    hardly_seen = verdicts(chart, RMSProp(), 0.0005, 3000, start=(0.5, 0.1))
    assert set(hardly_seen[-500:]) == {Verdict.CONVERGED}
    assert set(verdicts(chart, RMSProp(), 0.02, 3000)[-500:]) == {Verdict.HOVERING}
    assert set(verdicts(chart, RMSProp(), 1.0, 3000)[-500:]) == {Verdict.OSCILLATING}


# What holds for all ---------------------------------------------------------------------------------------------------


@given(
    chart=st.sampled_from(EVERY_CHART),
    rule=st.sampled_from([rule() for rule in OPTIMIZERS.values()]),
    n=st.floats(-4, 1).map(lambda power: 10.0**power),
    start=st.tuples(st.floats(-2, 2), st.floats(-2, 2)),
    cut=st.integers(0, 80),
)
def test_no_verdict_looks_into_the_future(
    chart: Any, rule: Any, n: float, start: tuple[float, float], cut: int
) -> None:
    run = simulate(chart, rule, start, n, 80, noise=0.1)
    whole = status_of(chart, run)
    so_far = status_of(chart, Run(run.path[: cut + 1], run.loss[: cut + 1], run.lanes))
    np.testing.assert_array_equal(so_far.verdict, whole.verdict[: cut + 1])
    np.testing.assert_array_equal(so_far.left_at, whole.left_at[: cut + 1])
    np.testing.assert_array_equal(so_far.slope, whole.slope[: cut + 1])
    np.testing.assert_array_equal(so_far.distance, whole.distance[: cut + 1])


@pytest.mark.parametrize("chart", EVERY_CHART, ids=lambda chart: type(chart).__name__)
def test_columns_do_not_know_of_each_other(chart: Any) -> None:
    rates = np.geomspace(1e-4, 10, 12)
    together = status_of(chart, simulate(chart, Momentum(), (-1.5, 1.0), rates, 120))
    for b, rate in enumerate(rates):
        alone = status_of(chart, simulate(chart, Momentum(), (-1.5, 1.0), float(rate), 120))
        np.testing.assert_array_equal(together.verdict[:, b], alone.verdict[:, 0])
        np.testing.assert_array_equal(together.left_at[:, b], alone.left_at[:, 0])


@pytest.mark.parametrize("chart", EVERY_CHART, ids=lambda chart: type(chart).__name__)
@pytest.mark.parametrize("steps", [0, 1, 2, 9, 10, 11, 20, 21])
def test_short_runs_have_a_standing_too(chart: Any, steps: int) -> None:
    status = status_of(chart, simulate(chart, Adam(), np.array([[1.0, 0.4], [0.5, 1.0]]), 0.1, steps))
    for measure in (status.slope, status.distance, status.left_at, status.verdict):
        assert measure.shape == (steps + 1, 2)
    assert set(np.unique(status.verdict)) <= set(Verdict)


def test_a_long_race_stands_in_the_end() -> None:
    rates = {"gd": 0.95, "momentum": 0.1, "adagrad": 1.5, "rmsprop": 0.05, "adam": 0.3}
    rates |= {"nesterov": 0.1, "nadam": 0.3, "adamw": 0.3, "lion": 0.005}
    entrants = [Entrant(rule(), rates[key]) for key, rule in OPTIMIZERS.items()]
    status = status_of(RAVINE, race(RAVINE, entrants, START, 2000))
    assert status.verdict.shape == (2001, len(entrants))
    for key, verdict in zip(OPTIMIZERS, status.verdict[-1], strict=True):
        hops = key in ("rmsprop", "lion")  # by n, to the end
        assert verdict == (Verdict.HOVERING if hops else Verdict.CONVERGED), key


def test_slope_is_the_length_of_the_exact_gradient() -> None:
    run = simulate(RAVINE, GradientDescent(), START, 0.5, 20, noise=0.5)
    x, y = run.points
    np.testing.assert_allclose(status_of(RAVINE, run).slope, np.sqrt((x / 10) ** 2 + (2 * y) ** 2), rtol=1e-14)


def test_distance_is_to_the_nearest_minimum_of_any_kind() -> None:
    places = [(1.5, 0.0), (-1.5, 0.5), (0.0, 2.0)]
    by_hand = [min(float(np.hypot(x - m.place[0], y - m.place[1])) for m in TwoWells().minima) for x, y in places]
    distance = status_of(TwoWells(), scripted(TwoWells(), places)).distance[:, 0]
    np.testing.assert_allclose(distance, by_hand, rtol=1e-14)
    assert distance[0] == pytest.approx(1.5 - 0.967148938)


@given(
    st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=1, max_size=30),
    st.lists(st.tuples(st.floats(), st.floats()), min_size=1, max_size=30),
)
def test_the_nearest_of_many_places_is_the_nearest_of_all(
    marks: list[tuple[float, float]], points: list[tuple[float, float]]
) -> None:
    """Also from where squares are no numbers; what is nowhere is near to nothing."""
    with np.errstate(all="ignore"):
        found = _nearest(np.array(points).T[:, :, None], [Mark(place, 0.0) for place in marks])[:, 0]
        by_hand = [min(np.hypot(x - mark[0], y - mark[1]) for mark in marks) for x, y in points]
    np.testing.assert_allclose(found, by_hand, rtol=1e-14, atol=1e-150)


def test_distance_without_minima_is_not_a_number() -> None:
    status = status_of(Bottomless(), simulate(Bottomless(), GradientDescent(), (1.0, 0.1), 0.1, 5))
    assert np.isnan(status.distance).all()


def test_every_verdict_has_its_words_in_both_languages() -> None:
    for words_of in (VERDICT_NAMES, VERDICT_MEANINGS):
        assert list(words_of) == list(Verdict)
        assert all(re.search("[가-힣]", text.ko) for text in words_of.values())
        assert all(text.en and not re.search("[가-힣]", text.en) for text in words_of.values())
        assert (
            len({text.ko for text in words_of.values()}) == len({text.en for text in words_of.values()}) == len(Verdict)
        )
