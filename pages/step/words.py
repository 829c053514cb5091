"""What stands above the chapter on one update, and what each of its pictures is."""

from optimizers import OPTIMIZERS
from pages.step.choice import NOBODY, StepChoice
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface
from ui.shell.chapters import CHAPTERS

_DO = Text(
    ko="강의의 식에 이번 스텝의 값을 넣어 한 줄씩 보여 줍니다. ↑ ↓ 키로 식의 줄을, ← → 키로 스텝을 옮깁니다.",
    en="Each line of the formula with the current values. ↑ and ↓ move through the lines, ← and → through the steps.",
)
_BESIDE = Text(
    ko=(
        "두 기법을 모두 {name}의 경로 위에서 비교합니다. {other} 쪽도 같은 점에서 같은 기울기를 받고, 누적값(v, m, "
        "g)만 자기 것을 씁니다. 다른 것은 업데이트 규칙뿐입니다."
    ),
    en=(
        "Both follow {name}'s path: {other} gets the same points and gradients but keeps its own memory, so only "
        "the rule differs."
    ),
)
PICTURES = {
    "arrows": Text(ko="xₜ₋₁에서의 화살표 (빼는 방향)", en="Arrows from xₜ₋₁ (as subtracted)"),
    "squares": Text(ko="정사각형의 한 변으로 나누기", en="Divided by the side of a square"),
    "map": Text(ko="지도", en="Map"),
    "rates": Text(ko="변수마다의 학습률 n/√(g + ε)", en="Learning rate of each variable n/√(g + ε)"),
}
"""What each picture is called."""
RATES_NOTE = Text(
    ko=(
        "이 경로의 기울기로 계산했습니다. AdaGrad의 학습률은 줄기만 하고, RMSProp의 학습률은 |기울기| < √g이면 "
        "다시 커집니다."
    ),
    en=(
        "Computed from this path's gradients. AdaGrad's learning rate only decreases; RMSProp's increases again "
        "wherever |gradient| < √g."
    ),
)


def heading(choice: StepChoice, language: Language) -> Heading:
    """Title and surface, the keys, and what being beside each other means."""
    words = _DO[language]
    if choice.beside != NOBODY:
        names = {"name": OPTIMIZERS[choice.key].name, "other": OPTIMIZERS[choice.beside].name}
        words += " " + _BESIDE.format(**names)[language]
    surface = choice.conditions.surface
    return heading_with_surface(f"{CHAPTERS['step'].title[language]} · {surface.name[language]}", surface, words)
