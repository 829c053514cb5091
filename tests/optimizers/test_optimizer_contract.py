"""What every optimizer must keep; a new file in optimizers/ is tested here by itself."""

import inspect
import re
from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import Any, cast

import numpy as np
import pytest

from optimizers import OPTIMIZERS, Optimizer
from parameters import Array, Scalar, parameters

Rule = type[Optimizer[Any]]
every_rule = pytest.mark.parametrize("rule", OPTIMIZERS.values(), ids=list(OPTIMIZERS))

HANGUL = re.compile(r"[가-힣ㄱ-ㆎ]")
STEPS = 7
SHAPES = [(2,), (2, 4), (3, 4)]


def slopes(*shape: int) -> Array:
    """STEPS gradients of a shape, of very different sizes."""
    generator = np.random.default_rng(1847)
    return generator.normal(size=(STEPS, *shape)) * 10.0 ** generator.integers(-3, 3, size=(STEPS, *shape))


def steps_of(rule: Optimizer[Any], gradients: Array, n: Scalar = 0.1) -> Array:
    """The steps a rule takes on given gradients, stacked."""
    state = rule.init(np.zeros_like(gradients[0]))
    taken = []
    for t, gradient in enumerate(gradients, start=1):
        step, state = rule.update(gradient, state, t, n)
        taken.append(step)
    return np.array(taken)


def test_the_five_of_the_lecture_are_there_oldest_first() -> None:
    lecture = [key for key, rule in OPTIMIZERS.items() if not rule.beyond_lecture]
    assert lecture == ["gd", "momentum", "adagrad", "rmsprop", "adam"]
    years = [rule.year for rule in OPTIMIZERS.values()]
    assert years == sorted(years)


@every_rule
def test_key_is_its_own_and_fits_in_an_address(rule: Rule) -> None:
    assert OPTIMIZERS[rule.key] is rule
    assert re.fullmatch(r"[a-z][a-z0-9-]*", rule.key)


def test_names_are_different() -> None:
    names = [rule.name for rule in OPTIMIZERS.values()]
    assert all(names)
    assert len(set(names)) == len(names)


@every_rule
def test_source_names_its_year(rule: Rule) -> None:
    assert 1800 < rule.year < 2100
    assert str(rule.year) in rule.source


@every_rule
def test_summary_is_in_both_languages(rule: Rule) -> None:
    assert HANGUL.search(rule.summary.ko)
    assert rule.summary.en
    assert not HANGUL.search(rule.summary.en)


@every_rule
def test_formula_is_latex_that_ends_in_x(rule: Rule) -> None:
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", rule.formula):
        depth += 1 if brace == "{" else -1
        assert depth >= 0, "a brace closes that never opened"
    assert depth == 0
    assert len(re.findall(r"\\left", rule.formula)) == len(re.findall(r"\\right", rule.formula))
    assert r"\nabla f(x_{t-1})" in rule.formula
    assert rule.formula.split(r"\\")[-1].strip().startswith("x_t = x_{t-1} -")


@every_rule
def test_docstring_says_what_it_does_in_a_line_and_leaves_formula_and_source_to_the_data(rule: Rule) -> None:
    said = inspect.getdoc(rule) or ""
    assert re.fullmatch(r"[A-Z].*\.", said.splitlines()[0])
    assert "xₜ =" not in said
    assert rule.source.split(",")[0] not in said


@every_rule
def test_memory_is_x_and_the_state(rule: Rule) -> None:
    """x counts once: where a rule keeps it in its state, it is the very x that moves (see the next test)."""
    kept = [letter for letter in rule().init(np.zeros(2))._fields if letter != "x"]
    assert rule.memory == ("x", *kept)


@every_rule
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_an_x_in_the_state_is_the_point_of_the_path_to_the_bit(rule: Rule, shape: tuple[int, ...]) -> None:
    optimizer, x = rule(), np.linspace(-3.0, 5.0, int(np.prod(shape))).reshape(shape)
    state = optimizer.init(x)
    assert ("x" in state._fields) == any(each.key == "weight_decay" for each in parameters(rule))
    for t, gradient in enumerate(slopes(*shape), start=1):
        np.testing.assert_array_equal(getattr(state, "x", x), x)
        step, state = optimizer.update(gradient, state, t, 0.1)
        x = x - step
    np.testing.assert_array_equal(getattr(state, "x", x), x)


@every_rule
def test_the_terms_computed_are_the_terms_described_in_the_same_order(rule: Rule) -> None:
    x = np.zeros((2, 4))
    terms, state = rule().compute(slopes(2, 4)[0], rule().init(x), 1, 0.1)
    assert list(terms) == list(rule.terms)
    assert {each.shape for each in terms.values()} == {x.shape}
    for letter in set(state._fields) & set(terms):
        np.testing.assert_array_equal(getattr(state, letter), terms[letter])


@every_rule
def test_every_term_stands_in_the_formula(rule: Rule) -> None:
    assert rule.terms, "a rule says what the terms of its formula are"
    for name, term in rule.terms.items():
        assert term.latex in rule.formula, f"{name} is not in the formula as {term.latex}"
        assert HANGUL.search(term.meaning.ko)
        assert term.meaning.en
        assert not HANGUL.search(term.meaning.en)
    letters = [term.latex for term in rule.terms.values()]
    assert len(set(letters)) == len(letters)


@every_rule
def test_the_last_line_subtracts_the_last_term(rule: Rule) -> None:
    last = list(rule.terms.values())[-1].latex
    subtracted = rule.formula.split(r"\\")[-1].strip().removeprefix("x_t = x_{t-1} - ")
    assert subtracted.removeprefix(r"\left(").removesuffix(r"\right)") == last or subtracted == last


@every_rule
def test_every_line_of_the_formula_is_a_term(rule: Rule) -> None:
    lines = [line.strip() for line in re.split(r"\\\\|,\\quad", rule.formula)]
    begun = {line.split(" = ")[0] for line in lines}
    assert begun - {term.latex for term in rule.terms.values()} == {"x_t"}


@every_rule
def test_what_is_remembered_is_a_term(rule: Rule) -> None:
    assert set(rule().init(np.zeros(2))._fields) - {"x"} <= set(rule.terms)


def test_no_file_hides_a_rule_that_lacks_something() -> None:
    """A class with a method missing cannot be made, and would never be found."""
    every = {each.__name__ for each in Optimizer.__subclasses__() if each.__module__.startswith("optimizers.")}
    assert every == {rule.__name__ for rule in OPTIMIZERS.values()}


@every_rule
def test_is_a_frozen_dataclass(rule: Rule) -> None:
    assert is_dataclass(rule)
    assert rule() == rule()
    for field in fields(cast(Any, rule)):
        with pytest.raises(FrozenInstanceError):
            setattr(rule(), field.name, 0.5)


@every_rule
def test_every_field_is_a_parameter_with_a_default_in_range(rule: Rule) -> None:
    assert [each.key for each in parameters(rule)] == [each.name for each in fields(cast(Any, rule))]
    for each in parameters(rule):
        assert each.low <= each.default <= each.high
        assert each.low < each.high
        assert each.low > 0 or not each.logarithmic
        assert each.symbol
        for text in (each.label, each.meaning):
            assert HANGUL.search(text.ko)
            assert text.en
            assert not HANGUL.search(text.en)


@every_rule
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_state_starts_at_zero_or_at_x_and_keeps_its_shape(rule: Rule, shape: tuple[int, ...]) -> None:
    optimizer = rule()
    state = optimizer.init(np.ones(shape))
    beginnings = {"x": np.ones(shape)}
    for letter, each in state._asdict().items():
        np.testing.assert_array_equal(each, beginnings.get(letter, np.zeros(shape)))
    for t, gradient in enumerate(slopes(*shape), start=1):
        step, state = optimizer.update(gradient, state, t, 0.1)
        assert step.shape == shape
        assert step.dtype == np.float64
        assert [each.shape for each in state] == [shape] * len(state)


@every_rule
def test_update_changes_neither_gradient_nor_state(rule: Rule) -> None:
    optimizer = rule()
    gradient, state = slopes(2, 4)[0], optimizer.init(np.zeros((2, 4)))
    for t in (1, 2, 3):
        before = gradient.copy(), [each.copy() for each in state]
        step, following = optimizer.update(gradient, state, t, 0.1)
        np.testing.assert_array_equal(gradient, before[0])
        for was, is_now in zip(before[1], state, strict=True):
            np.testing.assert_array_equal(is_now, was)
        again, _ = optimizer.update(gradient, state, t, 0.1)
        np.testing.assert_array_equal(again, step)
        state = following


@every_rule
def test_init_does_not_share_memory_with_x(rule: Rule) -> None:
    x = np.ones((2, 3))
    assert not any(np.shares_memory(each, x) for each in rule().init(x))


@every_rule
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_is_elementwise_to_the_bit(rule: Rule, shape: tuple[int, ...]) -> None:
    gradients = slopes(*shape)
    together = steps_of(rule(), gradients)
    for place in np.ndindex(*shape):
        alone = steps_of(rule(), gradients[(slice(None), *place)][:, None])
        np.testing.assert_array_equal(together[(slice(None), *place)], alone[:, 0])


@every_rule
def test_learning_rates_of_a_batch_are_single_runs_to_the_bit(rule: Rule) -> None:
    gradients, rates = slopes(2, 4), np.array([0.003, 0.1, 0.7, 2.0])
    together = steps_of(rule(), gradients, rates)
    for b, rate in enumerate(rates):
        np.testing.assert_array_equal(together[..., b], steps_of(rule(), gradients[..., b], float(rate)))


@every_rule
def test_hyperparameters_of_a_batch_are_single_runs(rule: Rule) -> None:
    gradients = slopes(2, 4)
    for each in parameters(rule):
        values = np.linspace(each.low, each.high, 4)
        together = steps_of(rule(**{each.key: values}), gradients)
        for b, value in enumerate(values):
            alone = steps_of(rule(**{each.key: float(value)}), gradients[..., b])
            # βᵗ of an array and of a number may differ in the last bit, of the larger of two terms that cancel too.
            last_bit = np.spacing(np.abs(alone).max())
            np.testing.assert_allclose(together[..., b], alone, rtol=1e-13, atol=4 * last_bit)


@every_rule
def test_every_parameter_does_something(rule: Rule) -> None:
    gradients = slopes(2, 4)
    for each in parameters(rule):
        lowest, highest = (steps_of(rule(**{each.key: value}), gradients) for value in (each.low, each.high))
        assert not np.allclose(lowest, highest)


@every_rule
def test_first_step_from_the_origin_goes_against_the_gradient(rule: Rule) -> None:
    """Elsewhere weight decay pulls too, and wins over a small gradient."""
    gradient = slopes(2, 4)[0]
    step, _ = rule().update(gradient, rule().init(np.zeros_like(gradient)), 1, 0.1)
    np.testing.assert_array_equal(np.sign(step), np.sign(gradient))


@every_rule
def test_on_flat_ground_only_weight_decay_moves(rule: Rule) -> None:
    x = np.array([3.0, -0.5])
    decays = [each for each in parameters(rule) if each.key == "weight_decay"]
    for decay in (each.default for each in decays) if decays else [0.0]:
        step, _ = rule().update(np.zeros(2), rule().init(x), 1, 0.1)
        np.testing.assert_array_equal(step, 0.1 * (decay * x))
