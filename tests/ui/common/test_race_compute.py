"""Races that are run once for everybody: the same as ever, remembered, and given up without a trace."""

from collections import Counter
from typing import Any

import numpy as np
import pytest

from address import Address, fairness
from address.fairness import Search, search
from address.race import RaceChoice, read_race
from pages.schedules.choice import read_schedules
from simulation import race, status_of
from tests.work.test_shared import at_once, run
from ui.common import race_compute as race_work
from ui.common.race_compute import RaceInputs, compute, raced, races
from work.pieces import Pieces, finished
from work.shared import SharedWork

LONG = "log(1 + exp(-x - y)) + log(1 + exp(x - 2*y)) + tanh(x*y)**2 + (x**2 + y**2)/20"


def asked(query: dict[str, str]) -> Address:
    return Address({name: [value] for name, value in query.items()})


def chosen(**query: str) -> RaceChoice:
    return read_race(asked(query))


class Counted:
    """What is begun, search by search and race by race, with nothing remembered from before."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun: Counter[Any] = Counter()

        def searching(question: Search) -> Pieces[float]:
            self.begun[question] += 1
            return (yield from search(question))

        def running(question: RaceInputs) -> Pieces[race_work.Raced]:
            self.begun[question] += 1
            return (yield from compute(question))

        self.searches = SharedWork(searching, 1_000_000)
        self.races = SharedWork(running, 10_000_000)
        for room in (race_work, fairness):
            monkeypatch.setattr(room, "SEARCHES", self.searches)
        monkeypatch.setattr(race_work, "RACES", self.races)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


@pytest.mark.parametrize("surface", ["class-ravine", "ackley"])
def test_a_race_is_the_plain_race_with_everybodys_standing(surface: str) -> None:
    choice = chosen(surface=surface, noise="0.1", seed="3")
    found = raced(choice.conditions, choice.entrants)
    plain = race(choice.surface, choice.entrants, choice.start, choice.steps, noise=0.1, seed=3)
    np.testing.assert_array_equal(found.run.path, plain.path)
    np.testing.assert_array_equal(found.run.loss, plain.loss)
    assert found.run.lanes == plain.lanes
    status = status_of(choice.surface, plain)
    for name in ("slope", "distance", "left_at", "verdict"):
        np.testing.assert_array_equal(getattr(found.status, name), getattr(status, name))


def test_nobody_can_write_into_what_all_see() -> None:
    choice = chosen(surface="himmelblau")
    found = raced(choice.conditions, choice.entrants)
    for array in (found.run.path, found.run.loss, found.status.verdict):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_a_race_of_schedules_is_remembered_too() -> None:
    choice = read_schedules(asked({"surface": "ravine"}))
    assert raced(choice.conditions, choice.entrants) is raced(choice.conditions, choice.entrants)


@pytest.mark.parametrize("viewers", [2, 3, 8])
def test_whoever_opens_one_link_waits_for_one_search_and_one_race(counted: Counted, viewers: int) -> None:
    query = {"surface": "own", "f": LONG, "rates": "tuned", "steps": "400", "rate.adam": "0.1"}

    def view() -> tuple[list[float], Any]:
        choice = chosen(**query)
        finished(races(choice))
        return [choice.rate_of(key) for key in choice.chosen], raced(choice.conditions, choice.entrants)

    seen = at_once(*[view] * viewers)
    assert all(rates == seen[0][0] and found is seen[0][1] for rates, found in seen)
    assert len(counted.begun) == 4 + 1, "Adam has a rate of its own"
    assert set(counted.begun.values()) == {1}


def test_what_is_there_is_there_at_once(counted: Counted) -> None:
    """Without a share that is told, so no bar comes and goes."""
    now, pinned = chosen(rates="tuned"), chosen(rates="tuned", steps="50")
    shares, _ = run(races(now, pinned))
    assert shares == sorted(shares)
    begun = counted.begun.total()
    assert run(races(now, pinned)) == ([], None)
    assert [now.rate_of(key) for key in now.chosen] != [pinned.rate_of(key) for key in pinned.chosen]
    assert counted.begun.total() == begun


def test_a_search_that_is_broken_off_leaves_nothing_under_way(counted: Counted) -> None:
    work = races(chosen(surface="own", f=LONG, rates="tuned", steps="2000"))
    next(work)
    work.close()
    assert (len(counted.searches._works), len(counted.races._works)) == (0, 0)
    assert counted.begun.total() == 1


def test_only_what_is_searched_for_is_asked() -> None:
    assert chosen().searches == []
    assert chosen(rates="first-step").searches == []
    choice = chosen(rates="tuned", optimizers="gd,adam", **{"rate.gd": "0.1"})
    assert choice.searches == [Search(choice.rules["adam"], choice.conditions)]
