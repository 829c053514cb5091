"""Schedules: the learning rate of every step, from the first to the last. One class each; `SCHEDULES` lists them."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from math import cos, pi
from typing import Any, ClassVar

from parameters import parameter
from text import Text


@dataclass(frozen=True)
class RateSchedule(ABC):
    """The learning rate nₜ of step t = 1, 2, …, T, made from a base rate n.

    A schedule is a frozen dataclass; the fields after the first two are numbers a viewer may set. It is
    called with t and gives a positive number. Where it counts in shares of the way, (t − 1)/(T − 1) goes
    from 0 at the first step to 1 at the last, and a share of the steps is rounded to whole ones, at least 1.

    Raises ValueError for a base rate that is not positive, or fewer than 1 step.
    """

    rate: float
    """n."""
    steps: int
    """T."""

    key: ClassVar[str]
    name: ClassVar[Text]
    formula: ClassVar[str]
    """nₜ in LaTeX; lines are parted by a double backslash."""
    summary: ClassVar[Text]
    source: ClassVar[str | None] = None
    """With its year; None for what nobody claims to have invented."""

    def __post_init__(self) -> None:
        if not self.rate > 0:
            raise ValueError(f"the base rate is {self.rate}; allowed is a number above 0")
        if self.steps < 1:
            raise ValueError(f"steps is {self.steps}; allowed is 1 or more")

    @abstractmethod
    def __call__(self, t: int) -> float:
        """The learning rate of step t, for 1 ≤ t ≤ T."""


def final_share() -> Any:
    """The field of f, the last step's share of the base rate."""
    return parameter(
        0.01,
        symbol="f",
        low=1e-4,
        high=1.0,
        logarithmic=True,
        label=Text(ko="마지막 비율", en="final fraction"),
        meaning=Text(
            ko="마지막 스텝의 학습률이 기본 학습률 n의 몇 배인지 정합니다.",
            en="What fraction of the base learning rate n is left at the last step.",
        ),
    )


@dataclass(frozen=True)
class Constant(RateSchedule):
    """nₜ = n"""

    key = "constant"
    name = Text(ko="상수", en="Constant")
    formula = r"n_t = n"
    summary = Text(ko="모든 스텝의 학습률이 같습니다.", en="The same learning rate at every step.")

    def __call__(self, t: int) -> float:
        return self.rate


@dataclass(frozen=True)
class Step(RateSchedule):
    """nₜ = n d^⌊(t − 1)/s⌋, where s is the share p of the T steps."""

    drop: float = parameter(
        0.1,
        symbol="d",
        low=0.05,
        high=0.95,
        label=Text(ko="감소 배율", en="drop factor"),
        meaning=Text(
            ko="학습률이 떨어질 때마다 그 전의 몇 배가 되는지 정합니다.",
            en="What the learning rate is multiplied by at each drop.",
        ),
    )
    every: float = parameter(
        0.3,
        symbol="p",
        low=0.05,
        high=1.0,
        label=Text(ko="감소 간격", en="step interval"),
        meaning=Text(
            ko="전체 스텝 수의 몇 분의 몇마다 학습률을 떨어뜨릴지 정합니다.",
            en="Fraction of all steps between two drops.",
        ),
    )

    key = "step"
    name = Text(ko="계단", en="Step")
    formula = r"n_t = n\,d^{\lfloor (t-1)/s \rfloor},\quad s = pT"
    summary = Text(
        ko="일정한 스텝마다 학습률을 계단식으로 떨어뜨립니다.",
        en="Cuts the learning rate abruptly after every fixed number of steps.",
    )

    def __call__(self, t: int) -> float:
        return float(self.rate * self.drop ** ((t - 1) // _share_of(self.steps, self.every)))


@dataclass(frozen=True)
class Exponential(RateSchedule):
    """nₜ = n f^((t − 1)/(T − 1))"""

    final: float = final_share()

    key = "exponential"
    name = Text(ko="지수", en="Exponential")
    formula = r"n_t = n\,f^{\,(t-1)/(T-1)}"
    summary = Text(
        ko="스텝마다 학습률에 같은 수를 곱해 줄입니다.",
        en="Multiplies the learning rate by the same number at every step.",
    )

    def __call__(self, t: int) -> float:
        return float(self.rate * self.final ** _part(t, 1, self.steps))


@dataclass(frozen=True)
class Cosine(RateSchedule):
    """nₜ = n (f + (1 − f)(1 + cos π(t − 1)/(T − 1))/2)

    Source: I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts", ICLR 2017;
    this is one of its cycles, without a restart.
    """

    final: float = final_share()

    key = "cosine"
    name = Text(ko="코사인", en="Cosine")
    formula = r"n_t = n\left(f + (1-f)\,\frac{1 + \cos \pi u}{2}\right) \\ u = \frac{t-1}{T-1}"
    summary = Text(
        ko="처음에는 천천히, 가운데서 빠르게, 끝에서 다시 천천히 줄입니다.",
        en="Falls slowly at first, fast in the middle, and slowly again at the end.",
    )
    source = "I. Loshchilov, F. Hutter, SGDR: stochastic gradient descent with warm restarts, 2017"

    def __call__(self, t: int) -> float:
        return self.rate * _cosine(_part(t, 1, self.steps), self.final)


@dataclass(frozen=True)
class WarmupCosine(RateSchedule):
    """nₜ = n t/W up to step W, then the cosine from there to the last step. With W = 1 it is the cosine."""

    warmup: float = parameter(
        0.1,
        symbol="w",
        low=0.0,
        high=0.5,
        label=Text(ko="워밍업 비율", en="warm-up fraction"),
        meaning=Text(
            ko="전체 스텝의 몇 분의 몇 동안 학습률을 n까지 올릴지 정합니다. 0이면 코사인과 같습니다.",
            en="For what fraction of all steps the learning rate rises to n. At 0 this equals cosine.",
        ),
    )
    final: float = final_share()

    key = "warmup-cosine"
    name = Text(ko="워밍업 + 코사인", en="Warm-up + cosine")
    formula = (
        r"n_t = \frac{t}{W}\,n \quad (t \le W = wT) \\"
        r"n_t = n\left(f + (1-f)\,\frac{1 + \cos \pi u}{2}\right) \\ u = \frac{t-W}{T-W}"
    )
    summary = Text(
        ko="작은 학습률로 시작해 n까지 고르게 올린 다음 코사인으로 줄입니다.",
        en="Starts small, rises evenly to n, then decreases like cosine.",
    )
    source = "P. Goyal et al., Accurate, large minibatch SGD: training ImageNet in 1 hour, 2017"

    def __call__(self, t: int) -> float:
        top = _share_of(self.steps, self.warmup)
        return self.rate * (t / top if t < top else _cosine(_part(t, top, self.steps), self.final))


@dataclass(frozen=True)
class OneCycle(RateSchedule):
    """From n straight up to m n at step W, then straight down to f n at the last.

    The paper's way down and its last annealing are one line here.
    """

    peak: float = parameter(
        2.0,
        symbol="m",
        low=1.05,
        high=20.0,
        label=Text(ko="정점 배율", en="peak factor"),
        meaning=Text(
            ko="가장 큰 학습률이 n의 몇 배인지 정합니다. 그 값이 안정 한계를 넘으면 튕겨 나갈 수 있습니다.",
            en="How many times n the largest learning rate is. Above the stability limit the run may be thrown out.",
        ),
    )
    rise: float = parameter(
        0.3,
        symbol="w",
        low=0.05,
        high=0.95,
        label=Text(ko="상승 구간 비율", en="rising fraction"),
        meaning=Text(
            ko="전체 스텝의 몇 분의 몇 동안 학습률을 올릴지 정합니다.",
            en="For what fraction of all steps the learning rate rises.",
        ),
    )
    final: float = final_share()

    key = "one-cycle"
    name = Text(ko="원 사이클", en="One-cycle")
    formula = (
        r"n_t = n\left(1 + (m-1)\,\frac{t-1}{W-1}\right) \quad (t \le W) \\"
        r"n_t = n\left(m + (f-m)\,\frac{t-W}{T-W}\right) \quad (t > W) \\"
        r"W = wT"
    )
    summary = Text(
        ko="n에서 시작해 그 몇 배까지 올라갔다가, n보다 훨씬 작은 값까지 서서히 줄입니다.",
        en="Rises once from n to a multiple of it, then decreases gradually to far below n.",
    )
    source = (
        "L. N. Smith, N. Topin, Super-convergence: very fast training of neural networks using large learning rates, "
        "arXiv:1708.07120, 2017"
    )

    def __call__(self, t: int) -> float:
        top = _share_of(self.steps, self.rise)
        if t < top:
            return self.rate * (1 + (self.peak - 1) * _part(t, 1, top))
        return self.rate * (self.peak + (self.final - self.peak) * _part(t, top, self.steps))


def _share_of(steps: int, share: float) -> int:
    """So many whole steps, at least one."""
    return max(1, round(share * steps))


def _part(t: int, first: int, last: int) -> float:
    """The part of the way from step `first` to step `last`: 0 to 1; 0 where there is no way."""
    return (t - first) / (last - first) if last > first else 0.0


def _cosine(part: float, final: float) -> float:
    """From 1 to `final` along half a wave."""
    return final + (1 - final) * (1 + cos(pi * part)) / 2


SCHEDULES: dict[str, type[RateSchedule]] = {
    each.key: each for each in (Constant, Step, Exponential, Cosine, WarmupCosine, OneCycle)
}
"""Every schedule by its key, the simplest first."""
