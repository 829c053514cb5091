"""Inside one update: every term is what the rule computes, and the run is the race's to the bit."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, AdaGrad, Adam, AdamW, GradientDescent, Optimizer, RMSProp
from optimizers.terms import Term
from parameters import Array
from simulation import inside, retrace, simulate
from surfaces import SURFACES

Rule = type[Optimizer[Any]]
every_rule = pytest.mark.parametrize("rule", OPTIMIZERS.values(), ids=list(OPTIMIZERS))
every_noise = pytest.mark.parametrize("noise", [0.0, 0.7])
STEPS = 80


def traced(rule: Optimizer[Any], surface: str = "himmelblau", rate: float = 0.01, noise: float = 0.0) -> dict[str, Any]:
    """A run and all its terms."""
    there = SURFACES[surface]
    seen = inside(there, rule, there.start, rate, STEPS, noise=noise, seed=5)
    return {"path": seen.path, "slopes": seen.gradients, **retrace(rule, rate, seen.path, seen.gradients)}


@every_noise
@every_rule
def test_the_run_is_the_races_and_the_step_leads_along_it_to_the_bit(rule: Rule, noise: float) -> None:
    there, found = SURFACES["himmelblau"], traced(rule(), noise=noise)
    path = simulate(there, rule(), there.start, 0.01, STEPS, noise=noise, seed=5).path[:, :, 0]
    np.testing.assert_array_equal(found["path"], path)
    np.testing.assert_array_equal(path[:-1] - found[list(rule.terms)[-1]][1:], path[1:])


@every_rule
def test_every_term_is_what_update_gives_to_the_bit(rule: Rule) -> None:
    """The last term is the step, and what is remembered has the letter of the memory."""
    found, optimizer = traced(rule(), noise=0.3), rule()
    state = optimizer.init(found["path"][0])
    for t in range(1, STEPS + 1):
        step, state = optimizer.update(found["slopes"][t - 1], state, t, 0.01)
        np.testing.assert_array_equal(found[list(rule.terms)[-1]][t], step)
        for letter in set(state._fields) & set(rule.terms):
            np.testing.assert_array_equal(found[letter][t], getattr(state, letter))


@every_rule
def test_what_is_remembered_begins_with_the_empty_memory_and_nothing_else_does(rule: Rule) -> None:
    found = traced(rule())
    remembered = set(rule().init(np.zeros(2))._fields)
    for name in rule.terms:
        expected = 0.0 if name in remembered else np.nan
        np.testing.assert_array_equal(found[name][0], [expected, expected])


def test_adams_terms_are_those_of_its_formula() -> None:
    found, adam = traced(Adam()), Adam()
    m, g = np.zeros(2), np.zeros(2)
    for t in range(1, STEPS + 1):
        slope = found["slopes"][t - 1]
        m, g = 0.9 * m + 0.1 * slope, 0.999 * g + 0.001 * slope**2
        hand = {"m": m, "g": g, "m_hat": m / (1 - 0.9**t), "g_hat": g / (1 - 0.999**t)}
        hand["root"] = np.sqrt(hand["g_hat"] + adam.eps)
        hand["step"] = 0.01 * hand["m_hat"] / hand["root"]
        for name, value in hand.items():
            np.testing.assert_allclose(found[name][t], value, rtol=1e-11, atol=1e-300)


def test_one_that_rides_along_takes_the_same_slopes_at_the_same_places() -> None:
    """Its memory is its own, and where it keeps x, that is where it is, not where it would have gone."""
    there, rider = SURFACES["himmelblau"], AdamW(weight_decay=0.5)
    seen = inside(there, GradientDescent(), there.start, 0.01, STEPS)
    found = retrace(rider, 0.02, seen.path, seen.gradients)
    np.testing.assert_array_equal(found["pull"][1:], 0.5 * seen.path[:-1])
    first, _ = rider.update(seen.gradients[0], rider.init(seen.path[0]), 1, 0.02)
    np.testing.assert_array_equal(found["step"][1], first)
    own = simulate(there, rider, there.start, 0.02, 1).path[:, :, 0]
    np.testing.assert_array_equal(seen.path[0] - found["step"][1], own[1])


def test_a_run_that_leaves_the_range_of_floats_is_traced_to_its_end() -> None:
    found = traced(GradientDescent(), rate=1.0)
    assert not np.isfinite(found["path"][-1]).any()
    assert np.isnan(found["step"][-1]).all()
    assert np.isfinite(found["step"][1]).all()


def test_no_step_has_no_terms() -> None:
    there = SURFACES["bowl"]
    seen = inside(there, Adam(), there.start, 0.1, 0)
    assert seen.gradients.shape == (0, 2)
    assert retrace(Adam(), 0.1, seen.path, seen.gradients)["m"].tolist() == [[0.0, 0.0]]


pairs = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
gradients: st.SearchStrategy[Array] = st.lists(pairs, min_size=1, max_size=40).map(np.array)


def own_rates(rule: Optimizer[Any], slopes: Array) -> Array:
    """n/√(g + ε) at every step of any run that is given these slopes."""
    root = retrace(rule, 0.1, np.zeros((len(slopes) + 1, 2)), slopes)["root"]
    return 0.1 / root[1:]


@given(slopes=gradients)
def test_adagrads_rates_never_rise(slopes: Array) -> None:
    assert (np.diff(own_rates(AdaGrad(), slopes), axis=0) <= 0).all()


@given(slopes=gradients)
def test_rmsprops_rate_rises_where_the_slope_is_below_what_is_remembered(slopes: Array) -> None:
    """gₜ < gₜ₋₁ if and only if (∇f)² < gₜ₋₁: the condition that the page says in words."""
    g = retrace(RMSProp(), 0.1, np.zeros((len(slopes) + 1, 2)), slopes)["g"]
    rates = own_rates(RMSProp(), slopes)
    rises = np.diff(rates, axis=0) > 0
    smaller = slopes[1:] ** 2 < g[1:-1]
    assert not (rises & ~smaller).any()
    clearly = (slopes[1:] ** 2 < 0.99 * g[1:-1]) & (g[2:] > 1e-6)  # ε and rounding aside
    assert rises[clearly].all()


def test_on_the_class_ravine_adagrads_rates_only_fall_and_rmsprops_come_up_again() -> None:
    there = SURFACES["class-ravine"]
    seen = inside(there, GradientDescent(), there.start, there.learning_rate, 100)
    falling, other = (own_rates(rule, seen.gradients) for rule in (AdaGrad(), RMSProp()))
    assert (falling[-1] < falling[0]).all()
    assert (other[-1] > other.min(axis=0)).all()


def test_terms_have_a_part_and_a_unit_that_the_picture_knows() -> None:
    every: list[Term] = [term for rule in OPTIMIZERS.values() for term in rule.terms.values()]
    assert {term.part for term in every} == {"gradient", "memory", "square", "step"}
    assert {term.unit for term in every} == {"slope", "squared", "ratio", "movement"}
