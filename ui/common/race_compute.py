"""Races, each run once for everybody who watches it."""

from collections.abc import Sequence
from typing import NamedTuple

from address.fairness import SEARCHES, Conditions
from address.race import RaceChoice
from simulation import Entrant, Run, Status, race_in_pieces, status_of
from text import Text
from work.pieces import Pieces, one_after_the_other, stretch
from work.shared import QUICK, SharedWork

WORKING = Text(ko="경주를 계산하는 중입니다", en="Computing the race")
SEARCHING = Text(
    ko="기법마다 가장 좋은 학습률을 찾는 중입니다", en=("Searching for each optimizer's best learning rate")
)


class RaceInputs(NamedTuple):
    """Everything that a race depends on."""

    conditions: Conditions
    entrants: tuple[Entrant, ...]


class Raced(NamedTuple):
    """A race that was run, and how everybody stands in it."""

    run: Run
    status: Status


def compute(inputs: RaceInputs) -> Pieces[Raced]:
    """The race, in pieces."""
    (surface, start, steps, noise, seed), entrants = inputs
    run = yield from race_in_pieces(surface, entrants, start, steps, noise=noise, seed=seed)
    return Raced(run, status_of(surface, run))


RACES = SharedWork(compute, 8_000_000, at_once=QUICK)
"""One for the process: 25 kB a usual race, 1 MB the longest."""


def raced(conditions: Conditions, entrants: Sequence[Entrant]) -> Raced:
    """Let them run."""
    return RACES.answer(RaceInputs(conditions, tuple(entrants)))


def races(*choices: RaceChoice) -> Pieces[None]:
    """Do beforehand whatever may take long in these races: then they are run, and their rates are known, at once."""
    searches = [SEARCHES.ask(search) for choice in choices for search in choice.searches]
    yield from stretch(one_after_the_other(searches), 0.0, 0.8)
    runs = [RACES.ask(RaceInputs(each.conditions, tuple(each.entrants))) for each in choices]
    yield from stretch(one_after_the_other(runs), 0.8, 1.0)
