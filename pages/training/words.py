"""What is said about the training race: the lines above it, the terms, and below it what is to be read from it."""

import numpy as np

from address.fairness import FAIRNESS_MEANINGS
from networks import ACTIVATIONS, DATASETS
from numerals import numeral
from pages.training.choice import Terms, TrainingChoice
from pages.training.compute import MOMENTS, RATES, Answer, classifies, lesson_of
from pages.training.view import row_of
from parameters import Array
from simulation import LEARNING_MEANINGS, LEARNING_NAMES, Learning
from text import Language, Text
from ui.common.heading import Heading

STOPPED = Text(
    ko="학습을 멈췄습니다. 스텝이나 뉴런의 수를 줄이거나, 다시 시작해 보세요.",
    en="Training was stopped. Choose fewer steps or neurons, or restart.",
)
WORKING = Text(ko="기법마다 모든 학습률로 학습하는 중입니다", en="Training every optimizer with every learning rate")

_TITLE = Text(ko="학습 경주", en="The training race")
_NETWORK = Text(
    ko="{data} {samples}개 · {sizes} 신경망 · {activation} · 가중치 θ {weights}개",
    en="{data}, {samples} samples · network {sizes} · {activation} · {weights} weights θ",
)
_DO = Text(
    ko=(
        "학습은 손실을 가장 작게 하는 매개변수를 찾는 일이고, 매개변수가 바뀌면 신경망의 출력이 바뀝니다. 모두 "
        "같은 데이터와 같은 초기 가중치에서 시작하며, 다른 것은 최적화 기법뿐입니다."
    ),
    en=(
        "Training searches for the parameters with the lowest loss; as they change, so do the network's outputs. "
        "All start from the same data and initial weights; only the optimizer differs."
    ),
)
TERMS_MEANINGS: dict[Terms, Text] = {
    "common": FAIRNESS_MEANINGS["common"],
    "tuned": Text(
        ko=(
            "기법마다 {low}부터 {high}까지 학습률 {count}개로 끝까지 학습해 보고, 최종 손실이 가장 낮은 학습률을 "
            "골랐습니다."
        ),
        en=(
            "Each optimizer was trained with {count} learning rates from {low} to {high}; it races with the one "
            "that gives the lowest final loss."
        ),
    ).format(low=numeral(RATES[0], 1), high=numeral(RATES[-1], 2), count=len(RATES)),
}

_PICTURES = Text(
    ko=(
        "**작은 그림**: 배경색은 신경망의 예측이고, 진할수록 확신이 큽니다. 점은 데이터로, 클래스마다 색과 모양이 "
        "다릅니다. 그림은 학습 중 {moments}번 기록했고, 재생하면 그 사이를 이어서 보여 줍니다."
    ),
    en=(
        "**Small plots**: the background is the network's prediction, darker where it is more confident. The "
        "markers are the data, with a colour and a shape for each class. {moments} snapshots were taken; playback "
        "blends between them."
    ),
)
_FITS = Text(
    ko="**작은 그림**: 선은 신경망의 예측이고, 점은 데이터입니다. 선은 학습 중 {moments}번 기록했습니다.",
    en="**Small plots**: the line is the network's prediction, the dots are the data. {moments} snapshots were taken.",
)
_PLANE = Text(
    ko=(
        "**평면**: 가중치 {weights}개의 공간을 자른 평면입니다. 초기 가중치를 지나고, 발산하지 않은 경로들이 "
        "처음에서 멀어진 방향 가운데 가장 큰 두 주성분이 축입니다(경로마다 가장 먼 거리를 1로 맞추어 셉니다). 두 "
        "축의 눈금은 서로 다릅니다. 바탕은 이 평면 위의 손실이고 진할수록 높습니다. 경로는 이 평면에 사영한 "
        "것이라서, 실제 손실은 바탕과 다를 수 있습니다."
    ),
    en=(
        "**The plane** is a slice through the space of {weights} weights. It contains the initial weights and is "
        "spanned by the two leading principal directions of the non-diverging paths (each path scaled to its "
        "longest distance). The axes have different scales. The background is the loss on this plane, darker where "
        "it is higher. The paths are projected onto it, so their actual loss can differ from the background."
    ),
)
_OUTCOME = Text(
    ko=(
        "**공정함**: 모두 n = {rate}이면 최종 손실이 가장 높은 기법은 가장 낮은 기법의 {together}배이고, 기법별로 "
        "튜닝한 학습률이면 {apart}배입니다. 순위도 차이도 학습률을 어떻게 정했느냐에 달려 있습니다."
    ),
    en=(
        "**Fairness**: with n = {rate} for all, the highest final loss is {together} times the lowest; with tuned "
        "rates, {apart} times. Rankings and gaps depend on how the learning rates were chosen."
    ),
)
_PARTS = Text(
    ko=(
        "**미니배치**: 스텝마다 데이터 {samples}개 가운데 {batch}개만 봅니다. 모두 같은 차례로 같은 배치를 봅니다. "
        "‖∇L‖은 그 배치에서 구한 기울기이고, 손실과 정확도는 전체 데이터에서 측정합니다."
    ),
    en=(
        "**Mini-batches**: every step uses only {batch} of the {samples} samples, the same ones in the same order "
        "for all. ‖∇L‖ is the gradient of the batch; loss and accuracy are measured on all data."
    ),
)


def heading(choice: TrainingChoice, language: Language) -> Heading:
    """Title, the network and its data, and what to look for."""
    lesson, _ = lesson_of(choice.inputs)
    sizes = (lesson.data.X.shape[1], *choice.inputs.hidden, lesson.data.y.shape[1])
    network = _NETWORK.format(
        data=DATASETS[choice.data].name,
        samples=choice.samples,
        sizes="–".join(map(str, sizes)),
        activation=ACTIVATIONS[choice.activation].name,
        weights=lesson.net.parameters,
    )[language]
    return Heading(f"{_TITLE[language]} &ensp; :small[{network}]", _DO[language])


def notes(choice: TrainingChoice, answer: Answer, language: Language, *, is_open: bool) -> list[str]:
    """What came out, if it may be known; how the pictures are read, and what the verdicts mean."""
    lesson, _ = lesson_of(choice.inputs)
    says = [
        *([_outcome(choice, answer)] if is_open and len(choice.chosen) > 1 else []),
        (_PICTURES if classifies(answer.data) else _FITS).format(moments=min(MOMENTS, choice.steps + 1)),
        _PLANE.format(weights=answer.weights),
        *([_PARTS.format(samples=choice.samples, batch=choice.batch)] if lesson.batches is not None else []),
    ]
    words = ((LEARNING_NAMES[each][language], LEARNING_MEANINGS[each][language]) for each in Learning)
    meanings = "\n".join(f"- **{name}**: {meaning}" for name, meaning in words)
    return ["\n".join(f"- {each[language]}" for each in says), meanings]


def _outcome(choice: TrainingChoice, answer: Answer) -> Text:
    """How far apart they end with one rate for all, and each with its own best."""
    together = answer.loss[row_of(choice.rate), -1]
    apart = [answer.loss[best, -1, entry] for entry, best in enumerate(answer.best)]
    return _OUTCOME.format(
        rate=numeral(RATES[row_of(choice.rate)], 3), together=_factor(together), apart=_factor(np.array(apart))
    )


def _factor(losses: Array) -> str:
    """The highest loss as a multiple of the lowest."""
    known = losses[np.isfinite(losses)]
    with np.errstate(all="ignore"):  # where nobody has a loss, or somebody has none left
        return numeral(float(np.where(np.isfinite(losses), losses, np.inf).max() / known.min(initial=np.inf)), 2)
