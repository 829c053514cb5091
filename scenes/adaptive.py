"""C9 to C11: a learning rate for each variable, what stands still, what goes on, and both together."""

from scenes.of_races import Arrives, ArrivesSooner, StandsStill
from scenes.of_steps import EqualFirstStep, KeepsMoving, LongerSteps, RatesApart, Remembers, StepsAsRMSProp
from scenes.scene import RaceScene
from text import Text

_RAVINE = {"surface": "class-ravine", "x": "-7", "y": "2"}
_BOTTOM = (0.0, 0.0)

SCENES = (
    RaceScene(
        key="own-rates",
        slide=11,
        claim="C9",
        title=Text(ko="변수마다 다른 학습률", en="A learning rate per variable"),
        say=Text(
            ko=(
                "AdaGrad는 기울기가 컸던 변수의 학습률을 줄입니다. 그래서 가파른 y 방향으로 치우치지 않고 비스듬히 "
                "나아갑니다."
            ),
            en=(
                "AdaGrad reduces the learning rate of variables with large gradients, so the steep y direction "
                "does not dominate."
            ),
        ),
        why=Text(
            ko=(
                "출발점의 기울기는 x로 0.7, y로 4입니다. 경사 하강법은 둘에 같은 학습률을 곱하지만, AdaGrad는 "
                "각각을 자기 √(g + ε)로 나누므로 첫 스텝의 길이가 두 방향에서 같습니다."
            ),
            en=(
                "At the start the gradient is 0.7 along x and 4 along y. Gradient descent multiplies both by the "
                "same learning rate; AdaGrad divides each by its own √(g + ε), so its first step is equally long "
                "in both directions."
            ),
        ),
        setting={**_RAVINE, "rate": "0.9", "steps": "100", "optimizers": "gd,adagrad"},
        ask="first",
        expects=(RatesApart("gd", times=1), RatesApart("adagrad", times=5), EqualFirstStep("adagrad")),
    ),
    RaceScene(
        key="standing-still",
        slide=11,
        claim="C9",
        title=Text(ko="정체하는 AdaGrad", en="AdaGrad stalls"),
        topic=Text(ko="학습률 0.03의 AdaGrad", en="AdaGrad at learning rate 0.03"),
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
        slide=11,
        claim="C9",
        title=Text(ko="충분히 큰 학습률의 AdaGrad", en="With a larger learning rate"),
        topic=Text(ko="학습률 1.5의 AdaGrad", en="AdaGrad at learning rate 1.5"),
        say=Text(
            ko="같은 AdaGrad도 학습률 1.5로 출발하면, 스텝이 짧아지기 전에 최솟값에 도달합니다.",
            en="Started with a learning rate of 1.5, the same AdaGrad reaches the minimum before its steps get short.",
        ),
        why=Text(
            ko="멈추는지는 조건에 달려 있습니다. 처음 스텝이 충분히 크면 이 볼록한 협곡에서는 제때 도달합니다.",
            en="It depends: on this convex ravine it reaches the minimum in time if its first steps are large enough.",
        ),
        setting={**_RAVINE, "rate": "1.5", "steps": "100", "optimizers": "adagrad"},
        ask="fate.adagrad",
        expects=(Arrives("adagrad", _BOTTOM, by=60),),
    ),
    RaceScene(
        key="rmsprop-goes-on",
        slide=12,
        claim="C10",
        title=Text(ko="계속 나아가는 RMSProp", en="RMSProp keeps going"),
        topic=Text(ko="학습률 0.03의 RMSProp", en="RMSProp at learning rate 0.03"),
        say=Text(
            ko="같은 학습률 0.03으로, AdaGrad가 멈추는 곳을 RMSProp은 지나 최솟값까지 갑니다.",
            en=(
                "With the same learning rate of 0.03, RMSProp keeps going where AdaGrad stalls, all the way to the "
                "minimum."
            ),
        ),
        why=Text(
            ko=(
                "RMSProp의 g는 합이 아니라 지수 평균이라 한없이 커지지 않고, 한 스텝의 길이는 약 n으로 유지됩니다. "
                "대신 최솟값에서도 스텝이 짧아지지 않아, 학습률이 일정하면 최솟값 주변에서 진동합니다."
            ),
            en=(
                "RMSProp's g is an exponential average, not a sum, so it does not grow without bound and a step "
                "stays about n long. In return its steps do not shrink at the minimum either: with a constant "
                "learning rate it oscillates around it."
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
        slide=13,
        claim="C11",
        title=Text(ko="Adam = Momentum과 RMSProp", en="Adam = Momentum + RMSProp"),
        say=Text(
            ko="Adam은 RMSProp처럼 변수마다 학습률을 조절하고, Momentum처럼 지난 기울기를 모아 씁니다.",
            en=(
                "Adam adapts the learning rate of each variable, as RMSProp does, and accumulates past gradients, "
                "as Momentum does."
            ),
        ),
        why=Text(
            ko=(
                "g로 나누므로 첫 스텝의 길이가 x와 y에서 같고, m에서는 방향이 바뀌는 기울기가 서로 상쇄되어 최솟값 "
                "근처에서 스텝이 짧아집니다. RMSProp은 같은 학습률로 계속 진동합니다. 그 대신 Adam은 x, m, g를 "
                "모두 저장합니다."
            ),
            en=(
                "Because of the division by g, the first step is equally long in x and y; in m, alternating "
                "gradients cancel, so the steps shrink near the minimum, where RMSProp keeps oscillating. The "
                "price: Adam stores x, m and g."
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
        slide=13,
        claim="C11",
        title=Text(ko="Momentum을 뺀 Adam", en="Adam without momentum"),
        say=Text(
            ko="β₁ = 0으로 두면 Adam의 모든 스텝은 편향을 보정한 RMSProp의 스텝과 같습니다.",
            en="With β₁ = 0 every step of Adam equals a step of bias-corrected RMSProp.",
        ),
        why=Text(
            ko=(
                "m이 현재 기울기 그대로가 되므로 n∇f/√(ĝ + ε)만 남습니다. RMSProp처럼 최솟값에서 멈추지 않고 "
                "진동합니다. RMSProp의 g는 보정 없이 0에서 시작해 첫 스텝이 더 길고, 그 뒤로 두 경로는 서로 다른 "
                "점을 지납니다."
            ),
            en=(
                "m is then the gradient itself and n∇f/√(ĝ + ε) remains; like RMSProp it oscillates around the "
                "minimum instead of resting. RMSProp's g starts at 0 uncorrected, so its first steps are longer, "
                "and from then on the two paths pass through different points."
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
    RaceScene(
        key="after-adam",
        slide=13,
        claim="C11",
        title=Text(ko="Adam보다 새로운 NAdam", en="NAdam, newer than Adam"),
        topic=Text(ko="Adam과 NAdam", en="Adam and NAdam"),
        say=Text(
            ko=(
                "Adam은 2014년의 기법입니다. Nesterov의 생각을 더한 2016년의 NAdam은 이 곡면에서 Adam의 절반이 안 되는 "
                "스텝에 최솟값에 도달합니다."
            ),
            en=(
                "Adam dates from 2014. NAdam (2016) adds Nesterov's idea and reaches the minimum of this surface in "
                "less than half of Adam's steps."
            ),
        ),
        why=Text(
            ko=(
                "NAdam은 방금 구한 기울기를 이번 스텝에 더 크게 반영하므로, 학습률이 클 때 되돌아설 때를 먼저 "
                "알아챕니다. 언제나 그런 것은 아닙니다. 협곡에서는 두 기법이 거의 같은 스텝에 도달합니다."
            ),
            en=(
                "NAdam gives the newest gradient more weight in the step, so with a large learning rate it turns "
                "back sooner. It does not always win: in the ravine both arrive at nearly the same step."
            ),
        ),
        setting={"surface": "himmelblau", "rate": "0.3", "steps": "100", "optimizers": "adam,nadam"},
        ask="first",
        expects=(
            Arrives("nadam", (-2.805, 3.131), by=30),
            Arrives("adam", (-2.805, 3.131), by=65),
            ArrivesSooner("nadam", "adam", times=2),
        ),
    ),
)
