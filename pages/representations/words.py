"""What is said of the hidden layers: above the pictures what to look for, at them what is measured, below how."""

from collections.abc import Sequence

import numpy as np

from numerals import numeral
from optimizers import OPTIMIZERS
from pages.representations.choice import RepresentationChoice
from pages.representations.compute import Answer
from text import Language, Text
from ui.common.heading import Heading
from ui.common.lesson_words import BATCHES_MEANING, network_words

WORKING = Text(ko="학습하면서 층마다 평면을 살피는 중입니다", en="Training, and looking through every layer")

_TITLE = Text(ko="은닉층이 배우는 표현", en="Hidden layers learn representations")
_DO = Text(
    ko=(
        "은닉층은 데이터를 새로운 좌표로 옮깁니다. 학습하는 동안 입력 평면의 격자와 점이 어떻게 휘는지 보세요. "
        "학습이 잘되면 마지막 은닉층에서는 직선 하나로 두 클래스가 나뉩니다. 다이얼로 층을 바꿀 수 있습니다."
    ),
    en=(
        "A hidden layer gives the data new coordinates. Watch how training bends the grid and the points of the "
        "input plane: where it succeeds, one straight line separates the classes in the last hidden layer. The dial "
        "chooses the layer."
    ),
)
INPUT, _LAYER = Text(ko="입력", en="input"), Text(ko="은닉층 {number}", en="hidden layer {number}")
_LAST = Text(ko="은닉층 {number}(마지막)", en="hidden layer {number} (the last)")
_IN_THE_PLANE = Text(
    ko="입력 평면 · 어떤 직선도 데이터의 {most}%를 넘게 나누지 못함",
    en="input plane · no straight line separates more than {most}% of the data",
)
_READOUT = Text(
    ko="{layer} · 학습 뒤 직선으로 나뉨(%): {each}",
    en="{layer} · separated by a line in the end (%): {each}",
)
_HELD = Text(ko="그림에 담긴 분산: {held}", en="variance in the plot: {held}")
_PICTURES = Text(
    ko=(
        "**그림**: 입력 평면의 격자와 데이터가 그 층을 지난 뒤의 모습입니다. 학습 중 {moments}번 기록했고, 재생하면 "
        "그 사이를 이어서 보여 줍니다. 데이터가 그림에 꽉 차도록 순간마다 크기를 맞추었습니다. 뉴런이 2개인 층은 두 "
        "뉴런의 출력이 그대로 가로축과 세로축입니다."
    ),
    en=(
        "**Plots**: the grid of the input plane and the data, as they are behind that layer. {moments} snapshots "
        "were taken; playback blends between them, and each is zoomed so that the data fill the plot. Of a layer "
        "with 2 neurons the axes are their outputs."
    ),
)
_WIDER = Text(
    ko=(
        "**뉴런이 더 많은 층**은 데이터의 분산이 가장 큰 두 주성분 방향의 평면에 사영했습니다. 그 평면에 담긴 분산의 "
        "비율은 표에 있습니다. 그림이 까닭 없이 돌지 않도록, 앞 순간에 가장 가깝게 평면 안에서 돌리거나 뒤집었습니다."
    ),
    en=(
        "**Wider layers** are projected onto the plane of the two leading principal directions of the data; the "
        "table says which share of the variance it holds. Within that plane each snapshot is rotated or mirrored to "
        "lie as near as possible to the one before, so that nothing spins without a reason."
    ),
)
_LINES = Text(
    ko=(
        "**직선**: 마지막 은닉층의 실선은 출력층이 두 클래스를 나누는 직선이고, 다른 층의 점선은 그 층에서 찾은 가장 "
        "좋은 직선입니다(뉴런이 3개 이상이면 초평면). 뉴런이 3개 이상인 층에서는 그 경계가 그림의 평면과 만나는 곳만 "
        "그려서, 사영한 점은 선의 반대쪽에 보일 수 있습니다."
    ),
    en=(
        "**Lines**: solid in the last hidden layer is where the output layer separates the classes; dashed in the "
        "others is the best straight line found there (with 3 or more neurons: a hyperplane). In layers with 3 or "
        "more neurons only its intersection with the plane of the plot is drawn, so a projected point can appear on "
        "the wrong side."
    ),
)
_SHARES = Text(
    ko=(
        "**직선으로 나뉨**: 그 층에서 직선(초평면) 하나로 바르게 나뉘는 데이터의 비율입니다. 로지스틱 회귀와 평면의 "
        "여러 방향으로 찾은 값이라 더 좋은 직선이 있을 수도 있습니다. 입력 평면에서는 모든 직선을 따져 보았고, 가장 "
        "좋은 직선도 {most}%만 맞힙니다. 층의 값은 기록한 순간에만 새로 측정합니다."
    ),
    en=(
        "**Separated**: the share of the data that one straight line (hyperplane) classifies correctly in "
        "that layer. It was searched for with logistic regression and with many directions of the plane, so a better "
        "one may exist. In the input plane all straight lines were compared: the best classifies {most}% correctly. "
        "Values of a layer are measured at the snapshots only."
    ),
)


def heading(choice: RepresentationChoice, language: Language) -> Heading:
    """Title, the network and its data, and what to look for."""
    return Heading(f"{_TITLE[language]} &ensp; :small[{network_words(choice)[language]}]", _DO[language])


def layer_words(layer: int, layers: int) -> Text:
    """What the dial calls a layer."""
    if not layer:
        return INPUT
    return (_LAST if layer == layers else _LAYER).format(number=layer)


def readout_words(choice: RepresentationChoice, answer: Answer, layer: int) -> Text:
    """What comes of a layer in the end; of the input plane, what is so from the beginning."""
    if not layer:
        return _IN_THE_PLANE.format(most=percent(answer.most_in_the_plane))
    each = [
        f"{OPTIMIZERS[key].name} {percent(seen.parted[layer, -1])}"
        for key, seen in zip(choice.chosen, answer.seen, strict=True)
    ]
    said = _READOUT.format(layer=layer_words(layer, choice.layers), each=", ".join(each))
    if (0, *choice.hidden)[layer] <= 2:
        return said
    held = _HELD.format(held=_between([seen.held[layer, -1] for seen in answer.seen]))
    return Text(ko=f"{said.ko} · {held.ko}", en=f"{said.en} · {held.en}")


def percent(share: float) -> str:
    """In one decimal: 99.2, 100, or – where it is no number."""
    return numeral(round(100 * share, 1), 4)


def _between(shares: Sequence[float]) -> str:
    """From the least to the most of those that are numbers."""
    known = [round(100 * share) for share in shares if np.isfinite(share)]
    if not known:
        return "–"
    return f"{min(known)}–{max(known)}%" if min(known) < max(known) else f"{known[0]}%"


def notes(choice: RepresentationChoice, answer: Answer, language: Language) -> list[str]:
    """How the pictures are read, and how it was measured."""
    batched = 0 < choice.batch < choice.samples
    said = [
        _PICTURES.format(moments=len(answer.moments)),
        *([_WIDER] if max(choice.hidden, default=0) > 2 else []),
        _LINES,
        _SHARES.format(most=percent(answer.most_in_the_plane)),
        *([BATCHES_MEANING.format(samples=choice.samples, batch=choice.batch)] if batched else []),
    ]
    return ["\n".join(f"- {each[language]}" for each in said)]
