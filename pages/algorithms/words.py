"""What is said of a race of algorithms: what an objective asks for, and what the closed form is."""

import numpy as np

from algorithms import ALGORITHMS
from numerals import numeral
from optimizers import Optimizer
from pages.algorithms.cases import CASES, case_of
from pages.algorithms.choice import AlgorithmChoice
from pages.algorithms.view import name_of
from parameters import Array, parameters
from surfaces import Surface
from text import Language, Text
from ui.common.cards import card, optimizer_card, setting_fact
from ui.common.heading import Heading, heading_with_surface, lesson_of
from ui.common.sources import SOURCE
from ui.common.surface_card import surface_card

LESSON = Text(
    ko=(
        "목적 함수의 꼴에 따라 알맞은 알고리즘이 다릅니다. 점수판은 알고리즘마다 함숫값, 기울기, 헤세 행렬을 몇 번 "
        "계산했는지 세고, 손실을 스텝 대신 그 비용에 따라 그릴 수도 있습니다."
    ),
    en=(
        "Which algorithm suits an objective depends on its form. The board counts the values, gradients and Hessians "
        "that each has asked for, and losses can be drawn over that cost instead of steps."
    ),
)
_TITLE = Text(ko="알고리즘", en="Algorithms")
_CLOSED = Text(ko="닫힌 해", en="Closed form")
_SOLVED = Text(
    ko="f는 이차 함수입니다. ∇f = Ax − b = 0, 곧 A x = b를 풀면 스텝 없이 정류점을 얻습니다.",
    en="f is a quadratic. Solving ∇f = Ax − b = 0, that is A x = b, gives its stationary point without a step.",
)
_SINGULAR = Text(
    ko="f는 이차 함수이지만 A에 역행렬이 없어, A x = b를 한 점으로 풀 수 없습니다.",
    en="f is a quadratic, but A has no inverse: A x = b has no single solution.",
)
_NONE = Text(
    ko="f는 이차 함수가 아닙니다. ∇f = 0은 선형 방정식이 아니므로, 일반적으로 스텝을 밟아 풀어야 합니다.",
    en="f is no quadratic. ∇f = 0 is no linear system, so in general it has to be solved in steps.",
)
_COSTS = Text(
    ko=(
        "비용은 계산한 수의 개수입니다. 변수가 둘이면 함숫값은 1, 기울기는 2, 헤세 행렬은 대칭이므로 3입니다. 실제로 "
        "드는 시간은 함수마다 다릅니다. 역전파로는 기울기가 함숫값 두세 번만큼만 듭니다. 그래서 변수가 많아도 기울기는 "
        "쌉니다. 헤세 행렬은 변수가 N개면 수가 N(N + 1)/2개입니다."
    ),
    en=(
        "Cost counts the numbers computed: in two variables a value is 1, a gradient 2, a Hessian, which is symmetric, "
        "3. What they take in time depends on the function: backpropagation gives a gradient for the price of two or "
        "three values, however many variables there are, while a Hessian of N variables has N(N + 1)/2 numbers."
    ),
)
_RESTS = Text(
    ko="기울기의 크기가 10⁻⁸ 이하이거나 더 낮은 곳을 찾지 못한 알고리즘은 멈추고, 더는 계산하지 않습니다.",
    en="An algorithm whose gradient is no longer than 10⁻⁸, or that finds no lower place, stops and asks nothing more.",
)
_NOISY = Text(
    ko=(
        "여기서는 잡음이 기울기뿐 아니라 함숫값과 헤세 행렬에도 더해집니다. 계산할 때마다 새로운 난수이고 표준편차는 "
        "모두 σ입니다."
    ),
    en=(
        "Here noise is added not to gradients alone but to values and Hessians, too: new random numbers at every "
        "evaluation, all of standard deviation σ."
    ),
)
_ASKS = Text(ko="스텝마다 계산하는 것", en="Asked at every step")


def heading(choice: AlgorithmChoice, language: Language) -> Heading:
    """What this objective shows; of one that is no case, what the board counts."""
    title, lesson = title_and_lesson(choice, language)
    return heading_with_surface(title, choice.conditions.surface, lesson)


def title_and_lesson(choice: AlgorithmChoice, language: Language) -> tuple[str, str]:
    """What it is called, and what is seen."""
    case = case_of(choice)
    title = CASES[case].title if case else choice.conditions.surface.name
    lesson = lesson_of(choice.conditions, CASES[case].lesson if case else LESSON)
    return title[language], lesson[language]


def algorithm_cards(choice: AlgorithmChoice, language: Language) -> list[str]:
    """The closed form and what is counted, a card for each who races, and one for the surface."""
    each = [_card(choice, key, language) for key in choice.chosen]
    remarks = [_COSTS, _RESTS, *([_NOISY] if choice.conditions.noise else [])]
    return [
        "\n\n".join([f"## {_CLOSED[language]}", closed_form(choice.conditions.surface, language)]),
        "\n".join([f"## {_TITLE[language]}", "", *each, "", "\n\n".join(said[language] for said in remarks)]),
        surface_card(choice.conditions.surface, language),
    ]


def _card(choice: AlgorithmChoice, key: str, language: Language) -> str:
    owner = choice.owner(key)
    if isinstance(owner, Optimizer):
        return optimizer_card(owner, language)
    facts = [f"**{_ASKS[language]}** {owner.asks[language]}"]
    facts += [setting_fact(owner, each, language) for each in parameters(owner)]
    facts.append(f"**{SOURCE[language]}** {owner.source}")
    return card(name_of(choice, key, language), ALGORITHMS[key].summary[language], owner.formula, facts)


def closed_form(surface: Surface, language: Language) -> str:
    """A x = b with its numbers, or why there is none."""
    if not surface.is_quadratic:
        return _NONE[language]
    a, b = surface.hessian(np.zeros(2)), -surface.gradient(np.zeros(2))
    if np.linalg.matrix_rank(a) < len(a):
        return _SINGULAR[language]
    x: Array = np.linalg.solve(a, b).astype(np.float64)
    solved = rf"$${_matrix(a)}\,x = {_matrix(b[:, None])} \quad\Rightarrow\quad x = {_matrix(x[:, None])}$$"
    return f"{_SOLVED[language]}\n\n{solved}"


def _matrix(rows: Array) -> str:
    """In LaTeX."""
    lines = r" \\ ".join(" & ".join(numeral(float(each) + 0.0, 4) for each in row) for row in rows)
    return rf"\begin{{pmatrix}}{lines}\end{{pmatrix}}"
