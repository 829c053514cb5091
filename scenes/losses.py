"""C17: mean squared error grows fast, cross-entropy sees only the true class; and what a sigmoid does to their "
"slopes."""

from scenes.of_losses import GrowsBy, Learns, LossesScene, SeesTrueClassAlone, SeesWrongClasses, SlopeBetween
from text import Text

_CLASSES = {"show": "classes", "classes": "3", "prediction": "0.6"}

SCENES = (
    LossesScene(
        key="errors-squared",
        slide=2,
        claim="C17",
        title=Text(ko="빠르게 커지는 MSE", en="MSE grows fast"),
        topic=Text(ko="오차의 크기와 MSE", en="MSE and the size of the error"),
        say=Text(
            ko="오차가 두 배가 되면 평균 제곱 오차는 네 배가 됩니다. 오차가 커질수록 손실은 더 빠르게 커집니다.",
            en=(
                "Doubling the error quadruples the mean squared error: the larger the error, the faster the loss grows."
            ),
        ),
        why=Text(
            ko=(
                "(2e)² = 4e²입니다. 그래서 오차에 한계가 없는 회귀에서는 크게 틀린 데이터 하나가 평균을 좌우할 수 "
                "있습니다. "
                "확률의 오차는 1을 넘지 못하므로 그 제곱도 1을 넘지 않습니다."
            ),
            en=(
                "(2e)² = 4e². In regression, where errors are unbounded, a single sample that is far off can "
                "dominate the mean. The error of a probability is at most 1, and so is its square."
            ),
        ),
        setting={"show": "error", "error": "1.5"},
        ask="doubled",
        expects=(GrowsBy("mse", times=4), GrowsBy("absolute", times=2)),
    ),
    LossesScene(
        key="true-class-alone",
        slide=3,
        claim="C17",
        title=Text(ko="나머지 확률과 손실", en="The remaining probability"),
        say=Text(
            ko="정답의 예측이 같다면, 틀린 클래스들이 나머지를 어떻게 나누든 교차 엔트로피는 그대로입니다.",
            en=(
                "If the prediction for the true class stays the same, cross-entropy does not depend on how the "
                "other classes share the rest."
            ),
        ),
        why=Text(
            ko=(
                "원-핫 y에서는 합 −Σ yᵢ log ŷᵢ에 정답 클래스의 항만 남습니다. MSE는 모든 클래스의 오차를 제곱하므로 "
                "나머지가 한 클래스에 몰리면 커집니다."
            ),
            en=(
                "With a one-hot y only the true class's term remains of −Σ yᵢ log ŷᵢ. MSE squares the error of "
                "every class and grows when the rest is concentrated on one class."
            ),
        ),
        setting={**_CLASSES, "rest": "move"},
        ask="sharing",
        expects=(SeesWrongClasses("mse", times=1.2), SeesTrueClassAlone("cross-entropy")),
    ),
    LossesScene(
        key="dying-slope",
        slide=3,
        claim="C17",
        title=Text(ko="시그모이드 뒤의 손실", en="Loss after a sigmoid"),
        say=Text(
            ko=(
                "시그모이드 뒤에서 MSE를 쓰면, 크게 틀린 예측일수록 기울기가 0에 가까워 학습이 거의 되지 않습니다. "
                "교차 엔트로피의 기울기는 오차 ŷ − y 자체입니다."
            ),
            en=(
                "With MSE after a sigmoid, badly wrong predictions have gradients near 0 and hardly learn. The "
                "gradient of cross-entropy is the error itself."
            ),
        ),
        why=Text(
            ko=(
                "z에 대한 MSE의 기울기 2(s − y)s(1 − s)는, y = 1일 때 s가 1/3보다 작아지면 틀릴수록 줄어듭니다. "
                "교차 엔트로피에서는 s(1 − s)가 약분되어 s − y만 남습니다."
            ),
            en=(
                "MSE's gradient in z is 2(s − y)s(1 − s): with y = 1 and s below 1/3 it shrinks as the error "
                "grows. In cross-entropy s(1 − s) cancels, and s − y is left."
            ),
        ),
        setting={"show": "sigmoid", "logit": "-6", "rate": "1"},
        ask="learns",
        expects=(
            SlopeBetween("mse", 0.0, 0.01),
            SlopeBetween("cross-entropy", 0.99, 1.0),
            Learns("mse", 0.01, by=100, reached=False),
            Learns("cross-entropy", 0.9, by=30),
        ),
    ),
)
