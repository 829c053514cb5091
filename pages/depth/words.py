"""What is said of what depth expresses, and of what training finds of it."""

from collections.abc import Mapping
from math import isnan

from networks import ACTIVATIONS
from networks.pieces import SOURCE
from numerals import numeral
from pages.depth.choice import DepthChoice
from pages.depth.compute import DEPTHS, RESTARTS, SAMPLES, Answer, Bounds
from text import Language, Text, joined
from ui.common.heading import Heading

WORKING = Text(
    ko="깊이마다 신경망 {restarts}개를 학습하는 중입니다", en="Training {restarts} networks of every depth"
).format(restarts=RESTARTS)
_TITLE = Text(ko="깊이가 표현하는 것", en="What depth expresses")
_FORMULA = r"T(x) = 2\,\mathrm{ReLU}(x) - 4\,\mathrm{ReLU}(x - \tfrac{1}{2})"
_CLAIM = Text(
    ko=(
        "한 층이 한 번 접으면 선분의 수가 두 배가 됩니다. 그래서 뉴런이 2개인 층 k개로 선분 2ᵏ개의 지그재그를 정확히 "
        "만들 수 있고, 층이 너무 적으면 어떤 가중치로도 만들 수 없습니다. 하지만 표현할 수 있다고 해서 학습되는 것은 "
        "아닙니다. 같은 깊이를 시그모이드로 학습해 견주어 보세요."
    ),
    en=(
        "Each layer that folds once doubles the linear pieces: k layers of two neurons are exactly a zigzag of 2ᵏ "
        "pieces, and with too few layers no weights make it. But what can be expressed is not always learned: "
        "compare the same depths trained with the sigmoid."
    ),
)
LABEL = Text(
    ko="지그재그와 그것을 학습한 신경망, 깊이마다 모든 재시작의 손실",
    en="The zigzag and the networks that learned it, and the loss of every restart over depth",
)
FIT = Text(ko="지그재그와 가장 낮은 손실의 신경망", en="The zigzag, and the network of the lowest loss")
LOSSES = Text(ko="깊이마다 손실(점: 재시작 {restarts}번)", en="Loss over depth (dots: {restarts} restarts)").format(
    restarts=RESTARTS
)
DEPTH = Text(ko="은닉층의 수 L", en="hidden layers L")
ZIGZAG = Text(ko="지그재그", en="zigzag")
FOLDED = Text(ko="접는 가중치", en="folding weights")
FLOOR = Text(ko="ReLU의 하한(이론)", en="floor of ReLU (theory)")
CONSTANT = Text(ko="상수 함수", en="constant")
HEADS = (
    Text(ko="활성화 함수", en="Activation"),
    Text(ko="초기 가중치", en="Initial weights"),
    Text(ko="최종 손실(최저)", en="Final loss (lowest)"),
    Text(ko="최종 손실(중앙값)", en="Final loss (median)"),
    Text(ko="선분의 수", en="Linear pieces"),
)
_LAYERS = Text(ko="은닉층 {depth}개", en="hidden layers: {depth}")
_CANNOT = Text(
    ko="ReLU의 선분은 {most}개 이하라 {needed}개인 지그재그를 맞출 수 없음(손실 {floor} 이상)",
    en="ReLU has at most {most} pieces, the zigzag {needed}: the loss is at least {floor}",
)
_LOWEST = Text(ko="최저 손실: {losses}", en="lowest loss: {losses}")
_COUNTED = Text(ko="{pieces}개 (최대 {most}개)", en="{pieces} (at most {most})")
_CURVED = Text(ko="곡선", en="curved")
_CONDITIONS = Text(
    ko=(
        "- 조건: 깊이와 활성화 함수마다 무작위 초기 가중치에서 {restarts}번 새로 시작해 {optimizer}, 학습률 n = "
        "{rate}, {steps}스텝 동안 학습합니다. 매 스텝 [0, 1]의 점 {samples}개를 모두 쓰고 손실은 MSE입니다. 입력은 2x "
        "− 1로 넣고, 가중치는 ReLU면 He, 아니면 Xavier로 초기화하며 편향은 0에서 시작합니다."
    ),
    en=(
        "- Conditions: for every depth and activation, {restarts} restarts from random initial weights, {optimizer} "
        "with learning rate n = {rate}, {steps} steps; every step sees all {samples} points of [0, 1], the loss is "
        "MSE. Inputs are given as 2x − 1; weights are He for ReLU and Xavier else, biases begin at 0."
    ),
)
_NOTES = Text(
    ko=(
        "- 학습이 찾은 최저 손실은 가능한 가장 작은 손실의 상한일 뿐입니다. 더 오래 찾으면 내려갈 수 있습니다.\n"
        "- ◆는 식으로 쓴 가중치입니다. 층마다 뉴런 2개로 한 번씩 접어 지그재그와 반올림 오차까지 같으므로, 은닉층 "
        "k개면 충분하다는 증명입니다(폭이 2보다 크면 나머지 뉴런의 가중치는 0입니다).\n"
        "- 아래쪽 선은 이론입니다. 뉴런에 들어가는 합이 직선인 구간에서 뉴런은 많아야 한 번 꺾이므로, 한 층은 선분 "
        "하나를 많아야 w + 1개로 나눕니다. 그래서 선분은 (w + 1)ᴸ개 이하이고, 그만큼의 선분으로 가장 잘 맞춘 손실을 "
        "동적 계획법으로 구했습니다. (w + 1)ᴸ ≥ 2ᵏ인 깊이에 대해서는 이 부등식이 아무것도 말하지 않습니다.\n"
        "- 출처: *{source}*\n"
        "- 깊은 시그모이드가 왜 상수 근처에 머무는지는 ‘기울기 소실’ 장에서 층마다 볼 수 있습니다. 깊은 ReLU도 상수에 "
        "머무는 재시작이 많아집니다. 최저 손실과 함께 중앙값도 보세요."
    ),
    en=(
        "- What training finds is an upper bound of the smallest possible loss: more or longer searching may get "
        "lower.\n"
        "- ◆ are weights written down, not trained: two neurons a layer fold once each and equal the zigzag to "
        "rounding, which proves that k hidden layers suffice (of wider ones the other neurons are 0).\n"
        "- The lower line is theory. Where the sum into a neuron is straight it bends at most once, so a layer parts "
        "one piece into at most w + 1: there are at most (w + 1)ᴸ pieces. The best fit of so many pieces was found by "
        "dynamic programming. Where (w + 1)ᴸ ≥ 2ᵏ this says nothing.\n"
        "- Source: *{source}*\n"
        "- Why deep sigmoids stay near the constant is seen layer by layer in the chapter on vanishing gradients. Of "
        "deep ReLU networks more restarts stay there, too: see the median beside the lowest loss."
    ),
).format(source=SOURCE)


def heading(language: Language) -> Heading:
    """Title, the fold, and what comes of it."""
    return Heading(f"{_TITLE[language]} &ensp; ${_FORMULA}$", _CLAIM[language], "heading_long")


def notes(choice: DepthChoice, language: Language) -> list[str]:
    """Under which conditions, and what the lines are."""
    conditions = _CONDITIONS.format(
        restarts=RESTARTS,
        optimizer=choice.rule.name,
        rate=numeral(choice.rate, 3),
        steps=choice.steps,
        samples=SAMPLES,
    )
    return ["\n".join((conditions[language], _NOTES[language]))]


def depth_words(choice: DepthChoice, bounds: Bounds, answers: Mapping[str, Answer], row: int) -> Text:
    """What is not possible at one of the depths, and what was found."""
    needed, most = 2**choice.folds, int(bounds.most[row])
    is_short = most < needed and any(ACTIVATIONS[key].is_straight for key in choice.activations)
    floor = numeral(float(bounds.floor[row]), 2)
    cannot = [_CANNOT.format(most=most, needed=needed, floor=floor)] if is_short else []
    losses = [_loss_words(key, float(answer.lowest[row, -1])) for key, answer in answers.items()]
    return joined(" · ", [_LAYERS.format(depth=DEPTHS[row]), *cannot, _LOWEST.format(losses=joined(", ", losses))])


def _loss_words(activation: str, loss: float) -> Text:
    return joined(" ", [ACTIVATIONS[activation].name, Text(*[numeral(loss, 2, nothing=0)] * 2)])


def pieces_words(pieces: float, most: int) -> Text:
    """How many linear pieces the best network has; nan where it is curved."""
    return _CURVED if isnan(pieces) else _COUNTED.format(pieces=int(pieces), most=most)
