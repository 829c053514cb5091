"""What is said around both gradients: the slide's claim, the counts behind it, and what was measured."""

from math import isnan

from numerals import amount, duration
from pages.differences.timings import SIZES, Costs
from text import Language, Text
from ui.common.heading import Heading

WORKING = Text(ko="신경망의 크기마다 시간을 재는 중입니다", en="Timing networks of every size")

_TITLE = Text(ko="수치 미분과 역전파", en="Numerical differentiation and backpropagation")
_FORMULA = r"\frac{\partial L}{\partial w_i} \approx \frac{L(w + h e_i) - L(w)}{h}"
_CLAIM = Text(
    ko=(
        "수치 미분은 매개변수 N개를 하나씩 조금 바꾸어 대입하며 손실을 N + 1번 계산합니다. 손실 한 번에 곱셈이 약 "
        "N번이므로 한 스텝에 약 N(N + 1)번입니다. 오류 역전파는 정방향의 두세 배만 계산해 같은 기울기를 얻습니다."
    ),
    en=(
        "Numerical differentiation perturbs each of the N parameters in turn and evaluates the loss N + 1 times. "
        "Each evaluation takes about N multiplications, so one step costs about N(N + 1). Backpropagation gets the "
        "same gradient for two to three forward passes."
    ),
)
_MEASURED = Text(
    ko=("N = {size}: 수치 미분은 역전파보다 약 {timed}배 오래 걸립니다({slow}, {fast}). 곱셈은 {counted}배입니다."),
    en=(
        "At N = {size} numerical differentiation takes about {timed} times as long ({slow}, not {fast}), "
        "with {counted} times the multiplications"
    ),
)
_COUNTED = Text(
    ko="N = {size}: 수치 미분의 곱셈은 역전파의 {counted}배입니다. 너무 오래 걸려 시간은 재지 않았습니다.",
    en=(
        "At N = {size} numerical differentiation takes {counted} times the multiplications; it would take too long to "
        "be timed"
    ),
)
_NOTES = (
    Text(
        ko=(
            "재생하는 동안 두 방법은 같은 양을 계산합니다. t는 ‘손실을 t번 계산하는 데 드는 곱셈’입니다. 역전파는 "
            "손실 약 세 번 분량의 계산으로 모든 성분을 얻고, 수치 미분은 한 번에 한 성분씩 얻습니다."
        ),
        en=(
            "During playback both methods do the same amount of work: t counts the multiplications of t loss "
            "evaluations. Backpropagation has all components after about three; numerical differentiation gets one "
            "at a time."
        ),
    ),
    Text(
        ko=(
            "강의의 N(N + 1)은 샘플 하나에 대해 손실을 한 번 계산하는 데 곱셈이 약 N번 든다고 봅니다. 실제로는 "
            "가중치마다 한 번이고 편향은 더하기만 하므로 그보다 조금 적습니다. 역전파는 정방향에서 가중치마다 한 "
            "번, 역방향에서 가중치마다 한 번(∂L/∂W = δhᵀ), 맨 앞 층을 뺀 가중치마다 또 한 번(Wᵀδ), 은닉 유닛마다 "
            "f′을 한 번 곱합니다. 활성화 함수와 손실 자체의 계산은 세지 않았습니다."
        ),
        en=(
            "The lecture's N(N + 1) assumes that one loss evaluation for one sample costs about N multiplications. "
            "To be exact it is one per weight, while biases are only added, so slightly fewer. Backpropagation "
            "multiplies once per weight forward, once per weight backward (∂L/∂W = δhᵀ), once more per weight "
            "behind the first layer (Wᵀδ), and by f′ once per hidden unit. The cost of activations and of the loss "
            "itself is not counted."
        ),
    ),
    Text(
        ko=(
            "h가 크면 곡선을 직선으로 근사한 만큼 오차가 생깁니다(절단 오차). h가 작으면 거의 같은 두 수를 빼면서 "
            "유효 숫자를 잃습니다(반올림 오차). 전진 차분의 절단 오차는 h에, 중앙 차분의 절단 오차는 h²에 "
            "비례합니다. 중앙 차분은 손실을 2N번 계산합니다. ReLU의 꺾인 점을 넘는 h에서는 오차가 더 클 수 "
            "있습니다."
        ),
        en=(
            "A large h errs by approximating a curve with a line (truncation error); a small h loses digits by "
            "subtracting two nearly equal numbers (rounding error). The truncation error grows with h for forward "
            "differences and with h² for central ones, which take 2N evaluations. Where h reaches across a kink of "
            "ReLU the error can be larger."
        ),
    ),
    Text(
        ko=(
            "시간은 이 서버에서 샘플 하나, 전진 차분, 같은 NumPy 코드로 측정한 프로세서 시간입니다. 신경망이 "
            "작으면 계산보다 함수 호출에 시간이 더 들어, 역전파의 선은 처음에 평평합니다. 이 페이지를 처음 열었을 "
            "때 측정한 값입니다."
        ),
        en=(
            "Times are processor times on this server for one sample, forward differences and the same NumPy code. "
            "In small networks calling functions takes longer than computing, so the line of backpropagation is "
            "flat at first. They were measured when this page was first opened."
        ),
    ),
)


def heading(language: Language) -> Heading:
    """Title, the lecture's formula, and its claim."""
    return Heading(f"{_TITLE[language]} &ensp; ${_FORMULA}$", _CLAIM[language], "heading_long")


def notes(language: Language) -> list[str]:
    """What is counted, what is measured, and where the difference comes from."""
    return ["\n".join(f"- {each[language]}" for each in _NOTES)]


def costs_words(costs: Costs, at: int) -> Text:
    """What both ways cost for the network at this place of the dial."""
    slow, fast = costs.numerical_seconds[at], costs.backpropagation_seconds[at]
    numerical, back = costs.numerical[at], costs.backpropagation[at]
    counts = {
        "size": f"{SIZES[at]:,}",
        "counted": amount(numerical / back),
    }
    if isnan(slow) or isnan(fast):
        return _COUNTED.format(**counts)
    return _MEASURED.format(**counts, slow=duration(slow), fast=duration(fast), timed=amount(slow / max(fast, 1e-9)))
