"""What an algorithm is: a rule that may ask the objective before it steps."""

from abc import ABC, abstractmethod
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from parameters import Array, parameter
from text import Text

State = TypeVar("State", bound=NamedTuple)


class Objective(Protocol):
    """What can be asked of f at a point (D,); whoever asks is not told what an answer costs."""

    def value(self, x: Array) -> float:
        """f(x)."""

    def gradient(self, x: Array) -> Array:
        """∇f(x), (D,)."""

    def hessian(self, x: Array) -> Array:
        """∇²f(x), (D, D)."""


class Algorithm(ABC, Generic[State]):
    """A rule that is given ∇f(xₜ₋₁) as an optimizer is, and may ask for values, gradients and Hessians besides.

    An algorithm is a frozen dataclass whose fields are its settings, and two pure functions: `init` gives the empty
    memory, `advance` the next point and the next memory. It runs from one point (D,); what it asks it is told, and the
    objective counts.
    """

    key: ClassVar[str]
    name: ClassVar[Text]
    year: ClassVar[int]
    source: ClassVar[str]
    formula: ClassVar[str]
    """In LaTeX; lines are parted by a double backslash."""
    summary: ClassVar[Text]
    asks: ClassVar[Text]
    """What one step asks the objective."""

    @abstractmethod
    def init(self, x: Array) -> State:
        """The memory before the first step from `x` (D,)."""

    @abstractmethod
    def advance(self, x: Array, gradient: Array, state: State, objective: Objective) -> tuple[Array, State] | None:
        """The next point and the memory after it, from `x` with `gradient` = ∇f(x); None where it finds no step."""


def sufficient_decrease() -> Any:
    """The field of c: the share of the decrease that the slope promises which a step has to bring."""
    return parameter(
        1e-4,
        symbol="c",
        low=1e-6,
        high=0.5,
        logarithmic=True,
        label=Text(ko="충분한 감소의 비율", en="sufficient decrease"),
        meaning=Text(
            ko="기울기가 약속하는 감소량의 c배 이상 줄어야 스텝을 받아들입니다.",
            en="A step is accepted if it brings at least c times the decrease that the slope promises.",
        ),
    )


def shrinking() -> Any:
    """The field of ρ, by which a step that was refused is shortened."""
    return parameter(
        0.5,
        symbol="ρ",
        low=0.1,
        high=0.9,
        label=Text(ko="스텝을 줄이는 비율", en="shortening"),
        meaning=Text(
            ko="받아들이지 못한 스텝의 길이에 곱합니다. 0.5면 절반으로 줄입니다.",
            en="A step that was refused is multiplied by this; at 0.5 it is halved.",
        ),
    )
