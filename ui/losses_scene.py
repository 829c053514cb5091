"""The scenes of loss functions: the chapter's picture, what is measured where its dials stand, and what is asked."""

from math import isnan, nan

import numpy as np

from scenes.of_losses import Weighed
from text import Language, Text
from ui.address import Address
from ui.losses_choice import LossesChoice, Rest, read_losses
from ui.losses_sheet import losses_sheet
from ui.losses_values import (
    BEHIND_SIGMOID,
    OVER_CLASSES,
    STEPS,
    learned,
    losses_of,
    predictions_of,
    shares_of_rest,
    slopes_of_logits,
)
from ui.numerals import numeral
from ui.scene_proven import Asking, Proven
from ui.shared_work import Pieces

_SHARING = Text(
    ko="정답의 예측은 그대로 두고, 나머지 확률을 고르게 나누다가 한 클래스에 몰아줍니다. 변하는 손실은?",
    en="The true class's prediction stays; the rest, shared evenly, gathers on one wrong class. Which loss changes?",
)
_WHICH: dict[str, Text] = {
    "mse": Text(ko="MSE만", en="MSE alone"),
    "cross-entropy": Text(ko="교차 엔트로피만", en="Cross-entropy alone"),
    "both": Text(ko="둘 다", en="Both"),
    "neither": Text(ko="둘 다 아님", en="Neither"),
}
_DOUBLED = Text(
    ko="모든 오차가 두 배가 되면 평균 제곱 오차는 몇 배가 될까요?",
    en="Every error doubles. By how much is the mean squared error multiplied?",
)
_TIMES = Text(ko="{times}배", en="× {times}")
ARRIVED = 0.9
"""A prediction from here on counts as learned."""
_LEARNS = Text(
    ko="z = {logit}에서 출발하고 정답은 y = 1입니다. {steps}걸음 안에 예측 ŷ이 {arrived}를 넘는 것은?",
    en="From z = {logit}, with the target y = 1: which brings ŷ above {arrived} within {steps} steps?",
)


def losses_proven(address: Address, ask: str, language: Language) -> Pieces[Proven]:
    """The page's picture, and what a scene expects of it."""
    yield 0.0
    choice = read_losses(address)
    evidence = weighed(choice)
    return Proven(losses_sheet(choice, language), evidence, asked(ask, evidence))


def weighed(choice: LossesChoice) -> Weighed:
    """Every loss, where the dials stand."""
    missed, logit = 1 - choice.prediction, np.array([choice.logit])
    names = {key: loss.name for key, loss in OVER_CLASSES.items()}
    even, one = (_losses(choice, choice.prediction, rest) for rest in ("even", "one"))
    doubled = _losses(choice, 1 - 2 * missed, "even") if 0 < missed <= 0.5 else {}
    return Weighed(
        names=names,
        prediction=choice.prediction,
        even=even,
        one=one,
        doubled={key: doubled[key] / even[key] if doubled else nan for key in names},
        logit=choice.logit,
        slopes={key: float(slopes_of_logits(loss, logit)[0]) for key, loss in BEHIND_SIGMOID.items()},
        learned={key: learned(loss, logit, choice.rate)[0].tolist() for key, loss in BEHIND_SIGMOID.items()},
    )


def _losses(choice: LossesChoice, prediction: float, rest: Rest) -> dict[str, float]:
    """Each loss of one prediction."""
    shown = predictions_of(np.array([prediction]), shares_of_rest(choice.classes, rest))
    return {key: float(losses_of(loss, shown)[0, 0]) for key, loss in OVER_CLASSES.items()}


def asked(ask: str, evidence: Weighed) -> Asking:
    """What is asked, and what is right as it was measured."""
    if ask == "sharing":
        return Asking(
            _SHARING, _WHICH, [_of_two([key for key in evidence.names if evidence.even[key] != evidence.one[key]])]
        )
    if ask == "doubled":
        times = evidence.doubled["mse"]
        right = [] if isnan(times) else [f"{times:.0f}"]
        return Asking(_DOUBLED, {each: _TIMES.format(times=each) for each in ("2", "4", "8")}, right)
    words = _LEARNS.format(logit=numeral(evidence.logit, 3), steps=STEPS, arrived=ARRIVED)
    return Asking(words, _WHICH, [_of_two([key for key, way in evidence.learned.items() if way[-1] > ARRIVED])])


def _of_two(found: list[str]) -> str:
    """Which of the two losses it is."""
    return {0: "neither", 1: found[0] if found else "", 2: "both"}[len(found)]
