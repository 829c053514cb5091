"""What is said of a model and its parameters: above the grid, of the edge of stability, and below."""

import numpy as np

from networks import LETTERS, Fit
from numerals import numeral
from optimizers import OPTIMIZERS
from pages.model.choice import ModelChoice
from pages.model.compute import sharpness
from parameters import Array
from text import Language, Text
from ui.common.heading import Heading

_TITLE = Text(ko="모델과 매개변수", en="Model and parameters")
_DO = Text(
    ko=(
        "매개변수를 바꾸면 모델의 동작이 바뀝니다. 손실을 매개변수마다 편미분하면 각각을 어느 쪽으로 바꿔야 할지 "
        "알 수 있습니다: $\\theta_{t+1} = \\theta_t - n\\,\\nabla L(\\theta_t)$."
    ),
    en=(
        "Change the parameters and the model behaves differently. The partial derivatives of the loss say which "
        "way to change each one: $\\theta_{t+1} = \\theta_t - n\\,\\nabla L(\\theta_t)$."
    ),
)
_QUADRATIC = Text(
    ko=(
        "L은 매개변수의 이차식이라 곡률이 어디서나 같습니다. 경사 하강법은 n < 2/λmax = {edge}이면 "
        "수렴합니다(λmax: 가장 큰 곡률, n = {rate}, 한계의 {share}배)."
    ),
    en=(
        "L is quadratic in the parameters, so its curvature is the same everywhere: gradient descent converges for "
        "n < 2/λmax = {edge} (λmax: the largest curvature; n = {rate}, {share} of the limit)."
    ),
)
_CURVED = Text(
    ko=(
        "L은 매개변수의 이차식이 아니라 곡률이 자리마다 다릅니다. 슬라이더의 위치에서 안정 한계는 2/λmax = "
        "{edge}입니다(λmax: 그곳의 가장 큰 곡률, n = {rate})."
    ),
    en=(
        "L is not quadratic in the parameters; its curvature differs from place to place. At the sliders the "
        "stability limit is 2/λmax = {edge} (λmax: the largest curvature there; n = {rate})."
    ),
)
_NO_EDGE = Text(
    ko="L은 매개변수의 이차식이 아닙니다. 슬라이더의 위치에서는 곡률이 양수인 방향이 없습니다(n = {rate}).",
    en="L is not quadratic in the parameters; at the sliders no direction has positive curvature (n = {rate}).",
)

_SLICES = Text(
    ko=(
        "**아래 네 그림**은 다른 세 매개변수를 그대로 두고 하나만 바꿀 때의 손실입니다. 점은 현재 값, 빨간 선은 "
        "접선이고, 그 기울기가 그 매개변수의 편미분입니다. 기울기가 양수면 값을 줄이고, 음수면 키웁니다. 한 스텝에 "
        "네 값이 모두 바뀌므로 네 곡선도 함께 바뀝니다."
    ),
    en=(
        "**The four plots** show the loss while one parameter changes and the other three are fixed. The dot is "
        "the current value, the red line the tangent; its slope is the partial derivative: if it is positive the "
        "parameter is decreased, if negative increased. One step changes all four values at once, so the four "
        "curves change as well."
    ),
)
_LINEAR = Text(
    ko=(
        "**삼차식의 MSE**: 곡선은 x의 삼차식이지만 손실은 a, b, c, d의 이차식입니다. 그래서 볼록하고, 최솟값은 "
        "하나이며, 헤세 행렬은 상수입니다. 학습률이 안정 한계보다 작으면 경사 하강법은 슬라이더를 어디에 두어도 "
        "같은 곡선에 이릅니다."
    ),
    en=(
        "**The MSE of the cubic**: the curve is cubic in x, yet the loss is quadratic in a, b, c and d. So it is "
        "convex with one minimum and a constant Hessian, and with a learning rate below the stability limit "
        "gradient descent reaches the same curve wherever the sliders are."
    ),
)
_WAVE = Text(
    ko=(
        "**사인 곡선의 MSE**: b와 c가 사인 안에 있어 손실은 볼록하지 않습니다. 슬라이더를 어디에 두느냐에 따라 "
        "데이터와 맞지 않는 곳에서 끝날 수 있습니다. b를 0.5로 두고 해 보세요."
    ),
    en=(
        "**The MSE of the sine wave**: b and c are inside the sine, so the loss is not convex. Depending on where "
        "the sliders are, the fit may end away from the data: try b = 0.5."
    ),
)
_MEMORY = Text(
    ko="‘한 스텝’을 누르면 {name}의 누적값은 매번 처음부터 시작합니다. 재생할 때는 이어집니다.",
    en="Each click on “One step” restarts {name} with empty memory; playback keeps it.",
)
_DEEP = Text(
    ko=(
        "심층 신경망도 마찬가지입니다. 매개변수가 네 개가 아니라 수백만 개 이상일 뿐, 각각 자기 편미분에 따라 바뀝니다."
    ),
    en=(
        "A deep network does the same with millions of parameters instead of four, each moved by its own partial "
        "derivative."
    ),
)


_DIFFERENCES = Text(
    ko=(
        "매개변수를 하나씩 h만큼 바꾸어 손실을 다시 계산합니다. 매개변수가 넷이면 손실 계산은 4 + 1번입니다: "
        "$\\frac{\\partial L}{\\partial a} \\approx \\frac{L(a + h, b, c, d) - L(a, b, c, d)}{h}$"
    ),
    en=(
        "Each parameter in turn is changed by h and the loss evaluated again, 4 + 1 evaluations for four parameters: "
        "$\\frac{\\partial L}{\\partial a} \\approx \\frac{L(a + h, b, c, d) - L(a, b, c, d)}{h}$"
    ),
)
_COUNT = Text(
    ko=(
        "**20번은 무엇의 수인가**: 강의는 손실 한 번에 매개변수마다 곱셈 한 번, 곧 약 N번으로 셉니다. 삼차식이면 "
        "데이터 하나마다 a·x³, b·x², c·x, d·1입니다. x의 거듭제곱, 오차의 제곱, h로 나누기는 세지 않습니다. 그래서 "
        "N + 1 = 5번에 5 · 4 = 20번이고, 사인 곡선에서는 어림입니다. N이 커질 때의 실제 곱셈과 시간은 ‘수치 미분과 "
        "역전파’ 장에 있습니다."
    ),
    en=(
        "**What the 20 counts**: the lecture counts one multiplication for each parameter in each loss, about N. For "
        "the cubic they are a·x³, b·x², c·x and d·1 for each data point; the powers of x, the squares of the errors "
        "and the divisions by h are not counted. So N + 1 = 5 evaluations take 5 · 4 = 20; for the sine wave it is a "
        "rule of thumb. Counts and times as N grows are in the "
        "chapter “Numerical differentiation and backpropagation”."
    ),
)
_TOO_SMALL = Text(
    ko=(
        "**h의 크기**: h가 크면 손실의 곡률 때문에 차분 몫이 접선의 기울기에서 벗어나고(오차는 약 h/2 × 곡률), 너무 "
        "작으면 두 손실의 차이가 반올림 오차에 묻힙니다."
    ),
    en=(
        "**The size of h**: a large h misses the tangent's slope because the loss bends (by about h/2 times its "
        "curvature); a tiny one leaves a difference of two losses that is lost in rounding."
    ),
)


def heading(choice: ModelChoice, language: Language) -> Heading:
    """Title, the model's formula with letters, and the claim."""
    letters = choice.curve.formula.format(**{each: each for each in LETTERS})
    claim = _DIFFERENCES if choice.show == "differences" else _DO
    return Heading(f"{_TITLE[language]} &ensp; $y = {letters}$", claim[language])


def edge_words(choice: ModelChoice, fit: Fit, theta: Array) -> Text:
    """What 2/λmax says where the sliders stand."""
    largest = sharpness(fit, theta)
    rate = numeral(choice.rate, 3)
    if largest <= 0 or not np.isfinite(largest):
        return _NO_EDGE.format(rate=rate)
    words = _QUADRATIC if choice.curve.linear else _CURVED
    return words.format(edge=numeral(2 / largest, 3), rate=rate, share=numeral(choice.rate * largest / 2, 2))


def notes(choice: ModelChoice, language: Language) -> list[str]:
    """What the pictures are, when the outcome is always the same, and what it has to do with networks."""
    if choice.show == "differences":
        return [_COUNT[language], _TOO_SMALL[language]]
    said = [_SLICES, _LINEAR if choice.curve.linear else _WAVE]
    if len(OPTIMIZERS[choice.rule.key].memory) > 1:
        said.append(_MEMORY.format(name=choice.rule.name))
    return [words[language] for words in (*said, _DEEP)]
