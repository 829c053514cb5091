"""C7: momentum gets out of a local minimum that holds gradient descent, if it remembers enough."""

from scenes.of_races import Arrives, RollsThrough
from scenes.scene import RaceScene
from text import Text

_SHALLOW, _DEEP = (0.9053, 0.0), (-0.9363, 0.0)
_WELLS = {"surface": "two-wells", "x": "1.8", "y": "0.2", "rate": "0.02", "steps": "200", "optimizers": "gd,momentum"}

SCENES = (
    RaceScene(
        key="out-of-the-well",
        slide=10,
        claim="C7",
        title=Text(ko="지역 최솟값에서 벗어나기", en="Escaping a local minimum"),
        topic=Text(ko="지역 최솟값과 관성 계수 0.9", en="Local minimum, momentum 0.9"),
        say=Text(
            ko=(
                "경사 하강법은 얕은 지역 최솟값에 갇히지만, Momentum(r = 0.9)은 같은 최솟값을 지나 깊은 전역 "
                "최솟값까지 갑니다."
            ),
            en=(
                "Gradient descent is trapped in the shallow minimum; Momentum (r = 0.9) passes through it and "
                "reaches the deep one."
            ),
        ),
        why=Text(
            ko=(
                "이동 벡터 v에 지난 스텝이 누적되어 있으므로, 기울기가 0인 최솟값에서도 멈추지 않고 반대쪽 비탈을 "
                "오릅니다."
            ),
            en=(
                "The movement vector v has accumulated the steps that led down, so at the minimum, where the "
                "gradient is 0, it does not stop but climbs the other side."
            ),
        ),
        setting=_WELLS,
        ask="goal.momentum",
        expects=(
            Arrives("gd", _SHALLOW, by=40),
            RollsThrough("momentum", _SHALLOW, within=0.1),
            Arrives("momentum", _DEEP, by=100),
        ),
    ),
    RaceScene(
        key="too-little-momentum",
        slide=10,
        claim="C7",
        title=Text(ko="작은 관성 계수", en="Too little momentum"),
        topic=Text(ko="지역 최솟값과 관성 계수 0.8", en="Local minimum, momentum 0.8"),
        say=Text(
            ko=(
                "Momentum이라고 항상 벗어나지는 않습니다. r = 0.8이면 같은 출발점에서 Momentum도 얕은 최솟값에 "
                "갇힙니다."
            ),
            en=(
                "Momentum does not always escape: with r = 0.8, from the same start, it is also trapped in the "
                "shallow minimum."
            ),
        ),
        why=Text(
            ko=(
                "r이 작으면 지난 스텝의 영향이 빨리 줄어, 반대쪽 비탈을 다 오르기 전에 멈춥니다. 벗어나는지는 r, "
                "학습률, 출발점, 최솟값의 깊이에 달려 있습니다."
            ),
            en=(
                "With a smaller r past steps fade quickly, and it stops before it is over the other side. Whether "
                "it escapes depends on r, the learning rate, the start and the depth of the minimum."
            ),
        ),
        setting={**_WELLS, "momentum.momentum": "0.8"},
        ask="goal.momentum",
        expects=(Arrives("gd", _SHALLOW, by=40), Arrives("momentum", _SHALLOW, by=80)),
    ),
)
