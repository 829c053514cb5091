"""What is said about the basins: the lines above the maps, and where the one run ends on each."""

from math import isinf

from figures.basins import sign
from numerals import numeral
from pages.basins.choice import BasinsChoice, Side, edges_of
from simulation import LEFT, UNSETTLED
from surfaces import Surface
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface

SIDE_NAMES: dict[Side, Text] = {"left": Text(ko="왼쪽", en="left"), "right": Text(ko="오른쪽", en="right")}
WORKING = Text(ko="모든 출발점에서 달려 보는 중입니다", en="Running from every start")

_TITLE = Text(ko="볼록과 비볼록: 출발점이 정하는 최솟값", en="Convex or not: which minimum a start reaches")
_NONE = Text(
    ko="최솟값이 없는 곡면입니다. 어디서 출발해도 닿을 곳이 없습니다.",
    en="This surface has no minimum: there is nothing to reach from any start.",
)
_CONVEX = Text(
    ko=(
        "볼록한 곡면은 한 가지 색입니다. n이 2/λmax = {edge}보다 작고 걸음이 충분하면, "
        "경사 하강법은 어디서 출발해도 같은 최솟값에 닿습니다. 더 크면 거의 어디서도 닿지 못합니다."
    ),
    en=(
        "A convex surface has one colour: with n below 2/λmax = {edge} and steps enough, gradient descent reaches the "
        "same minimum from every start. With a larger n it does so from hardly any."
    ),
)
_ONE = Text(
    ko=(
        "최솟값은 하나뿐이지만 볼록하지 않습니다. 경사 하강법이 그곳에 머물려면 n이 2/λmax = {edge}보다 작아야 하는데, "
        "그래도 모든 출발점이 닿지는 않습니다."
    ),
    en=(
        "There is one minimum, but the surface is not convex. Gradient descent stays there only with n below "
        "2/λmax = {edge}; even so, not every start has to arrive."
    ),
)
_SEVERAL = Text(
    ko=(
        "볼록하지 않으면 출발점이 최솟값을 정합니다. 학습률도 정합니다. "
        "경사 하강법은 n이 그 최솟값의 2/λmax보다 작아야 거기에 머뭅니다: {edges}."
    ),
    en=(
        "Not convex, so the start decides. The rate does, too: gradient descent stays at a minimum only with n below "
        "its 2/λmax: {edges}."
    ),
)
_EDGES = Text(ko="{count}곳에서 {low}~{high}", en="{low} to {high} at {count} places")

_ARRIVES = Text(ko="{minimum}에 {step}걸음 만에 도착", en="{minimum} reached at step {step}")
_UNSETTLED = Text(ko="{steps}걸음까지 어디에도 머물지 못함", en="settled nowhere in {steps} steps")
_LEFT = Text(ko="{step}걸음에 그림 밖으로 이탈", en="left the picture at step {step}")
_ENDINGS: dict[Side, Text] = {
    "left": Text(ko="왼쪽: {end}", en="On the left: {end}"),
    "right": Text(ko="오른쪽: {end}", en="On the right: {end}"),
}


def heading(choice: BasinsChoice, language: Language) -> Heading:
    """Title, and what decides."""
    return heading_with_surface(_TITLE[language], choice.surface, lesson(choice.surface)[language])


def lesson(surface: Surface) -> Text:
    """What can be said of the basins of this surface, with its own edges."""
    edges = edges_of(surface)
    if not edges:
        return _NONE
    if len(edges) == 1:
        words = _CONVEX if surface.kind == "convex" else _ONE
        return words.format(edge=numeral(edges[0], 3))
    if not sign(0, len(edges)):
        low, high = (numeral(end(each for each in edges if not isinf(each)), 3) for end in (min, max))
        return _SEVERAL.format(edges=_EDGES.format(low=low, high=high, count=len(edges)))
    signed = [f"{sign(index, len(edges))} {numeral(edge, 3)}" for index, edge in enumerate(edges)]
    return _SEVERAL.format(edges=", ".join(signed))


def lost(choice: BasinsChoice, side: Side) -> str:
    """The minima at which gradient descent cannot stay with this rate; empty for other rules, whose edges differ."""
    rule, rate = choice.runners[side]
    edges = edges_of(choice.surface)
    if rule.key != "gd" or not sign(0, len(edges)):
        return ""
    signs = [sign(index, len(edges)) for index, edge in enumerate(edges) if edge <= rate]
    return f"2/λmax ≤ n: {', '.join(signs)}" if signs else ""


def name_of(surface: Surface, index: int) -> str:
    """A minimum by its sign and place."""
    x, y = surface.minima[index].place
    place = f"({numeral(x, 3)}, {numeral(y, 3)})"
    letter = sign(index, len(surface.minima))
    return f"{letter} {place}" if letter else place


def ending(choice: BasinsChoice, side: Side, reached: int, step: int) -> Text:
    """Where a run ends, and at which step it arrived or left."""
    if reached == UNSETTLED:
        end = _UNSETTLED.format(steps=choice.steps)
    elif reached == LEFT:
        end = _LEFT.format(step=step)
    else:
        end = _ARRIVES.format(minimum=name_of(choice.surface, reached), step=step)
    return _ENDINGS[side].format(end=end)
