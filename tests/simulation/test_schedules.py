"""Schedules: what each gives at the first, the middle and the last step, and the shape between."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import GradientDescent
from parameters import Array, parameters
from simulation import Entrant, race
from simulation.schedules import (
    SCHEDULES,
    Constant,
    Cosine,
    Exponential,
    OneCycle,
    RateSchedule,
    Step,
    WarmupCosine,
)
from surfaces import SURFACES

FALLING = ("step", "exponential", "cosine", "warmup-cosine")
"""Those that are never above the constant rate."""


def values(schedule: RateSchedule) -> Array:
    """The learning rate of every step."""
    return np.array([schedule(t) for t in range(1, schedule.steps + 1)])


@pytest.mark.parametrize(
    ("schedule", "known"),
    [
        (Constant(0.5, 101), {1: 0.5, 51: 0.5, 101: 0.5}),
        (Step(0.5, 100, drop=0.1, every=0.3), {1: 0.5, 30: 0.5, 31: 0.05, 60: 0.05, 61: 0.005, 91: 0.0005}),
        (Step(0.5, 100, drop=0.5, every=1.0), {1: 0.5, 100: 0.5}),
        (Step(0.5, 3, drop=0.5, every=0.05), {1: 0.5, 2: 0.25, 3: 0.125}),
        (Exponential(0.5, 101, final=0.01), {1: 0.5, 51: 0.05, 101: 0.005}),
        (Cosine(0.5, 101, final=0.1), {1: 0.5, 51: 0.275, 101: 0.05}),
        (Cosine(0.5, 101, final=1.0), {1: 0.5, 51: 0.5, 101: 0.5}),
        (WarmupCosine(0.5, 110, warmup=10 / 110, final=0.1), {1: 0.05, 5: 0.25, 10: 0.5, 60: 0.275, 110: 0.05}),
        (OneCycle(0.5, 111, peak=3.0, rise=11 / 111, final=0.1), {1: 0.5, 6: 1.0, 11: 1.5, 61: 0.775, 111: 0.05}),
    ],
)
def test_known_values(schedule: RateSchedule, known: dict[int, float]) -> None:
    assert {t: schedule(t) for t in known} == pytest.approx(known, rel=1e-12)


def test_without_a_warmup_it_is_the_cosine() -> None:
    np.testing.assert_array_equal(values(WarmupCosine(0.3, 77, warmup=0.0)), values(Cosine(0.3, 77)))


@st.composite
def schedules(draw: st.DrawFn) -> RateSchedule:
    kind = SCHEDULES[draw(st.sampled_from(list(SCHEDULES)))]
    settings = {each.key: draw(st.floats(each.low, each.high)) for each in parameters(kind)}
    return kind(draw(st.floats(1e-6, 100)), draw(st.integers(1, 300)), **settings)


@given(schedules())
def test_every_rate_is_positive_and_bounded(schedule: RateSchedule) -> None:
    rates = values(schedule)
    assert (rates > 0).all()
    assert (rates <= schedule.rate * getattr(schedule, "peak", 1.0) * (1 + 1e-12)).all()


@given(schedules())
def test_it_rises_at_most_once_and_then_never_again(schedule: RateSchedule) -> None:
    """Up to one top, which only warm-up and one-cycle have behind the first step, and down from there."""
    rates = values(schedule)
    top = int(np.argmax(rates))
    slack = 1e-12 * rates[top]
    assert (np.diff(rates[: top + 1]) >= -slack).all()
    assert (np.diff(rates[top:]) <= slack).all()
    if schedule.key not in ("warmup-cosine", "one-cycle"):
        assert top == 0


def test_one_cycle_has_one_peak_of_the_height_that_is_set() -> None:
    rates = values(OneCycle(0.2, 200, peak=4.0, rise=0.25))
    assert np.flatnonzero(rates == rates.max()).tolist() == [49]
    assert rates.max() == pytest.approx(0.8)
    assert (np.diff(rates[:50]) > 0).all()
    assert (np.diff(rates[49:]) < 0).all()


@pytest.mark.parametrize("kind", SCHEDULES.values(), ids=list(SCHEDULES))
def test_a_single_step_has_a_rate(kind: type[RateSchedule]) -> None:
    assert 0 < kind(0.1, 1)(1) <= 0.1 * getattr(kind(0.1, 1), "peak", 1.0)


@pytest.mark.parametrize(("settings", "said"), [((0.0, 5), "base rate is 0.0"), ((0.1, 0), "steps is 0")])
def test_what_makes_no_schedule_is_told(settings: tuple[Any, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Cosine(*settings)


@pytest.mark.parametrize("kind", SCHEDULES.values(), ids=list(SCHEDULES))
def test_a_race_steps_by_it(kind: type[RateSchedule]) -> None:
    """On the bowl a step multiplies the distance by 1 − 2nₜ, also where the race is replayed."""
    schedule = kind(0.05, 80)
    run = race(SURFACES["bowl"], [Entrant(GradientDescent(), schedule)], (1.0, -2.0), 80)
    np.testing.assert_allclose(run.path[1:, 0, 0], np.cumprod(1 - 2 * values(schedule)), rtol=1e-9)


RATE, STEPS, SEEDS = 0.45, 600, range(30)


def last_losses(key: str, noise: float, seed: int) -> float:
    """The mean loss of the last tenth of gradient descent's steps on the class ravine."""
    entrant = Entrant(GradientDescent(), SCHEDULES[key](RATE, STEPS))
    run = race(SURFACES["class-ravine"], [entrant], (-7.0, 2.0), STEPS, noise=noise, seed=seed)
    return float(run.loss[-STEPS // 10 :].mean())


@pytest.mark.parametrize("key", [*FALLING, "one-cycle"])
def test_in_noise_what_shrinks_near_the_minimum_ends_lower_than_the_constant_rate(key: str) -> None:
    """The mean over thirty seeds is below a third of the constant's, and no seed says otherwise."""
    constant, shrinking = ([last_losses(each, 0.5, seed) for seed in SEEDS] for each in ("constant", key))
    assert np.mean(shrinking) < np.mean(constant) / 3
    assert np.less(shrinking, constant).all()


@pytest.mark.parametrize("key", FALLING)
def test_what_shrinks_before_it_is_near_stops_on_the_way(key: str) -> None:
    """The condition of the lesson: 200 steps are too few for the Matyas valley, whose flattest curvature is 0.04."""
    for seed in SEEDS:
        entrants = [Entrant(GradientDescent(), SCHEDULES[each](0.15, 200)) for each in ("constant", key)]
        loss = race(SURFACES["matyas"], entrants, (-9.0, -8.0), 200, noise=0.1, seed=seed).loss
        assert loss[-20:, 1].mean() > loss[-20:, 0].mean()


@pytest.mark.parametrize("surface", ["bowl", "class-ravine", "ravine", "matyas", "booth"])
def test_without_noise_the_constant_rate_is_first_on_a_quadratic(surface: str) -> None:
    """Every rate up to 1/λmax, half the stability edge, shrinks each direction the more the larger it is."""
    ground = SURFACES[surface]
    rate = 0.99 * ground.stability_edge(ground.minima[0].place) / 2
    for key in FALLING:
        entrants = [Entrant(GradientDescent(), SCHEDULES[each](rate, STEPS)) for each in ("constant", key)]
        loss = race(ground, entrants, ground.start, STEPS).loss - ground.minima[0].value
        assert (loss[:, 0] <= loss[:, 1] + 1e-12 * loss[0, 0]).all()
        assert loss[20, 0] < loss[20, 1] or loss[-1, 0] < loss[-1, 1] or loss[-1, 1] == 0
