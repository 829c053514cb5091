"""What is said about the basins: the lines above the maps, and where the one run ends on each."""

from math import inf, isinf

from figures.basins import sign
from numerals import numeral
from pages.basins.choice import BasinsChoice, Side, edges_of
from simulation import LEFT, UNSETTLED
from surfaces import Surface
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface

SIDE_NAMES: dict[Side, Text] = {"left": Text(ko="왼쪽", en="left"), "right": Text(ko="오른쪽", en="right")}
WORKING = Text(ko="모든 출발점에서 계산하는 중입니다", en="Computing every start")

_TITLE = Text(ko="볼록과 비볼록: 출발점이 정하는 최솟값", en="Convex or not: which minimum a start reaches")
_NONE = Text(
    ko="최솟값이 없는 곡면이라, 어디서 출발해도 도달할 최솟값이 없습니다.",
    en="This surface has no minimum, so there is nothing to reach from any start.",
)
_QUADRATIC = Text(
    ko=(
        "볼록한 이차 함수에서는 지도가 한 가지 색입니다. n이 2/λmax = {edge}보다 작고(λmax: 가장 큰 곡률) 스텝이 "
        "충분하면 경사 하강법은 어디서 출발해도 같은 최솟값에 도달합니다. 더 크면 거의 어디서도 도달하지 못합니다."
    ),
    en=(
        "On a convex quadratic the map has one colour: with n below 2/λmax = {edge} (λmax: the largest curvature) and "
        "enough steps, gradient descent reaches the same minimum from every start; with a larger n from hardly any."
    ),
)
_CONVEX = Text(
    ko=(
        "볼록하지만 이차 함수가 아니라서 곡률이 곳에 따라 다릅니다. 최솟값의 안정 한계는 2/λmax = {edge}이고(λmax: "
        "그곳의 가장 큰 곡률), n이 그보다 작아도 곡률이 더 큰 곳에서 출발하면 최솟값에 도달하지 못할 수 있습니다."
    ),
    en=(
        "Convex but not quadratic, so the curvature differs from place to place. The stability limit at the minimum is "
        "2/λmax = {edge} (λmax: the largest curvature there); even with a smaller n, a start where the surface curves "
        "more may not reach it."
    ),
)
_CONVEX_WITHOUT_LIMIT = Text(
    ko=(
        "볼록하지만 이차 함수가 아니고, 최솟값에서의 곡률로는 안정 한계를 정할 수 없습니다(곡률이 0이거나 무한합니다). "
        "어느 출발점이 도달하는지는 n에 달려 있습니다."
    ),
    en=(
        "Convex but not quadratic, and the curvature at the minimum, zero or infinite, sets no stability limit. Which "
        "starts reach the minimum depends on n."
    ),
)
_ONE = Text(
    ko=(
        "최솟값은 하나뿐이지만 볼록하지 않습니다. 경사 하강법이 그곳에 머물려면 n이 2/λmax = {edge}보다 작아야 "
        "하는데(λmax: 그곳의 가장 큰 곡률), 그래도 도달하지 못하는 출발점이 있을 수 있습니다."
    ),
    en=(
        "There is one minimum, but the surface is not convex. Gradient descent stays there only with n below "
        "2/λmax = {edge} (λmax: the largest curvature there); even so, some starts may not reach it."
    ),
)
_SEVERAL = Text(
    ko=(
        "볼록하지 않으면 출발점과 학습률이 어느 최솟값에 도달할지 정합니다. 경사 하강법은 n이 그 최솟값의 "
        "2/λmax보다 작아야 거기에 머뭅니다(λmax: 그곳의 가장 큰 곡률): {edges}."
    ),
    en=(
        "On a non-convex surface the start and the learning rate decide which minimum is reached: gradient descent "
        "stays at a minimum only if n is below its 2/λmax (λmax: the largest curvature there): {edges}."
    ),
)
_EDGES = Text(ko="{count}곳에서 {low}~{high}", en="{low} to {high} at {count} places")

_ARRIVES = Text(ko="{minimum}에 {step}스텝 만에 도달", en="reaches {minimum} at step {step}")
_UNSETTLED = Text(ko="{steps}스텝까지 수렴하지 않음", en="has not converged after {steps} steps")
_LEFT = Text(ko="{step}스텝에 그림 밖으로 이탈", en="left the plot at step {step}")
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
        return _with_one_minimum(surface, edges[0])
    if not sign(0, len(edges)):
        low, high = (numeral(end(each for each in edges if not isinf(each)), 3) for end in (min, max))
        return _SEVERAL.format(edges=_EDGES.format(low=low, high=high, count=len(edges)))
    signed = [f"{sign(index, len(edges))} {numeral(edge, 3)}" for index, edge in enumerate(edges)]
    return _SEVERAL.format(edges=", ".join(signed))


def _with_one_minimum(surface: Surface, edge: float) -> Text:
    if surface.kind != "convex":
        words = _ONE
    elif surface.is_quadratic:
        words = _QUADRATIC
    else:
        words = _CONVEX if 0 < edge < inf else _CONVEX_WITHOUT_LIMIT
    return words.format(edge=numeral(edge, 3))


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
