"""What is known of a surface, as a card of facts: where it is lowest, how it curves there, who wrote it down."""

from collections.abc import Sequence

import numpy as np

from cache import remembered
from numerals import numeral
from surfaces import KIND_NAMES, Minimum, Surface
from surfaces.base import Place
from text import Language, Text, read
from ui.common.sources import SOURCE

FEW = 6
"""More minima than this are counted instead of listed."""
PLACE_DIGITS, CURVATURE_DIGITS = 5, 4

_TITLE = Text(ko="곡면", en="Surface")
_KIND = Text(ko="종류", en="Kind")
_DOMAIN = Text(ko="그림의 범위", en="Plotted domain")
_GLOBAL = Text(ko="전역 최솟값", en="Global minimum")
_LOCAL = Text(ko="지역 최솟값", en="Local minimum")
_MANY_GLOBAL = Text(ko="전역 최솟값 {count}개", en="{count} global minima")
_MANY_LOCAL = Text(ko="지역 최솟값 {count}개", en="{count} local minima")
_SADDLE = Text(ko="안장점", en="Saddle point")
_AT = Text(ko="{place}에서 f = {value}", en="f = {value} at {place}")
_FROM_TO = Text(ko="{low}부터 {high}까지", en="{low} to {high}")
_KAPPA, _EDGE = "κ\u00a0=\u00a0{kappa}", "2/λmax\u00a0=\u00a0{edge}"  # held together in one line
_CURVES = Text(
    ko=f"조건수 {_KAPPA}, 안정 한계 {_EDGE}",
    en=f"condition number {_KAPPA}, stability limit {_EDGE}",
)
_KINK = Text(
    ko=(
        "꺾인 점이라 곡률이 무한합니다. 학습률이 아무리 작아도, 스텝이 우연히 이 점에 정확히 닿지 않는 한 "
        "경사 하강법은 여기에 멈추지 않고 주위를 오갑니다."
    ),
    en=(
        "a kink, where the curvature is infinite: however small its learning rate, gradient descent does not rest "
        "there but oscillates around it, unless a step happens to land exactly on it"
    ),
)
_FLAT = Text(
    ko=f"평평한 방향이 있어 조건수 κ가 무한합니다. 안정 한계 {_EDGE}",
    en=f"a flat direction, so the condition number κ is infinite; stability limit {_EDGE}",
)
_NO_EDGE = Text(
    ko="어느 방향으로도 굽지 않아 조건수도 안정 한계도 없습니다.",
    en="zero curvature in every direction, so there is neither a condition number nor a stability limit",
)
_MEANING = Text(
    ko=(
        "조건수 κ = λmax/λmin은 그 점에서 가장 큰 곡률(이차 미분) λmax가 가장 작은 곡률 λmin의 몇 배인지 "
        "나타냅니다. 경사 하강법은 학습률이 안정 한계 2/λmax보다 작아야 그 최솟값에 수렴합니다."
    ),
    en=(
        "The condition number κ = λmax/λmin is the ratio of the largest to the smallest curvature (second "
        "derivative) at that point. Gradient descent converges to a minimum only with a learning rate below the "
        "stability limit 2/λmax."
    ),
)


def surface_card(surface: Surface, language: Language) -> str:
    """The card in Markdown: a heading, the formula, and a list of facts."""
    facts = [
        _fact(_KIND[language], KIND_NAMES[surface.kind][language]),
        _fact(_DOMAIN[language], _frame(surface)),
        *(text[language] for text in _minima(surface)),
        *([surface.bottomless[language]] if surface.lowest is None else []),
        *(_fact(_SADDLE[language], _at(each.place, each.value)[language]) for each in surface.saddles),
        *([_MEANING[language]] if surface.minima else []),
        surface.lesson[language],
        *([_fact(SOURCE[language], str(read(surface.source, language)))] if surface.source else []),
    ]
    return "\n".join(
        [f"## {_TITLE[language]}", "", f"$$f(x, y) = {surface.formula}$$", "", *(f"- {each}" for each in facts)]
    )


def _fact(name: str, value: str) -> str:
    return f"**{name}** {value}"


def _frame(surface: Surface) -> str:
    """−10 ≤ x ≤ 10, −5 ≤ y ≤ 5"""
    ends = [[numeral(end, PLACE_DIGITS) for end in span] for span in surface.domain]
    return ", ".join(f"{low} ≤ {axis} ≤ {high}" for axis, (low, high) in zip("xy", ends, strict=True))


@remembered(most_bytes=500_000)
def _minima(surface: Surface) -> tuple[Text, ...]:
    """A line for each minimum; one for all local ones where there are many.

    Remembered, because curvatures at 121 places take 5 to 20 ms and the card is made again at every change.
    """
    lowest = [each for each in surface.minima if each.is_global]
    local = [each for each in surface.minima if not each.is_global]
    few = len(surface.minima) <= FEW
    return (
        *_lines(surface, _GLOBAL, _MANY_GLOBAL, lowest, each=len(lowest) <= FEW),
        *_lines(surface, _LOCAL, _MANY_LOCAL, local, each=few),
    )


def _lines(surface: Surface, name: Text, many: Text, minima: Sequence[Minimum], *, each: bool) -> Sequence[Text]:
    """A line for each of these minima, or one for all of them."""
    if each or not minima:
        return [_minimum(name, surface, one) for one in minima]
    return [_crowd(surface, many.format(count=len(minima)), minima)]


def _minimum(name: Text, surface: Surface, minimum: Minimum) -> Text:
    """**Global minimum** f = 0 at (0, 0): condition number κ = 20, stability edge 2/λmax = 1"""
    return _both("**{name}** {at}: {curves}", name=name, at=_at(*minimum[:2]), curves=curves(surface, minimum.place))


def _crowd(surface: Surface, name: Text, minima: Sequence[Minimum]) -> Text:
    """How many they are, and between which values everything about them lies."""
    edges = [surface.stability_edge(each.place) for each in minima]
    kappas = [surface.condition_number_at(each.place) or np.inf for each in minima]
    return _both(
        "**{name}** f = {value}: {curves}",
        name=name,
        value=_span([each.value for each in minima]),
        curves=_CURVES.format(kappa=_span(kappas), edge=_span(edges)),
    )


def curves(surface: Surface, place: Place) -> Text:
    """κ and 2/λmax at a place, or in words why there is no such number."""
    kappa, edge = surface.condition_number_at(place), surface.stability_edge(place)
    if kappa is None:
        return _KINK
    if np.isinf(edge):
        return _NO_EDGE
    words = _FLAT if np.isinf(kappa) else _CURVES
    return words.format(kappa=numeral(kappa, CURVATURE_DIGITS), edge=numeral(edge, CURVATURE_DIGITS))


def _at(place: Place, value: float) -> Text:
    x, y = (numeral(each, PLACE_DIGITS) for each in place)
    return _AT.format(place=f"({x}, {y})", value=numeral(value, PLACE_DIGITS))


def _span(values: Sequence[float]) -> Text:
    low, high = (numeral(end, CURVATURE_DIGITS) for end in (min(values), max(values)))
    return Text(low, low) if low == high else _FROM_TO.format(low=low, high=high)


def _both(pattern: str, **places: object) -> Text:
    """The same pattern in both languages, each with its own words."""
    return Text(pattern, pattern).format(**places)
