"""C6: gradient descent stays at a saddle; started a hair off the line that leads into it, it leaves late."""

from urllib.parse import urlencode

from scenes.of_races import AllKeepTo, Arrives, Frees, StayedAtSaddle, StaysAtSaddle
from scenes.scene import RaceScene
from text import Text

_LECTURE = ("gd", "momentum", "adagrad", "rmsprop", "adam")
_UPPER, _LOWER = (0.0, 0.7071), (0.0, -0.7071)
_AWAY = 0.35
"""Half of the way to the minimum."""

_ON_THE_LINE = {"surface": "bounded-saddle", "x": "1", "y": "0", "rate": "0.1", "steps": "200", "optimizers": "gd"}

SCENES = (
    RaceScene(
        key="on-the-line",
        slide=9,
        claim="C6",
        title=Text(ko="안장점에 갇힌 다섯 기법", en="Trapped at the saddle"),
        topic=Text(ko="안장점으로 이어진 선 위의 출발점", en="A start in line with a saddle"),
        say=Text(
            ko=(
                "안장점으로 곧장 이어지는 직선 위의 점 (1, 0)에서 출발하면, 기울기가 정확한 한 다섯 기법 가운데 "
                "어느 것도 안장점을 벗어나지 못합니다."
            ),
            en=(
                "Started at (1, 0), on the line that leads straight into the saddle point, none of the five leaves "
                "it as long as the gradient is exact."
            ),
        ),
        why=Text(
            ko=(
                "직선 y = 0 위에서는 y 방향의 기울기가 정확히 0이므로 y는 계속 0입니다. RMSProp은 그 직선 위를 "
                "오가지만 역시 벗어나지 못합니다. 기울기에 잡음이 있으면 모두 벗어납니다."
            ),
            en=(
                "On the line y = 0 the gradient along y is exactly 0, so y stays 0. RMSProp oscillates along the "
                "line but never leaves it. With noise on the gradient all of them get away."
            ),
        ),
        setting={
            "surface": "bounded-saddle",
            "x": "1",
            "y": "0",
            "rate": "0.1",
            "steps": "200",
            "optimizers": ",".join(_LECTURE),
        },
        ask="fate.gd",
        expects=(
            AllKeepTo("y", 0.0),
            *(StaysAtSaddle(who, by=150) for who in _LECTURE if who != "rmsprop"),
        ),
    ),
    RaceScene(
        key="a-hair-off",
        slide=9,
        claim="C6",
        title=Text(ko="0.001만큼 벗어난 출발점", en="Slightly off the line"),
        say=Text(
            ko="0.001만 벗어나 출발하면 모두 안장점을 벗어납니다. 경사 하강법이 가장 늦습니다.",
            en="Started only 0.001 off the line, all of them leave the saddle, gradient descent last.",
        ),
        why=Text(
            ko=(
                "y 방향의 기울기는 −2y라서 처음에는 거의 0이고, 경사 하강법의 y는 스텝마다 1.06배로만 커집니다. "
                "Momentum은 스텝을 쌓고, 나머지는 작은 기울기를 그 크기로 나누어 먼저 벗어납니다. 안장점에 갇힌 "
                "것이 아니라 오래 걸리는 것입니다."
            ),
            en=(
                "The gradient along y is −2y, nearly 0 at first, so gradient descent's y grows by a factor of only "
                "1.06 per step. Momentum accumulates its steps, the others divide the small gradient by its size, "
                "and leave sooner. Gradient descent is not trapped at the saddle; it just takes long."
            ),
        ),
        setting={
            "surface": "bounded-saddle",
            "x": "1",
            "y": "0.001",
            "rate": "0.03",
            "steps": "200",
            "optimizers": ",".join(_LECTURE),
        },
        ask="first",
        expects=(
            Frees("gd", "y", _AWAY, after=90, by=115),
            Frees("momentum", "y", _AWAY, by=40),
            Frees("adagrad", "y", _AWAY, by=30),
            Frees("rmsprop", "y", _AWAY, by=10),
            Frees("adam", "y", _AWAY, by=20),
            Arrives("gd", _UPPER, by=160),
        ),
    ),
    RaceScene(
        key="noise-frees",
        slide=9,
        claim="C6",
        title=Text(ko="잡음이 안장점에서 꺼내 줌", en="Freed by noise"),
        topic=Text(ko="같은 출발점, 잡음이 있는 기울기", en="The same start, with noise"),
        say=Text(
            ko=(
                "같은 점 (1, 0)에서 출발해도 기울기에 σ = 0.001의 작은 잡음이 있으면 경사 하강법은 안장점을 벗어나 "
                "최솟값에 도달합니다. 흐린 선은 잡음이 없을 때이고, 안장점에 머무릅니다."
            ),
            en=(
                "Started at (1, 0) as well, with noise of only σ = 0.001 on the gradient, gradient descent leaves the "
                "saddle point and reaches a minimum. The faint line is the run without noise: it stays at the saddle."
            ),
        ),
        why=Text(
            ko=(
                "잡음이 y를 0에서 조금 벗어나게 하면, 곡률이 −2인 y 방향에서는 벗어난 거리가 안장점 가까이에서 "
                "스텝마다 1.2배로 커집니다. 어느 최솟값으로 가는지는 잡음의 난수가 정합니다. 최솟값에서는 두 곡률이 "
                "모두 양수라 잡음이 커지지 않습니다."
            ),
            en=(
                "Once noise has moved y slightly off 0, that distance grows by a factor of 1.2 per step near the "
                "saddle, for the curvature along y is −2. Which minimum it reaches is decided by the random numbers. "
                "At a minimum both curvatures are positive, so noise does not grow."
            ),
        ),
        setting={**_ON_THE_LINE, "noise": "0.001", "seed": "0", "pinned": urlencode(_ON_THE_LINE)},
        ask="fate.gd",
        expects=(
            StayedAtSaddle("gd", by=150),
            Frees("gd", "y", _AWAY, after=40, by=60),
            Arrives("gd", _LOWER, by=70),
        ),
    ),
)
