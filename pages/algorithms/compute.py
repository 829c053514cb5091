"""Races of algorithms, each run once for everybody who watches it."""

from typing import NamedTuple

from address.fairness import Conditions
from pages.algorithms.choice import AlgorithmChoice
from simulation import AskedRun, Asking, Status, asking_race_in_pieces, status_of
from work.pieces import Pieces
from work.shared import QUICK, SharedWork


class Inputs(NamedTuple):
    """Everything that such a race depends on."""

    conditions: Conditions
    racers: tuple[Asking, ...]


class Answer(NamedTuple):
    """The race, and how everybody stands in it."""

    asked: AskedRun
    status: Status


def compute(inputs: Inputs) -> Pieces[Answer]:
    """The race, in pieces."""
    (surface, start, steps, noise, seed), racers = inputs
    asked = yield from asking_race_in_pieces(surface, racers, start, steps, noise=noise, seed=seed)
    return Answer(asked, status_of(surface, asked.run))


ALGORITHM_RACES = SharedWork(compute, 1_900_000, at_once=QUICK)
"""One for the process: 40 kB a usual race, 1.8 MB the longest."""


def inputs_of(choice: AlgorithmChoice) -> Inputs:
    """The race of this choice; from where f has no value it has no steps."""
    conditions = choice.conditions
    return Inputs(conditions if conditions.has_value else conditions._replace(steps=0), choice.racers)
