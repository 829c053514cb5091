"""What an optimizer is: a rule that turns a slope into a step."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from optimizers.terms import Term
from parameters import Array, Scalar, parameter
from text import Text

State = TypeVar("State", bound=NamedTuple)
Terms = dict[str, Array]
"""What one step works out, by name and in order; the last one is the step."""


class Optimizer(ABC, Generic[State]):
    """A rule xₜ = xₜ₋₁ − stepₜ, where the step comes from the gradient ∇f(xₜ₋₁) and a memory.

    A rule is a frozen dataclass whose fields are its hyperparameters, and two pure functions:
    `init` gives the empty memory and `compute` gives the terms and the next memory. Everything is
    elementwise, so one rule serves a point (2,), a batch of points (2, B) and the weights of B
    networks (P, B); a hyperparameter may be a number or an array (B,), one for each column.

    Inside a rule the lecture's letters are used: n is the learning rate, v the movement vector,
    m and g the averages of the gradient and of its square.
    """

    key: ClassVar[str]
    name: ClassVar[str]
    spelled_out: ClassVar[str] = ""
    """What the name is short for, if it is."""
    year: ClassVar[int]
    source: ClassVar[str]
    formula: ClassVar[str]
    """The update as the lecture writes it, in LaTeX; lines are parted by a double backslash."""
    summary: ClassVar[Text]
    terms: ClassVar[Mapping[str, Term]]
    """What the terms that `compute` gives mean, in the same order."""
    memory: ClassVar[tuple[str, ...]]
    """The arrays it keeps, each as large as x, in the lecture's letters; x itself comes first."""
    pytorch: ClassVar[str | None] = None
    """The call in torch.optim whose formula is this one, save for where ε stands: `{n}` is the learning rate, and a
    hyperparameter stands under its own name. None where torch.optim has no such formula."""
    beyond_lecture: ClassVar[bool] = False
    """Not one of the lecture's rules; offered apart from them, with its paper's formula in the lecture's letters."""

    @abstractmethod
    def init(self, x: Array) -> State:
        """The memory before the first step, shaped like `x`."""

    @abstractmethod
    def compute(self, gradient: Array, state: State, t: int, n: Scalar) -> tuple[Terms, State]:
        """Every term of the formula at step t, the last one being the step, and the memory after it.

        `gradient` is ∇f(xₜ₋₁), shaped like x; `t` counts steps from 1; `n` is the learning rate,
        a number or an array (B,).
        """

    def limit(self) -> Scalar | None:
        """n a, below which it settles on a quadratic of curvature a, from wherever; None where there is none."""
        return None

    def update(self, gradient: Array, state: State, t: int, n: Scalar) -> tuple[Array, State]:
        """The step to subtract from x, and the memory after it. See `compute`."""
        terms, state = self.compute(gradient, state, t, n)
        _, step = terms.popitem()  # the last one
        return step, state


def momentum_factor() -> Any:
    """The field of r, the share of the last movement that Momentum and Nesterov keep."""
    return parameter(
        0.9,
        symbol="r",
        low=0.0,
        high=0.999,
        prominent=True,
        label=Text(ko="관성 계수", en="momentum"),
        meaning=Text(
            ko="이전 이동 벡터를 얼마나 유지할지 정합니다. 0이면 경사 하강법과 같습니다.",
            en="How much of the previous movement is kept. At 0 this is plain gradient descent.",
        ),
    )


def gradient_decay(default: float = 0.9, symbol: str = "β₁") -> Any:
    """The field of the average gradient's decay: β₁ in Adam and its kin."""
    return parameter(
        default,
        symbol=symbol,
        low=0.0,
        high=0.999,
        label=Text(ko="기울기 평균의 감쇠율", en="decay of the average gradient"),
        meaning=Text(
            ko="기울기의 지수 평균을 얼마나 오래 기억할지 정합니다.",
            en="How long past gradients are remembered.",
        ),
    )


def square_decay() -> Any:
    """The field of β₂, the decay of the average squared gradient in Adam and its kin."""
    return parameter(
        0.999,
        symbol="β₂",
        low=0.0,
        high=0.999,
        label=Text(ko="제곱 평균의 감쇠율", en="decay of the average square"),
        meaning=Text(
            ko="기울기 제곱의 지수 평균을 얼마나 오래 기억할지 정합니다.",
            en="How long past squared gradients are remembered.",
        ),
    )


def decay_of_weights(default: float) -> Any:
    """The field of λ: every step also takes n λ x away from x. A rule that has it keeps x in its state."""
    return parameter(
        default,
        symbol="λ",
        low=0.0,
        high=1.0,
        label=Text(ko="가중치 감쇠", en="weight decay"),
        meaning=Text(
            ko="스텝마다 x를 0 쪽으로 얼마나 당길지 정합니다. 크면 최솟값이 아니라 0에 더 가까운 곳에 머무릅니다.",
            en="How strongly each step pulls x towards 0. If large, the run settles closer to 0 than the minimum is.",
        ),
    )


def epsilon() -> Any:
    """The field of ε, the small number that AdaGrad, RMSProp, Adam and its kin add inside the root."""
    return parameter(
        1e-8,
        symbol="ε",
        low=1e-12,
        high=1.0,
        logarithmic=True,
        label=Text(ko="0으로 나누기 방지", en="guards against division by 0"),
        meaning=Text(
            ko="제곱근 안에 더하는 작은 수입니다. 크면 기울기가 작은 곳에서 스텝이 짧아집니다.",
            en="A small number added inside the root. When large, it shortens steps where gradients are small.",
        ),
    )
