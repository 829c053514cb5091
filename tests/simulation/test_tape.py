"""What is recorded and replayed is, to the bit, what the plain loop does; what can't be recorded runs plainly."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, AdaGrad, Adam, AdamW, GradientDescent, Lion, Momentum, NAdam, Optimizer, RMSProp
from parameters import Array
from simulation import Entrant, race, run, simulate
from simulation.replay import NARROW, SHORT, compiled, replay
from surfaces import SURFACES, Surface
from tests.simulation.landscapes import Quadratic, Rosenbrock

RAVINE = Quadratic(0.1, 2.0)
START = (-7.0, 2.0)
STEPS = SHORT + 40
NARROW_RATES = np.array([1e-3, 0.3, 30.0])
WIDE_RATES = np.geomspace(1e-4, 1e3, NARROW + 4)
both_ways = pytest.mark.parametrize("rates", [NARROW_RATES, WIDE_RATES], ids=["on floats", "on arrays"])
every_rule = pytest.mark.parametrize("rule", [rule() for rule in OPTIMIZERS.values()], ids=list(OPTIMIZERS))


@pytest.fixture
def replayed(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each race so far was replayed from tapes."""
    answers: list[bool] = []

    def noted(*arguments: Any) -> bool:
        answers.append(replay(*arguments))
        return answers[-1]

    monkeypatch.setattr(run, "replay", noted)
    return answers


def by_hand(surface: Any, rule: Any, start: Any, rate: Any, *, noise: Any = 0.0) -> Array:
    """The path of one rule, from the rule itself; `rate` is a schedule or what a constant one gives."""
    x = np.array(start, dtype=np.float64).reshape(len(start), -1)
    x = x + np.zeros(np.shape(rate(1) if callable(rate) else rate))
    state, path = rule.init(x), [x]
    with np.errstate(all="ignore"):
        for t in range(1, STEPS + 1):
            gradient = surface.gradient(x) + (noise[t - 1] if np.ndim(noise) else 0.0)
            step, state = rule.update(gradient, state, t, rate(t) if callable(rate) else rate)
            x = x - step
            path.append(x)
    return np.array(path)


# To the bit -----------------------------------------------------------------------------------------------------------


@both_ways
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_every_rule_on_every_surface(surface: Surface, rates: Array) -> None:
    together = race(surface, [Entrant(rule(), rates) for rule in OPTIMIZERS.values()], surface.start, STEPS)
    for lane, rule in zip(together.lanes, OPTIMIZERS.values(), strict=True):
        np.testing.assert_array_equal(together.path[..., lane], by_hand(surface, rule(), surface.start, rates))
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(together.loss, surface.value(together.points))


@both_ways
@pytest.mark.parametrize("key", ["class-ravine", "rosenbrock", "goldstein-price", "styblinski-tang"])
def test_the_rules_are_recorded_on_surfaces_of_plain_arithmetic(key: str, rates: Array, replayed: list[bool]) -> None:
    entrants = [Entrant(rule(), rates) for rule in OPTIMIZERS.values()]
    race(SURFACES[key], entrants, SURFACES[key].start, STEPS)
    assert replayed == [True]


@pytest.mark.parametrize("key", ["rastrigin", "two-wells"])
def test_sine_and_exponential_are_recorded_on_arrays_only(key: str, replayed: list[bool]) -> None:
    for rates in (NARROW_RATES, WIDE_RATES):
        simulate(SURFACES[key], Adam(), SURFACES[key].start, rates, STEPS)
    assert replayed == [False, True]


@both_ways
@every_rule
def test_leaving_the_range_of_floats(rule: Optimizer[Any], rates: Array, replayed: list[bool]) -> None:
    """Also where the numbers before it were so large that squares are inf and differences nan.

    Lion's steps are n however steep it is, so it stays where the slope is inf.
    """
    starts = np.array([[-1.5], [2.0]]) * np.geomspace(1, 1e200, len(rates))
    path = simulate(Rosenbrock(), rule, starts, rates, STEPS).path
    np.testing.assert_array_equal(path, by_hand(Rosenbrock(), rule, starts, rates))
    assert replayed == [True]
    assert np.isnan(path).any() != isinstance(rule, Lion)
    assert np.isfinite(path[-1, :, 0]).all()


@both_ways
@every_rule
def test_noise_schedules_and_starts(rule: Optimizer[Any], rates: Array, replayed: list[bool]) -> None:
    starts = np.random.default_rng(2).uniform(-2, 2, size=(2, len(rates)))
    noise = 0.3 * np.random.default_rng(5).standard_normal((STEPS, 2, 1))

    def falling(t: int) -> float:
        return 0.1 / t

    for rate in (0.02, falling, lambda t: np.float64(0.1) / np.sqrt(t), rates / 100):
        path = simulate(RAVINE, rule, starts, rate, STEPS, noise=0.3, seed=5).path
        np.testing.assert_array_equal(path, by_hand(RAVINE, rule, starts, rate, noise=noise))
    assert replayed == [True] * 4


@both_ways
def test_a_hyperparameter_for_each_column(rates: Array, replayed: list[bool]) -> None:
    values = np.linspace(0, 0.9, len(rates))
    rules: list[Optimizer[Any]] = [
        *(Momentum(values), RMSProp(values, eps=values + 1e-8), AdaGrad(eps=values)),
        *(Lion(values, values[::-1], weight_decay=values), AdamW(weight_decay=values)),
    ]
    for rule in rules:
        starts = np.tile(np.array(START)[:, None], len(rates))
        path = simulate(RAVINE, rule, starts, 0.1, STEPS).path
        np.testing.assert_array_equal(path, by_hand(RAVINE, rule, starts, 0.1))
    assert replayed == [True] * 5


@pytest.mark.parametrize("rule", [Adam, NAdam, AdamW])
def test_the_power_of_an_array_is_numpys_own_and_runs_plainly(
    rule: type[Adam | NAdam | AdamW], replayed: list[bool]
) -> None:
    """Its last bit is not always that of Python's power."""
    betas = np.linspace(0.9, 0.999, 12)
    starts = np.tile(np.array(START)[:, None], 12)
    path = simulate(RAVINE, rule(beta1=betas), starts, 0.1, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, rule(beta1=betas), starts, 0.1))
    assert replayed == [False]


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("rule", [Adam, NAdam, AdamW])
def test_powers_by_the_time_and_by_the_time_to_come(
    rule: type[Adam | NAdam | AdamW], beta: float, replayed: list[bool]
) -> None:
    for rates in (NARROW_RATES, WIDE_RATES):
        path = simulate(RAVINE, rule(beta1=beta, beta2=beta), START, rates, STEPS).path
        np.testing.assert_array_equal(path, by_hand(RAVINE, rule(beta1=beta, beta2=beta), START, rates))
    assert replayed == [True] * 2


SIGNED = [0.0, -0.0, 5e-324, -5e-324, 1.5, -1e300, np.inf, -np.inf]


@pytest.mark.parametrize("columns", [[*SIGNED[2:], np.nan], SIGNED, [*SIGNED, np.nan]], ids=["few", "all", "many"])
def test_the_sign_has_numpys_bits(columns: list[float], replayed: list[bool]) -> None:
    """Also the sign of ±0, which is +0: taken from −0 it leaves −0, where the other zero would make +0 of it."""
    x = np.tile(columns, (2, 1))
    path, expected = simulate(Sloping(lambda p: 1.0 * p), Made(signs), x, 0.25, STEPS).path, [x]
    for _ in range(STEPS):
        expected.append(expected[-1] - 0.25 * np.sign(expected[-1]))
    np.testing.assert_array_equal(path, expected)
    number = ~np.isnan(path)
    np.testing.assert_array_equal(np.signbit(path)[number], np.signbit(expected)[number])
    assert replayed == [True]


@both_ways
@pytest.mark.parametrize(("dimensions", "recorded"), [(1, True), (3, True), (9, False)])
def test_any_number_of_coordinates(dimensions: int, recorded: bool, rates: Array, replayed: list[bool]) -> None:
    """From eight on NumPy may add them up in another order."""
    start = np.sin(np.arange(1.0, dimensions + 1))
    surface = Sloping(lambda p: 2 * p * (p**2).sum(axis=0))
    for each in (rates[0], rates):
        path = simulate(surface, Adam(), start, each, STEPS).path
        np.testing.assert_array_equal(path, by_hand(surface, Adam(), start, each))
    assert replayed == [recorded] * 2


@both_ways
@pytest.mark.parametrize(
    "formula", [lambda p: p, lambda p: p[::-1] + 0.0, lambda p: p[[1, 1]], lambda p: np.array([p[0] * p[1]] * 2)]
)
def test_a_slope_may_be_a_coordinate_or_the_same_twice(
    formula: Callable[[Array], Any], rates: Array, replayed: list[bool]
) -> None:
    path = simulate(Sloping(formula), Momentum(), START, rates / 100, STEPS).path
    np.testing.assert_array_equal(path, by_hand(Sloping(formula), Momentum(), START, rates / 100))
    assert replayed == [True]


def test_dividing_by_zero_is_no_error(replayed: list[bool]) -> None:
    """Python would raise where NumPy gives nan."""
    rule = AdaGrad(eps=0.0)
    path = simulate(RAVINE, rule, (1.0, 0.0), 0.1, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, rule, (1.0, 0.0), 0.1))
    assert np.isnan(path[1, 1, 0])
    assert replayed == [False]


def test_lanes_of_different_widths(replayed: list[bool]) -> None:
    mixed = [Entrant(Adam(), 0.1), Entrant(Momentum(), WIDE_RATES), Entrant(RMSProp(), lambda t: 1 / t)]
    together = race(RAVINE, mixed, START, STEPS)
    for lane, (rule, rate) in zip(together.lanes, mixed, strict=True):
        np.testing.assert_array_equal(together.path[..., lane], by_hand(RAVINE, rule, START, rate))
    assert replayed == [True]


def test_other_numbers_need_no_new_function(replayed: list[bool]) -> None:
    """And get their own results, though the function is the same."""
    compiled.cache_clear()
    for r, n in ((0.9, 0.1), (0.5, 0.3), (0.0, 2.0)):
        path = simulate(RAVINE, Momentum(r), START, n, STEPS).path
        np.testing.assert_array_equal(path, by_hand(RAVINE, Momentum(r), START, n))
    assert replayed == [True] * 3
    assert len(compiled.cache) == 1


# What can't be recorded -----------------------------------------------------------------------------------------------


class Memory(NamedTuple):
    m: Array


@dataclass(frozen=True)
class Made:
    """A rule from one function (gradient, m, t, n) → (step, m)."""

    formula: Callable[..., tuple[Any, Any]]

    def init(self, x: Array) -> Memory:
        return Memory(np.full_like(x, 0.5))

    def update(self, gradient: Array, state: Memory, t: int, n: Any) -> tuple[Array, Memory]:
        step, m = self.formula(gradient, state.m, t, n)
        return step, Memory(m)


def signs(g: Any, m: Any, _: int, n: Any) -> Any:
    return n * np.sign(g), m


def twice(g: Any, m: Any, _: int, n: Any) -> Any:
    return m, n * g + m / 2


def keeps_the_gradient(g: Any, m: Any, _: int, n: Any) -> Any:
    return n * (2 * g - m), g


def the_gradient_itself(g: Any, m: Any, *_: Any) -> Any:
    return g, m


@both_ways
@pytest.mark.parametrize("formula", [twice, keeps_the_gradient, the_gradient_itself])
def test_a_memory_may_be_anything(formula: Callable[..., Any], rates: Array, replayed: list[bool]) -> None:
    path = simulate(RAVINE, Made(formula), START, rates / 100, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, Made(formula), START, rates / 100))
    assert replayed == [True]


@both_ways
def test_memories_may_change_places(rates: Array, replayed: list[bool]) -> None:
    class Two(NamedTuple):
        a: Array
        b: Array

    class Swapping:
        def init(self, x: Array) -> Two:
            return Two(np.ones_like(x), np.full_like(x, 2.0))

        def update(self, gradient: Array, state: Two, t: int, n: Any) -> tuple[Array, Two]:
            return n * gradient * state.a / t, Two(state.b, state.a)

    path = simulate(RAVINE, Swapping(), START, rates, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, Swapping(), START, rates))
    assert replayed == [True]


def first_step_is_longer(g: Any, m: Any, t: int, n: Any) -> Any:
    return (10 * n if t == 1 else n) * g, m


def known_by_its_time(g: Any, m: Any, t: int, n: Any) -> Any:
    return {1: 10 * n}.get(t, n) * g, m


def longer_every_tenth(g: Any, m: Any, t: int, n: Any) -> Any:
    return (n if t % 10 else 2 * n) * g, m


def restarts_uphill(g: Any, m: Any, _: int, n: Any) -> Any:
    m = np.where(g * m < 0, 0.0, m) + n * g
    return m, m


def asks_the_gradient(g: Any, m: Any, _: int, n: Any) -> Any:
    return (n if (g > 0).all() else 2 * n) * g, m


def overwrites_its_memory(g: Any, m: Any, _: int, n: Any) -> Any:
    m *= 0.5
    m += n * g
    return m.copy(), m


def cubes(g: Any, m: Any, _: int, n: Any) -> Any:
    return n * g / (1 + abs(g) ** 3), m


def powers_by_numpy(g: Any, m: Any, t: int, n: Any) -> Any:
    return n * g / (1 - np.power(0.9, t)), m


def squares_the_rate(g: Any, m: Any, _: int, n: Any) -> Any:
    return n**2 * g, m


MIXING = np.array([[0.3, 0.1], [0.1, 0.7]])

REFUSED = [
    first_step_is_longer,
    known_by_its_time,
    longer_every_tenth,
    restarts_uphill,
    asks_the_gradient,
    overwrites_its_memory,
    cubes,
    powers_by_numpy,
    lambda g, m, _, n: (n * np.heaviside(g, 0.5), m),
    lambda g, m, _, n: (n * g / np.sqrt((g**2).sum(axis=0)), m),
    lambda g, m, _, n: (n * np.clip(g, -1, 1), m),
    lambda g, m, _, n: (MIXING @ (n * g), m),
    lambda g, m, t, n: (n * g * [1.0, 0.5][t % 2], m),
    lambda g, m, _, n: (n * (g + np.asarray(m)), g + m),
    lambda g, m, t, n: (n * g / float(t), m),
    lambda g, m, t, n: (n * m * g, 0.9**t),
    lambda g, m, t, n: (n * g * (t - 5 or 1) / 10, m),
]


@both_ways
@pytest.mark.parametrize("formula", REFUSED)
def test_a_rule_that_asks_more_runs_plainly(formula: Callable[..., Any], rates: Array, replayed: list[bool]) -> None:
    rates = rates / 100
    path = simulate(RAVINE, Made(formula), START, rates, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, Made(formula), START, rates))
    assert replayed == [False]


def test_a_power_of_a_scheduled_rate_runs_plainly(replayed: list[bool]) -> None:
    def rate(t: int) -> float:
        return 0.3 / t

    path = simulate(RAVINE, Made(squares_the_rate), START, rate, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, Made(squares_the_rate), START, rate))
    assert replayed == [False]


def test_a_memory_that_is_no_array_runs_plainly(replayed: list[bool]) -> None:
    class Counting:
        def init(self, x: Array) -> int:
            return x.shape[1] - 1

        def update(self, gradient: Array, state: int, t: int, n: Any) -> tuple[Array, int]:
            assert state == t - 1
            return n * gradient / (1 + state), t

    path = simulate(RAVINE, Counting(), START, 0.1, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, Counting(), START, 0.1))
    assert replayed == [False]


@dataclass(frozen=True)
class Sloping:
    """A landscape of which only the slope matters."""

    formula: Callable[[Array], Any]

    def value(self, p: Array) -> Array:
        return p[0]

    def gradient(self, p: Array) -> Array:
        return self.formula(p)


def folded(p: Any) -> Any:
    return p if p[0, 0] < 0 else 2 * p


def overwrites_its_points(p: Any) -> Any:
    p += 0.1
    return 2 * p


@pytest.mark.parametrize(
    "formula",
    [
        folded,
        overwrites_its_points,
        np.sign,
        lambda p: MIXING @ p,  # a matrix product rounds in an order of its own
        lambda p: MIXING @ np.array([p[0] / 3, p[1] / 7]),
        lambda p: np.where(p > 0, p, 2 * p),
        lambda p: np.abs(p) ** 1.5 * 0.1,
        np.tanh,
        lambda p: p - p.mean(axis=1, keepdims=True) / 3,  # columns that know of each other
        lambda p: np.linalg.solve(MIXING, p),
    ],
)
def test_a_landscape_that_asks_more_runs_plainly(formula: Callable[[Array], Any], replayed: list[bool]) -> None:
    starts = np.random.default_rng(4).uniform(-2, 2, size=(2, 3))
    path = simulate(Sloping(formula), Momentum(), starts, 0.01, STEPS).path
    np.testing.assert_array_equal(path, by_hand(Sloping(formula), Momentum(), starts, 0.01))
    assert replayed == [False]


def test_a_slope_with_chance_in_it_is_not_frozen(replayed: list[bool]) -> None:
    def formula(p: Array) -> Any:
        return p * dice.normal(1.0, 0.1)

    dice = np.random.default_rng(1)
    path = simulate(Sloping(formula), GradientDescent(), START, 0.1, STEPS).path[..., 0]
    assert replayed == [False]
    assert len(set(np.round(path[1:, 0] / path[:-1, 0], 9))) > STEPS // 2


def test_a_mistake_in_a_rule_is_raised_as_ever() -> None:
    def mistaken(*_: Any) -> Any:
        raise RuntimeError("a mistake")

    with pytest.raises(RuntimeError, match="a mistake"):
        simulate(RAVINE, Made(mistaken), START, 0.1, STEPS)


def test_a_short_run_is_not_worth_a_tape(replayed: list[bool]) -> None:
    for steps in (0, 1, SHORT - 1, SHORT):
        simulate(RAVINE, Adam(), START, 0.1, steps)
    assert replayed == [False, False, False, True]


# Any formula ----------------------------------------------------------------------------------------------------------


UNARY: list[Callable[..., Any]] = [np.negative, np.abs, np.sign, np.square, np.sqrt, lambda a: a**2]
BINARY: list[Callable[..., Any]] = [np.add, np.subtract, np.multiply, np.divide]


@st.composite
def formulas(draw: st.DrawFn) -> Callable[..., tuple[Any, Any]]:
    """Up to a dozen operations in a row; each takes what there is already, any two results leave."""
    picks = draw(
        st.lists(st.tuples(st.sampled_from(UNARY + BINARY), st.integers(0, 30), st.integers(0, 30)), max_size=12)
    )
    constants = draw(st.lists(st.floats(-2, 2), min_size=1, max_size=3))
    step, memory = draw(st.integers(0, 30)), draw(st.integers(0, 30))

    def formula(g: Any, m: Any, t: int, n: Any) -> tuple[Any, Any]:
        arrays = [g, m, n * g, 0.5 * m + g / t, g / (1 - 0.9**t)]
        for operation, a, b in picks:
            others = [*arrays, *constants, n, t]
            operands = [arrays[a % len(arrays)]]
            if operation in BINARY:
                operands.insert(b % 2, others[b % len(others)])
            arrays.append(operation(*operands))
        return arrays[-1 - step % len(arrays)], arrays[-1 - memory % len(arrays)]

    return formula


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(formula=formulas(), rates=st.sampled_from([NARROW_RATES[:1], NARROW_RATES, WIDE_RATES]))
def test_any_formula(formula: Callable[..., Any], rates: Array) -> None:
    path = simulate(RAVINE, Made(formula), START, rates, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, Made(formula), START, rates))


@both_ways
def test_a_step_that_is_read_again_is_still_there_in_the_end(rates: Array, replayed: list[bool]) -> None:
    def remembers_its_steps(g: Any, m: Any, _: int, n: Any) -> Any:
        step = n * g
        m = 0.9 * m + 0.1 * (step - m) ** 2
        return step, m

    path = simulate(RAVINE, Made(remembers_its_steps), START, rates / 100, STEPS).path
    np.testing.assert_array_equal(path, by_hand(RAVINE, Made(remembers_its_steps), START, rates / 100))
    assert replayed == [True]


# Learning rates that do not fit ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "rate", "came", "allowed"),
    [
        (np.ones((2, 3)), np.array([0.1, 0.2]), r"\(2,\)", r"3 starts, an array \(3,\)"),
        (np.ones((2, 3)), lambda _: np.full(2, 0.1), r"\(2,\)", r"3 starts, an array \(3,\)"),
        (START, np.full((2, 2), 0.1), r"\(2, 2\)", r"1 start, an array \(B,\)"),
        (START, lambda t: np.full(1 + t, 0.1), r"\(2,\) and \(3,\)", r"1 start, an array \(B,\)"),
    ],
    ids=["too few", "too few by a schedule", "two axes", "a schedule that changes its mind"],
)
def test_rates_that_do_not_fit_say_what_came_and_what_is_allowed(
    start: Any, rate: Any, came: str, allowed: str
) -> None:
    with pytest.raises(ValueError, match=f"learning rate has shape {came}.*allowed is a number or, from {allowed}"):
        simulate(RAVINE, GradientDescent(), start, rate, 2)


@pytest.mark.parametrize("steps", [3, STEPS])
def test_a_schedule_may_give_one_rate_for_each_column(steps: int) -> None:
    rates = np.array([0.01, 0.1, 0.3])
    together = simulate(RAVINE, Adam(), START, lambda t: rates / t, steps)
    assert together.lanes == (slice(0, 3),)
    for b, rate in enumerate(rates.tolist()):
        alone = simulate(RAVINE, Adam(), START, lambda t, rate=rate: rate / t, steps)  # type: ignore[misc]
        np.testing.assert_array_equal(together.path[..., b], alone.path[..., 0])
