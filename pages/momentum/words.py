"""The lines above the momentum map: what it is, and the fastest of it by theory and as measured."""

from numerals import numeral
from pages.momentum.choice import MomentumChoice
from pages.momentum.compute import cells, fastest
from text import Language, Text
from ui.common.heading import Heading

_TITLE = Text(ko="학습률과 관성 계수", en="Learning rate and momentum")
_DO = Text(
    ko="지도를 가리키거나 클릭하면 그 점의 경로가 보입니다.", en="Point at the map or click it to see the run there."
)
_BEST = Text(
    ko=(
        "곡률이 1과 κ인 이 협곡에서 이론상 가장 빠른 조합은 n = {rate}, r = {momentum}이며, 장기적으로 한 스텝마다 "
        "거리가 {factor}배로 줄어듭니다. {measured} 경사 하강법만 쓰면 n = {alone}에서 {slower}배가 최선입니다."
    ),
    en=(
        "On this ravine with curvatures 1 and κ the fastest setting is n = {rate}, r = {momentum}: in the long run "
        "each step multiplies the distance by {factor} (theory). {measured} Gradient descent alone achieves "
        "{slower} at best, with n = {alone}."
    ),
)
_MEASURED = Text(
    ko="측정값은 n = {rate}, r = {momentum}에서 {factor}배입니다.",
    en="Best measured cell: n = {rate}, r = {momentum}, {factor}.",
)
_ONE_DIRECTION = Text(
    ko=(
        "출발점이 협곡의 축 위에 있어 곡률이 {curvature}인 방향으로만 움직입니다. n = {rate}, r = 0이면 한 스텝에 "
        "도달합니다."
    ),
    en=(
        "The start is on an axis of the ravine, so only the direction of curvature {curvature} moves: n = {rate} "
        "and r = 0 reach the minimum in one step."
    ),
)
_AT_MINIMUM = Text(
    ko="출발점이 최솟값이라 움직이지 않으므로 측정할 것이 없습니다. 출발점을 옮겨 보세요.",
    en="The start is the minimum: nothing moves and nothing can be measured. Move the start.",
)


def heading(choice: MomentumChoice, language: Language) -> Heading:
    """Title, what to do, and the two optima in numbers."""
    title = f"{_TITLE[language]} &ensp; $f(x, y) = {choice.surface.formula}$"
    return Heading(title, f"{_DO[language]} {optimum_words(choice)[language]}")


def optimum_words(choice: MomentumChoice) -> Text:
    """The fastest by theory and the fastest cell; or why there is no such comparison from this start."""
    if not any(choice.start):
        return _AT_MINIMUM
    best, alone = choice.best, choice.descent
    if len(choice.curvatures) == 1:
        return _ONE_DIRECTION.format(curvature=numeral(choice.curvatures[0], 3), rate=numeral(best.rate, 3))
    found = fastest(cells(choice.surface, choice.start))
    measured = _MEASURED.format(**_numbers(*found)) if found else Text(ko="", en="")
    return _BEST.format(
        **_numbers(*best), measured=measured, alone=numeral(alone.rate, 3), slower=numeral(alone.factor, 3)
    )


def _numbers(rate: float, momentum: float, factor: float) -> dict[str, str]:
    return {"rate": numeral(rate, 3), "momentum": numeral(momentum, 3), "factor": numeral(factor, 3)}
