"""What stands above the chapter on one update, and what each of its pictures is."""

from optimizers import OPTIMIZERS
from pages.step.choice import NOBODY, StepChoice
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface
from ui.shell.chapters import CHAPTERS

_DO = Text(
    ko="식의 한 줄 한 줄에 지금의 수를 넣었습니다. ↑ ↓ 키로 식의 줄을, ← → 키로 걸음을 옮깁니다.",
    en="Each line of the formula, with the numbers of now. ↑ and ↓ go through its lines, ← and → through the steps.",
)
_BESIDE = Text(
    ko=(
        "{name}의 길을 함께 갑니다. {other} 쪽은 같은 점에서 같은 기울기를 받아 왔고 기억만 자기 것입니다. "
        "그래서 다른 것은 규칙뿐입니다."
    ),
    en=(
        "Both go {name}’s way: {other} stands at the same points and has been given the same slopes, with a memory of "
        "its own. So nothing differs but the rule."
    ),
)
PICTURES = {
    "arrows": Text(ko="xₜ₋₁에서 본 화살표 (빼는 쪽)", en="Arrows from xₜ₋₁ (as subtracted)"),
    "squares": Text(ko="정사각형의 한 변으로 나누기", en="Divided by the side of a square"),
    "map": Text(ko="지도", en="Map"),
    "rates": Text(ko="변수마다의 학습률 n/√(g + ε)", en="Each variable’s rate n/√(g + ε)"),
}
"""What each picture is called."""
RATES_NOTE = Text(
    ko="이 길의 기울기로. AdaGrad는 내려가기만 하고, RMSProp은 |기울기| < √g인 동안 다시 올라갑니다.",
    en="From this way’s slopes. AdaGrad’s only falls; RMSProp’s rises again wherever |slope| < √g.",
)


def heading(choice: StepChoice, language: Language) -> Heading:
    """Title and surface, the keys, and what being beside each other means."""
    words = _DO[language]
    if choice.beside != NOBODY:
        names = {"name": OPTIMIZERS[choice.key].name, "other": OPTIMIZERS[choice.beside].name}
        words += " " + _BESIDE.format(**names)[language]
    surface = choice.conditions.surface
    return heading_with_surface(f"{CHAPTERS['step'].title[language]} · {surface.name[language]}", surface, words)
