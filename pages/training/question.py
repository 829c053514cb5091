"""What a viewer can be asked before a training race plays; the right answers are measured."""

from hashlib import sha256

import numpy as np

from address import Address
from networks import DATASETS
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.training.compute import Answer
from pages.training.view import row_of, rows_of
from parameters import Array
from stage.question import SKIPPED, Option, Question
from text import Language, Text
from ui.common.lesson import RATES
from ui.common.lesson_choice import LessonChoice
from ui.common.prediction import ANSWER, ASK, NOBODY, OFF, Asked

LOWEST, FIRST = "lowest", "first"
ASKS = (OFF, LOWEST, FIRST)
TARGET = 0.95
"""Of the samples: who is the first to answer so many rightly?"""

ASK_NAMES: dict[str, Text] = {
    OFF: Text(ko="묻지 않음", en="No question"),
    LOWEST: Text(ko="최종 손실이 가장 낮은 기법은?", en="Whose final loss is lowest?"),
    FIRST: Text(ko="정확도 {target}%에 가장 먼저 도달하는 기법은?", en="Which is the first to reach {target}%?").format(
        target=round(100 * TARGET)
    ),
}
_ASKED: dict[str, Text] = {
    LOWEST: Text(
        ko="{rates} {steps}스텝 뒤 손실이 가장 낮은 기법은?",
        en="{rates}: which optimizer's loss is lowest after {steps} steps?",
    ),
    FIRST: Text(
        ko="{rates} {steps}스텝 안에 데이터의 {target}%를 가장 먼저 맞히는 기법은?",
        en="{rates}: which is the first to classify {target}% of the data correctly within {steps} steps?",
    ),
}
_COMMON = Text(ko="모두 n = {rate}.", en="All with n = {rate}")
_TUNED = Text(ko="기법별로 튜닝한 학습률.", en="Each with its tuned learning rate")
_NOBODY = Text(ko="모두 도달하지 못함", en="None of them")
_LOSSES = Text(ko="최종 손실: {each}.", en="Final losses: {each}.")
_ARRIVALS = Text(ko="도달한 스텝: {each}.", en="Reached at: {each}.")
_NEVER = Text(ko="도달하지 못함", en="never")
_CONDITION = Text(
    ko="이 데이터와 초기 가중치에서의 결과입니다. 다른 시드로도 해 보세요.",
    en="This holds for these data and initial weights; try other seeds.",
)


def read_training_asked(address: Address) -> Asked:
    """What the address asks, and what it answers."""
    return Asked(address.choice(ASK, ASKS, OFF), address.token(ANSWER))


def asks(choice: LessonChoice) -> tuple[str, ...]:
    """What can be asked about this training race."""
    several = len(choice.chosen) > 1
    return (OFF, *([LOWEST] if several else []), *([FIRST] if several and DATASETS[choice.data].classes > 1 else []))


def training_question(choice: LessonChoice, answer: Answer, asked: Asked, language: Language) -> Question | None:
    """The question about the row on show; None where nothing is asked, or it cannot be asked here."""
    if asked.ask == OFF or asked.ask not in asks(choice):
        return None
    row = row_of(choice.rate) if choice.terms == "common" else 0
    measured = rows_of(choice, answer, answer.loss if asked.ask == LOWEST else answer.right)[row]
    right, why = (_lowest if asked.ask == LOWEST else _first)(choice, measured, language)
    key = sha256(repr((choice.inputs, choice.terms, row, asked.ask)).encode()).hexdigest()[:8]
    options = [Option(each, OPTIMIZERS[each].name) for each in choice.chosen]
    if asked.ask == FIRST:
        options.append(Option(NOBODY, _NOBODY[language]))
    given = asked.given_to(key)
    rates = _COMMON.format(rate=numeral(RATES[row], 3)) if choice.terms == "common" else _TUNED
    return Question(
        key=key,
        asked=_ASKED[asked.ask].format(rates=rates, steps=choice.steps, target=round(100 * TARGET))[language],
        options=options,
        right=right,
        why=f"{why} {_CONDITION[language]}",
        answer=given if given in {SKIPPED, *(option.key for option in options)} else "",
    )


def _lowest(choice: LessonChoice, loss: Array, language: Language) -> tuple[list[str], str]:
    """Whose last loss, of (steps + 1, K), is the lowest, and what everybody's is."""
    last = np.where(np.isfinite(loss[-1]), loss[-1], np.inf)
    said = [f"{OPTIMIZERS[choice.chosen[i]].name} {numeral(last[i], 2)}" for i in np.argsort(last, kind="stable")]
    right = [key for key, each in zip(choice.chosen, last, strict=True) if each == last.min()]
    return right, _LOSSES.format(each=", ".join(said))[language]


def _first(choice: LessonChoice, accuracy: Array, language: Language) -> tuple[list[str], str]:
    """Who is the first whose accuracy, of (steps + 1, K), reaches the target, and when everybody does."""
    there = accuracy >= TARGET
    arrivals = np.where(there.any(axis=0), there.argmax(axis=0), len(accuracy))
    names = [OPTIMIZERS[key].name for key in choice.chosen]
    said = [
        f"{names[i]} {arrivals[i] if arrivals[i] < len(accuracy) else _NEVER[language]}"
        for i in np.argsort(arrivals, kind="stable")
    ]
    first = arrivals.min()
    right = [key for key, each in zip(choice.chosen, arrivals, strict=True) if each == first]
    return right if first < len(accuracy) else [NOBODY], _ARRIVALS.format(each=", ".join(said))[language]
