"""C4 and C5: on a convex surface any start arrives; elsewhere the start decides."""

from scenes.of_basins import AllArrive, ReachedMore, StartsSplit
from scenes.of_races import Arrives
from scenes.scene import BasinsScene, RaceScene
from text import Text

SCENES = (
    BasinsScene(
        key="convex",
        slide=8,
        claim="C4",
        title=Text(ko="볼록한 곡면의 출발점", en="Convex: every start arrives"),
        topic=Text(ko="볼록한 곡면의 출발점", en="Starts on a convex surface"),
        say=Text(
            ko=(
                "이 볼록한 이차 함수에서는 학습률이 2/λmax = 1보다 작으면(λmax = 2는 가장 큰 곡률) 어디서 출발해도 "
                "최솟값에 도달합니다."
            ),
            en=(
                "On this convex quadratic every start reaches the minimum, provided that the learning rate is "
                "below 2/λmax = 1 (λmax = 2 is the largest curvature)."
            ),
        ),
        why=Text(
            ko=(
                "볼록한 곡면에는 갇힐 곳이 없습니다. 왼쪽(n = 0.95)은 모든 출발점이 도달하고, 오른쪽(n = 1.05)은 "
                "모든 출발점이 튕겨 나갑니다. 볼록해도 학습률이 너무 크면 소용이 없습니다."
            ),
            en=(
                "A convex surface has no place to get stuck. On the left (n = 0.95) every start reaches the "
                "minimum; on the right (n = 1.05) every start is thrown out. Convexity does not help if the "
                "learning rate is too large."
            ),
        ),
        setting={"surface": "class-ravine", "rate": "0.95", "other.rate": "1.05", "steps": "200"},
        ask="right",
        expects=(AllArrive("left"), AllArrive("right", percent=0)),
    ),
    BasinsScene(
        key="start-decides",
        slide=8,
        claim="C5",
        title=Text(ko="출발점이 정하는 최솟값", en="The start decides"),
        topic=Text(ko="비볼록 곡면의 출발점", en="Starts, non-convex surface"),
        say=Text(
            ko="볼록하지 않으면 출발점이 최솟값을 정합니다. 학습률을 키우면 머물 수 있는 최솟값도 줄어듭니다.",
            en=(
                "On a non-convex surface the start decides which minimum is reached; a larger learning rate leaves "
                "fewer minima to stay in."
            ),
        ),
        why=Text(
            ko=(
                "힘멜블라우 함수의 최솟값 네 곳은 높이가 같지만 곡률이 다릅니다. n = 0.01에서는 네 곳이 출발점을 "
                "거의 고르게 나누어 갖습니다. n = 0.0195에서는 경사 하강법이 2/λmax(λmax: 그곳의 가장 큰 곡률)가 "
                "그보다 작은 두 곳에 머물지 못합니다."
            ),
            en=(
                "Himmelblau's four minima are equally low but differ in curvature. At n = 0.01 they share the "
                "starts almost evenly; at n = 0.0195 gradient descent cannot stay at the two whose 2/λmax is "
                "smaller (λmax: the largest curvature there)."
            ),
        ),
        setting={"surface": "himmelblau", "rate": "0.01", "other.rate": "0.0195", "steps": "200"},
        ask="right",
        expects=(StartsSplit("left", 4, at_least=20), StartsSplit("right", 2, at_least=20)),
    ),
    RaceScene(
        key="method-decides",
        slide=8,
        claim="C5",
        title=Text(ko="같은 출발점, 다른 최솟값", en="One start, three minima"),
        topic=Text(ko="같은 출발점의 여러 기법", en="One start, several optimizers"),
        say=Text(
            ko="같은 곳에서 같은 학습률로 출발해도 기법에 따라 다른 최솟값에 도달합니다.",
            en="From the same start with the same learning rate, different optimizers reach different minima.",
        ),
        why=Text(
            ko=(
                "경사 하강법의 첫 스텝은 길어서 언덕을 넘고, Momentum은 더 멀리 나아가며, Adam의 스텝은 처음부터 "
                "짧아서 가까운 골짜기를 따라 내려갑니다. 비볼록한 곡면에서는 이런 차이가 최솟값을 바꿉니다."
            ),
            en=(
                "Gradient descent's first step is long and crosses the hill, Momentum goes on farther, and Adam's "
                "steps are short from the beginning and follow the nearby valley. On a non-convex surface that is "
                "enough to end in another minimum."
            ),
        ),
        setting={
            "surface": "himmelblau",
            "x": "0.5",
            "y": "4",
            "rate": "0.012",
            "steps": "300",
            "optimizers": "gd,momentum,adam",
        },
        ask="goal.gd",
        expects=(
            Arrives("gd", (3.0, 2.0), by=40),
            Arrives("momentum", (3.584, -1.848), by=120),
            Arrives("adam", (-2.805, 3.131), by=280),
        ),
    ),
    BasinsScene(
        key="two-wells",
        slide=8,
        claim="C5",
        title=Text(ko="지역 최솟값의 위험", en="The risk of a local minimum"),
        topic=Text(ko="지역 최솟값이 있는 곡면", en="With a local minimum"),
        say=Text(
            ko="출발점의 거의 절반에서 경사 하강법은 얕은 지역 최솟값에 갇힙니다. Momentum을 쓰면 줄어듭니다.",
            en=(
                "From almost half of the starts gradient descent ends in the shallow minimum; with Momentum, from "
                "fewer."
            ),
        ),
        why=Text(
            ko=(
                "경사 하강법은 출발점이 속한 골짜기의 최솟값으로 내려갑니다. Momentum은 얕은 최솟값을 지나 깊은 "
                "최솟값까지 가기도 합니다. 그래도 출발점의 약 1/3은 얕은 최솟값에서 끝납니다."
            ),
            en=(
                "Gradient descent descends to the minimum of the valley its start belongs to. Momentum may pass "
                "through the shallow minimum into the deep one; even so, about a third of the starts end in the "
                "shallow one."
            ),
        ),
        setting={
            "surface": "two-wells",
            "optimizer": "gd",
            "rate": "0.02",
            "other": "momentum",
            "other.rate": "0.02",
            "steps": "200",
            "x": "1.8",
            "y": "0.2",
        },
        ask="left",
        expects=(
            StartsSplit("left", 2, at_least=40),
            StartsSplit("right", 2, at_least=25),
            ReachedMore("right", "left", minimum=0, by=10),
        ),
    ),
)
