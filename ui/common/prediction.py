"""Predict, then reveal: what a viewer can be asked about a race, and what turned out to be right."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import numpy as np

from address import Address
from address.race import RaceChoice
from figures.basins import SIGNS
from numerals import numeral
from optimizers import OPTIMIZERS
from parameters import Array
from simulation import VERDICT_MEANINGS, VERDICT_NAMES, Run, Status, Verdict
from simulation.status import WINDOW
from stage.question import SKIPPED, Option, Question
from surfaces.base import Minimum
from text import Language, Text

OFF = "off"
FIRST, FATE, GOAL = "first", "fate", "goal"
NOBODY = "nobody"
ASK, ANSWER = "ask", "answer"
"""The names in the address: what is asked, and what was answered to which question."""


class Asked(NamedTuple):
    """What the address says of a prediction."""

    ask: str = OFF
    """`off`, `first`, `fate.<optimizer>` or `goal.<optimizer>`."""
    answer: str = ""
    """<option>-<the question's key>"""

    def given_to(self, key: str) -> str:
        """The answer to the question of that key; empty where it was given to another one."""
        option, _, answered = self.answer.rpartition("-")
        return option if answered == key else ""


UNASKED = Asked()
"""Nothing is asked."""


class Fate(NamedTuple):
    """What can become of an optimizer."""

    label: Text
    verdicts: tuple[Verdict, ...]


FATES: dict[str, Fate] = {
    "arrives": Fate(
        Text(ko="최솟값에 도달해 머무름", en="Reaches a minimum and stays"),
        (Verdict.CONVERGED, Verdict.LOCAL),
    ),
    "oscillates": Fate(Text(ko="진동", en="Oscillates"), (Verdict.HOVERING, Verdict.OSCILLATING)),
    "diverges": Fate(Text(ko="발산 또는 이탈", en="Diverges or leaves the plot"), (Verdict.DIVERGED, Verdict.FALLING)),
    "stuck": Fate(Text(ko="다른 곳에서 멈춤", en="Stops elsewhere"), (Verdict.SADDLE, Verdict.STALLED)),
    "moving": Fate(Text(ko="아직 이동 중", en="Still on its way"), (Verdict.MOVING,)),
}

ASK_NAMES: dict[str, Text] = {
    OFF: Text(ko="묻지 않음", en="No question"),
    FIRST: Text(ko="어느 기법이 먼저 도달할까요?", en="Which arrives first?"),
    FATE: Text(ko="{name}, 어떻게 될까요?", en="{name}: what happens?"),
    GOAL: Text(ko="{name}, 어느 최솟값으로 갈까요?", en="{name}: which minimum does it reach?"),
}
_ASKED = {
    FIRST: Text(
        ko="{steps}스텝 안에 전역 최솟값에 가장 먼저 도달하는 것은?",
        en="Which is the first to reach a global minimum within {steps} steps?",
    ),
    FATE: Text(
        ko="{steps}스텝 뒤 {name}, 어떻게 되어 있을까요?", en=("What has happened to {name} after {steps} steps?")
    ),
    GOAL: Text(
        ko="{steps}스텝 뒤 {name}, 어느 최솟값에 있을까요?", en="At which minimum is {name} after {steps} steps?"
    ),
}
_NOBODY = {
    FIRST: Text(ko="모두 도달하지 못함", en="None of them"),
    GOAL: Text(ko="어느 최솟값에도 없음", en="At none of them"),
}
_ARRIVES_AT = Text(ko="{name} {step}스텝", en="{name} at step {step}")
_ARRIVALS = Text(
    ko="도달한 스텝: {each}. {window}스텝 동안 머무르면 도달한 것으로 셉니다.",
    en="Arrivals: {each}. Staying for {window} steps counts as having arrived.",
)
_EDGE = Text(
    ko="학습률 n = {rate}, 그 최솟값의 안정 한계 2/λmax = {edge}(λmax: 그곳의 가장 큰 곡률). n이 한계보다 {side}.",
    en=(
        "The learning rate n = {rate} is {side} that minimum's stability limit 2/λmax = {edge} (λmax: the largest "
        "curvature there)."
    ),
)
_SIDES = {
    -1: Text(ko="작습니다", en="below"),
    0: Text(ko="크지도 작지도 않습니다", en="just at"),
    1: Text(ko="큽니다", en="above"),
}


@dataclass(frozen=True)
class Outcome:
    """A race that was run, for what is asked about it."""

    choice: RaceChoice
    run: Run
    status: Status

    def verdict(self, optimizer: str) -> Verdict:
        """How it stands at the last step."""
        return Verdict(self.status.verdict[-1, self._column(optimizer)])

    def arrival(self, optimizer: str) -> int | None:
        """The step of its first arrival at a global minimum: from then on it stayed for a window or more."""
        column = self._column(optimizer)
        for step in np.unique(self.status.arrival[:, column]):
            if step >= 0 and self._nearest(self.run.points[:, step, column]).is_global:
                return int(step)
        return None

    def last_loss(self, optimizer: str) -> float:
        """Its height at the last step."""
        return float(self.run.loss[-1, self._column(optimizer)])

    def nearest_minimum(self, optimizer: str) -> int:
        """The minimum nearest to the last place it had inside the range of floats."""
        places = self.run.path[:, :, self._column(optimizer)]
        return self.choice.surface.minima.index(self._nearest(places[np.isfinite(places).all(axis=1)][-1]))

    def _nearest(self, point: Array) -> Minimum:
        return min(self.choice.surface.minima, key=lambda each: np.hypot(*np.subtract(each.place, point)))

    def _column(self, optimizer: str) -> int:
        return self.choice.chosen.index(optimizer)


def asks(choice: RaceChoice) -> tuple[str, ...]:
    """What can be asked about this race: nothing where nothing races."""
    if not choice.conditions.has_value:
        return (OFF,)
    minima = choice.surface.minima
    several = 1 < len(minima) <= len(SIGNS)
    return (
        OFF,
        *([FIRST] if len(choice.chosen) > 1 and minima else []),
        *(f"{FATE}.{key}" for key in choice.chosen),
        *(f"{GOAL}.{key}" for key in choice.chosen if several),
    )


def read_asked(address: Address, usual: str = OFF) -> Asked:
    """What the address asks, about whichever race, and what it answers."""
    known = (OFF, FIRST, *(f"{kind}.{key}" for kind in (FATE, GOAL) for key in OPTIMIZERS))
    return Asked(address.choice(ASK, known, usual), address.token(ANSWER))


def ask_name(ask: str) -> Text:
    """What is asked, in a few words."""
    kind, _, key = ask.partition(".")
    return ASK_NAMES[kind].format(name=OPTIMIZERS[key].name if key else "")


def prediction(asked: Asked, outcome: Outcome, language: Language) -> Question | None:
    """The question about this race; None where nothing is asked, or it cannot be asked here."""
    choice = outcome.choice
    if asked.ask == OFF or asked.ask not in asks(choice):
        return None
    kind, _, key = asked.ask.partition(".")
    makers: dict[str, Callable[[str, Outcome, Language], Question]] = {FIRST: _first, FATE: _fate, GOAL: _goal}
    name = OPTIMIZERS[key].name if key else ""
    question = makers[kind](key, outcome, language)._replace(
        key=sha256(repr((choice.conditions, choice.entrants, asked.ask)).encode()).hexdigest()[:8],
        asked=_ASKED[kind].format(steps=choice.steps, name=name)[language],
    )
    given = asked.given_to(question.key)
    known = {SKIPPED, *(option.key for option in question.options)}
    return question._replace(answer=given if given in known else "")


def _first(_: str, outcome: Outcome, language: Language) -> Question:
    """Who arrives first; several where they arrive at the same step."""
    chosen = outcome.choice.chosen
    arrivals = {key: arrival for key in chosen if (arrival := outcome.arrival(key)) is not None}
    first = min(arrivals.values(), default=None)
    in_order = sorted(arrivals, key=arrivals.__getitem__)
    said = [_ARRIVES_AT.format(name=_name(key), step=arrivals[key])[language] for key in in_order]
    said += [f"{_name(key)} {VERDICT_NAMES[outcome.verdict(key)][language]}" for key in chosen if key not in arrivals]
    return Question(
        key="",
        asked="",
        options=[*(Option(key, _name(key)) for key in chosen), Option(NOBODY, _NOBODY[FIRST][language])],
        right=[key for key, arrival in arrivals.items() if arrival == first] or [NOBODY],
        why=_ARRIVALS.format(each=", ".join(said), window=WINDOW)[language],
    )


def _fate(key: str, outcome: Outcome, language: Language) -> Question:
    """What becomes of one optimizer."""
    verdict = outcome.verdict(key)
    return Question(
        key="",
        asked="",
        options=[Option(fate, known.label[language]) for fate, known in FATES.items()],
        right=[fate for fate, known in FATES.items() if verdict in known.verdicts],
        why=_why(key, outcome, language),
    )


def _goal(key: str, outcome: Outcome, language: Language) -> Question:
    """Which minimum one optimizer reaches."""
    minima = outcome.choice.surface.minima
    arrived = outcome.verdict(key) in FATES["arrives"].verdicts
    return Question(
        key="",
        asked="",
        options=[*(Option(sign, sign) for sign in SIGNS[: len(minima)]), Option(NOBODY, _NOBODY[GOAL][language])],
        right=[SIGNS[outcome.nearest_minimum(key)] if arrived else NOBODY],
        why=_why(key, outcome, language),
        places=[(sign, minimum.place) for sign, minimum in zip(SIGNS, minima, strict=False)],
    )


def _why(key: str, outcome: Outcome, language: Language) -> str:
    """How it stands, and for gradient descent how its rate is to the edge; for others what they do."""
    choice = outcome.choice
    words = [VERDICT_MEANINGS[outcome.verdict(key)]]
    if key != "gd":
        words.append(choice.rules[key].summary)
    elif choice.surface.minima:
        rate = choice.rate_of(key)
        edge = choice.surface.stability_edge(choice.surface.minima[outcome.nearest_minimum(key)].place)
        side = 0 if np.isclose(rate, edge, rtol=1e-9) else int(np.sign(rate - edge))
        words.append(_EDGE.format(rate=numeral(rate, 4), edge=numeral(edge, 4), side=_SIDES[side]))
    return " ".join(each[language] for each in words)


def _name(key: str) -> str:
    return OPTIMIZERS[key].name
