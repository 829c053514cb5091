"""What stands above and below the vanishing gradients: the slide's claim, and the conditions under which it is true."""

from collections.abc import Mapping

import numpy as np

from networks import ACTIVATIONS, INITIALISATIONS
from numerals import numeral
from pages.vanishing import table_words
from pages.vanishing.choice import VanishingChoice
from pages.vanishing.compute import NETWORKS, TRAINED, Answer
from text import Language, Text, joined
from ui.common.heading import Heading
from ui.common.sources import sources

WORKING = Text(ko="깊이마다 신경망을 학습하는 중입니다", en="Training a network of every depth")

_TITLE = Text(ko="기울기 소실", en="Vanishing gradients")
_FORMULA = r"\frac{\partial L}{\partial z_l} = a'(z_l) \odot W_{l+1}^\top \frac{\partial L}{\partial z_{l+1}}, \quad "
_FORMULA += r"\frac{\partial L}{\partial W_l} = \frac{\partial L}{\partial z_l}\, h_{l-1}^\top"
_CLAIM = Text(
    ko=(
        "한 층 거슬러 갈 때마다 활성화 함수의 미분과 가중치가 곱해집니다. 시그모이드의 미분은 1/4 이하라 Xavier나 "
        "He 초기화로도 기울기가 사라지고, tanh는 가중치가 Xavier보다 작으면 사라집니다. ReLU는 가중치의 분산이 "
        "2/입력 수(He)이면 크기가 유지되고, 더 작으면 사라집니다."
    ),
    en=(
        "Every layer on the way back multiplies by the activation's derivative and by the weights. The sigmoid's "
        "derivative is at most 1/4, so gradients vanish even with Xavier or He initialization; tanh's vanish when "
        "weights are smaller than Xavier's; ReLU keeps their size with variance 2/inputs (He) and lets them vanish "
        "with less."
    ),
)
_INITIAL = Text(
    ko=(
        "초기 가중치의 분산(in은 입력 수, out은 출력 수): {variances}. 균등분포 ±1/√in은 2010년 이전의 관례이고, "
        "지금도 PyTorch의 `nn.Linear`가 기본으로 쓰는 분산입니다."
    ),
    en=(
        "Variance of the initial weights, with in inputs and out outputs: {variances}. Uniform ±1/√in was "
        "customary before 2010 and is still the default variance of PyTorch's `nn.Linear`."
    ),
)
_SEEN = Text(
    ko=(
        "같은 방법으로 뽑은 신경망 {networks}개의 중앙값이고, 옅은 띠는 가장 작은 것부터 가장 큰 것까지입니다. "
        "가는 점선은 이론입니다. 층마다 √(폭 × 가중치의 분산) × 0 근처의 미분을 곱합니다. ReLU는 폭이 넓으면 "
        "그만큼이고(폭이 좁으면 일부 신경망에서 신호가 0이 되어 더 줄어듭니다), 시그모이드와 tanh는 포화하면 "
        "그보다 작습니다."
    ),
    en=(
        "Each line is the median over {networks} networks initialized the same way; the band spans the smallest to "
        "the largest. Thin dots are theory: every layer multiplies by √(width × weight variance) × the derivative "
        "near 0. Wide ReLU networks match that (narrow ones lose more, and in some the signal dies); sigmoid and "
        "tanh fall below where they saturate."
    ),
)
_PRODUCT = Text(
    ko=(
        "가중치의 기울기는 역방향 기울기와 정방향 신호의 곱입니다. 초기 가중치가 작은 tanh에서는 신호는 뒤로 "
        "갈수록, 기울기는 앞으로 갈수록 똑같이 줄어서, 곱은 모든 층에서 비슷하게 작습니다. 깊이 다이얼을 돌리면 선 "
        "전체가 내려갑니다."
    ),
    en=(
        "The gradient of the weights is the product of the backward gradient and the forward signal. With small "
        "weights tanh shrinks both by the same factor per layer, so the product is equally small in all layers: "
        "with greater depth the whole line sinks."
    ),
)
_TOO_LARGE = Text(
    ko=(
        "가중치가 너무 크면 반대로 층마다 커져서 폭발합니다(가중치 배율을 올려 보세요). 시그모이드는 그때도 "
        "포화해서 미분이 0에 가까워집니다."
    ),
    en=(
        "If the weights are too large, the gradient grows from layer to layer and explodes instead: raise the "
        "weight scale factor. The sigmoid then saturates, and its derivative approaches 0."
    ),
)
_TRAINING = Text(
    ko=(
        "학습은 깊이 {depths}에서 했고, 다이얼에 가장 가까운 깊이를 보여 줍니다. Adam과 RMSProp은 기울기를 그 "
        "크기로 나누므로 앞쪽 층도 움직이지만, 기울기가 √ε보다 작아지면 다시 멈춥니다."
    ),
    en=(
        "Networks of depth {depths} were trained; the one nearest to the dial is shown. Adam and RMSProp divide "
        "the gradient by its size, so the first layers do move, until gradients are smaller than √ε."
    ),
)
_BEYOND = Text(
    ko="배치 정규화와 잔차 연결도 크기를 지키는 방법이지만 강의의 범위를 넘습니다.",
    en="Batch normalization and residual connections also preserve sizes; they are beyond the lecture.",
)
_DEPTH = Text(ko="은닉층 {depth}개", en="{depth} hidden layers")
_RETURNED = Text(
    ko="맨 앞 층의 ‖∂L/∂z‖(마지막 은닉층 대비): {shares}",
    en="first layer's ‖∂L/∂z‖ compared with the last hidden layer's: {shares}",
)
_FRONT = Text(
    ko="맨 앞 층의 ‖∂L/∂W‖(은닉층 1개일 때 대비): {shares}",
    en="first layer's ‖∂L/∂W‖ compared with one hidden layer: {shares}",
)
_SHARE = Text(ko="{name} {share}배", en="{name} × {share}")
_TRAINED = Text(ko="학습한 깊이: {depth}", en="trained depth: {depth}")


def heading(choice: VanishingChoice, language: Language) -> Heading:
    """Title, what is multiplied, and what comes of it."""
    claim = table_words.CLAIM if choice.show == "table" else _CLAIM
    return Heading(f"{_TITLE[language]} &ensp; ${_FORMULA}$", claim[language], "heading_long")


def notes(choice: VanishingChoice, language: Language) -> list[str]:
    """What the lines are, and why they are as they are."""
    if choice.show == "table":
        return ["\n".join((table_words.NOTES[language], f"- {_initial_words()[language]}", f"- {_sources(language)}"))]
    seen = _SEEN.format(networks=NETWORKS)
    training = _TRAINING.format(depths=", ".join(map(str, TRAINED)))
    said = (seen, _PRODUCT, _initial_words(), _TOO_LARGE, training, _BEYOND)
    return ["\n".join([*(f"- {each[language]}" for each in said), f"- {_sources(language)}"])]


def _sources(language: Language) -> str:
    """Where the initial weights come from."""
    return sources(((each.name, each.source) for each in INITIALISATIONS.values()), language)


def _initial_words() -> Text:
    """Each way to begin, with its variance."""
    each = [
        Text(ko=f"{one.name.ko} ${one.formula}$", en=f"{one.name.en} ${one.formula}$")
        for one in INITIALISATIONS.values()
    ]
    return _INITIAL.format(variances=joined(", ", each))


def weights_words(choice: VanishingChoice, activation: str) -> Text:
    """How the weights of the networks with this activation begin."""
    start = choice.start(activation)
    name = INITIALISATIONS[start.initialisation].name
    return (
        name
        if start.scale == 1
        else Text(ko="{name} × {scale}", en="{name} × {scale}").format(name=name, scale=numeral(start.scale, 3))
    )


def factor_words(choice: VanishingChoice, activation: str) -> str:
    """The factor of theory; where the activation flattens it is the most there can be."""
    flattens = np.isfinite(ACTIVATIONS[activation].span).all()
    return ("≤ " if flattens else "") + numeral(choice.start(activation).factor, 3)


def returned_words(answers: Mapping[str, Answer], depth: int, trained: int) -> Text:
    """What has come back to the front layer at this depth; and how deep the networks are that are trained."""
    shares = {key: answer.signals.returned(depth) for key, answer in answers.items()}
    return joined(" · ", [_DEPTH.format(depth=depth), _of_each(_RETURNED, shares), _TRAINED.format(depth=trained)])


def depth_words(answers: Mapping[str, Answer], depth: int) -> Text:
    """What has become of the gradient of the front layer's weights at this depth."""
    shares = {key: answer.signals.front_share(depth) for key, answer in answers.items()}
    return joined(" · ", [_DEPTH.format(depth=depth), _of_each(_FRONT, shares)])


def _of_each(words: Text, shares: Mapping[str, float]) -> Text:
    """A share for each activation."""
    each = shares.items()
    said = [_SHARE.format(name=ACTIVATIONS[key].name, share=numeral(share, 2, nothing=0)) for key, share in each]
    return words.format(shares=joined(", ", said))
