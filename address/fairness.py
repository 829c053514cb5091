"""On what terms optimizers race: one learning rate for all, each its own best, or first steps of one length."""

from typing import Any, Literal, NamedTuple, get_args

import numpy as np

from cache import remembered
from numerals import numeral
from optimizers import GradientDescent, Optimizer
from parameters import Array
from simulation import first_step_length, rate_for_first_step, rate_grid, tuned_rate
from simulation.fairness import JUDGED
from surfaces import Surface
from surfaces.base import Place
from text import Text
from work.pieces import Pieces, stretch
from work.shared import QUICK, SharedWork

RATE_SPAN = (1e-6, 100.0)
"""The lowest and the highest learning rate that can be chosen."""
TRIED = rate_grid(*RATE_SPAN, per_decade=10)
"""The learning rates among which each optimizer's best is looked for;"""
HIGHEST = 1e4
TRIED_BEYOND = rate_grid(TRIED[-1], HIGHEST, per_decade=10)
"""where the last of them wins, among these as well."""
SLIDER_SPAN = (1e-4, 10.0)
"""A slider without an edge to stand around shows the usual learning rates; its box takes any that is allowed."""

Fairness = Literal["common", "tuned", "first-step"]
FAIRNESS: tuple[Fairness, ...] = get_args(Fairness)

FAIRNESS_NAMES: dict[Fairness, Text] = {
    "common": Text(ko="같은 학습률", en="Same learning rate"),
    "tuned": Text(ko="기법별로 튜닝", en="Tuned per optimizer"),
    "first-step": Text(ko="첫 스텝의 길이를 같게", en="Equal first steps"),
}

FAIRNESS_MEANINGS: dict[Fairness, Text] = {
    "common": Text(
        ko="모든 기법이 같은 학습률을 씁니다. 같은 값이라도 기법마다 스텝의 크기는 다릅니다.",
        en="All use one learning rate. The same number means steps of a different size for each optimizer.",
    ),
    "tuned": Text(
        ko=(
            "기법마다 {low}부터 {high}까지 학습률 {count}개로 실행해 보고, 마지막 1/{judged} 동안의 손실이 가장 "
            "낮게 유지된 것을 골랐습니다. 가장 큰 값이 뽑히면 {highest}까지 더 찾습니다. 그림 안에서 끝난 것만 "
            "셉니다."
        ),
        en=(
            "Each optimizer was run with {count} learning rates from {low} to {high}; the one whose largest loss over "
            "the last 1/{judged} of the steps is lowest was chosen. If the highest wins, the search goes on up to "
            "{highest}. Only runs that end inside the plot count."
        ),
    ).format(
        low=numeral(RATE_SPAN[0], 1),
        high=numeral(RATE_SPAN[1], 3),
        count=len(TRIED),
        judged=JUDGED,
        highest=numeral(HIGHEST, 5),
    ),
    "first-step": Text(
        ko="공통 학습률을 쓴 경사 하강법의 첫 스텝과 길이가 같도록, 기법마다 학습률을 맞추었습니다.",
        en=(
            "Each learning rate is chosen so that the first step is as long as that of gradient descent with the "
            "common learning rate."
        ),
    ),
}


class Conditions(NamedTuple):
    """Where and how a race is run, whichever optimizers run."""

    surface: Surface
    start: Place
    steps: int
    noise: float
    """σ of what is added to each component of every gradient."""
    seed: int

    @property
    def has_value(self) -> bool:
        """Whether f is a finite number at the start: from anywhere else nothing can go down."""
        with np.errstate(all="ignore"):
            return bool(np.isfinite(self.surface.value(np.array(self.start))))


class Search(NamedTuple):
    """Everything that one optimizer's best learning rate depends on."""

    rule: Optimizer[Any]
    conditions: Conditions


def search(question: Search) -> Pieces[float]:
    """That learning rate, in pieces."""
    found = yield from stretch(_best_of(question, TRIED), 0.0, 0.5)
    if found == TRIED[-1]:
        found = yield from stretch(_best_of(question, TRIED_BEYOND), 0.5, 1.0)
    return found


def _best_of(question: Search, rates: Array) -> Pieces[float]:
    rule, (surface, start, steps, noise, seed) = question
    return tuned_rate(surface, rule, start, steps, rates, noise=noise, seed=seed)


SEARCHES = SharedWork(search, 4_000_000, at_once=QUICK)
"""One for the process: a number and its question, 1 kB."""


def fair_rate(fairness: Fairness, rule: Optimizer[Any], common: float, conditions: Conditions) -> float:
    """The learning rate of one optimizer; the common one where no rate makes its first step long enough."""
    if fairness == "tuned":
        return SEARCHES.answer(Search(rule, conditions))
    if fairness == "first-step":
        return _first_step_rate(rule, common, conditions)
    return common


@remembered(most_bytes=500_000)
def _first_step_rate(rule: Optimizer[Any], common: float, conditions: Conditions) -> float:
    surface, start, _, noise, seed = conditions
    length = first_step_length(surface, GradientDescent(), start, common, noise=noise, seed=seed)
    return rate_for_first_step(surface, rule, start, length, noise=noise, seed=seed) or common
