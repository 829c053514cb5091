"""The scene of four parameters that are nudged: what was counted of it, and what is asked."""

from dataclasses import replace

import numpy as np

from address import Address
from networks import LETTERS
from numerals import numeral
from pages.model.choice import NUDGES, USUAL_NUDGE, ModelChoice
from pages.model.nudges import nudges
from pages.model.nudges_view import ERRORS, nudges_grid
from scenes.of_nudges import Nudged
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult

_FARTHEST = Text(
    ko="h = {h}: 차분 몫이 편미분에서 가장 멀리 벗어나는 매개변수는 무엇일까요?",
    en="h = {h}: whose quotient is farthest from its partial derivative?",
)
_PARAMETER = Text(ko="매개변수 {letter}", en="the parameter {letter}")


def prove_nudges(choice: ModelChoice, address: Address, language: Language) -> SceneResult:
    """The picture, whose errors wait for the answer, and its numbers where the dial of h stands."""
    evidence = nudged(choice, address)
    grid = nudges_grid(choice, language)
    waiting = [replace(each, telling=each.key == ERRORS) for each in grid.subplots]
    farthest = LETTERS[int(np.argmax(np.abs(evidence.quotients - evidence.exact)))]
    options = {letter: _PARAMETER.format(letter=letter) for letter in LETTERS}
    asking = Asking(_FARTHEST.format(h=numeral(evidence.h, 3)), options, [farthest])
    return SceneResult(replace(grid, subplots=waiting), evidence, asking)


def nudged(choice: ModelChoice, address: Address) -> Nudged:
    """The row of the dial's value that is the nearest in proportion, as the player has it."""
    usual = float(NUDGES[USUAL_NUDGE])
    asked = address.number("h", float(NUDGES[0]), float(NUDGES[-1]), usual)
    found = nudges(choice)
    row = int(np.argmin(np.abs(np.log(found.h / asked))))
    return Nudged(
        h=float(found.h[row]),
        losses=found.losses[row],
        quotients=found.quotients[row],
        exact=found.exact,
        multiplications=int(found.multiplications[-1]),
    )
