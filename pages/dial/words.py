"""What is said above the dial, and of the edge of stability wherever it is shown."""

from numerals import numeral
from pages.dial.choice import DialChoice
from surfaces import Surface
from surfaces.base import Place
from text import Language, Text
from ui.common.axes import edge_of
from ui.common.heading import Heading, heading_with_surface

WORKING = Text(ko="다이얼의 모든 값으로 실행하는 중입니다", en="Running every value on the dial")

_TITLE = Text(ko="학습률 다이얼", en="The learning-rate dial")
_DO = Text(
    ko="다이얼을 끌어 학습률을 키워 보세요. 너무 느리게 다가가다가 수렴하고, 더 키우면 진동하다가 발산합니다.",
    en="Drag the dial to raise the learning rate: the run crawls, converges, oscillates, then diverges.",
)
_QUADRATIC = Text(
    ko=(
        "이 곡면은 어디서나 곡률(이차 미분)이 같습니다(가장 큰 곡률 λmax = {curvature}). 그래서 경사 하강법은 n이 "
        "2/λmax = {edge}보다 작아야 수렴합니다."
    ),
    en=(
        "The curvature (second derivative) is the same everywhere on this surface. The largest curvature is λmax = "
        "{curvature}, so gradient descent converges only if n is below 2/λmax = {edge}."
    ),
)
_ELSEWHERE = Text(
    ko=(
        "출발점에서 천천히 내려가며 만나는 가장 큰 곡률(이차 미분)은 λmax = {curvature}입니다. 그 자리에서의 안정 "
        "한계가 2/λmax = {edge}이며, 곡률이 바뀌는 곡면에서는 어림값입니다."
    ),
    en=(
        "The largest curvature (second derivative) met on the slow way down from this start is λmax = {curvature}. "
        "There 2/λmax = {edge} is the stability limit; where the curvature varies it is only an estimate."
    ),
)
_NO_EDGE = Text(
    ko=(
        "내려가는 길에 아래로 볼록한 곳이 없거나 뾰족한 점이 있어서, 안정 한계 2/λmax(λmax: 가장 큰 곡률)를 말할 "
        "수 없습니다."
    ),
    en=(
        "There is no positive curvature on the way down, or there is a kink, so there is no stability limit 2/λmax "
        "(λmax: the largest curvature)."
    ),
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
