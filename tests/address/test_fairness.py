"""On what terms a race is run: what the choice makes of the address, and that it keeps its word."""

import numpy as np
import pytest

from address import Address
from address.fairness import FAIRNESS, FAIRNESS_MEANINGS, FAIRNESS_NAMES, RATE_SPAN, SEARCHES, TRIED
from address.race import RaceChoice, read_race
from optimizers import OPTIMIZERS
from simulation import outside, race, simulate
from simulation.fairness import JUDGED

FIVE = "gd,momentum,adagrad,rmsprop,adam"


def chosen(**query: str) -> RaceChoice:
    address = Address({name: [value] for name, value in {"optimizers": FIVE, **query}.items()})
    found = read_race(address)
    assert address.notices() == []
    return found


def first_steps(choice: RaceChoice) -> list[float]:
    run = race(choice.surface, choice.entrants, choice.start, 1, noise=choice.noise, seed=choice.seed)
    return [float(each) for each in np.linalg.norm(run.path[1] - run.path[0], axis=0)]


def test_every_kind_of_contest_has_its_words() -> None:
    assert set(FAIRNESS_NAMES) == set(FAIRNESS_MEANINGS) == set(FAIRNESS)
    assert str(len(TRIED)) in FAIRNESS_MEANINGS["tuned"].ko
    assert str(len(TRIED)) in FAIRNESS_MEANINGS["tuned"].en
    assert (TRIED[0], TRIED[-1]) == RATE_SPAN


def test_with_the_common_rate_every_rate_is_that_rate() -> None:
    choice = chosen(rate="0.3")
    assert {choice.rate_of(key) for key in OPTIMIZERS} == {0.3}
    assert len(set(np.round(first_steps(choice), 6))) > 2, "and the first steps are of different lengths"


@pytest.mark.parametrize("noise", ["0", "2"])
@pytest.mark.parametrize("key", ["class-ravine", "himmelblau", "rosenbrock"])
def test_the_first_steps_are_equally_long(key: str, noise: str) -> None:
    choice = chosen(surface=key, rates="first-step", noise=noise, seed="4")
    lengths = first_steps(choice)
    assert lengths == pytest.approx([lengths[0]] * 5, rel=1e-9)
    assert choice.rate_of("gd") == pytest.approx(choice.rate)
    assert len({choice.rate_of(key) for key in choice.chosen}) >= 3


def test_a_start_without_a_slope_keeps_the_common_rate() -> None:
    choice = chosen(surface="bowl", x="0", y="0", rates="first-step", rate="0.2")
    assert {choice.rate_of(key) for key in choice.chosen} == {0.2}


@pytest.mark.parametrize("key", ["class-ravine", "two-wells"])
def test_each_is_tuned_for_this_surface_start_and_noise(key: str) -> None:
    choice = chosen(surface=key, rates="tuned", noise="0.1", seed="9")
    for optimizer in choice.chosen:
        best = choice.rate_of(optimizer)
        rule = choice.rules[optimizer]
        rates = np.array([best, *TRIED[::8]])
        run = simulate(choice.surface, rule, choice.start, rates, choice.steps, noise=0.1, seed=9)
        worst = np.where(
            outside(choice.surface, run.points[:, -1]), np.inf, run.loss[-(choice.steps // JUDGED) :].max(axis=0)
        )
        assert not (worst < worst[0]).any()
    other = chosen(surface=key, rates="tuned", steps="3")
    assert [other.rate_of(each) for each in other.chosen] != [choice.rate_of(each) for each in choice.chosen]


def test_tuned_rates_do_not_depend_on_the_common_one() -> None:
    one, other = chosen(rates="tuned", rate="0.01"), chosen(rates="tuned", rate="2")
    assert [one.rate_of(key) for key in one.chosen] == [other.rate_of(key) for key in other.chosen]


def test_a_rate_of_its_own_goes_before_everything() -> None:
    address = Address({"rates": ["tuned"], "rate.adam": ["0.123"]})
    choice = read_race(address)
    assert choice.rate_of("adam") == 0.123
    assert choice.rate_of("gd") != choice.rate


def test_what_was_found_is_remembered_within_bounds() -> None:
    choice = chosen(rates="tuned", surface="levy")
    found = choice.rate_of("adam")
    (search,) = [each for each in choice.searches if each.rule == choice.rules["adam"]]
    assert SEARCHES.cache[search] == found == choice.rate_of("adam")
    assert SEARCHES.cache.bytes <= SEARCHES.cache.most_bytes
