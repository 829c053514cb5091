"""What stands above and below the loss functions: the lecture's claims, and the conditions under which they hold."""

from networks import cross_entropy, mean_squared_error
from pages.losses.choice import LossesChoice, Show
from text import Language, Text
from ui.common.heading import Heading

_TITLES: dict[Show, Text] = {
    "error": Text(ko="회귀의 손실: 평균 제곱 오차", en="Loss of regression: mean squared error"),
    "classes": Text(ko="분류의 손실", en="Losses of classification"),
    "sigmoid": Text(ko="시그모이드 뒤의 기울기", en="The gradient after a sigmoid"),
}
_FORMULAS: dict[Show, str] = {
    "error": rf"\text{{MSE}} = {mean_squared_error.formula}",
    "classes": rf"\text{{MSE}} = {mean_squared_error.formula}, \quad E = {cross_entropy.formula}",
    "sigmoid": r"\hat{y} = \sigma(z), \quad y = 1",
}
_DO: dict[Show, Text] = {
    "error": Text(
        ko=(
            "재생하면 오차가 두 배가 됩니다. 절대 오차는 두 배, 제곱 오차는 네 배가 되고, 제곱 오차의 기울기는 두 "
            "배가 됩니다."
        ),
        en="Play: the error doubles. The absolute error doubles, the squared error quadruples, and its slope doubles.",
    ),
    "classes": Text(
        ko=(
            "재생하면 틀린 클래스들이 나머지 확률을 다르게 나눕니다. MSE는 변하지만 교차 엔트로피는 그대로입니다. "
            "다이얼로 정답 클래스의 예측을 바꿔 보세요."
        ),
        en=(
            "Play: the wrong classes share the rest differently. MSE changes, cross-entropy does not. Use the dial "
            "to change the prediction of the true class."
        ),
    ),
    "sigmoid": Text(
        ko=(
            "z = −6에서 예측은 거의 완전히 틀렸는데도 MSE의 기울기 크기는 0.005뿐이고, 교차 엔트로피는 "
            "0.998입니다. 재생하면 경사 하강법이 z를 바꿉니다."
        ),
        en=(
            "At z = −6 the prediction is almost completely wrong, yet MSE's gradient is only 0.005 in size; that "
            "of cross-entropy is 0.998. Play: gradient descent changes z."
        ),
    ),
}
_NOTES: dict[Show, tuple[Text, ...]] = {
    "error": (
        Text(
            ko=(
                "**강의의 주장** 평균 제곱 오차는 가장 기본적인 손실 함수로 회귀에 많이 쓰이고, 오차가 커질수록 "
                "손실이 빠르게 커집니다."
            ),
            en=(
                "**The lecture's claim** Mean squared error is the most basic loss, widely used for regression; it "
                "grows fast with the error."
            ),
        ),
        Text(
            ko=(
                "**큰 오차 하나** 오차 0.1의 제곱은 0.01이고 오차 10의 제곱은 100입니다. 평균에서는 크게 틀린 "
                "데이터 하나가 나머지 모두보다 더 큰 영향을 줄 수 있습니다."
            ),
            en=(
                "**One large error** The square of 0.1 is 0.01, that of 10 is 100: in the mean a single sample that is "
                "far off can outweigh all others."
            ),
        ),
        Text(
            ko=(
                "**작은 오차** 1보다 작은 오차는 제곱하면 더 작아집니다. 그래서 1 아래에서는 절대 오차보다 손실이 "
                "작습니다."
            ),
            en=(
                "**Small errors** An error below 1 gets smaller when squared: there the loss is below the absolute "
                "error."
            ),
        ),
    ),
    "classes": (
        Text(
            ko=(
                "**강의의 주장** 평균 제곱 오차는 오차가 커지면 빠르게 커지고, 교차 엔트로피에서는 정답 클래스의 "
                "오차만 "
                "손실에 영향을 미칩니다."
            ),
            en=(
                "**The lecture's claim** Mean squared error grows fast as the error grows; in cross-entropy only the "
                "error at the true class counts."
            ),
        ),
        Text(
            ko=(
                "**빠르게 커짐** 오차가 두 배면 제곱 오차는 네 배입니다. 오차에 한계가 없는 회귀에서는 오차 10이 "
                "100이 됩니다. 확률의 오차는 1을 넘지 않으므로 그 제곱도 1을 넘지 않습니다. 이때 한없이 커지는 "
                "것은 ŷ이 0에 가까울 때의 −log ŷ입니다."
            ),
            en=(
                "**Grows fast** Doubling the error quadruples the squared error. In regression, where errors are "
                "unbounded, an error of 10 costs 100. The error of a probability never exceeds 1, and neither does "
                "its square: there it is −log ŷ that grows without bound as ŷ approaches 0."
            ),
        ),
        Text(
            ko=(
                "**정답 클래스만 반영** y가 원-핫이면 합에서 yᵢ = 1인 항만 남습니다. 틀린 클래스의 예측은 합이 "
                "1이라는 조건을 거쳐서만 영향을 줍니다."
            ),
            en=(
                "**Only the true class counts** With a one-hot y only the term with yᵢ = 1 remains in the sum. The "
                "wrong classes matter only through the condition that all predictions sum to 1."
            ),
        ),
    ),
    "sigmoid": (
        Text(
            ko=(
                "**왜** 연쇄 법칙에 따라 ∂L/∂z = ∂L/∂ŷ · σ′(z)이고 σ′(z) = s(1 − s)입니다. MSE의 기울기는 2(s − "
                "y)s(1 − s)라서 s가 0에 가까우면 틀린 예측에서도 0에 가깝습니다. y = 1일 때 s가 1/3보다 작아지면 "
                "더 틀릴수록 기울기는 오히려 줄어듭니다."
            ),
            en=(
                "**Why** By the chain rule ∂L/∂z = ∂L/∂ŷ · σ′(z), and σ′(z) = s(1 − s). MSE's gradient is 2(s − "
                "y)s(1 − s): where s is near 0 it is near 0 even if the prediction is wrong. With y = 1 and s "
                "below 1/3 it shrinks as the error grows."
            ),
        ),
        Text(
            ko=(
                "**교차 엔트로피** y = 1이면 ∂L/∂ŷ = −1/s와 s(1 − s)의 s가 약분되어 기울기가 오차 그대로인 s − y가 "
                "됩니다. 그래서 분류에서는 시그모이드나 소프트맥스 뒤에 교차 엔트로피를 씁니다."
            ),
            en=(
                "**Cross-entropy** With y = 1 its ∂L/∂ŷ = −1/s cancels the s of s(1 − s), and the gradient is the "
                "error itself, s − y. That is why classifiers use cross-entropy after a sigmoid or softmax."
            ),
        ),
    ),
}


def heading(choice: LossesChoice, language: Language) -> Heading:
    """Title with the formulas, and what to do."""
    return Heading(f"{_TITLES[choice.show][language]} &ensp; ${_FORMULAS[choice.show]}$", _DO[choice.show][language])


def notes(choice: LossesChoice, language: Language) -> list[str]:
    """What the lecture claims, and when that is so."""
    return ["\n".join(f"- {note[language]}" for note in _NOTES[choice.show])]
