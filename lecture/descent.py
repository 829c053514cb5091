"""Slides 5 to 9: gradient descent and its troubles."""

from lecture.letters import RATE
from lecture.slide import Letter, Part, Question, Slide, Way
from text import Text

_AT_THE_SADDLE = {"probe": "on", "probe.x": "0", "probe.y": "0"}

PART = Part(
    Text(ko="경사 하강법과 그 어려움", en="Gradient descent and its troubles"),
    (
        Slide(
            Text(ko="경사 하강법", en="Gradient descent"),
            claims={
                "C1": Text(
                    ko="경사 하강법은 f가 더 이상 바뀌지 않을 때까지 업데이트를 반복합니다.",
                    en="Gradient descent repeats its update until f no longer changes.",
                )
            },
            say=Text(
                ko=(
                    "기울기의 반대 방향으로, 기울기에 학습률을 곱한 만큼 움직입니다. f가 더 이상 바뀌지 않을 때까지 "
                    "되풀이합니다. 기울기 ∇f는 변수마다의 df/dx를 모은 벡터입니다."
                ),
                en=(
                    "Move against the gradient, by the gradient times the learning rate, and repeat until f no longer "
                    "changes. The gradient ∇f collects df/dx for every variable."
                ),
            ),
            ask=Question(
                Text(
                    ko="학습률이 같은데도 최솟값에 다가갈수록 스텝이 짧아지는 까닭은 무엇일까요?",
                    en="The learning rate stays the same: why do the steps shorten near the minimum?",
                ),
                Text(
                    ko="기울기가 0에 가까워지기 때문입니다. 학습률은 그대로입니다.",
                    en="Because the gradient goes to 0; the learning rate does not change.",
                ),
            ),
            chapters=(Way("race", {"optimizers": "gd"}), Way("step", {"optimizer": "gd"})),
            optimizer="gd",
            letters=(
                RATE,
                Letter(
                    "df/dx",
                    "∇f",
                    Text(ko="기울기: 변수가 여럿이면 편미분의 벡터", en="the gradient: of several variables, a vector"),
                ),
            ),
        ),
        Slide(
            Text(ko="적절한 학습률의 선택", en="Choosing the learning rate"),
            claims={
                "C2": Text(
                    ko=(
                        "학습률이 너무 크면 튕겨 나가고 너무 작으면 너무 오래 걸려, 정해진 스텝 안에는 둘 다 "
                        "최솟값에 도달하지 못합니다."
                    ),
                    en=(
                        "Too large a learning rate overshoots or diverges, too small a one takes too long: neither "
                        "reaches the minimum in the given steps."
                    ),
                )
            },
            say=Text(
                ko=(
                    "학습률이 너무 크면 튕겨 나가고 너무 작으면 아주 오래 걸립니다. 정해진 스텝 안에는 둘 다 최솟값에 "
                    "도달하지 못합니다. 이차식에서는 한계가 2/λmax, 곧 2를 가장 큰 곡률로 나눈 값입니다."
                ),
                en=(
                    "Too large a learning rate scatters the iterates, too small a one takes very long; within the "
                    "given steps neither reaches the minimum. On a quadratic the limit is 2/λmax (λmax: the largest "
                    "curvature)."
                ),
            ),
            ask=Question(
                Text(
                    ko="곡률이 두 배로 가파른 골짜기에서는 학습률을 얼마나 줄여야 할까요?",
                    en="The valley becomes twice as steep in curvature: how much smaller must the learning rate be?",
                ),
                Text(ko="한계 2/λmax가 절반이 되므로 절반으로 줄입니다.", en="Half: the limit 2/λmax is halved."),
            ),
            chapters=(Way("dial"), Way("choosing")),
            letters=(RATE,),
        ),
        Slide(
            Text(ko="학습률과 손실", en="Learning rate and loss"),
            claims={
                "C3": Text(
                    ko=(
                        "손실은 학습률이 낮으면 천천히, 적절하면 빠르게 줄고, 매우 높으면 발산하며, 높으면 빠르게 "
                        "줄다가 기울기에 잡음이 있을 때 최솟값보다 위에서 정체합니다."
                    ),
                    en=(
                        "The loss falls slowly with a low learning rate, quickly with a good one, and diverges with "
                        "a very high one; with a high one it falls quickly, then stalls above the minimum if the "
                        "gradient is noisy."
                    ),
                )
            },
            say=Text(
                ko=(
                    "에포크에 따른 손실 곡선 네 가지입니다. 학습률이 낮으면 거의 직선으로 천천히 줄고, 적절하면 빠르게 "
                    "줄고, 높으면 빠르게 줄다가 최솟값보다 위에서 정체하고, 매우 높으면 발산합니다. 정체는 기울기에 "
                    "잡음이 있을 때의 일입니다."
                ),
                en=(
                    "Four curves of the loss over epochs. A low rate falls slowly, almost in a straight line; a good "
                    "one falls quickly; a high one falls quickly, then stalls above the minimum; a very high one "
                    "diverges. The stall needs noise in the gradient."
                ),
            ),
            ask=Question(
                Text(
                    ko="높은 학습률의 정체를 풀려면 무엇을 바꾸면 될까요?",
                    en="What ends the stall of a high learning rate?",
                ),
                Text(
                    ko="학습률을 줄여 가면 됩니다. 학습률 스케줄이 하는 일입니다.",
                    en="Decreasing the learning rate, which is what schedules do.",
                ),
            ),
            chapters=(Way("choosing"), Way("schedules")),
        ),
        Slide(
            Text(ko="볼록과 비볼록", en="Convex and non-convex"),
            claims={
                "C4": Text(
                    ko="곡면이 볼록하고 학습률이 충분히 작으면 어디서 출발해도 최솟값에 도달합니다.",
                    en="On a convex surface every start reaches the minimum if the learning rate is small enough.",
                ),
                "C5": Text(
                    ko=(
                        "곡면이 볼록하지 않으면 출발점이 어느 최솟값에 도달할지 정하고, 지역 최솟값에 갇힐 수도 "
                        "있습니다."
                    ),
                    en="On a non-convex surface the start decides which minimum is reached, and it may be a local one.",
                ),
            },
            say=Text(
                ko=(
                    "볼록하면 어디서 출발해도 최솟값에 도달합니다. 학습률이 충분히 작을 때의 이야기입니다. 비볼록이면 "
                    "출발점마다 다른 최솟값에 이르고, 전역 최솟값이 아니라 지역 최솟값일 수 있습니다."
                ),
                en=(
                    "On a convex surface every start reaches the minimum, if the learning rate is small enough. On a "
                    "non-convex one different starts reach different minima, and it may be a local one instead of the "
                    "global one."
                ),
            ),
            ask=Question(
                Text(
                    ko="볼록한데도 최솟값에 도달하지 못하는 경우가 있을까요?",
                    en="Can a run on a convex surface fail to reach the minimum?",
                ),
                Text(
                    ko="있습니다. 학습률이 너무 크면 발산합니다.",
                    en="Yes: with too large a learning rate it diverges.",
                ),
            ),
            chapters=(Way("basins"),),
        ),
        Slide(
            Text(ko="안장점", en="Saddle points"),
            claims={
                "C6": Text(
                    ko=(
                        "안장점으로 곧장 이어지는 선 위에서 출발하면 기울기가 정확한 한 경사 하강법은 안장점을 "
                        "벗어나지 못하고, 그 선에서 조금 벗어나 출발하면 늦게 벗어납니다."
                    ),
                    en=(
                        "Started on the line that leads straight into a saddle point, gradient descent does not "
                        "leave it as long as the gradient is exact; started slightly off that line, it leaves late."
                    ),
                )
            },
            say=Text(
                ko=(
                    "극값이 아닌데도 기울기가 0인 점입니다. 안장점으로 곧장 이어지는 선 위에서 출발하면 경사 하강법은 "
                    "벗어나지 못하고, 조금이라도 벗어나 출발하면 늦게 벗어납니다. 잡음이 있어도 벗어납니다."
                ),
                en=(
                    "A point that is no extremum though the gradient is zero. Started on the line that leads straight "
                    "into it, gradient descent does not get away; started slightly off, it leaves late. Noise frees "
                    "it, too."
                ),
            ),
            ask=Question(
                Text(
                    ko="안장점과 최솟값은 둘 다 기울기가 0입니다. 무엇으로 구별할까요?",
                    en="At a saddle and at a minimum the gradient is zero. What tells them apart?",
                ),
                Text(
                    ko="곡률의 부호입니다. 안장점에는 음의 곡률이 있습니다.",
                    en="The signs of the curvatures: a saddle has a negative one.",
                ),
            ),
            chapters=(
                Way("race", {"surface": "bounded-saddle"}),
                Way(
                    "race",
                    {"surface": "bounded-saddle", "x": "1", "y": "0", **_AT_THE_SADDLE},
                    Text(ko="안장점의 기울기와 곡률", en="gradient and curvatures at the saddle"),
                ),
            ),
        ),
    ),
)
