"""What can be expected of z = g(f(x)): that its slope is the product of two."""

from dataclasses import dataclass

from scenes.expectation import Expectation, Measured
from scenes.scene import LectureScene
from text import Text


@dataclass(frozen=True)
class Slopes:
    """What was measured at one x."""

    x: float
    inner: float
    """dy/dx"""
    outer: float
    """dz/dy"""
    measured: float
    """dz/dx, by changing x a little and computing z anew: no chain rule is in it."""
    furthest: float
    """The largest difference between such a measured slope and the product, over all x of the dial, as a share of the
    largest slope."""


class CompositionScene(LectureScene[Slopes]):
    """Two functions, one after the other. `ask` is `way`: whether z grows with x."""

    chapter = "composition"


@dataclass(frozen=True)
class IsTheProduct(Expectation[Slopes]):
    """At the x of the scene the measured slope is the product of the two, up to what a small change leaves."""

    within: float = 1e-6

    claim = Text(ko="기울기의 곱 dz/dx = dz/dy · dy/dx", en="slopes multiply: dz/dx = dz/dy · dy/dx")
    measured = Text(
        ko="x = {x}: {outer} × {inner} = {product}, x를 조금 바꾸어 측정값 {slope}",
        en="x = {x}: {outer} × {inner} = {product}; measured by a small change of x: {slope}",
    )

    def measure(self, evidence: Slopes) -> Measured:
        product = evidence.outer * evidence.inner
        return self.saw(
            abs(product - evidence.measured) <= self.within * max(1.0, abs(product)),
            x=evidence.x,
            outer=evidence.outer,
            inner=evidence.inner,
            product=product,
            slope=evidence.measured,
        )


@dataclass(frozen=True)
class IsSoEverywhere(Expectation[Slopes]):
    """At every x of the dial."""

    within: float = 1e-6

    claim = Text(ko="모든 x에서 그러함", en="So it is at every x")
    measured = Text(ko="차이는 가장 큰 기울기의 {furthest}배 이하", en="at most {furthest} of the largest slope apart")

    def measure(self, evidence: Slopes) -> Measured:
        return self.saw(evidence.furthest <= self.within, furthest=evidence.furthest)
