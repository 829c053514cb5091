"""What the lecture says of each rule, and the papers of those beyond it, as statements that can fail."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizers import (
    OPTIMIZERS,
    AdaGrad,
    Adam,
    AdamW,
    GradientDescent,
    Lion,
    Momentum,
    NAdam,
    Nesterov,
    Optimizer,
    RMSProp,
)
from parameters import Array, parameters
from simulation import simulate
from tests.simulation.landscapes import Quadratic, Slope, TwoWells

TINY = 1e-30
ADAPTIVE: list[Callable[[float], Optimizer[Any]]] = [
    lambda eps: AdaGrad(eps=eps),
    lambda eps: RMSProp(eps=eps),
    lambda eps: Adam(eps=eps),
    lambda eps: NAdam(eps=eps),
    lambda eps: AdamW(eps=eps),
]
every_adaptive = pytest.mark.parametrize("rule", ADAPTIVE, ids=["adagrad", "rmsprop", "adam", "nadam", "adamw"])

sizes = st.floats(1e-3, 1e3)
slopes = st.builds(lambda size, sign: size * sign, sizes, st.sampled_from([-1.0, 1.0]))


def path(rule: Optimizer[Any], surface: Any, n: float, steps: int = 60) -> Array:
    return simulate(surface, rule, (-7.0, 2.0), n, steps).path[..., 0]


def steps_on_a_slope(rule: Optimizer[Any], slope: float, n: float, steps: int) -> Array:
    """The lengths of the steps along x where the gradient is `slope` everywhere."""
    return np.abs(np.diff(path(rule, Slope(slope, -1.0), n, steps)[:, 0]))


@every_adaptive
@pytest.mark.parametrize("scale", [1e-4, 0.5, 100.0])
def test_adaptive_rules_ignore_the_scale_of_the_loss(rule: Callable[[float], Optimizer[Any]], scale: float) -> None:
    surface, scaled = Quadratic(0.1, 2.0), Quadratic(0.1 * scale, 2.0 * scale)
    np.testing.assert_allclose(path(rule(TINY), scaled, 0.1), path(rule(TINY), surface, 0.1), rtol=1e-9, atol=1e-12)
    # It is ε that brings the scale back in.
    assert not np.allclose(path(rule(1.0), scaled, 0.1), path(rule(1.0), surface, 0.1))


def test_every_rule_with_an_epsilon_is_among_the_adaptive() -> None:
    with_eps = {key for key, rule in OPTIMIZERS.items() if "eps" in {each.key for each in parameters(rule)}}
    assert with_eps == {make(TINY).key for make in ADAPTIVE}


@pytest.mark.parametrize("scale", [1e-4, 0.5, 100.0])
def test_lion_ignores_the_scale_of_the_loss_without_any_epsilon(scale: float) -> None:
    surface, scaled = Quadratic(0.1, 2.0), Quadratic(0.1 * scale, 2.0 * scale)
    np.testing.assert_allclose(path(Lion(), scaled, 0.1), path(Lion(), surface, 0.1), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("rule", [GradientDescent(), Momentum(), Nesterov()], ids=["gd", "momentum", "nesterov"])
def test_the_others_follow_the_scale_of_the_loss(rule: Optimizer[Any]) -> None:
    assert not np.allclose(path(rule, Quadratic(0.05, 1.0), 0.1), path(rule, Quadratic(0.1, 2.0), 0.1))


@given(slope=slopes, n=sizes)
def test_adams_first_step_is_n_along_every_variable(slope: float, n: float) -> None:
    """The bias correction in one line: multiplied instead of divided it would be n (1 − β₁)²/(1 − β₂)."""
    adam = Adam(eps=TINY)
    gradient = np.array([slope, -3.0 * slope])
    step, _ = adam.update(gradient, adam.init(gradient), 1, n)
    np.testing.assert_allclose(step, n * np.sign(gradient), rtol=1e-12)


def test_adams_steps_on_a_constant_slope_are_n_from_the_start() -> None:
    np.testing.assert_allclose(steps_on_a_slope(Adam(eps=TINY), 0.3, 0.1, 200), 0.1, rtol=1e-9)


@given(gradients=st.lists(slopes, min_size=1, max_size=20), decay=st.floats(0.0, 0.999))
def test_adam_without_momentum_is_rmsprop_with_its_bias_taken_out(gradients: list[float], decay: float) -> None:
    """With β₁ = 0, Adam's step is RMSProp's times √(1 − β₂ᵗ), where ε is nothing."""
    adam, rmsprop = Adam(beta1=0.0, beta2=decay, eps=TINY), RMSProp(decay=decay, eps=TINY)
    adams, rmsprops = adam.init(np.zeros(1)), rmsprop.init(np.zeros(1))
    for t, slope in enumerate(gradients, start=1):
        one, adams = adam.update(np.array([slope]), adams, t, 0.1)
        two, rmsprops = rmsprop.update(np.array([slope]), rmsprops, t, 0.1)
        np.testing.assert_allclose(one, two * np.sqrt(1 - decay**t), rtol=1e-9)


@given(slope=slopes, n=sizes)
def test_adagrads_steps_on_a_constant_slope_shrink_as_the_root_of_time(slope: float, n: float) -> None:
    taken = steps_on_a_slope(AdaGrad(eps=TINY), slope, n, 100)
    # The path has grown to a sum of 20 n, so its differences keep a rounding of that size.
    np.testing.assert_allclose(taken, n / np.sqrt(np.arange(1, 101)), atol=1e-13 * (20 * n + 7))


@given(gradients=st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=30))
def test_adagrads_sum_never_falls(gradients: list[float]) -> None:
    rule = AdaGrad()
    state = rule.init(np.zeros(1))
    for t, slope in enumerate(gradients, start=1):
        before = state.g
        _, state = rule.update(np.array([slope]), state, t, 0.1)
        assert (state.g >= before).all()


def test_adagrad_gives_each_variable_its_own_rate() -> None:
    rule = AdaGrad(eps=TINY)
    state = rule.init(np.zeros(2))
    for t in range(1, 11):
        step, state = rule.update(np.array([100.0, 0.01]), state, t, 0.1)
    # Per unit of slope the flat variable now moves ten thousand times as far: the steps are equal.
    np.testing.assert_allclose(step[0], step[1], rtol=1e-12)


@pytest.mark.parametrize("slope", [0.01, 5.0])
def test_rmsprop_goes_on_where_adagrad_stops(slope: float) -> None:
    n, steps = 0.1, 400
    goes_on = steps_on_a_slope(RMSProp(eps=TINY), slope, n, steps)
    # gₜ = (1 − rᵗ) slope², so the steps come down from n/√(1 − r) to n.
    assert goes_on[0] == pytest.approx(n / np.sqrt(0.1))
    assert (np.diff(goes_on) < 1e-12).all()
    assert goes_on[-1] == pytest.approx(n, rel=1e-9)
    assert steps_on_a_slope(AdaGrad(eps=TINY), slope, n, steps)[-1] == pytest.approx(n / 20)


def test_rmsprop_forgets_a_steep_beginning_and_adagrad_does_not() -> None:
    last = {}
    rules: tuple[Optimizer[Any], ...] = (AdaGrad(), RMSProp())
    for rule in rules:
        state = rule.init(np.zeros(1))
        for t in range(1, 301):
            step, state = rule.update(np.array([100.0 if t <= 5 else 0.1]), state, t, 0.1)
        last[rule.key] = abs(step[0])
    assert last["rmsprop"] == pytest.approx(0.1, rel=1e-3)
    assert last["adagrad"] < 1e-4


@pytest.mark.parametrize("rule", [Momentum(momentum=0.0), Nesterov(momentum=0.0)], ids=["momentum", "nesterov"])
def test_momentum_at_zero_is_gradient_descent_to_the_bit(rule: Optimizer[Any]) -> None:
    surface = Quadratic(0.1, 2.0)
    np.testing.assert_array_equal(path(rule, surface, 0.7), path(GradientDescent(), surface, 0.7))


@given(make=st.sampled_from([Momentum, Nesterov]), r=st.floats(0.0, 0.95), n=sizes)
def test_momentum_on_a_constant_slope_speeds_up_to_n_over_1_minus_r(
    make: type[Momentum | Nesterov], r: float, n: float
) -> None:
    rule: Optimizer[Any] = make(momentum=r)
    state = rule.init(np.zeros(1))
    for t in range(1, 601):
        step, state = rule.update(np.ones(1), state, t, n)
    np.testing.assert_allclose(step, n / (1 - r), rtol=1e-9)


def test_momentum_remembers_the_rate_it_moved_at() -> None:
    """n stands inside v, as in the lecture (in PyTorch outside): a rate of 0 does not stop a rolling ball."""
    rule = Momentum(momentum=0.5)
    _, state = rule.update(np.ones(1), rule.init(np.zeros(1)), 1, 0.8)
    step, _ = rule.update(np.ones(1), state, 2, 0.0)
    np.testing.assert_allclose(step, 0.4)


def test_nesterovs_point_is_where_a_rolling_ball_will_be() -> None:
    """The form with two places: the ball y, and the place ahead y − r v at which its slope is taken."""
    surface, n, r = Quadratic(0.1, 2.0), 0.3, 0.9
    y, v, ahead = np.array([-7.0, 2.0]), np.zeros(2), []
    for _ in range(61):
        ahead.append(y - r * v)
        v = r * v + n * surface.gradient(ahead[-1])
        y = y - v
    np.testing.assert_allclose(path(Nesterov(momentum=r), surface, n), ahead, rtol=1e-12, atol=1e-12)


def test_nesterov_swings_less_than_momentum() -> None:
    """On a single curvature the look-ahead brakes: with the same r and n it is calm long before the heavy ball."""
    surface = Quadratic(1.0, 1.0)
    heavy, ahead = (np.abs(path(rule, surface, 0.1, 100)[60:, 0]).max() for rule in (Momentum(), Nesterov()))
    assert ahead < heavy / 10


def test_momentum_gets_out_of_a_local_minimum_that_holds_gradient_descent() -> None:
    surface, start, n = TwoWells(), (1.9, 0.5), 0.01
    held = simulate(surface, GradientDescent(), start, n, 2000).path[-1, :, 0]
    freed = simulate(surface, Momentum(), start, n, 2000).path[-1, :, 0]
    np.testing.assert_allclose(held, surface.minima[1].place, atol=1e-6)
    np.testing.assert_allclose(freed, surface.minima[0].place, atol=1e-6)


@given(gradients=st.lists(slopes, min_size=1, max_size=20), beta1=st.floats(0.0, 0.999), n=sizes)
def test_adamw_without_decay_is_adam(gradients: list[float], beta1: float, n: float) -> None:
    adam, adamw = Adam(beta1=beta1), AdamW(beta1=beta1, weight_decay=0.0)
    adams, adamws = adam.init(np.full(1, 3.0)), adamw.init(np.full(1, 3.0))
    for t, slope in enumerate(gradients, start=1):
        one, adams = adam.update(np.array([slope]), adams, t, n)
        two, adamws = adamw.update(np.array([slope]), adamws, t, n)
        # n (m̂/√…) and (n m̂)/√… round once each, in another order.
        np.testing.assert_allclose(two, one, rtol=1e-15)


@pytest.mark.parametrize("slope", [1e-3, 1.0, 1e3])
def test_weight_decay_is_decoupled(slope: float) -> None:
    """Its pull is n λ x however large the gradients; added to the gradient, the root would have divided it."""
    pulled, free = AdamW(weight_decay=0.5), AdamW(weight_decay=0.0)
    x, gradient = np.array([4.0]), np.array([slope])
    with_pull, _ = pulled.update(gradient, pulled.init(x), 1, 0.1)
    without, _ = free.update(gradient, free.init(x), 1, 0.1)
    np.testing.assert_allclose(with_pull - without, 0.1 * 0.5 * x, rtol=1e-12)


@pytest.mark.parametrize("rule", [AdamW(weight_decay=0.5), Lion(weight_decay=0.5)], ids=["adamw", "lion"])
def test_weight_decay_on_flat_ground_shrinks_x_by_a_constant_factor(rule: Optimizer[Any]) -> None:
    shrinking = path(rule, Slope(0.0, 0.0), 0.1, 50)
    np.testing.assert_allclose(shrinking, np.outer(0.95 ** np.arange(51), (-7.0, 2.0)), rtol=1e-12)


@given(slope=slopes, n=sizes, beta1=st.floats(0.0, 0.99))
def test_nadams_first_step_is_longer_than_adams_by_a_known_share(slope: float, n: float, beta1: float) -> None:
    """Adam's first step is n. The look-ahead adds β₁(1 − β₁)/(1 − β₁²) = β₁/(1 + β₁) of it to what is left, 1."""
    nadam = NAdam(beta1=beta1, eps=TINY)
    step, _ = nadam.update(np.array([slope]), nadam.init(np.zeros(1)), 1, n)
    np.testing.assert_allclose(step, n * np.sign(slope) * (1 + beta1 / (1 + beta1)), rtol=1e-9)


@given(gradients=st.lists(slopes, min_size=1, max_size=20), decay=st.floats(0.0, 0.999))
def test_nadam_without_momentum_is_adam_without_momentum(gradients: list[float], decay: float) -> None:
    one, two = NAdam(beta1=0.0, beta2=decay), Adam(beta1=0.0, beta2=decay)
    ones, twos = one.init(np.zeros(1)), two.init(np.zeros(1))
    for t, slope in enumerate(gradients, start=1):
        nadams, ones = one.update(np.array([slope]), ones, t, 0.1)
        adams, twos = two.update(np.array([slope]), twos, t, 0.1)
        np.testing.assert_array_equal(nadams, adams)


def test_nadams_steps_on_a_constant_slope_come_down_to_n() -> None:
    taken = steps_on_a_slope(NAdam(eps=TINY), 0.3, 0.1, 200)
    assert (np.diff(taken) < 1e-12).all()
    np.testing.assert_allclose(taken[-1], 0.1, rtol=1e-6)


@given(gradients=st.lists(slopes, min_size=1, max_size=20), n=sizes)
def test_every_step_of_lion_is_n_in_every_variable(gradients: list[float], n: float) -> None:
    lion = Lion()
    state = lion.init(np.zeros(2))
    for t, slope in enumerate(gradients, start=1):
        step, state = lion.update(np.array([slope, -7.0 * slope]), state, t, n)
        np.testing.assert_array_equal(np.abs(step), n)


@pytest.mark.parametrize("n", [0.01, 0.1])
def test_lion_never_comes_to_rest_but_stays_about_the_minimum(n: float) -> None:
    x = path(Lion(), Quadratic(1.0, 1.0), n, 3000)[-1000:, 0]
    np.testing.assert_allclose(np.abs(np.diff(x)), n, rtol=1e-9)
    assert np.abs(x).max() < 50 * n


def test_memory_of_the_rules() -> None:
    """C8: what each keeps, in the lecture's letters. Lion needs less than Adam: it has no g."""
    assert {key: rule.memory for key, rule in OPTIMIZERS.items()} == {
        "gd": ("x",),
        "momentum": ("x", "v"),
        "adagrad": ("x", "g"),
        "rmsprop": ("x", "g"),
        "adam": ("x", "m", "g"),
        "nesterov": ("x", "v"),
        "nadam": ("x", "m", "g"),
        "adamw": ("x", "m", "g"),
        "lion": ("x", "m"),
    }


@pytest.mark.parametrize("rule", OPTIMIZERS.values(), ids=list(OPTIMIZERS))
def test_memory_in_numbers(rule: type[Optimizer[Any]]) -> None:
    """Each letter is an array as large as x: for 1000 weights, 1000 numbers. An x in the state is those weights."""
    x = np.zeros((1000, 1))
    kept = {"x": x, **rule().init(x)._asdict()}
    assert sum(each.size for each in kept.values()) == 1000 * len(rule.memory)
