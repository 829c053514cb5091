"""The scenes of a model: their picture, what was measured of it, and what is asked."""

import numpy as np

from address import Address
from networks import LETTERS, central_difference
from pages.model.choice import ModelChoice, read_model
from pages.model.compute import Fitted, curve_points, fitted
from pages.model.nudges_proof import prove_nudges
from pages.model.view import model_grid
from parameters import Array
from scenes.of_parameters import Fitting
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

_MOST = Text(
    ko="첫 스텝에 가장 크게 바뀌는 매개변수는 무엇일까요?", en="Which parameter changes most in the first step?"
)
_WAY = Text(ko="첫 스텝에 {letter}의 값은 어떻게 될까요?", en="What does the first step do to {letter}?")
_PARAMETER = Text(ko="매개변수 {letter}", en="the parameter {letter}")
_WAYS = {
    "up": Text(ko="커짐", en="It increases"),
    "down": Text(ko="작아짐", en="It decreases"),
    "stays": Text(ko="그대로", en="It stays the same"),
}


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """What there is to see of a scene of a model."""
    choice = read_model(address)
    yield 0.0
    if choice.show == "differences":
        return prove_nudges(choice, address, language)
    evidence = evidence_of(choice)
    return SceneResult(model_grid(choice, language), evidence, _asking(ask, evidence))


def evidence_of(choice: ModelChoice) -> Fitting:
    """The run on the picture, and derivatives that know nothing but the loss."""
    found = fitted(choice)
    curves = curve_points(found)
    lowest = found.fit.lowest
    return Fitting(
        theta=found.theta,
        loss=found.loss,
        rate=choice.rate,
        derivatives=_differences(found),
        curves=curves[[0, -1], :, 1],
        lowest=lowest[1] if lowest else np.nan,
    )


def _differences(found: Fitted) -> Array:
    """Before each step: (steps, 4)."""
    with np.errstate(all="ignore"):  # a run that diverges has no differences any more
        return np.array([central_difference(found.fit.value, theta[:, None])[:, 0] for theta in found.theta[:-1]])


def _asking(ask: str, evidence: Fitting) -> Asking:
    """About the first step: the parameter that changes most, or the way that one goes."""
    first = evidence.first
    if ask == "most":
        options = {letter: _PARAMETER.format(letter=letter) for letter in LETTERS}
        return Asking(_MOST, options, [LETTERS[int(np.argmax(np.abs(first)))]])
    letter = ask.removeprefix("way.")
    move = first[LETTERS.index(letter)]
    return Asking(_WAY.format(letter=letter), _WAYS, ["up" if move > 0 else "down" if move < 0 else "stays"])
