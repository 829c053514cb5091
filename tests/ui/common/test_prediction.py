"""What can be asked about a race, and that the right answer is what the race measurably did."""

from collections.abc import Sequence

import numpy as np
import pytest

from address import Address
from address.race import RaceChoice, read_race
from optimizers import OPTIMIZERS
from simulation import Verdict, race, status_of
from simulation.status import ARRIVED, WINDOW, diagonal
from stage.question import SKIPPED, Question
from surfaces import SURFACES
from text import LANGUAGES
from ui.common.prediction import (
    ANSWER,
    ASK,
    FATES,
    NOBODY,
    OFF,
    UNASKED,
    Asked,
    Outcome,
    ask_name,
    asks,
    prediction,
    read_asked,
)
from ui.common.race_view import race_scene


def chosen(**query: str) -> RaceChoice:
    return read_race(Address({name.replace("__", "."): [value] for name, value in query.items()}))


def outcome(choice: RaceChoice) -> Outcome:
    run = race(choice.surface, choice.entrants, choice.start, choice.steps, noise=choice.noise, seed=choice.seed)
    return Outcome(choice, run, status_of(choice.surface, run))


def asked(choice: RaceChoice, ask: str, answer: str = "") -> Question:
    question = prediction(Asked(ask, answer), outcome(choice), "en")
    assert question is not None
    return question


def right(ask: str, **query: str) -> Sequence[str]:
    return asked(chosen(**query), ask).right


@pytest.mark.parametrize(
    ("rate", "fate"), [("0.001", "moving"), ("0.5", "arrives"), ("1", "oscillates"), ("1.05", "diverges")]
)
def test_what_becomes_of_gradient_descent_on_the_class_ravine(rate: str, fate: str) -> None:
    question = asked(chosen(rate=rate, steps="300"), "fate.gd")
    assert question.right == [fate]
    side = {"0.001": "below", "0.5": "below", "1": "just at", "1.05": "above"}[rate]
    assert f"is {side} that minimum's stability limit 2/λmax = 1 (λmax" in question.why


def test_at_a_saddle_it_is_stuck_and_without_a_bottom_it_leaves() -> None:
    assert right("fate.gd", surface="bounded-saddle", x="1", y="0", rate="0.05") == ["stuck"]
    assert right("fate.gd", surface="hyperbolic-saddle", rate="0.1", steps="200") == ["diverges"]


@pytest.mark.parametrize("key", list(SURFACES))
def test_the_first_is_found_by_watching_step_by_step(key: str) -> None:
    choice = chosen(surface=key)
    if "first" not in asks(choice):
        assert not choice.surface.minima
        return
    run, reach = outcome(choice).run, ARRIVED * diagonal(choice.surface)
    places = [each.place for each in choice.surface.minima if each.is_global]
    near = np.any([np.hypot(*(run.points - np.reshape(place, (2, 1, 1)))) <= reach for place in places], axis=0)
    arrived: list[str] = []
    for step in range(choice.steps - WINDOW + 2):
        stays = near[step : step + WINDOW].all(axis=0)
        arrived = [name for name, there in zip(choice.chosen, stays, strict=True) if there]
        if arrived:
            break
    assert asked(choice, "first").right == (arrived or [NOBODY])


def test_which_minimum_is_told_by_its_letter() -> None:
    for x, y, letter in (("3.2", "2.2", "A"), ("-3", "3", "B"), ("-3.5", "-3", "C"), ("3.5", "-2", "D")):
        question = asked(chosen(surface="himmelblau", x=x, y=y, rate="0.01"), "goal.gd")
        assert question.right == [letter]
        assert dict(question.places)[letter] == SURFACES["himmelblau"].minima["ABCD".index(letter)].place
    assert right("goal.gd", surface="himmelblau", rate="0.0255") == [NOBODY]
    assert right("goal.gd", surface="himmelblau", rate="100") == [NOBODY]


@pytest.mark.parametrize("key", list(SURFACES))
def test_whatever_is_asked_has_an_answer_among_its_options(key: str) -> None:
    choice = chosen(surface=key, optimizers=",".join(OPTIMIZERS), steps="60")
    ran = outcome(choice)
    for ask in asks(choice)[1:]:
        for language in LANGUAGES:
            question = prediction(Asked(ask), ran, language)
            assert question is not None
            options = [option.key for option in question.options]
            assert len(options) == len(set(options)) <= 10
            assert SKIPPED not in options
            assert question.right
            assert set(question.right) <= set(options)
            assert question.asked
            assert question.why
            assert ask_name(ask)[language]


def test_every_verdict_of_who_races_is_one_fate() -> None:
    assert [Verdict.NO_VALUE, *sorted(each for fate in FATES.values() for each in fate.verdicts)] == list(Verdict)


def test_nothing_is_asked_unless_the_address_does() -> None:
    assert read_asked(Address({})) == UNASKED
    assert prediction(UNASKED, outcome(chosen()), "ko") is None
    assert race_scene(chosen(), "ko").question is None


@pytest.mark.parametrize("ask", ["goal.gd", "fate.lion"])
def test_what_cannot_be_asked_here_is_not_asked(ask: str) -> None:
    """One minimum is no question; nor is an optimizer that not in the race."""
    address = Address({ASK: [ask]})
    assert prediction(read_asked(address), outcome(chosen()), "en") is None
    assert address.notices() == []


@pytest.mark.parametrize(("name", "value"), [(ASK, "fate.nobody"), (ASK, "First"), (ANSWER, "a b"), (ANSWER, "x" * 41)])
def test_what_means_nothing_is_told(name: str, value: str) -> None:
    address = Address({name: [value]})
    assert read_asked(address) == UNASKED
    assert len(address.notices()) == 1
    assert address.rejected == (name,)


def test_an_answer_counts_for_the_race_it_was_given_to() -> None:
    choice = chosen(rate="1.05")
    key = asked(choice, "fate.gd").key
    assert asked(choice, "fate.gd", f"diverges-{key}").answer == "diverges"
    assert asked(choice, "fate.gd", f"{SKIPPED}-{key}").answer == SKIPPED
    assert asked(choice, "fate.gd", f"banana-{key}").answer == ""
    for other in (chosen(rate="1.04"), chosen(rate="1.05", x="1"), chosen(rate="1.05", steps="99")):
        assert asked(other, "fate.gd", f"diverges-{key}").answer == ""
    assert asked(choice, "first", f"diverges-{key}").answer == ""


def test_several_may_be_first() -> None:
    """Without momentum both take the very same steps."""
    question = asked(chosen(optimizers="gd,momentum", momentum__momentum="0", rate="0.5", steps="300"), "first")
    assert question.right == ["gd", "momentum"]


def test_a_run_that_has_left_the_range_of_floats_is_near_to_something() -> None:
    gone = outcome(chosen(surface="himmelblau", rate="100"))
    assert not np.isfinite(gone.run.path[-1]).all()
    assert gone.nearest_minimum("gd") in range(4)
    assert OFF in asks(gone.choice)
