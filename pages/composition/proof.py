"""The scene of a composition: the chapter's picture, what is measured of it, and what is asked."""

import numpy as np

from address import Address
from numerals import numeral
from pages.composition.choice import PLACES, CompositionChoice, read_composition
from pages.composition.compute import composed
from pages.composition.view import composition_grid
from parameters import Array
from scenes.of_composition import Slopes
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

CHANGE = 1e-5
"""Of x, to measure a slope."""
NOTHING = 1e-9
"""A slope below this is 0 but for rounding."""

_WAY = Text(
    ko="x = {x}에서 dy/dx = {inner}, dz/dy = {outer}입니다. x가 조금 커지면 z는 어떻게 될까요?",
    en="At x = {x}, dy/dx = {inner} and dz/dy = {outer}. What happens to z if x grows a little?",
)
_WAYS = {
    "up": Text(ko="커짐", en="It grows"),
    "down": Text(ko="작아짐", en="It falls"),
    "same": Text(ko="그대로", en="It stays"),
}


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The page's picture, and what a scene expects of it. What is asked is always the way of z."""
    del ask
    yield 0.0
    choice = read_composition(address)
    evidence = slopes(choice)
    product = evidence.inner * evidence.outer
    way = "same" if abs(product) < NOTHING else "up" if product > 0 else "down"
    words = _WAY.format(x=numeral(evidence.x, 3), inner=numeral(evidence.inner, 3), outer=numeral(evidence.outer, 3))
    return SceneResult(composition_grid(choice, language), evidence, Asking(words, _WAYS, [way]))


def slopes(choice: CompositionChoice) -> Slopes:
    """At the dial's x, and over all of them."""
    found = composed(choice.inner, choice.outer, PLACES)
    row = int(np.argmin(np.abs(PLACES - choice.place)))
    by_hand = measured_slope(choice, PLACES)
    known = np.isfinite(by_hand) & np.isfinite(found.dz_dx)
    apart, steepest = (float(np.abs(each[known]).max(initial=0)) for each in (by_hand - found.dz_dx, found.dz_dx))
    return Slopes(
        x=float(PLACES[row]),
        inner=float(found.dy_dx[row]),
        outer=float(found.dz_dy[row]),
        measured=float(by_hand[row]),
        furthest=apart / max(1.0, steepest) if known.any() else np.nan,
    )


def measured_slope(choice: CompositionChoice, x: Array) -> Array:
    """How much z changes with x, by computing it twice."""
    ahead, behind = (composed(choice.inner, choice.outer, x + side).z for side in (CHANGE, -CHANGE))
    return (ahead - behind) / (2 * CHANGE)
