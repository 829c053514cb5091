"""What a scene that is no race asks before it plays; the right answer is measured."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from pages.scenes.choice import SceneChoice
from scenes import BasinsScene, CurvesScene, LectureScene, Mapped, RatesScene, SideBySide
from simulation import RATE_REGIME_NAMES, RateRegime
from stage.question import SKIPPED, Option, Question
from text import Language, Text
from ui.common.prediction import OFF, Asked
from ui.common.scene_result import Asking

_FATE = Text(ko="‘{rate}’ 학습률은 어떻게 될까요?", en="What will the rate “{rate}” do?")
_LOWEST = Text(
    ko="기울기에 잡음이 있을 때, 어느 학습률의 손실이 마지막에 가장 낮을까요?",
    en="In noise, which learning rate’s loss is lowest in the end?",
)
_COUNT = Text(
    ko="{side}: 어딘가에서 출발해 도착할 수 있는 최솟값은 모두 몇 곳일까요?",
    en="{side}: how many of the minima are reached from some start or other?",
)
_PLACES = Text(ko="{count}곳", en="{count}")
_NONE = Text(ko="한 곳도 없음", en="none")


def asking_of(scene: LectureScene[Any], evidence: Any) -> Asking:
    """What is asked of four rates, or of two maps.

    Raises TypeError for a kind of scene of which nothing can be asked.
    """
    match scene, evidence:
        case RatesScene(ask=size), SideBySide(regimes=regimes, names=names):
            fates = {each.name.lower(): RATE_REGIME_NAMES[each] for each in RateRegime}
            return Asking(_FATE.format(rate=names[size]), fates, [regimes[size].name.lower()])
        case CurvesScene(), SideBySide(at_last=at_last, names=names):
            lowest = min(at_last, key=at_last.__getitem__)
            return Asking(_LOWEST, {level: names[level] for level in at_last}, [lowest])
        case BasinsScene(ask=side), Mapped(sides=sides):
            words = _COUNT.format(side=sides[side].name)
            return Asking(words, _counts(sides[side].minima), [str(sides[side].reached)])
    raise TypeError(f"nothing can be asked of {type(scene).__name__} with {type(evidence).__name__}")


def scene_question(choice: SceneChoice, asking: Asking | None, asked: Asked, language: Language) -> Question | None:
    """What is asked of a scene that is no race; None where nothing can or should be asked."""
    if asking is None or asked.ask == OFF:
        return None
    scene = choice.scene
    key = sha256(repr((scene.key, sorted(choice.setting.items()))).encode()).hexdigest()[:8]
    given = asked.given_to(key)
    return Question(
        key=key,
        asked=asking.words[language],
        options=[Option(option, label[language]) for option, label in asking.options.items()],
        right=asking.right,
        why=scene.why[language],
        answer=given if given in {SKIPPED, *asking.options} else "",
    )


def _counts(minima: Sequence[float]) -> dict[str, Text]:
    """From none to all of them."""
    return {str(count): _PLACES.format(count=count) if count else _NONE for count in range(len(minima) + 1)}
