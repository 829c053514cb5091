"""What the timeline says of each race is what the race does."""

from collections.abc import Callable

import numpy as np
import pytest

from address import Address
from address.race import read_race
from lecture.timeline import TIMELINE
from optimizers import OPTIMIZERS
from simulation import Verdict
from ui.common.prediction import Outcome
from ui.common.race_compute import races
from ui.common.race_view import race_scene
from work.pieces import finished


def outcome(key: str, **changes: str) -> Outcome:
    """The race of one entry."""
    (advance,) = (each for each in TIMELINE if each.optimizer == key)
    said = {**advance.race, "optimizers": advance.racers, **changes}
    address = Address({name: [value] for name, value in said.items()})
    choice = read_race(address)
    assert address.notices() == []
    finished(races(choice))
    scene = race_scene(choice, "en")
    return Outcome(choice, scene.run, scene.status)


def arrival(race: Outcome, key: str) -> float:
    step = race.arrival(key)
    return np.inf if step is None else step


def moves(race: Outcome, key: str) -> np.ndarray:
    points = race.run.points[:, :, race.choice.chosen.index(key)]
    return np.abs(np.diff(points, axis=1))


SHOWN: dict[str, Callable[[Outcome], bool]] = {
    "gd": lambda race: race.verdict("gd") == Verdict.CONVERGED,
    "momentum": lambda race: 2 * arrival(race, "momentum") < arrival(race, "gd") < np.inf,
    "nesterov": lambda race: arrival(race, "nesterov") < arrival(race, "momentum") < np.inf,
    "adagrad": lambda race: (
        race.verdict("gd") == Verdict.DIVERGED and race.verdict("adagrad") in {Verdict.CONVERGED, Verdict.LOCAL}
    ),
    "rmsprop": lambda race: race.verdict("adagrad") == Verdict.STALLED and race.verdict("rmsprop") == Verdict.HOVERING,
    "adam": lambda race: race.verdict("rmsprop") == Verdict.OSCILLATING and race.verdict("adam") == Verdict.CONVERGED,
    "nadam": lambda race: 2 * arrival(race, "nadam") < arrival(race, "adam") < np.inf,
    "adamw": lambda race: (
        race.verdict("adamw") == Verdict.CONVERGED
        and np.linalg.norm(race.run.points[:, -1, 1]) < np.linalg.norm(race.run.points[:, -1, 0])
    ),
    "lion": lambda race: (
        race.verdict("lion") == Verdict.OSCILLATING
        and np.allclose(moves(race, "lion"), race.choice.rate_of("lion"), rtol=0.2)
    ),
}


@pytest.mark.parametrize("key", list(SHOWN))
def test_the_race_shows_what_is_said_of_it(key: str) -> None:
    assert SHOWN[key](outcome(key))


def test_with_a_larger_rate_nesterov_diverges_first() -> None:
    race = outcome("nesterov", rate="0.03")
    assert race.verdict("nesterov") == Verdict.DIVERGED
    assert race.verdict("momentum") == Verdict.CONVERGED


def test_on_another_surface_nadam_hardly_differs() -> None:
    race = outcome("nadam", surface="ravine")
    assert abs(arrival(race, "nadam") - arrival(race, "adam")) <= 2


def test_lion_keeps_one_array_less_than_adam() -> None:
    assert len(OPTIMIZERS["lion"].memory) == len(OPTIMIZERS["adam"].memory) - 1


def test_all_are_there_in_the_order_of_their_years() -> None:
    years = [OPTIMIZERS[each.optimizer].year for each in TIMELINE]
    assert years == sorted(years)
    assert {each.optimizer for each in TIMELINE} == OPTIMIZERS.keys()
    for each in TIMELINE:
        assert not each.parent or OPTIMIZERS[each.parent].year < OPTIMIZERS[each.optimizer].year
