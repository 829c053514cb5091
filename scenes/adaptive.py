"""C9 to C11: a learning rate for each variable, what stands still, what goes on, and both together."""

from scenes.of_races import Arrives, StandsStill
from scenes.of_steps import EqualFirstStep, KeepsMoving, LongerSteps, RatesApart, Remembers, StepsAsRMSProp
from scenes.scene import RaceScene
from text import Text

_RAVINE = {"surface": "class-ravine", "x": "-7", "y": "2"}
_BOTTOM = (0.0, 0.0)

SCENES = (
    RaceScene(
        key="own-rates",
        claim="C9",
        title=Text(ko="변수마다 다른 학습률", en="A rate for each variable"),
        say=Text(
            ko="AdaGrad는 기울기가 컸던 변수의 학습률을 줄입니다. 그래서 가파른 y에 끌려가지 않고 비스듬히 나아갑니다.",
            en="AdaGrad shrinks the rate of a variable whose slopes were large, so the steep y does not carry it away.",
        ),
        why=Text(
            ko=(
                "출발점의 기울기는 x로 0.7, y로 4입니다. 경사 하강법은 둘에 같은 학습률을 곱하지만, AdaGrad는 각각 "
                "√(g + ε)로 나누어 첫 스텝이 두 방향으로 똑같이 깁니다."
            ),
            en=(
                "At the start the slope is 0.7 along x and 4 along y. Gradient descent multiplies both by the same "
                "rate; AdaGrad divides each by its own √(g + ε), so its first step is equally long in both."
            ),
        ),
        setting={**_RAVINE, "rate": "0.9", "steps": "100", "optimizers": "gd,adagrad"},
        ask="first",
        expects=(RatesApart("gd", times=1), RatesApart("adagrad", times=5), EqualFirstStep("adagrad")),
    ),
    RaceScene(
        key="standing-still",
        claim="C9",
        title=Text(ko="멈춰 서는 AdaGrad", en="AdaGrad stands still"),
        say=Text(
            ko="AdaGrad의 g는 커지기만 합니다. 그래서 학습률이 작으면 최솟값에 한참 못 미친 곳에서 거의 멈춥니다.",
            en="AdaGrad's g only grows: with a small learning rate it practically stops far from the minimum.",
        ),
        why=Text(
            ko=(
                "기울기가 거의 일정하면 g는 스텝 수에 비례해 커지고, 한 스텝의 길이는 n/√t로 줄어듭니다. 완전히 "
                "0이 되지는 않지만 100스텝에 그림 너비의 1%도 가지 못합니다."
            ),
            en=(
                "Where the gradient hardly changes, g grows with the number of steps and the step size shrinks "
                "like n/√t. It is never exactly 0, but 100 steps cover less than 1% of the plot."
            ),
        ),
        setting={**_RAVINE, "rate": "0.03", "steps": "400", "optimizers": "adagrad"},
        ask="fate.adagrad",
        expects=(StandsStill("adagrad", by=350, left=0.75),),
    ),
    RaceScene(
        key="large-enough",
        claim="C9",
        title=Text(ko="학습률이 충분히 크면", en="With a large enough rate"),
        say=Text(
            ko="같은 AdaGrad도 학습률 1.5로 출발하면, 스텝이 짧아지기 전에 최솟값에 도달합니다.",
            en="Started with a learning rate of 1.5 the same AdaGrad arrives before its steps have become short.",
        ),
        why=Text(
            ko="멈추는지는 조건에 달려 있습니다. 처음 스텝이 충분히 크면 볼록한 협곡에서는 제때 도달합니다.",
            en="That depends: on this convex ravine it arrives in time if its first steps are large enough.",
        ),
        setting={**_RAVINE, "rate": "1.5", "steps": "100", "optimizers": "adagrad"},
        ask="fate.adagrad",
        expects=(Arrives("adagrad", _BOTTOM, by=60),),
    ),
    RaceScene(
        key="rmsprop-goes-on",
        claim="C10",
        title=Text(ko="RMSProp은 계속 간다", en="RMSProp goes on"),
        say=Text(
            ko="같은 학습률 0.03으로, AdaGrad가 멈춰 서는 곳을 RMSProp은 지나서 최솟값까지 갑니다.",
            en="With the same learning rate of 0.03 RMSProp goes on where AdaGrad stops, all the way to the minimum.",
        ),
        why=Text(
            ko=(
                "RMSProp의 g는 합이 아니라 지수 평균이라 한없이 커지지 않고, 한 스텝의 길이는 약 n으로 유지됩니다. "
                "대신 최솟값에서도 스텝이 짧아지지 않아, 학습률이 일정하면 최솟값 주변에서 진동합니다."
            ),
            en=(
                "RMSProp's g is an exponential average, not a sum, so it does not grow without bound and a step stays "
                "about n long. In return its steps do not shrink at the minimum, either: it swings about it."
            ),
        ),
        setting={**_RAVINE, "rate": "0.03", "steps": "400", "optimizers": "adagrad,rmsprop"},
        ask="fate.rmsprop",
        expects=(
            StandsStill("adagrad", by=350, left=0.75),
            LongerSteps("rmsprop", "adagrad", times=5, at=150),
            Arrives("rmsprop", _BOTTOM, by=300),
            KeepsMoving("rmsprop", at_least=0.015),
        ),
    ),
    RaceScene(
        key="adam-is-both",
        claim="C11",
        title=Text(ko="Adam = 관성 + RMSProp", en="Adam = momentum + RMSProp"),
        say=Text(
            ko="Adam은 RMSProp처럼 변수마다 학습률을 조절하고, Momentum처럼 지난 기울기를 모아 씁니다.",
            en="Adam gives each variable its rate, as RMSProp does, and gathers past gradients, as momentum does.",
        ),
        why=Text(
            ko=(
                "g로 나누므로 첫 스텝이 x와 y로 똑같이 길고, m이 오가는 기울기를 서로 지우므로 최솟값에서 스텝이 "
                "짧아집니다. RMSProp은 같은 학습률로 계속 오갑니다. 그 대신 Adam은 x, m, g를 모두 기억합니다."
            ),
            en=(
                "Divided by g the first step is equally long in x and y; averaged in m, slopes that alternate cancel, "
                "so the steps shrink at the minimum, where RMSProp swings on. The price: Adam keeps x, m and g."
            ),
        ),
        setting={**_RAVINE, "rate": "0.1", "steps": "200", "optimizers": "momentum,rmsprop,adam"},
        ask="first",
        expects=(
            Remembers("adam", ("x", "m", "g")),
            EqualFirstStep("rmsprop"),
            EqualFirstStep("adam"),
            Arrives("adam", _BOTTOM, by=160),
            LongerSteps("rmsprop", "adam", times=100),
        ),
    ),
    RaceScene(
        key="adam-without-m",
        claim="C11",
        title=Text(ko="관성을 뺀 Adam", en="Adam without its momentum"),
        say=Text(
            ko="β₁ = 0으로 두면 Adam의 모든 스텝은 편향을 고친 RMSProp의 스텝과 같습니다.",
            en="With β₁ = 0 every step of Adam is a step of RMSProp with its bias corrected.",
        ),
        why=Text(
            ko=(
                "m이 지금의 기울기 그대로가 되므로 n∇f/√(ĝ + ε)만 남습니다. RMSProp처럼 최솟값에서 멈추지 않고 "
                "오갑니다. 처음 몇 스텝만 다른데, RMSProp의 g는 0에서 시작해 첫 스텝이 더 길기 때문입니다."
            ),
            en=(
                "m is then the slope itself and n∇f/√(ĝ + ε) is left; like RMSProp it swings at the minimum instead "
                "of resting. Only the first steps differ: RMSProp's g begins at 0, which makes them longer."
            ),
        ),
        setting={
            **_RAVINE,
            "rate": "0.1",
            "steps": "200",
            "optimizers": "rmsprop,adam",
            "adam.beta1": "0",
            "adam.beta2": "0.9",
        },
        ask="fate.adam",
        expects=(
            StepsAsRMSProp("adam"),
            KeepsMoving("adam", at_least=0.05),
            KeepsMoving("rmsprop", at_least=0.05),
        ),
    ),
)
