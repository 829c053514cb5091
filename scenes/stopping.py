"""C1: gradient descent repeats until f does not change any more."""

from scenes.of_races import Arrives, KeepsChanging, StopsChanging
from scenes.scene import RaceScene
from text import Text

_UPPER = (0.0, 0.7071)

SCENES = (
    RaceScene(
        key="until-it-stops",
        slide=5,
        claim="C1",
        title=Text(ko="수렴할 때까지의 반복", en="Repeat until convergence"),
        topic=Text(ko="경사 하강법과 RMSProp의 반복", en="GD and RMSProp, repeated"),
        say=Text(
            ko="경사 하강법은 f가 더는 변하지 않을 때까지 되풀이합니다. 모든 기법이 그렇게 멈추지는 않습니다.",
            en="Gradient descent repeats until f no longer changes; not every optimizer comes to such a stop.",
        ),
        why=Text(
            ko=(
                "최솟값에 다가갈수록 기울기가 작아져 경사 하강법의 스텝도 짧아지고, 마침내 f가 마지막 자리까지 "
                "변하지 않습니다. Momentum은 더 오래 진동한 뒤에 멈춥니다. RMSProp은 기울기의 크기로 나누므로, "
                "학습률이 일정하면 최솟값 주변에서 계속 진동합니다."
            ),
            en=(
                "Near the minimum the gradient shrinks and gradient descent's steps with it, until f is the same "
                "to its last digit. Momentum oscillates much longer before it rests. RMSProp divides by the "
                "gradient's size, so its steps do not shrink: with a constant learning rate it keeps oscillating "
                "around the minimum."
            ),
        ),
        setting={
            "surface": "bounded-saddle",
            "x": "1",
            "y": "0.5",
            "rate": "0.1",
            "steps": "400",
            "optimizers": "gd,momentum,rmsprop",
        },
        ask="fate.rmsprop",
        expects=(
            Arrives("gd", _UPPER, by=40),
            StopsChanging("gd", by=100),
            StopsChanging("momentum", by=390),
            KeepsChanging("rmsprop", by_at_least=1e-4),
        ),
    ),
)
