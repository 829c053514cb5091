"""C2 and C3: too small crawls, too big scatters; and what the loss curves look like."""

from scenes.of_races import Arrives, Diverges, StillFar, Swings
from scenes.of_rates import Does, FallsFaster, StaysAbove
from scenes.of_steps import Multiplies
from scenes.scene import CurvesScene, RaceScene, RatesScene
from simulation import RateRegime
from text import Text

_RAVINE = {"surface": "class-ravine", "x": "-7", "y": "2", "optimizers": "gd"}
_BOTTOM = (0.0, 0.0)

SCENES = (
    RaceScene(
        key="too-small",
        slide=6,
        claim="C2",
        title=Text(ko="너무 작은 학습률", en="Too small a learning rate"),
        topic=Text(ko="학습률 0.01의 경사 하강법", en="GD at learning rate 0.01"),
        say=Text(
            ko="학습률이 너무 작으면 방향은 맞아도 너무 오래 걸려, 정해진 스텝 안에 최솟값에 도달하지 못합니다.",
            en=(
                "With too small a learning rate the direction is right, but it takes so long that the minimum is "
                "not reached within these steps."
            ),
        ),
        why=Text(
            ko=(
                "학습률 0.01에서는 완만한 x 방향의 거리가 한 스텝에 0.1%씩만 줄어듭니다. 100스텝 뒤에도 출발점 "
                "가까이에 있습니다."
            ),
            en=(
                "At n = 0.01 each step reduces the distance along the flat x direction by 0.1%; after 100 steps "
                "the run is still near the start."
            ),
        ),
        setting={**_RAVINE, "rate": "0.01", "steps": "100"},
        ask="fate.gd",
        expects=(StillFar("gd", left=0.8), Multiplies("gd", "x", 0.999)),
    ),
    RaceScene(
        key="zigzag",
        slide=6,
        claim="C2",
        title=Text(ko="지그재그", en="Zigzag"),
        topic=Text(ko="학습률 0.95의 경사 하강법", en="GD at learning rate 0.95"),
        say=Text(
            ko="학습률 0.95에서는 가파른 y 방향으로 지그재그를 그리지만, 진폭이 줄어 최솟값에 도달합니다.",
            en=(
                "At a learning rate of 0.95 it zigzags across the steep y direction with a shrinking amplitude and "
                "reaches the minimum."
            ),
        ),
        why=Text(
            ko=(
                "y 방향의 곡률은 2이므로 스텝마다 y가 1 − 0.95·2 = −0.9배가 됩니다. 부호가 바뀌며 작아집니다. "
                "완만한 x 방향으로는 그만큼 빨라서, 이 협곡에서는 거의 가장 빠른 학습률입니다."
            ),
            en=(
                "The curvature along y is 2, so every step multiplies y by 1 − 0.95·2 = −0.9: the sign flips and "
                "the size shrinks. In return it is fast along the gentle x direction: for this ravine this is "
                "nearly the best learning rate."
            ),
        ),
        setting={**_RAVINE, "rate": "0.95", "steps": "100"},
        ask="fate.gd",
        expects=(Multiplies("gd", "y", -0.9), Arrives("gd", _BOTTOM, by=60)),
    ),
    RaceScene(
        key="bounce",
        slide=6,
        claim="C2",
        title=Text(ko="줄지 않는 진동", en="Endless oscillation"),
        topic=Text(ko="학습률 1.0의 경사 하강법", en="GD at learning rate 1.0"),
        say=Text(
            ko="학습률 1.0에서는 y = 2와 y = −2 사이를 계속 오갑니다. 가까워지지도 멀어지지도 않습니다.",
            en=(
                "At a learning rate of 1.0 it oscillates between y = 2 and y = −2 forever, getting neither closer "
                "nor farther."
            ),
        ),
        why=Text(
            ko=(
                "스텝마다 y가 1 − 1.0·2 = −1배가 됩니다. 학습률이 정확히 2/λmax = 1입니다(λmax = 2는 가장 큰 "
                "곡률). x는 줄어들지만 y의 진폭은 그대로입니다."
            ),
            en=(
                "Every step multiplies y by 1 − 1.0·2 = −1: the learning rate is exactly 2/λmax = 1 (λmax = 2 is "
                "the largest curvature). x shrinks, the amplitude in y stays the same."
            ),
        ),
        setting={**_RAVINE, "rate": "1", "steps": "60"},
        ask="fate.gd",
        expects=(Multiplies("gd", "y", -1.0), Swings("gd", by=30)),
    ),
    RaceScene(
        key="blow-up",
        slide=6,
        claim="C2",
        title=Text(ko="발산", en="Divergence"),
        topic=Text(ko="학습률 1.05의 경사 하강법", en="GD at learning rate 1.05"),
        say=Text(
            ko="학습률을 1.05로 조금만 더 키우면 스텝마다 진폭이 커져 그림 밖으로 발산합니다.",
            en=(
                "Raise the learning rate just a little, to 1.05, and each swing is larger: the run leaves the plot "
                "and diverges."
            ),
        ),
        why=Text(
            ko=(
                "스텝마다 y가 1 − 1.05·2 = −1.1배가 됩니다. 2/λmax = 1을 넘으면(λmax = 2는 가장 큰 곡률) 스텝마다 "
                "진폭이 커집니다."
            ),
            en=(
                "Every step multiplies y by 1 − 1.05·2 = −1.1: beyond 2/λmax = 1 (λmax = 2 is the largest "
                "curvature) each swing is larger than the last."
            ),
        ),
        setting={**_RAVINE, "rate": "1.05", "steps": "60"},
        ask="fate.gd",
        expects=(Multiplies("gd", "y", -1.1), Diverges("gd", by=30)),
    ),
    RatesScene(
        key="four-rates",
        slide=6,
        claim="C2",
        title=Text(ko="학습률 네 가지", en="Four learning rates"),
        say=Text(
            ko=(
                "같은 출발점, 같은 곡면입니다. 학습률이 너무 작으면 정해진 스텝 안에 최솟값에 도달하지 못하고, "
                "너무 크면 진동하거나 발산합니다."
            ),
            en=(
                "Same start, same surface: too small a learning rate does not reach the minimum within these "
                "steps, too large a one oscillates or diverges."
            ),
        ),
        why=Text(
            ko=(
                "경사 하강법은 학습률이 2/λmax보다 작아야 최솟값에 수렴합니다(λmax: 가장 큰 곡률). 그 값의 "
                "0.002배면 너무 느리고, 0.45배면 도달하고, 정확히 그 값이면 진동하고, 1.06배면 발산합니다."
            ),
            en=(
                "Gradient descent converges only below 2/λmax (λmax: the largest curvature). At 0.002 times that "
                "value it crawls, at 0.45 times it converges, at exactly that value it oscillates, and at 1.06 "
                "times it diverges."
            ),
        ),
        setting={"surface": "class-ravine", "x": "-7", "y": "2", "steps": "300"},
        ask="diverging",
        expects=(
            Does("small", RateRegime.CRAWL),
            Does("right", RateRegime.CONVERGE),
            Does("big", RateRegime.OSCILLATE),
            Does("diverging", RateRegime.DIVERGE),
        ),
    ),
    CurvesScene(
        key="four-curves",
        slide=7,
        claim="C3",
        title=Text(ko="손실 곡선 네 가지", en="Four loss curves"),
        say=Text(
            ko=(
                "낮은 학습률의 손실은 천천히, 높은 학습률의 손실은 빨리 줄고, 매우 높으면 발산합니다. 높은 "
                "학습률이 최솟값 위에서 정체하는 것은 기울기에 잡음이 있을 때입니다."
            ),
            en=(
                "With a low learning rate the loss falls slowly, with a high one quickly, with a very high one it "
                "diverges. The high one stalls above the minimum only when the gradient is noisy."
            ),
        ),
        why=Text(
            ko=(
                "정확한 기울기에서는 높은 학습률도 2/λmax보다 작으면(λmax: 가장 큰 곡률) 최솟값에 도달합니다. "
                "잡음이 있으면 큰 스텝이 잡음을 그대로 반영해, 손실이 가장 낮은 값보다 위에서 흔들립니다."
            ),
            en=(
                "With exact gradients a high learning rate converges as well, as long as it is below 2/λmax (λmax: "
                "the largest curvature). With noise its large steps carry the noise along, and the loss hovers "
                "above the lowest value."
            ),
        ),
        setting={"surface": "class-ravine", "x": "-7", "y": "2", "steps": "300", "noise": "0.49", "seed": "0"},
        ask="lowest",
        expects=(
            Does("low", RateRegime.CRAWL),
            Does("good", RateRegime.CONVERGE),
            Does("high", RateRegime.CONVERGE),
            Does("very high", RateRegime.DIVERGE),
            FallsFaster("high", "good", steps=5),
            StaysAbove("high", "good", times=3),
            StaysAbove("low", "good", times=3),
        ),
    ),
)
