"""From Cauchy to today: what is new in each optimizer, and the race in which it shows.

Names, years and sources are the optimizers' own; what is new is told from their papers as we remember them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from text import Text


class Advance(NamedTuple):
    """One optimizer beside the one that it came from."""

    optimizer: str
    parent: str
    """Empty for the first."""
    idea: Text
    """The one thing that is new."""
    seen: Text
    """What the race shows, with its setting; tests/lecture/test_timeline.py checks it."""
    race: Mapping[str, str]
    """The address of the race, without who runs."""

    @property
    def racers(self) -> str:
        """Who runs, as the address says it."""
        return ",".join(filter(None, (self.parent, self.optimizer)))


TIMELINE: tuple[Advance, ...] = (
    Advance(
        "gd",
        "",
        Text(
            ko="기울기의 반대 방향으로 조금씩 움직입니다.",
            en="Move a little against the gradient, again and again.",
        ),
        Text(
            ko="그릇 모양 곡면에서 곧장 최솟값으로 내려갑니다.",
            en="On a bowl it runs straight down to the minimum.",
        ),
        {"surface": "bowl", "steps": "100"},
    ),
    Advance(
        "momentum",
        "gd",
        Text(
            ko="이전 이동을 일부 간직해, 같은 방향의 기울기는 쌓고 엇갈리는 기울기는 지웁니다.",
            en="Keep a share of the last movement: gradients that agree add up, those that alternate cancel.",
        ),
        Text(
            ko="좁은 협곡에서 같은 학습률로 경사 하강법보다 두 배 넘게 빨리 도달합니다.",
            en="In a narrow ravine, at the same learning rate, it arrives more than twice as soon as gradient descent.",
        ),
        {"surface": "ravine", "rate": "0.02", "steps": "300"},
    ),
    Advance(
        "nesterov",
        "momentum",
        Text(
            ko="지금 자리가 아니라, 관성으로 밀려갈 앞자리의 기울기를 씁니다.",
            en="Take the gradient where the momentum is about to carry the point, not where it is.",
        ),
        Text(
            ko=(
                "같은 협곡에서 Momentum보다 먼저 도달합니다. 학습률을 조금만 더 키우면 먼저 발산하는 쪽도 "
                "Nesterov입니다."
            ),
            en="In the same ravine it arrives before Momentum; with a slightly larger rate it is the first to diverge.",
        ),
        {"surface": "ravine", "rate": "0.02", "steps": "300"},
    ),
    Advance(
        "adagrad",
        "gd",
        Text(
            ko="변수마다 지금까지의 기울기 제곱의 합으로 학습률을 나눕니다.",
            en="Divide each variable's learning rate by the root of all its squared gradients so far.",
        ),
        Text(
            ko="기울기가 지나치게 가파른 곳에서 경사 하강법은 발산하고, AdaGrad는 같은 학습률로 최솟값에 이릅니다.",
            en="Where gradients are huge, gradient descent diverges; AdaGrad reaches a minimum at the same rate.",
        ),
        {"surface": "goldstein-price", "rate": "0.1", "steps": "300"},
    ),
    Advance(
        "rmsprop",
        "adagrad",
        Text(
            ko="제곱의 합을 지수 평균으로 바꾸어, 오래된 기울기를 잊습니다.",
            en="Replace the sum of squares by an exponential average, which forgets.",
        ),
        Text(
            ko="작은 학습률로, AdaGrad가 정체하는 동안 최솟값에 도달합니다. 거기서는 진동합니다.",
            en="With a small learning rate it reaches the minimum while AdaGrad stalls; there it keeps oscillating.",
        ),
        {"surface": "class-ravine", "rate": "0.03", "steps": "400"},
    ),
    Advance(
        "adam",
        "rmsprop",
        Text(
            ko="제곱의 평균에 기울기의 평균을 더하고, 둘의 편향을 보정합니다.",
            en="Average the gradient as well as its square, and correct the bias of both.",
        ),
        Text(
            ko="RMSProp은 최솟값 둘레에서 끝까지 진동하고, Adam은 수렴합니다.",
            en="RMSProp oscillates around the minimum to the end; Adam converges.",
        ),
        {"surface": "class-ravine", "rate": "0.3", "steps": "400"},
    ),
    Advance(
        "nadam",
        "adam",
        Text(
            ko="Adam의 기울기 평균에 Nesterov의 앞을 보는 생각을 더합니다.",
            en="Give Adam's average gradient Nesterov's look ahead.",
        ),
        Text(
            ko="이 곡면에서 Adam의 절반이 안 되는 스텝에 도달합니다. 다른 곡면에서는 거의 차이가 없기도 합니다.",
            en="On this surface it arrives in less than half of Adam's steps; on others there is hardly a difference.",
        ),
        {"surface": "himmelblau", "rate": "0.3", "steps": "100"},
    ),
    Advance(
        "adamw",
        "adam",
        Text(
            ko="가중치 감쇠를 기울기에 섞지 않고, 스텝에서 따로 뺍니다.",
            en="Take weight decay out of the gradient and subtract it on its own.",
        ),
        Text(
            ko="0 쪽으로 당겨져, 최솟값보다 원점에 조금 더 가까운 곳에 머무릅니다.",
            en="Pulled towards 0, it settles a little closer to the origin than the minimum is.",
        ),
        {"surface": "booth", "rate": "0.3", "steps": "400"},
    ),
    Advance(
        "lion",
        "adam",
        Text(
            ko="평균한 기울기의 부호만 씁니다. 그래서 메모리에 g를 두지 않습니다.",
            en="Use only the sign of the averaged gradient, and so keep no g in memory.",
        ),
        Text(
            ko="모든 변수가 스텝마다 똑같이 n쯤 움직입니다. 학습률이 일정하면 최솟값 둘레에서 진동합니다.",
            en="Every variable moves by about n in every step; with a constant rate it oscillates around the minimum.",
        ),
        {"surface": "class-ravine", "rate": "0.1", "steps": "400"},
    ),
)
"""In the order of their years."""
