"""The terms of a rule's formula: what one update works out on its way from the slope to the step."""

from typing import Literal, NamedTuple

from text import Text

Part = Literal["gradient", "memory", "square", "step"]
"""What a term brings in: the slope of now, what is remembered, how large slopes have been, or the step."""
Unit = Literal["slope", "squared", "ratio", "movement"]
"""What it is measured in: a slope, its square, nothing, or a distance on the map."""


class Term(NamedTuple):
    """One term: where it stands in the formula, and what it means."""

    latex: str
    """As it stands in the formula: a letter that a line begins with, or else a piece of a line."""
    part: Part
    unit: Unit
    meaning: Text


def fraction(numerator: Term, root: Term) -> str:
    """One divided by the other, in LaTeX."""
    return rf"\dfrac{{{numerator.latex}}}{{{root.latex}}}"


GRADIENT = Term(
    r"\nabla f(x_{t-1})",
    "gradient",
    "slope",
    Text(
        ko="현재 위치의 기울기입니다. 가장 가파른 오르막 방향을 가리키므로, 빼면 내려갑니다.",
        en="The gradient at the current point. It points straight uphill, so subtracting it goes downhill.",
    ),
)
"""The first term of every rule."""

KEPT = Term(
    r"r\,v_{t-1}",
    "memory",
    "movement",
    Text(
        ko="이전 이동 벡터에 r을 곱해 이어 갑니다. 가던 방향을 기억하는 것입니다.",
        en="The previous movement continues, multiplied by r: the direction of travel is remembered.",
    ),
)
PUSH = Term(
    r"n\,\nabla f(x_{t-1})",
    "gradient",
    "movement",
    Text(
        ko="현재 기울기에 학습률 n을 곱합니다. 경사 하강법은 이만큼만 움직입니다.",
        en="The current gradient times the learning rate n: gradient descent would do just this.",
    ),
)
"""Of Momentum and Nesterov."""

_DIVIDED = Text(
    ko=(
        "변수마다 그 크기(정사각형의 한 변)로 나누고 학습률 n을 곱하면 이번 스텝의 이동량입니다. 기울기가 컸던 "
        "변수일수록 많이 줄어듭니다."
    ),
    en=(
        "Divided by the side of its own square and multiplied by n, each variable gets its step: the larger its "
        "gradients have been, the smaller the step."
    ),
)

AVERAGE = Term(
    "m_t",
    "memory",
    "slope",
    Text(
        ko="기울기의 지수 평균입니다. 지난 평균에 β₁, 현재 기울기에 1 − β₁을 곱해 더합니다.",
        en="The exponential average of gradients: β₁ times the last average plus 1 − β₁ times the current gradient.",
    ),
)
AVERAGE_SQUARE = Term(
    "g_t",
    "square",
    "squared",
    Text(
        ko="기울기 제곱의 지수 평균입니다. 방향은 사라지고, 변수마다 기울기가 얼마나 컸는지만 남습니다.",
        en=(
            "The exponential average of squared gradients. Directions are lost; how large each variable's "
            "gradients were is kept."
        ),
    ),
)
UNBIASED = Term(
    r"\hat m",
    "memory",
    "slope",
    Text(
        ko="m은 0에서 시작해 처음에는 너무 작습니다. 1 − β₁ᵗ으로 나누어 이 편향을 보정합니다.",
        en="m starts at 0, so it is too small at first; dividing by 1 − β₁ᵗ corrects this bias.",
    ),
)
UNBIASED_SQUARE = Term(
    r"\hat g",
    "square",
    "squared",
    Text(
        ko="g도 0에서 시작합니다. 1 − β₂ᵗ으로 나누어 편향을 보정합니다.",
        en="g also starts at 0; dividing by 1 − β₂ᵗ corrects the bias.",
    ),
)
UNBIASED_ROOT = Term(
    r"\sqrt{\hat g + \varepsilon}",
    "square",
    "slope",
    Text(
        ko="제곱근을 취하면 다시 기울기의 크기입니다. 넓이가 ĝ + ε인 정사각형의 한 변입니다.",
        en="The square root is the size of a gradient again: the side of a square of area ĝ + ε.",
    ),
)
UNBIASED_STEP = Term(rf"n\,{fraction(UNBIASED, UNBIASED_ROOT)}", "step", "movement", _DIVIDED)
"""Of Adam and its kin."""

ROOT = Term(
    r"\sqrt{g_t + \varepsilon}",
    "square",
    "slope",
    Text(
        ko="제곱근을 취하면 다시 기울기의 크기입니다. 넓이가 g + ε인 정사각형의 한 변입니다.",
        en="The square root is the size of a gradient again: the side of a square of area g + ε.",
    ),
)
STEP = Term(rf"n\,{fraction(GRADIENT, ROOT)}", "step", "movement", _DIVIDED)
"""Of AdaGrad and RMSProp."""

PULL = Term(
    r"\lambda x_{t-1}",
    "step",
    "ratio",
    Text(
        ko="가중치 감쇠입니다. 기울기와 상관없이 x를 0 쪽으로 당깁니다.",
        en="Weight decay: x is pulled towards 0, whatever the gradient.",
    ),
)
SCALED = Text(
    ko="여기에 학습률 n을 곱한 것이 이번 스텝입니다.", en="Multiplied by the learning rate n, this is the step."
)
"""Of AdamW and Lion."""
