"""What is said about the training race: the lines above it, the terms, and below it what is to be read from it."""

import numpy as np

from numerals import numeral
from pages.training.compute import MOMENTS, Answer
from pages.training.view import row_of
from parameters import Array
from simulation import LEARNING_MEANINGS, LEARNING_NAMES, Learning
from text import Language, Text
from ui.common.heading import Heading
from ui.common.lesson import RATES, classifies, lesson_of
from ui.common.lesson_choice import LessonChoice
from ui.common.lesson_words import BATCHES_MEANING, network_words

WORKING = Text(ko="기법마다 모든 학습률로 학습하는 중입니다", en="Training every optimizer with every learning rate")

_TITLE = Text(ko="학습 경주", en="The training race")
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


def heading(choice: LessonChoice, language: Language) -> Heading:
    """Title, the network and its data, and what to look for."""
    return Heading(f"{_TITLE[language]} &ensp; :small[{network_words(choice)[language]}]", _DO[language])


def notes(choice: LessonChoice, answer: Answer, language: Language, *, is_open: bool) -> list[str]:
    """What came out, if it may be known; how the pictures are read, and what the verdicts mean."""
    lesson, _ = lesson_of(choice.inputs)
    says = [
        *([_outcome(choice, answer)] if is_open and len(choice.chosen) > 1 else []),
        (_PICTURES if classifies(answer.data) else _FITS).format(moments=min(MOMENTS, choice.steps + 1)),
        _PLANE.format(weights=answer.weights),
        *([BATCHES_MEANING.format(samples=choice.samples, batch=choice.batch)] if lesson.batches is not None else []),
    ]
    words = ((LEARNING_NAMES[each][language], LEARNING_MEANINGS[each][language]) for each in Learning)
    meanings = "\n".join(f"- **{name}**: {meaning}" for name, meaning in words)
    return ["\n".join(f"- {each[language]}" for each in says), meanings]


def _outcome(choice: LessonChoice, answer: Answer) -> Text:
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
