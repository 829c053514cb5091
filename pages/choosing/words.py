"""What stands above and below the four learning rates; what it claims was measured on this surface from this start."""

from pages.choosing.choice import ChoosingChoice
from pages.choosing.compute import run_four_rates
from simulation import RATE_REGIME_MEANINGS, RATE_REGIME_NAMES, RateRegime
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface

_TITLE = Text(ko="적절한 학습률의 선택", en="Choosing the learning rate")
_DO = Text(
    ko="같은 곡면, 같은 출발점에서 학습률만 다른 경사 하강법 네 개입니다.",
    en="Gradient descent four times: one surface, one start, and nothing changed but the learning rate.",
)
_STALLS = Text(
    ko=(
        "강의에서 높은 학습률은 손실이 빨리 줄다가 최솟값보다 위에서 멈춥니다. "
        "여기서는 기울기에 잡음이 있을 때 그렇습니다. 기울기가 정확하면 높은 학습률도 최솟값에 도착합니다."
    ),
    en=(
        "The lecture's high rate falls fast and then stalls above the lowest loss. Here that is so when the gradient "
        "is noisy; with exact gradients the high rate arrives at a minimum, too."
    ),
)
_NO_STALL = Text(
    ko=(
        "강의에서 높은 학습률은 손실이 빨리 줄다가 최솟값보다 위에서 멈춥니다. "
        "이 곡면과 출발점, 이 잡음에서는 그 차이가 뚜렷하지 않습니다."
    ),
    en=(
        "The lecture's high rate falls fast and then stalls above the lowest loss. On this surface, from this start "
        "and in this noise, that is not clearly so."
    ),
)


def heading(choice: ChoosingChoice, language: Language) -> Heading:
    """Title, and what is shown."""
    return heading_with_surface(_TITLE[language], choice.surface, _DO[language])


def notes(choice: ChoosingChoice, language: Language) -> list[str]:
    """The condition under which the slide's words hold, and what the words on the pictures mean."""
    four = run_four_rates(choice.surface, choice.start, choice.steps, choice.noise, choice.seed)
    words = ((RATE_REGIME_NAMES[each][language], RATE_REGIME_MEANINGS[each][language]) for each in RateRegime)
    meanings = "\n".join(f"- **{name}**: {meaning}" for name, meaning in words)
    return [(_STALLS if four.stalls else _NO_STALL)[language], meanings]
