"""What can be expected of a model that is fitted: how its curve changes, and that every step is the derivative's."""

from dataclasses import dataclass

import numpy as np

from parameters import Array
from scenes.expectation import Expectation, Measured
from scenes.scene import LectureScene
from text import Text

LETTERS = ("a", "b", "c", "d")


@dataclass(frozen=True, eq=False)
class Fitting:
    """A curve of four parameters on its way from where the sliders stand."""

    theta: Array
    """(steps + 1, 4)"""
    loss: Array
    """(steps + 1,)"""
    rate: float
    derivatives: Array
    """(steps, 4): ∂L/∂θ before each step, by central differences of the loss itself."""
    curves: Array
    """(2, points): the curve at the sliders and at the last step."""
    lowest: float
    """The lowest loss that any parameters have; nan where it is not known."""

    @property
    def first(self) -> Array:
        """(4,): what the first step adds to each parameter."""
        return self.theta[1] - self.theta[0]


@dataclass(frozen=True)
class CurveMoves(Expectation[Fitting]):
    """With other parameters the same model gives other values."""

    by: float

    claim = Text(
        ko="같은 모델의 값이 어딘가에서 {by} 이상 바뀜", en="Somewhere the model's value changes by {by} or more"
    )
    measured = Text(ko="{moved}", en="{moved}")

    def measure(self, evidence: Fitting) -> Measured:
        moved = float(np.abs(evidence.curves[1] - evidence.curves[0]).max())
        return self.saw(moved >= self.by, moved=moved)


@dataclass(frozen=True)
class FallsTo(Expectation[Fitting]):
    """At the last step the loss is no more than a share of what it was."""

    to: float

    claim = Text(ko="손실이 처음의 {to}배 이하로 줄어듦", en="The loss falls to {to} of its initial value, or less")
    measured = Text(ko="{before} → {after}", en="from {before} to {after}")

    def measure(self, evidence: Fitting) -> Measured:
        before, after = float(evidence.loss[0]), float(evidence.loss[-1])
        return self.saw(after <= self.to * before, before=before, after=after)


@dataclass(frozen=True)
class StepsByDerivative(Expectation[Fitting]):
    """Every parameter changes at every step by −n times its own partial derivative."""

    within: float = 1e-6
    """As a share of the largest change."""

    claim = Text(
        ko="스텝마다 네 매개변수가 각각 −n ∂L/∂θ만큼 바뀜 (손실의 차분으로 구한 편미분과 비교)",
        en=(
            "At every step each of the four parameters changes by −n ∂L/∂θ (derivatives checked by differences of "
            "the loss)"
        ),
    )
    measured = Text(ko="차이는 최대 {wrong}", en="they differ by at most {wrong}")

    def measure(self, evidence: Fitting) -> Measured:
        moves = np.diff(evidence.theta, axis=0)
        wrong = float(np.abs(moves + evidence.rate * evidence.derivatives).max() / np.abs(moves).max())
        return self.saw(wrong <= self.within, wrong=wrong)


@dataclass(frozen=True)
class GoesTo(Expectation[Fitting]):
    """The first step raises, or lowers, one parameter."""

    letter: str
    up: bool

    claim = Text(ko="첫 스텝에 {letter}의 값이 커짐", en="The first step increases {letter}")
    falls = Text(ko="첫 스텝에 {letter}의 값이 작아짐", en="The first step decreases {letter}")
    measured = Text(ko="{move}만큼 바뀜", en="it changes by {move}")

    def claimed(self) -> Text:
        return self.claim if self.up else self.falls

    def measure(self, evidence: Fitting) -> Measured:
        move = float(evidence.first[LETTERS.index(self.letter)])
        return self.saw(move > 0 if self.up else move < 0, move=move)


@dataclass(frozen=True)
class ChangesMost(Expectation[Fitting]):
    """In the first step one parameter changes more than every other."""

    letter: str

    claim = Text(ko="첫 스텝에 가장 크게 바뀌는 것은 {letter}", en="The first step changes {letter} the most")
    measured = Text(ko="{letter}: {size}만큼", en="{letter}, by {size}")

    def measure(self, evidence: Fitting) -> Measured:
        sizes = np.abs(evidence.first)
        most = LETTERS[int(np.argmax(sizes))]
        return self.saw(most == self.letter, letter=most, size=float(sizes.max()))


@dataclass(frozen=True)
class FitsBest(Expectation[Fitting]):
    """The loss at the last step is as low as that of the best parameters there are."""

    times: float

    claim = Text(
        ko="최종 손실이 가장 낮은 손실의 {times}배 이하",
        en="The final loss is at most {times} times the lowest possible",
    )
    measured = Text(ko="{last} 대 {lowest}", en="{last} against {lowest}")

    def measure(self, evidence: Fitting) -> Measured:
        last = float(evidence.loss[-1])
        return self.saw(last <= self.times * evidence.lowest, last=last, lowest=evidence.lowest)


class ParametersScene(LectureScene[Fitting]):
    """A model is fitted. `ask` is `most` (which parameter changes most in the first step) or `way.<parameter>`."""

    chapter = "model"
