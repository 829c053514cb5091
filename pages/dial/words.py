"""What is said above the dial, and of the edge of stability wherever it is shown."""

from numerals import numeral
from pages.dial.choice import DialChoice
from surfaces import Surface
from surfaces.base import Place
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface
from ui.common.sweep_compute import edge_of

WORKING = Text(ko="다이얼의 모든 값으로 달려 보는 중입니다", en="Running with every value of the dial")

_TITLE = Text(ko="학습률 다이얼", en="The learning-rate dial")
_DO = Text(
    ko="다이얼을 끌어 보세요. 느리게 기다가, 수렴하고, 튀고, 발산합니다.",
    en="Drag the dial: it crawls, converges, bounces and blows up.",
)
_QUADRATIC = Text(
    ko="이 곡면은 어디서나 곡률이 같아서(λmax = {curvature}), 경사 하강법은 2/λmax = {edge}보다 작아야 수렴합니다.",
    en=(
        "This surface curves the same everywhere (λmax = {curvature}): gradient descent converges only below "
        "2/λmax = {edge}."
    ),
)
_ELSEWHERE = Text(
    ko=(
        "출발점에서 천천히 내려가는 길에서 만나는 가장 큰 곡률은 λmax = {curvature}입니다. "
        "2/λmax = {edge}는 그 자리에서의 경계일 뿐, 곡률이 바뀌는 곡면에서는 어림입니다."
    ),
    en=(
        "The largest curvature on the slow way down from this start is λmax = {curvature}. Where curvature "
        "changes, 2/λmax = {edge} is an edge near that place only."
    ),
)
_NO_EDGE = Text(
    ko="내려가는 길에 위로 휜 곳이 없거나 뾰족해서, 2/λmax로 말할 수 있는 경계가 없습니다.",
    en="Nothing curves upwards on the way down, or there is a kink: there is no edge 2/λmax.",
)


def heading(choice: DialChoice, language: Language) -> Heading:
    """Title, what to do, and the edge of this surface."""
    edge = edge_words(choice.surface, choice.start)
    return heading_with_surface(_TITLE[language], choice.surface, f"{_DO[language]} {edge[language]}")


def edge_words(surface: Surface, start: Place) -> Text:
    """What 2/λmax says of this surface."""
    edge = edge_of(surface, start)
    if edge is None:
        return _NO_EDGE
    words = _QUADRATIC if surface.minima and surface.is_quadratic else _ELSEWHERE
    return words.format(curvature=numeral(2 / edge, 3), edge=numeral(edge, 3))
