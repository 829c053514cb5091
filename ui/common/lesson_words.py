"""What is said of a training wherever one is shown: its network, its terms, its batches."""

from address.fairness import FAIRNESS_MEANINGS
from networks import ACTIVATIONS, DATASETS
from numerals import numeral
from text import Text
from ui.common.lesson import RATES, lesson_of
from ui.common.lesson_choice import LessonChoice, Terms

STOPPED = Text(
    ko="학습을 멈췄습니다. 스텝이나 뉴런의 수를 줄이거나, 다시 시작해 보세요.",
    en="Training was stopped. Choose fewer steps or neurons, or restart.",
)
_NETWORK = Text(
    ko="{data} {samples}개 · {sizes} 신경망 · {activation} · 가중치 θ {weights}개",
    en="{data}, {samples} samples · network {sizes} · {activation} · {weights} weights θ",
)
TERMS_MEANINGS: dict[Terms, Text] = {
    "common": FAIRNESS_MEANINGS["common"],
    "tuned": Text(
        ko=(
            "기법마다 {low}부터 {high}까지 학습률 {count}개로 끝까지 학습해 보고, 최종 손실이 가장 낮은 학습률을 "
            "골랐습니다."
        ),
        en=(
            "Each optimizer was trained with {count} learning rates from {low} to {high}; it runs with the one "
            "that gives the lowest final loss."
        ),
    ).format(low=numeral(RATES[0], 1), high=numeral(RATES[-1], 2), count=len(RATES)),
}

BATCHES_MEANING = Text(
    ko=(
        "**미니배치**: 스텝마다 데이터 {samples}개 가운데 {batch}개만 봅니다. 모두 같은 차례로 같은 배치를 봅니다. "
        "‖∇L‖은 그 배치에서 구한 기울기이고, 손실과 정확도는 전체 데이터에서 측정합니다."
    ),
    en=(
        "**Mini-batches**: every step uses only {batch} of the {samples} samples, the same ones in the same order "
        "for all. ‖∇L‖ is the gradient of the batch; loss and accuracy are measured on all data."
    ),
)


def network_words(choice: LessonChoice) -> Text:
    """The data, and the network that learns them."""
    lesson, _ = lesson_of(choice.inputs)
    return _NETWORK.format(
        data=DATASETS[choice.data].name,
        samples=choice.samples,
        sizes="–".join(map(str, lesson.net.sizes)),
        activation=ACTIVATIONS[choice.activation].name,
        weights=lesson.net.parameters,
    )
