"""Two races side by side: what was changed between them, and what it did to each optimizer."""

from typing import NamedTuple

from address.race import RaceChoice
from export.settings import NOISE, facts
from numerals import numeral
from optimizers import OPTIMIZERS
from parameters import parameters
from simulation import VERDICT_NAMES
from stage.scene import Scene
from text import Language, Text
from ui.common.prediction import Outcome
from ui.common.tables import markdown_table

_CHANGED = Text(ko="바뀐 것: {each}.", en="Changed: {each}.")
_SAME = Text(ko="아직 바뀐 것이 없습니다. 설정을 하나 바꿔 보세요.", en="Nothing has changed yet. Change a setting.")
_JOINED = Text(ko="{name} 추가", en="{name} added")
_LEFT = Text(ko="{name} 제외", en="{name} removed")
_COMMON = Text(ko="학습률 n", en="learning rate n")
_HEADS = (
    Text(ko="최적화 기법", en="Optimizer"),
    Text(ko="최종 손실", en="Final loss"),
    Text(ko="차이", en="Difference"),
    Text(ko="도달한 스텝", en="Reached at step"),
    Text(ko="상태", en="Status"),
)
DIGITS = 3
NONE, _TO = "–", " → "


class Outcomes(NamedTuple):
    """Two races that were run."""

    pinned: Outcome
    now: Outcome


def outcomes(pinned: RaceChoice, now: RaceChoice, scene: Scene) -> Outcomes:
    """Both races of a scene with a ghost."""
    if scene.ghost is None:
        raise ValueError("the scene has no ghost; pin a race first")
    return Outcomes(Outcome(pinned, scene.ghost.run, scene.ghost.status), Outcome(now, scene.run, scene.status))


def changes_in_words(both: Outcomes, language: Language) -> str:
    """Which settings differ, each with its value before and after; who has joined or left is only named."""
    before, after = (each.choice for each in both)
    old, new = (_settings(each, language) for each in (before, after))
    stay = [key for key in after.chosen if key in before.chosen]
    common = [f"{key} n" for key in stay if all(each.rate_of(key) == each.rate for each in (before, after))]
    changes = [
        f"{words} {old[name][1]} → {value}"
        for name, (words, value) in new.items()
        if name in old and name not in common and old[name][1] != value
    ]
    for word, one, other in ((_JOINED, after, before), (_LEFT, before, after)):
        changes += [word.format(name=one.rules[key].name)[language] for key in one.chosen if key not in other.chosen]
    return _CHANGED.format(each=", ".join(changes))[language] if changes else _SAME[language]


def _settings(choice: RaceChoice, language: Language) -> dict[str, tuple[str, str]]:
    """Everything that can be set of a race: its words and its value."""
    given = [(_COMMON[language], numeral(choice.rate)), (NOISE[language], "0"), *facts(choice.conditions, language)]
    found = {words: (words, value) for words, value in given}
    for key in choice.chosen:
        rule = choice.rules[key]
        found[f"{key} n"] = (f"{rule.name} n", numeral(choice.rate_of(key)))
        for each in parameters(rule):
            found[f"{key} {each.key}"] = (f"{rule.name} {each.symbol}", numeral(getattr(rule, each.key)))
    return found


def difference_table(both: Outcomes, language: Language) -> str:
    """A row for each optimizer of either race."""
    keys = [key for key in OPTIMIZERS if any(key in each.choice.chosen for each in both)]
    return markdown_table([head[language] for head in _HEADS], [_row(key, both, language) for key in keys])


def _row(key: str, both: Outcomes, language: Language) -> list[str]:
    of = [each if key in each.choice.chosen else None for each in both]
    losses = [None if each is None else each.last_loss(key) for each in of]
    before, after = losses
    arrivals = [None if each is None else each.arrival(key) for each in of]
    return [
        OPTIMIZERS[key].name,
        _TO.join(NONE if loss is None else numeral(loss, DIGITS) for loss in losses),
        NONE if before is None or after is None else numeral(after - before, DIGITS),
        _TO.join(NONE if arrival is None else str(arrival) for arrival in arrivals),
        _TO.join(NONE if each is None else VERDICT_NAMES[each.verdict(key)][language] for each in of),
    ]
