"""What stands above and below the three graphs."""

from pages.composition.choice import CompositionChoice
from text import Language, Text
from ui.common.heading import Heading

_TITLE = Text(ko="합성 함수의 미분", en="The derivative of a composition")
_DO = Text(
    ko="x를 움직여 보세요. 두 접선의 기울기를 곱하면 언제나 세 번째 접선의 기울기입니다.",
    en="Move x: the slopes of the first two tangents multiply to that of the third, everywhere.",
)
_NOTES = (
    Text(
        ko="**강의의 주장** z = g(f(x))이면 dz/dx = dz/dy · dy/dx입니다. 신경망은 이런 합성을 층마다 되풀이합니다.",
        en="**The lecture's claim** If z = g(f(x)), then dz/dx = dz/dy · dy/dx. A network composes like this, layer by "
        "layer.",
    ),
    Text(
        ko=(
            "**어디에서** dz/dy는 y = f(x)에서 잰 기울기입니다. x에서가 아닙니다. 그래서 정방향에서 구한 y를 저장해 "
            "두어야 합니다."
        ),
        en=(
            "**Where** dz/dy is measured at y = f(x), not at x. That is why the y of the forward pass has to be stored."
        ),
    ),
    Text(
        ko="**조건** 두 함수가 그 점에서 미분 가능할 때의 이야기입니다. |x|의 꺾인 점에서는 기울기를 0으로 정합니다.",
        en="**Condition** Both functions must have a derivative there. At the kink of |x| the slope is taken to be 0.",
    ),
)


def heading(choice: CompositionChoice, language: Language) -> Heading:
    """Title with the composition, and what to do."""
    formula = rf"y = {choice.inner.formula}, \quad z = {choice.outer.formula}"
    return Heading(f"{_TITLE[language]} &ensp; ${formula}$", _DO[language])


def notes(_: CompositionChoice, language: Language) -> list[str]:
    """What the lecture claims, where the slopes are taken, and when it holds."""
    return ["\n".join(f"- {note[language]}" for note in _NOTES)]
