"""What stands above and below the four learning rates; what it claims was measured on this surface from this start."""

from pages.choosing.choice import ChoosingChoice
from pages.choosing.compute import run_four_rates
from simulation import RATE_REGIME_MEANINGS, RATE_REGIME_NAMES, RateRegime
from text import Language, Text
from ui.common.heading import Heading, heading_with_surface

_TITLE = Text(ko="적절한 학습률의 선택", en="Choosing the learning rate")
_DO = Text(
    ko="같은 곡면, 같은 출발점에서 학습률만 다른 경사 하강법 네 개입니다.",
    en="Four runs of gradient descent: same surface, same start, different learning rates.",
)
_STALLS = Text(
    ko=(
        "강의에서 높은 학습률은 손실이 빨리 줄다가 최솟값보다 위에서 정체합니다. 여기서도 처음에는 적절한 "
        "학습률보다 빨리 줄고, 기울기에 잡음이 있으면 더 위에서 정체합니다. 기울기가 정확하면 높은 학습률도 "
        "최솟값에 도달합니다."
    ),
    en=(
        "In the lecture the loss with a high learning rate falls quickly, then stalls above the minimum. Here, too, it "
        "first falls faster than with the good one, and with gradient noise it stalls higher; with exact gradients the "
        "high one also reaches the minimum."
    ),
)
_LINEAR = Text(
    ko=(
        "낮은 학습률의 손실은 처음에 거의 직선으로 줄어듭니다. 곡률이 λ인 방향의 손실은 t스텝 뒤 (1 − nλ)²ᵗ배이고, "
        "nλ와 t가 작으면 1 − 2nλt에 가깝습니다."
    ),
    en=(
        "With the low learning rate the loss first falls almost linearly. Along a direction of curvature λ it is "
        "(1 − nλ)²ᵗ times its initial value after t steps, which is near 1 − 2nλt while nλ and t are small."
    ),
)
_NO_STALL = Text(
    ko=(
        "강의에서 높은 학습률은 손실이 빨리 줄다가 최솟값보다 위에서 정체합니다. "
        "이 곡면과 출발점, 이 잡음에서는 뚜렷하게 그렇지는 않습니다."
    ),
    en=(
        "In the lecture the loss with a high learning rate falls quickly, then stalls above the minimum. On this "
        "surface, from this start and with this noise, that is not clearly so."
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
    stalls = _STALLS if four.stalls else _NO_STALL
    linear = [_LINEAR[language]] if choice.surface.is_quadratic else []
    return [stalls[language], *linear, meanings]
