"""What an optimizer is: a rule that turns a slope into a step."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from parameters import Array, Scalar, parameter
from text import Text

State = TypeVar("State", bound=NamedTuple)


class Optimizer(ABC, Generic[State]):
    """A rule xₜ = xₜ₋₁ − stepₜ, where the step comes from the gradient ∇f(xₜ₋₁) and a memory.

    A rule is a frozen dataclass whose fields are its hyperparameters, and two pure functions:
    `init` gives the empty memory and `update` gives the step and the next memory. Everything is
    elementwise, so one rule serves a point (2,), a batch of points (2, B) and the weights of B
    networks (P, B); a hyperparameter may be a number or an array (B,), one for each column.

    Inside a rule the lecture's letters are used: n is the learning rate, v the movement vector,
    m and g the averages of the gradient and of its square.
    """

    key: ClassVar[str]
    name: ClassVar[str]
    year: ClassVar[int]
    source: ClassVar[str]
    formula: ClassVar[str]
    """The update as the lecture writes it, in LaTeX; lines are parted by a double backslash."""
    summary: ClassVar[Text]
    memory: ClassVar[tuple[str, ...]]
    """The arrays it keeps, each as large as x, in the lecture's letters; x itself comes first."""
    pytorch: ClassVar[str | None] = None
    """The call in torch.optim whose formula is this one, save for where ε stands: `{n}` is the learning rate, and a
    hyperparameter stands under its own name. None where torch.optim has no such formula."""

    @abstractmethod
    def init(self, x: Array) -> State:
        """The memory before the first step, shaped like `x`."""

    @abstractmethod
    def update(self, gradient: Array, state: State, t: int, n: Scalar) -> tuple[Array, State]:
        """The step to subtract from x, and the memory after it.

        `gradient` is ∇f(xₜ₋₁), shaped like x; `t` counts steps from 1; `n` is the learning rate,
        a number or an array (B,).
        """


def epsilon() -> Any:
    """The field of ε, the small number that AdaGrad, RMSProp and Adam add inside the root."""
    return parameter(
        1e-8,
        symbol="ε",
        low=1e-12,
        high=1.0,
        logarithmic=True,
        label=Text(ko="0으로 나누기 방지", en="guard against dividing by 0"),
        meaning=Text(
            ko="제곱근 안에 더하는 작은 수입니다. 크면 기울기가 작은 곳에서 걸음이 짧아집니다.",
            en="A small number added inside the root. When large, it shortens steps where slopes are small.",
        ),
    )
