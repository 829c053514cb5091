"""The chapters: what the navigation lists, and which pages the address can name."""

from pathlib import Path
from typing import NamedTuple

from text import Text

NAME = Text(ko="Descent · 최적화 극장", en="Descent · a theatre of optimizers")
"""Of the app."""
PAGES = Path(__file__).parents[2] / "pages"


class Chapter(NamedTuple):
    """One page of the app."""

    title: Text
    path: str
    """Its name in the address, and that of its folder in pages/."""
    icon: str
    about: Text
    """What the lecture claims there, or what it is for: one sentence on the opening page."""

    @property
    def script(self) -> Path:
        """What Streamlit runs to show it."""
        return PAGES / self.path / "page.py"


class Group(NamedTuple):
    """Chapters that belong together."""

    title: Text
    chapters: tuple[Chapter, ...]


_BEGIN = Group(
    Text(ko="시작", en="Begin"),
    (
        Chapter(
            Text(ko="처음", en="Welcome"),
            "start",
            ":material/home:",
            Text(ko="무엇이 있는지 한눈에 봅니다.", en="Everything at a glance."),
        ),
        Chapter(
            Text(ko="강의의 장면", en="The lecture in scenes"),
            "scenes",
            ":material/theaters:",
            Text(
                ko="강의의 주장을 하나씩, 예측하고 확인합니다.",
                en="The lecture's claims one by one: predict, then see each checked.",
            ),
        ),
    ),
)

_LEARNING = Group(
    Text(ko="학습 = 최적화 문제", en="Learning is optimization"),
    (
        Chapter(
            Text(ko="모델과 매개변수", en="Model and parameters"),
            "model",
            ":material/function:",
            Text(
                ko="매개변수를 바꾸면 모델의 동작이 바뀌고, 손실이 어느 쪽으로 바꿀지 알려 줍니다.",
                en="Change the parameters and the model behaves differently; the loss says which way.",
            ),
        ),
        Chapter(
            Text(ko="손실 함수", en="Loss functions"),
            "losses",
            ":material/stacked_line_chart:",
            Text(
                ko="MSE는 오차가 커지면 빠르게 커지고, 교차 엔트로피는 정답 클래스만 봅니다.",
                en="MSE grows fast with the error; cross-entropy sees only the true class.",
            ),
        ),
        Chapter(
            Text(ko="제약이 있는 최적화", en="Constrained optimization"),
            "constraints",
            ":material/fence:",
            Text(
                ko="최솟값을 막는 제약은 최적점을 옮깁니다.",
                en="A constraint that bars the minimum moves the optimum.",
            ),
        ),
    ),
)

_DESCENT = Group(
    Text(ko="경사 하강법", en="Gradient descent"),
    (
        Chapter(
            Text(ko="적절한 학습률의 선택", en="Choosing the learning rate"),
            "choosing",
            ":material/instant_mix:",
            Text(
                ko="너무 크면 흩어지고 너무 작으면 오래 걸려, 둘 다 최솟값에 닿지 못합니다.",
                en="Too big scatters, too small takes for ever: neither reaches the minimum.",
            ),
        ),
        Chapter(
            Text(ko="학습률 다이얼", en="The learning-rate dial"),
            "dial",
            ":material/tune:",
            Text(
                ko="학습률을 돌리면 경로가 그 자리에서 기고, 수렴하고, 튀고, 발산합니다.",
                en="Turn the rate, and the path itself crawls, converges, bounces and blows up.",
            ),
        ),
        Chapter(
            Text(ko="학습률 스케줄", en="Learning-rate schedules"),
            "schedules",
            ":material/trending_down:",
            Text(
                ko="기울기에 잡음이 있으면 학습률을 줄여야 더 낮은 곳에 머무릅니다.",
                en="Where gradients are noisy, a falling rate comes to rest lower.",
            ),
        ),
        Chapter(
            Text(ko="볼록과 비볼록", en="Convex or not"),
            "basins",
            ":material/landscape_2:",
            Text(
                ko="볼록하면 어디서 출발해도 도착하고, 아니면 출발점이 최솟값을 정합니다.",
                en="Convex: any start arrives. Not convex: the start decides the minimum.",
            ),
        ),
    ),
)

_OPTIMIZERS = Group(
    Text(ko="최적화 기법", en="Optimizers"),
    (
        Chapter(
            Text(ko="경주", en="The race"),
            "race",
            ":material/sports_score:",
            Text(
                ko="다섯 기법이 같은 곳에서 출발해 나란히 내려갑니다.",
                en="Five optimizers start together and race downhill side by side.",
            ),
        ),
        Chapter(
            Text(ko="한 걸음 들여다보기", en="Inside one update"),
            "step",
            ":material/footprint:",
            Text(
                ko="강의의 식에 그 걸음의 수를 넣어 한 줄씩 따라갑니다.",
                en="The lecture's formula with the numbers of one step, line by line.",
            ),
        ),
        Chapter(
            Text(ko="학습률과 관성", en="Learning rate and momentum"),
            "momentum",
            ":material/grid_on:",
            Text(
                ko="학습률과 관성 계수의 짝마다 실제로 얼마나 빨리 수렴하는지 봅니다.",
                en="How fast every pair of learning rate and momentum really converges.",
            ),
        ),
    ),
)

_UPDATES = Group(
    Text(ko="가중치 업데이트", en="Updating the weights"),
    (
        Chapter(
            Text(ko="수치 미분과 역전파", en="Numerical differentiation"),
            "differences",
            ":material/calculate:",
            Text(
                ko="같은 기울기라도 수치 미분은 곱셈 N(N + 1)번, 역전파는 정방향의 두세 배면 됩니다.",
                en="The same gradient: N(N + 1) multiplications numerically, two to three forward passes backwards.",
            ),
        ),
        Chapter(
            Text(ko="연쇄 법칙과 역전파", en="Chain rule and backpropagation"),
            "backpropagation",
            ":material/account_tree:",
            Text(
                ko="미분은 경로를 따라 곱한 것이고, 역전파는 중간 결과를 저장해 일을 아낍니다.",
                en="A derivative is the product along its path; backpropagation stores results to save work.",
            ),
        ),
    ),
)

_VANISHING = Group(
    Text(ko="기울기 소실과 활성화 함수", en="Vanishing gradients and activations"),
    (
        Chapter(
            Text(ko="활성화 함수", en="Activation functions"),
            "activations",
            ":material/show_chart:",
            Text(
                ko="시그모이드의 기울기는 1/4을 넘지 않고, 소프트맥스의 출력은 더하면 1입니다.",
                en="The sigmoid is never steeper than 1/4; the outputs of softmax sum to 1.",
            ),
        ),
        Chapter(
            Text(ko="기울기 소실", en="Vanishing gradients"),
            "vanishing",
            ":material/blur_linear:",
            Text(
                ko="층이 깊어지면 시그모이드와 tanh의 기울기는 사라지고, ReLU는 He의 가중치로 지킵니다.",
                en="With depth, gradients of sigmoid and tanh vanish; ReLU, with He's weights, keeps them.",
            ),
        ),
    ),
)

_TOGETHER = Group(
    Text(ko="모두 함께", en="All together"),
    (
        Chapter(
            Text(ko="학습 경주", en="The training race"),
            "training",
            ":material/neurology:",
            Text(
                ko="같은 기법들이 같은 데이터, 같은 처음 가중치에서 신경망을 학습시킵니다.",
                en="The same optimizers train one network: same data, same first weights.",
            ),
        ),
    ),
)

_HELP = Group(
    Text(ko="도움말", en="Help"),
    (
        Chapter(
            Text(ko="읽는 법", en="How to read the stage"),
            "guide",
            ":material/menu_book:",
            Text(
                ko="키, 지도의 표시, 점수판의 상태가 무슨 뜻인지 설명합니다.",
                en="Keys, signs on the map, and what each standing means.",
            ),
        ),
    ),
)

LECTURE: tuple[Group, ...] = (_LEARNING, _DESCENT, _OPTIMIZERS, _UPDATES, _VANISHING, _TOGETHER)
"""The parts of the lecture, in its order."""

GROUPS: tuple[Group, ...] = (_BEGIN, *LECTURE, _HELP)

CHAPTERS: dict[str, Chapter] = {chapter.path: chapter for group in GROUPS for chapter in group.chapters}
"""Every chapter by its name in the address."""

FIRST = GROUPS[0].chapters[0]
"""The chapter at the bare address; it has no path of its own."""
