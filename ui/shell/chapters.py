"""The chapters: what the navigation lists, and which pages the address can name."""

from pathlib import Path
from typing import NamedTuple

from text import Text

NAME = Text(ko="Descent · 최적화 극장", en="Descent · Optimizer Theatre")
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
    Text(ko="시작", en="Start here"),
    (
        Chapter(
            Text(ko="홈", en="Welcome"),
            "start",
            ":material/home:",
            Text(ko="무엇이 있는지 한눈에 봅니다.", en="Everything at a glance."),
        ),
        Chapter(
            Text(ko="장면으로 보는 강의", en="The lecture in scenes"),
            "scenes",
            ":material/theaters:",
            Text(
                ko="강의의 주장을 하나씩, 예측하고 확인합니다.",
                en="The lecture's claims one by one: predict, then check.",
            ),
        ),
        Chapter(
            Text(ko="강의 따라가기", en="The lecture, slide by slide"),
            "lecture",
            ":material/co_present:",
            Text(
                ko="슬라이드마다 주장, 할 말과 물을 말, 보여 주는 장과 장면이 있습니다.",
                en="Every slide: its claim, what to say and ask, and the chapters and scenes that show it.",
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
                en="The parameters decide what the model does; the gradient of the loss says how to change them.",
            ),
        ),
        Chapter(
            Text(ko="손실 함수", en="Loss functions"),
            "losses",
            ":material/stacked_line_chart:",
            Text(
                ko="MSE는 오차가 커지면 빠르게 커지고, 교차 엔트로피는 정답 클래스의 예측만 봅니다.",
                en="MSE grows fast with the error; cross-entropy depends only on the true class.",
            ),
        ),
        Chapter(
            Text(ko="제약 조건이 있는 최적화", en="Constrained optimization"),
            "constraints",
            ":material/fence:",
            Text(
                ko="제약 조건이 최솟값을 허용하지 않으면 최적점이 다른 곳으로 옮겨집니다.",
                en="A constraint that excludes the minimum moves the optimum.",
            ),
        ),
        Chapter(
            Text(ko="목적 함수에 맞는 알고리즘", en="Algorithms for objectives"),
            "algorithms",
            ":material/alt_route:",
            Text(
                ko="목적 함수의 꼴에 따라 알맞은 알고리즘이 다르고, 드는 비용도 다릅니다.",
                en="The form of the objective decides which algorithm suits it, and what it costs.",
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
                ko=(
                    "너무 크면 튕겨 나가고 너무 작으면 너무 오래 걸려, 정해진 스텝 안에는 둘 다 최솟값에 도달하지 "
                    "못합니다."
                ),
                en=(
                    "Too large overshoots or diverges, too small takes too long: neither reaches the minimum in "
                    "the given steps."
                ),
            ),
        ),
        Chapter(
            Text(ko="학습률 다이얼", en="The learning-rate dial"),
            "dial",
            ":material/tune:",
            Text(
                ko=(
                    "다이얼로 학습률을 바꾸면 경로가 바로 바뀌어, 너무 느린 경우부터 수렴, 진동, 발산까지 볼 수 "
                    "있습니다."
                ),
                en="Turn the dial and watch the path crawl, converge, oscillate or diverge.",
            ),
        ),
        Chapter(
            Text(ko="학습률 스케줄", en="Learning-rate schedules"),
            "schedules",
            ":material/trending_down:",
            Text(
                ko="기울기에 잡음이 있으면 학습률을 줄여야 더 낮은 곳에 머무릅니다.",
                en="With noisy gradients, a decaying learning rate settles at a lower loss.",
            ),
        ),
        Chapter(
            Text(ko="볼록과 비볼록", en="Convex or not"),
            "basins",
            ":material/landscape_2:",
            Text(
                ko=(
                    "볼록하고 학습률이 충분히 작으면 어디서 출발해도 최솟값에 도달하고, 볼록하지 않으면 출발점이 "
                    "어느 최솟값에 도달할지 정합니다."
                ),
                en=(
                    "Convex: every start reaches the minimum if the learning rate is small enough. Non-convex: the "
                    "start decides which one."
                ),
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
            Text(ko="업데이트 한 번 들여다보기", en="Inside one update"),
            "step",
            ":material/footprint:",
            Text(
                ko="강의의 식에 그 스텝의 값을 넣어 한 줄씩 따라갑니다.",
                en="The lecture's formula with the numbers of one step, line by line.",
            ),
        ),
        Chapter(
            Text(ko="학습률과 관성 계수", en="Learning rate and momentum"),
            "momentum",
            ":material/grid_on:",
            Text(
                ko="학습률과 관성 계수의 조합마다 실제로 얼마나 빨리 수렴하는지 측정합니다.",
                en="How fast each combination of learning rate and momentum converges, measured.",
            ),
        ),
        Chapter(
            Text(ko="최적화 기법의 연표", en="Optimizers since 1847"),
            "timeline",
            ":material/history:",
            Text(
                ko="1847년부터 지금까지, 기법마다 새로운 생각 하나와 그것이 드러나는 경주가 있습니다.",
                en="From Cauchy to Lion: each optimizer's one new idea, and the race that shows it.",
            ),
        ),
    ),
)

_UPDATES = Group(
    Text(ko="가중치 업데이트", en="Updating the weights"),
    (
        Chapter(
            Text(ko="수치 미분과 역전파", en="Numerical differentiation and backpropagation"),
            "differences",
            ":material/calculate:",
            Text(
                ko="같은 기울기라도 수치 미분은 곱셈 N(N + 1)번, 역전파는 정방향의 두세 배면 됩니다.",
                en=(
                    "The same gradient: N(N + 1) multiplications numerically, two to three forward passes by "
                    "backpropagation."
                ),
            ),
        ),
        Chapter(
            Text(ko="합성 함수의 미분", en="The derivative of a composition"),
            "composition",
            ":material/link:",
            Text(
                ko="z = g(f(x))의 기울기는 두 기울기의 곱입니다: dz/dx = dz/dy · dy/dx.",
                en="The slope of z = g(f(x)) is the product of two slopes: dz/dx = dz/dy · dy/dx.",
            ),
        ),
        Chapter(
            Text(ko="연쇄 법칙과 역전파", en="Chain rule and backpropagation"),
            "backpropagation",
            ":material/account_tree:",
            Text(
                ko=(
                    "미분은 경로 위의 국소 미분을 모두 곱해(경로가 여럿이면 더해) 구하고, 역전파는 중간 결과를 "
                    "저장해 같은 계산을 되풀이하지 않습니다."
                ),
                en=(
                    "A derivative is a product of local derivatives along a path (summed over paths); "
                    "backpropagation reuses stored results."
                ),
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
                en="The sigmoid's derivative never exceeds 1/4; softmax outputs sum to 1.",
            ),
        ),
        Chapter(
            Text(ko="기울기 소실", en="Vanishing gradients"),
            "vanishing",
            ":material/blur_linear:",
            Text(
                ko=(
                    "층이 깊어지면 시그모이드의 기울기는 사라지고, tanh도 초기 가중치가 작으면 사라집니다. ReLU는 "
                    "He 초기화를 쓰면 기울기의 크기가 유지됩니다."
                ),
                en=(
                    "With depth, sigmoid gradients vanish, and so do tanh's with small weights; ReLU with He "
                    "initialization keeps their size."
                ),
            ),
        ),
        Chapter(
            Text(ko="깊이가 표현하는 것", en="What depth expresses"),
            "depth",
            ":material/layers:",
            Text(
                ko=(
                    "층마다 한 번 접으면 지그재그의 선분이 두 배가 됩니다. 층이 많으면 더 많은 것을 표현하지만, 학습은 "
                    "더 어려워집니다."
                ),
                en=(
                    "Each layer that folds doubles the pieces of a zigzag: more layers express more, and are harder "
                    "to train."
                ),
            ),
        ),
    ),
)

_TOGETHER = Group(
    Text(ko="모두 함께", en="Putting it together"),
    (
        Chapter(
            Text(ko="학습 경주", en="The training race"),
            "training",
            ":material/neurology:",
            Text(
                ko="같은 기법들이 같은 데이터, 같은 초기 가중치에서 신경망을 학습시킵니다.",
                en="The same optimizers train the same network from the same data and initial weights.",
            ),
        ),
        Chapter(
            Text(ko="은닉층이 배우는 표현", en="Hidden layers learn representations"),
            "representations",
            ":material/transform:",
            Text(
                ko="학습하는 동안 은닉층마다 평면이 어떻게 휘어서, 마지막에 직선 하나로 클래스가 나뉘는지 봅니다.",
                en="How training bends the plane in every hidden layer until one straight line separates the classes.",
            ),
        ),
    ),
)

_HELP = Group(
    Text(ko="도움말", en="Help"),
    (
        Chapter(
            Text(ko="화면 읽는 법", en="User guide"),
            "guide",
            ":material/menu_book:",
            Text(
                ko="키, 지도의 표시, 점수판의 상태가 무슨 뜻인지 설명합니다.",
                en="Keyboard shortcuts, map symbols and what each status means.",
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
