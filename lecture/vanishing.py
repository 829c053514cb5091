"""Slides 18 to 22: vanishing gradients and activation functions."""

from lecture.slide import Part, Question, Slide, Way
from text import Text

PART = Part(
    Text(ko="기울기 소실과 활성화 함수", en="Vanishing gradients and activation functions"),
    (
        Slide(
            Text(ko="깊은 신경망의 앞쪽 층", en="The front layers of deep networks"),
            claims={
                "C15": Text(
                    ko="층이 많으면 더 많은 것을 표현하지만, 시그모이드 층의 앞쪽은 거의 학습되지 않습니다.",
                    en="More layers express more, but with sigmoids those in front hardly learn.",
                )
            },
            say=Text(
                ko=(
                    "층이 많을수록 더 많은 것을 표현할 수 있습니다. 그러나 이론과 달리 앞쪽 층이 거의 학습되지 "
                    "않습니다. 시그모이드처럼 미분이 작은 활성화 함수를 쓸 때의 이야기입니다."
                ),
                en=(
                    "More layers can express more. Yet, in contrast to theory, the layers in front hardly learn: with "
                    "activations of small derivatives such as the sigmoid."
                ),
            ),
            ask=Question(
                Text(
                    ko="앞쪽 층과 뒤쪽 층 가운데 어느 쪽의 기울기가 먼저 사라질까요?",
                    en="Whose gradient vanishes first, that of the front or of the last layers?",
                ),
                Text(
                    ko="앞쪽 층입니다. 손실에서 멀수록 곱하는 미분이 많습니다.",
                    en="The front layers': the farther from the loss, the more derivatives are multiplied.",
                ),
            ),
            chapters=(Way("depth"), Way("vanishing")),
        ),
        Slide(
            Text(ko="시그모이드", en="Sigmoid"),
            claims={
                "C15": Text(
                    ko="시그모이드의 미분은 1/4을 넘지 못해, 층이 깊어지면 기울기가 사라집니다.",
                    en="The derivative of the sigmoid is at most 1/4, so with depth its gradients vanish.",
                )
            },
            say=Text(
                ko=(
                    "출력이 0과 1 사이라 확률로 읽을 수 있습니다. 미분 s(1 − s)는 1/4을 넘지 못하고, 층마다 곱해지므로 "
                    "기울기가 사라집니다."
                ),
                en=(
                    "Its output lies between 0 and 1 and can be read as a probability. Its derivative s(1 − s) is at "
                    "most 1/4; multiplied layer after layer, the gradient vanishes."
                ),
            ),
            ask=Question(
                Text(
                    ko="시그모이드 열 층을 지나면 기울기에는 많아야 얼마가 곱해질까요?",
                    en="Ten sigmoid layers: by how much, at most, is the gradient multiplied?",
                ),
                Text(
                    ko="0.25¹⁰ ≈ 10⁻⁶입니다. 가중치의 크기가 1쯤일 때의 이야기입니다.",
                    en="By 0.25¹⁰ ≈ 10⁻⁶, with weights of about size 1.",
                ),
            ),
            chapters=(
                Way("activations"),
                Way("vanishing"),
                Way(
                    "vanishing",
                    {"show": "table"},
                    Text(ko="활성화 함수 × 초기 가중치", en="activations × initializations"),
                ),
            ),
            formulas=(r"s(x) = \dfrac{1}{1 + e^{-x}}",),
        ),
        Slide(
            "tanh",
            claims={
                "C15": Text(
                    ko="tanh는 시그모이드를 두 배로 늘린 것이며, 초기 가중치가 작으면 기울기가 역시 사라집니다.",
                    en=(
                        "tanh is the sigmoid stretched to twice the range; with small initial weights its gradients "
                        "vanish, too."
                    ),
                )
            },
            say=Text(
                ko=(
                    "시그모이드를 두 배 범위로 늘린 함수입니다. 미분은 최대 1이지만 0에서 멀어지면 작아지므로, 초기 "
                    "가중치가 작거나 크면 기울기가 역시 사라집니다. Xavier 초기화를 쓰면 상당 부분 유지됩니다."
                ),
                en=(
                    "The sigmoid stretched to twice the range. Its derivative is at most 1 but falls away from 0, so "
                    "with small or large initial weights the gradient still vanishes. Xavier initialization keeps "
                    "much of it."
                ),
            ),
            ask=Question(
                Text(
                    ko="tanh의 미분이 1이 되는 입력은 무엇일까요?",
                    en="At which input is the derivative of tanh 1?",
                ),
                Text(ko="0에서만 1입니다.", en="Only at 0."),
            ),
            chapters=(Way("activations"), Way("vanishing")),
            formulas=(r"\tanh x = \dfrac{e^x - e^{-x}}{e^x + e^{-x}}",),
        ),
        Slide(
            "ReLU",
            claims={
                "C15": Text(
                    ko="ReLU의 미분은 0 아니면 1이며, He 초기화를 쓰면 기울기의 크기가 유지됩니다.",
                    en="The derivative of ReLU is 0 or 1; with He initialization gradients keep their size.",
                )
            },
            say=Text(
                ko=(
                    "양수면 그대로, 음수면 0입니다. 미분이 0 아니면 1이라 몇 층을 지나도 줄지 않고, 비교 한 번이면 "
                    "되므로 단순하고 빠릅니다. 얼마나 빠른지는 재어 보여 줍니다. He 초기화와 함께 써야 기울기의 크기가 "
                    "유지됩니다."
                ),
                en=(
                    "Positive inputs pass, negative ones become 0. The derivative is 0 or 1 and shrinks nothing on "
                    "the way, and one comparison is all it takes: simple and fast; how fast is measured. It keeps the "
                    "gradient's size together with He initialization."
                ),
            ),
            ask=Question(
                Text(
                    ko="어떤 뉴런의 입력이 모든 데이터에서 음수면 그 뉴런은 어떻게 될까요?",
                    en="A neuron's input is negative for every sample: what becomes of it?",
                ),
                Text(
                    ko="미분이 늘 0이라 학습하지 못합니다. 죽은 ReLU라고 합니다.",
                    en="Its derivative is always 0, so it does not learn: a dead ReLU.",
                ),
            ),
            chapters=(
                Way("activations"),
                Way("activations", {"show": "speed"}, Text(ko="속도", en="speed")),
                Way("vanishing"),
            ),
            formulas=(r"\operatorname{ReLU}(x) = \max(0, x)",),
        ),
        Slide(
            Text(ko="소프트맥스", en="Softmax"),
            claims={
                "C16": Text(
                    ko=(
                        "소프트맥스의 출력은 더하면 1이고, 시그모이드는 한 입력을 0으로 고정한 두 클래스의 "
                        "소프트맥스입니다."
                    ),
                    en="Softmax outputs sum to 1; the sigmoid is a softmax of two classes with one input fixed at 0.",
                )
            },
            say=Text(
                ko=(
                    "출력이 모두 0과 1 사이이고 더하면 1이라, 다중 클래스 분류의 마지막 층에서 클래스마다의 확률로 "
                    "씁니다. 시그모이드는 한 입력을 0으로 고정한 두 클래스의 소프트맥스입니다."
                ),
                en=(
                    "All outputs lie between 0 and 1 and sum to 1: the probabilities of the classes, used last in "
                    "multi-class classification. The sigmoid is a two-class softmax with one input fixed at 0."
                ),
            ),
            ask=Question(
                Text(
                    ko="모든 입력에 10을 더하면 출력은 어떻게 바뀔까요?",
                    en="Add 10 to every input: how do the outputs change?",
                ),
                Text(ko="바뀌지 않습니다. 입력의 차이만 중요합니다.", en="Not at all: only differences matter."),
            ),
            chapters=(
                Way("activations", {"show": "softmax"}, Text(ko="소프트맥스", en="softmax")),
                Way(
                    "activations",
                    {"show": "pair"},
                    Text(ko="시그모이드와 소프트맥스", en="sigmoid = softmax(x, 0)"),
                ),
            ),
            formulas=(r"\operatorname{softmax}(x)_i = \dfrac{e^{x_i}}{\sum_j e^{x_j}}",),
        ),
    ),
)
