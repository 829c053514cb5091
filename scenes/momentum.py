"""C7: momentum gets out of a local minimum that holds gradient descent, if it remembers enough."""

from scenes.of_races import Arrives, RollsThrough
from scenes.scene import RaceScene
from text import Text

_SHALLOW, _DEEP = (0.9053, 0.0), (-0.9363, 0.0)
_WELLS = {"surface": "two-wells", "x": "1.8", "y": "0.2", "rate": "0.02", "steps": "200", "optimizers": "gd,momentum"}

SCENES = (
    RaceScene(
        key="out-of-the-well",
        claim="C7",
        title=Text(ko="지역 최솟값에서 벗어나기", en="Out of the local minimum"),
        say=Text(
            ko="경사 하강법은 얕은 우물에 갇히지만, 관성(r = 0.9)은 같은 우물을 지나 깊은 우물까지 굴러갑니다.",
            en="The shallow well holds gradient descent; momentum (r = 0.9) rolls through it and on into the deep one.",
        ),
        why=Text(
            ko="이동 벡터 v가 내려온 스텝을 기억하므로, 기울기가 0인 바닥에서도 멈추지 않고 반대쪽 비탈을 넘습니다.",
            en=(
                "The movement vector v remembers the steps that led down, so at the bottom, where the slope is 0, it "
                "does not stop but climbs the other side."
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
        claim="C7",
        title=Text(ko="관성 계수가 작으면", en="Too little momentum"),
        say=Text(
            ko="관성이 있다고 늘 빠져나오지는 않습니다. r = 0.8이면 같은 출발점에서 관성도 얕은 우물에 갇힙니다.",
            en="Momentum does not always get out: with r = 0.8, from the same start, the shallow well holds it, too.",
        ),
        why=Text(
            ko=(
                "r이 작으면 앞선 스텝이 빨리 잊혀, 반대쪽 비탈을 다 오르기 전에 힘이 다합니다. 빠져나오는지는 r, "
                "학습률, 출발점, 우물의 깊이에 달려 있습니다."
            ),
            en=(
                "With a smaller r earlier steps are soon forgotten, and it runs out before the other side is climbed. "
                "Whether it gets out depends on r, the learning rate, the start and the depth of the well."
            ),
        ),
        setting={**_WELLS, "momentum.momentum": "0.8"},
        ask="goal.momentum",
        expects=(Arrives("gd", _SHALLOW, by=40), Arrives("momentum", _SHALLOW, by=80)),
    ),
)
