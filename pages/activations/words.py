"""What stands above and below the activation functions: the lecture's claims, and the facts behind them."""

from networks import ACTIVATIONS
from networks.softmax import SOURCE as OF_SOFTMAX
from numerals import numeral
from pages.activations.choice import ActivationsChoice, Show
from pages.activations.speeds import CHOOSABLE
from pages.activations.view import span_words
from text import Language, Text
from ui.common.heading import Heading
from ui.common.sources import sources

WORKING = Text(ko="배열의 길이마다 시간을 재는 중입니다", en="Timing arrays of every length")

_TITLES: dict[Show, Text] = {
    "curves": Text(ko="활성화 함수와 도함수", en="Activation functions and their derivatives"),
    "softmax": Text(ko="소프트맥스", en="Softmax"),
    "pair": Text(ko="시그모이드는 두 클래스의 소프트맥스", en="The sigmoid as a two-class softmax"),
    "speed": Text(ko="활성화 함수의 계산 시간", en="Computing time of activation functions"),
}
_FORMULAS: dict[Show, str] = {
    "curves": "h = f(x)",
    "softmax": r"\text{softmax}(z)_i = \frac{e^{z_i/T}}{\sum_j e^{z_j/T}}",
    "pair": r"\sigma(x) = \frac{e^x}{e^x + e^0}",
    "speed": r"\text{ReLU}(x) = \max(0, x)",
}
_DO: dict[Show, Text] = {
    "curves": Text(
        ko=(
            "x를 움직이며 도함수를 보세요. 시그모이드는 최대 1/4이고, tanh는 x = 0에서만 1이며, ReLU는 양수이면 "
            "어디서나 1입니다."
        ),
        en=(
            "Move x and watch the derivatives: at most 1/4 for the sigmoid, 1 only at 0 for tanh, 1 for every "
            "positive x for ReLU."
        ),
    ),
    "softmax": Text(
        ko="출력은 0과 1 사이이고 모두 더하면 1입니다. 재생하면 입력에 같은 수를 더합니다. 출력은 변하지 않습니다.",
        en=(
            "The outputs lie between 0 and 1 and sum to 1. Play: the same number is added to every input, and no "
            "output changes."
        ),
    ),
    "pair": Text(
        ko="입력 하나를 0으로 고정한 두 클래스의 소프트맥스입니다. 첫 출력이 시그모이드 곡선 위에 놓입니다.",
        en="A softmax of two classes, one input fixed at 0. Its first output lies on the sigmoid's curve.",
    ),
    "speed": Text(
        ko=(
            "ReLU는 비교 한 번이면 되고, 시그모이드와 tanh에는 지수 함수가 듭니다. 배열의 길이 N을 움직이며 몇 배 "
            "걸리는지 보세요."
        ),
        en=(
            "ReLU needs one comparison per number; sigmoid and tanh need exponentials. Move the length N of the array "
            "and see how many times as long they take."
        ),
    ),
}
_FIRST_ALONE = Text(
    ko="출력은 0과 1 사이이고 모두 더하면 1입니다. 재생하면 z1에만 c를 더합니다. 차이가 변하므로 출력도 변합니다.",
    en=(
        "The outputs lie between 0 and 1 and sum to 1. Play: c is added to z1 only; the differences change, and so "
        "do the outputs."
    ),
)
_NOTES: dict[Show, tuple[Text, ...]] = {
    "curves": (
        Text(
            ko=(
                "**시그모이드** 출력이 0과 1 사이라서 확률로 해석합니다. 기울기는 s(1 − s)이고, x = 0에서 최댓값 "
                "1/4을 가집니다."
            ),
            en=(
                "**Sigmoid** Between 0 and 1, so it is read as a probability. Its derivative s(1 − s) is at most "
                "1/4, at x = 0."
            ),
        ),
        Text(
            ko=(
                "**tanh** 시그모이드의 출력 범위를 두 배로 늘린 함수입니다: tanh x = 2σ(2x) − 1. 기울기는 x = "
                "0에서만 1이고 나머지에서는 1보다 작아, 여러 층에 걸쳐 곱해지면 작아집니다."
            ),
            en=(
                "**tanh** The sigmoid with its output range doubled: tanh x = 2σ(2x) − 1. Its derivative is 1 only "
                "at x = 0 and smaller elsewhere, so products over many layers shrink."
            ),
        ),
        Text(
            ko=(
                "**ReLU** 양수에서는 기울기가 항상 1이라 곱해도 줄지 않습니다. 음수에서는 0이라 입력이 음수인 동안 "
                "그 뉴런은 학습되지 않습니다. x = 0에서는 미분할 수 없으므로 여기서는 0으로 정합니다."
            ),
            en=(
                "**ReLU** For positive inputs the derivative is always 1, so products do not shrink; for negative "
                "inputs it is 0, and the neuron does not learn. At x = 0 it is not differentiable; here we use 0."
            ),
        ),
        Text(
            ko=(
                "**조건** 실제 신경망에서는 기울기 사이에 가중치도 곱해집니다. 그림 위의 곱은 가중치를 모두 1로 둔 "
                "것입니다."
            ),
            en=(
                "**Condition** In a real network the weights are multiplied in as well; the products above the "
                "plots take all weights as 1."
            ),
        ),
    ),
    "softmax": (
        Text(
            ko=(
                "**강의의 주장** 소프트맥스의 출력은 (0, 1) 안에 있고 합이 1이라 클래스마다의 확률로 해석합니다. "
                "다중 클래스 분류의 마지막 층에 씁니다."
            ),
            en=(
                "**The lecture's claim** Softmax outputs lie in (0, 1) and sum to 1, so they are read as class "
                "probabilities. Softmax is used in the last layer for multi-class classification."
            ),
        ),
        Text(
            ko="**상수를 더하면** 분자와 분모에 똑같이 eᶜ가 곱해져 약분됩니다. 입력들의 차이만 출력을 정합니다.",
            en=(
                "**Adding a constant** multiplies numerator and denominator by eᶜ, which cancels: only differences "
                "between inputs matter."
            ),
        ),
        Text(
            ko=(
                "**온도** zᵢ/T를 넣으면 T가 클수록 출력이 고르게 되고, 작을수록 가장 큰 입력 하나에 몰립니다. "
                "강의의 식은 T = 1입니다."
            ),
            en=(
                "**Temperature** With zᵢ/T, a large T makes the outputs more even and a small T gives nearly all "
                "to the largest input. The lecture's formula has T = 1."
            ),
        ),
    ),
    "pair": (
        Text(
            ko="**왜** softmax(x, 0)의 첫 출력은 eˣ/(eˣ + e⁰)이고, 위아래를 eˣ로 나누면 1/(1 + e⁻ˣ)입니다.",
            en="**Why** The first output of softmax(x, 0) is eˣ/(eˣ + e⁰); divide both by eˣ and it is 1/(1 + e⁻ˣ).",
        ),
        Text(
            ko=(
                "**두 번째 출력**은 1 − σ(x) = σ(−x)입니다. 두 입력이 모두 변하면 softmax(a, b)의 첫 출력은 σ(a − "
                "b)입니다."
            ),
            en=(
                "**The second output** is 1 − σ(x) = σ(−x). If both inputs vary, the first output of softmax(a, b) "
                "is σ(a − b)."
            ),
        ),
    ),
    "speed": (
        Text(
            ko=(
                "**측정** 이 서버에서 NumPy(float64)로 표준 정규분포의 수를 계산한 프로세서 시간입니다. 함수와 "
                "도함수를 번갈아 세 번에서 다섯 번 재어 중앙값을 그렸고, 비율은 같은 측정의 ReLU에 대한 것입니다. "
                "결과 배열을 만드는 시간도 들어 있습니다. 서버가 시작된 뒤 한 번 재며, 다시 재면 값이 조금씩 "
                "달라집니다."
            ),
            en=(
                "**Measurement** Processor times on this server, NumPy in float64, for numbers from the standard "
                "normal distribution. Functions and derivatives took turns, three to five times; medians are drawn, "
                "and ratios are to ReLU in the same measurement. Making the array of results is included. It is "
                "measured once after the server has started; another measurement gives slightly different values."
            ),
        ),
        Text(
            ko=(
                "**짧은 배열**에서는 계산보다 함수 호출에 시간이 더 들어 선이 평평합니다. 식에 연산이 많을수록 호출도 "
                "많습니다."
            ),
            en=(
                "**In short arrays** calling functions takes longer than computing, so the lines are flat. A formula "
                "of more operations makes more calls."
            ),
        ),
        Text(
            ko=(
                "**긴 배열**에서는 메모리를 읽고 쓰는 시간이 모든 함수에 들어, ReLU의 장점이 줄어들 수 있습니다. "
                "NumPy의 tanh는 최적화된 호출 한 번이라 ReLU와 비슷할 수 있고, 여기의 시그모이드와 두 도함수는 여러 "
                "번의 호출로 이루어져 있습니다."
            ),
            en=(
                "**In long arrays** reading and writing memory takes its time for every function, so ReLU's advantage "
                "can shrink. NumPy's tanh is one optimized call and can come close to ReLU; the sigmoid and both "
                "derivatives here consist of several calls."
            ),
        ),
        Text(
            ko=(
                "**조건** 이 구현에서 잰 시간입니다. 신경망이 크면 학습 시간의 대부분은 행렬 곱에 들고, ReLU를 쓰는 "
                "더 큰 까닭은 기울기입니다."
            ),
            en=(
                "**Condition** These are times of this implementation. In large networks most of the training time "
                "goes into matrix products; the greater reason for ReLU is its gradient."
            ),
        ),
    ),
}
_CARD = Text(
    ko="| 함수 | 식 | 도함수 | 값의 범위 | 최대 기울기 |",
    en="| Function | Formula | Derivative | Range | Largest slope |",
)


def heading(choice: ActivationsChoice, language: Language) -> Heading:
    """Title, and what to do."""
    title = f"{_TITLES[choice.show][language]} &ensp; ${_FORMULAS[choice.show]}$"
    moved = choice.show == "softmax" and choice.added == "first"
    return Heading(title, (_FIRST_ALONE if moved else _DO[choice.show])[language])


def notes(choice: ActivationsChoice, language: Language) -> list[str]:
    """What the lecture claims, and when that is so; beside the curves, their formulas."""
    said = "\n".join(
        f"- {each}" for each in (*(note[language] for note in _NOTES[choice.show]), *_sources(choice, language))
    )
    if choice.show != "curves":
        return [said]
    return ["\n".join([_CARD[language], "|---|---|---|---|---|", *(_facts(key, language) for key in CHOOSABLE)]), said]


def _sources(choice: ActivationsChoice, language: Language) -> list[str]:
    """Where what is shown comes from."""
    if choice.show == "curves":
        return [sources(((each.name, each.source) for each in ACTIVATIONS.values()), language)]
    return [sources([(_TITLES["softmax"], OF_SOFTMAX)], language)] if choice.show == "softmax" else []


def _facts(key: str, language: Language) -> str:
    """A function's line of the table."""
    each = ACTIVATIONS[key]
    name, steepest = each.name[language], numeral(each.steepest, 3)
    return f"| {name} | ${each.formula}$ | ${each.derivative_formula}$ | {span_words(each)} | {steepest} |"
