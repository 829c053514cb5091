"""The scenes of loss functions: the chapter's picture, what is measured where its dials stand, and what is asked."""

from math import isnan, nan

import numpy as np

from address import Address
from numerals import numeral
from pages.losses.choice import LossesChoice, Rest, read_losses
from pages.losses.compute import (
    BEHIND_SIGMOID,
    OF_ERROR,
    OVER_CLASSES,
    STEPS,
    Function,
    learned,
    losses_of,
    predictions_of,
    shares_of_rest,
    slopes_of_logits,
)
from pages.losses.view import losses_grid
from scenes.of_losses import Weighed
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

_SHARING = Text(
    ko="정답의 예측은 그대로 두고, 나머지 확률을 고르게 나누다가 한 클래스에 몰아줍니다. 어느 손실이 변할까요?",
    en="The true class's prediction stays; the rest, shared evenly, gathers on one wrong class. Which loss changes?",
)
_WHICH: dict[str, Text] = {
    "mse": Text(ko="MSE만", en="MSE only"),
    "cross-entropy": Text(ko="교차 엔트로피만", en="Cross-entropy only"),
    "both": Text(ko="둘 다", en="Both"),
    "neither": Text(ko="둘 다 아님", en="Neither"),
}
_DOUBLED = Text(
    ko="오차가 두 배가 되면 평균 제곱 오차는 몇 배가 될까요?",
    en="The error doubles. By what factor does the mean squared error grow?",
)
_TIMES = Text(ko="{times}배", en="× {times}")
ARRIVED = 0.9
"""A prediction from here on counts as learned."""
_LEARNS = Text(
    ko=(
        "정답은 y = 1이고, 경사 하강법이 z = {logit}에서 출발합니다. {steps}스텝 안에 예측이 {arrived}보다 커지는 "
        "손실은?"
    ),
    en="The target is y = 1. Gradient descent from z = {logit}: which loss brings ŷ above {arrived} in {steps} steps?",
)


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The page's picture, and what a scene expects of it."""
    yield 0.0
    choice = read_losses(address)
    evidence = weighed(choice)
    return SceneResult(losses_grid(choice, language), evidence, asked(ask, evidence))


def weighed(choice: LossesChoice) -> Weighed:
    """Every loss, where the dials stand."""
    logit = np.array([choice.logit])
    even, one = (_losses(choice, choice.prediction, rest) for rest in ("even", "one"))
    return Weighed(
        names={
            **{key: each.name for key, each in OF_ERROR.items()},
            **{key: loss.name for key, loss in OVER_CLASSES.items()},
        },
        prediction=choice.prediction,
        even=even,
        one=one,
        doubled={key: _times(each.value, choice.error) for key, each in OF_ERROR.items()},
        logit=choice.logit,
        slopes={key: float(slopes_of_logits(loss, logit)[0]) for key, loss in BEHIND_SIGMOID.items()},
        learned={key: learned(loss, logit, choice.rate)[0].tolist() for key, loss in BEHIND_SIGMOID.items()},
    )


def _times(value: Function, error: float) -> float:
    """By what it is multiplied where the error doubles."""
    once, twice = value(np.array([error, 2 * error]))
    return float(twice / once) if once else nan


def _losses(choice: LossesChoice, prediction: float, rest: Rest) -> dict[str, float]:
    """Each loss of one prediction."""
    shown = predictions_of(np.array([prediction]), shares_of_rest(choice.classes, rest))
    return {key: float(losses_of(loss, shown)[0, 0]) for key, loss in OVER_CLASSES.items()}


def asked(ask: str, evidence: Weighed) -> Asking:
    """What is asked, and what is right as it was measured."""
    if ask == "sharing":
        changed = [key for key, loss in evidence.even.items() if loss != evidence.one[key]]
        return Asking(_SHARING, _WHICH, [_of_two(changed)])
    if ask == "doubled":
        times = evidence.doubled["mse"]
        right = [] if isnan(times) else [f"{times:.0f}"]
        return Asking(_DOUBLED, {each: _TIMES.format(times=each) for each in ("2", "4", "8")}, right)
    words = _LEARNS.format(logit=numeral(evidence.logit, 3), steps=STEPS, arrived=ARRIVED)
    arrived = [key for key, way in evidence.learned.items() if way[-1] > ARRIVED]
    return Asking(words, _WHICH, [_of_two(arrived)])


def _of_two(found: list[str]) -> str:
    """Which of the two losses it is."""
    return {0: "neither", 1: found[0] if found else "", 2: "both"}[len(found)]
