"""Formula cards below the stage: what is known of each optimizer that races, and of the surface."""

from collections.abc import Collection, Iterable
from typing import Any

from address.race import RaceChoice
from cache import remembered
from numerals import numeral
from optimizers import Optimizer
from parameters import Parameter, parameters
from text import Language, Text
from ui.common.sources import SOURCE
from ui.common.surface_card import surface_card

_TITLE = Text(ko="최적화 기법", en="Optimizers")
_MEMORY = Text(ko="매개변수당 메모리", en="Memory per parameter")
_ONLY_X = Text(ko="추가로 저장하는 값 없음", en="no further state")
_TWICE = Text(ko="경사 하강법의 2배", en="twice gradient descent's")
_THRICE = Text(ko="경사 하강법의 3배", en="three times gradient descent's")
_TIMES = Text(ko="경사 하강법의 {count}배", en="{count} times gradient descent's")
VALUE_DIGITS = 6
ON_SLIDERS = ("momentum",)
"""Settings that stand on a slider under the race, where their value is seen."""
_BEYOND = Text(
    ko="강의에서 다루지 않은 기법입니다. 식을 강의의 기호로 적었습니다.",
    en="Not in the lecture; its formula in the lecture's notation.",
)
_EPSILON = Text(
    ko=(
        "강의를 따라 ε을 제곱근 **안**에 둡니다. PyTorch와 Keras의 Adam은 제곱근 밖에 둡니다. "
        "벡터의 연산은 모두 성분마다 따로 합니다."
    ),
    en=(
        "As in the lecture ε stands **inside** the root; PyTorch and Keras put it outside for Adam. "
        "All operations on vectors are elementwise."
    ),
)


def cards(choice: RaceChoice, language: Language) -> list[str]:
    """A card for each chosen optimizer, and one for the surface: the same wherever the sliders of the race stand."""
    of_optimizers = [optimizer_card(choice.rules[key], language, ON_SLIDERS) for key in choice.chosen]
    titled = "\n".join([f"## {_TITLE[language]}", "", *of_optimizers, "", _EPSILON[language]])
    return [titled, surface_card(choice.surface, language)]


@remembered(most_bytes=500_000)
def optimizer_card(rule: Optimizer[Any], language: Language, said_elsewhere: Collection[str] = ()) -> str:
    """Name and year, what it does, its formula, and what is known of it; some values are said elsewhere."""
    facts = [f"**{_MEMORY[language]}** {' + '.join(rule.memory)} ({memory_in_words(rule.memory)[language]})"]
    facts += [setting_fact(rule, each, language, each.key not in said_elsewhere) for each in parameters(rule)]
    facts.append(f"**{SOURCE[language]}** {rule.source}")
    if rule.beyond_lecture:
        facts.append(_BEYOND[language])
    return card(f"{rule.name} · {rule.year}", rule.summary[language], rule.formula, facts)


def setting_fact(owner: object, known: Parameter, language: Language, valued: bool = True) -> str:
    """What a number is set to now, if that is to be said, and what it means."""
    now = f" = {numeral(getattr(owner, known.key), VALUE_DIGITS)}" if valued else ""
    return f"**{known.symbol}{now}**, {known.label[language]}. {known.meaning[language]}"


def card(title: str, summary: str, formula: str, facts: Iterable[str]) -> str:
    """One item of a Markdown list, with a list of facts in it."""
    lines = [
        *(summary, ""),
        *(rf"$$\begin{{gathered}}{formula}\end{{gathered}}$$", ""),
        *(f"- {each}" for each in facts),
    ]
    return "\n".join([f"- ### {title}", *(f"  {line}".rstrip() for line in lines)])


def memory_in_words(memory: tuple[str, ...]) -> Text:
    """How much these arrays are, against gradient descent, which keeps x alone."""
    count = len(memory)
    return {1: _ONLY_X, 2: _TWICE, 3: _THRICE}.get(count, _TIMES.format(count=count))
