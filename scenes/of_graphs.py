"""What can be expected of a computational graph: products along paths, and what storing costs and saves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from networks import Change, Trace
from scenes.expectation import Expectation, Measured, missing
from scenes.scene import LectureScene
from text import Text

CLOSE = 1e-6
"""Relative: a central difference is not more exact than about this."""
NOTHING = 1e-9


@dataclass(frozen=True, eq=False)
class Graphed:
    """A graph with its numbers, and what its weights' derivatives are without any chain rule."""

    trace: Trace
    differences: Mapping[str, float]
    """∂L/∂w of every weight, by central differences."""
    rate: float
    """n of the step that would follow."""
    change: Change | None = None
    """What is changed, where a weight is."""


class GraphScene(LectureScene[Graphed]):
    """A small network, forward and back. `ask` is `factors`, `paths`, `multiplications` or `changes`."""

    chapter = "backpropagation"


_NO_WEIGHT = Text(ko="{weight} 없음", en="there is no {weight}")


@dataclass(frozen=True)
class ProductAlongPaths(Expectation[Graphed]):
    """Of a weight: the product along its path, or the sum over its paths, is its derivative, measured without it."""

    weight: str

    claim = Text(
        ko="∂L/∂{weight}: 경로를 따라 곱한 값(경로가 여럿이면 그 합)이 수치 미분과 같음",
        en="∂L/∂{weight}: the product along the path, summed over paths, equals the numerical derivative",
    )
    measured = Text(ko="곱 {product}, 수치 미분 {nudged}", en="product {product}, numerical {nudged}")

    def measure(self, evidence: Graphed) -> Measured:
        trace = evidence.trace
        if self.weight not in trace.graph.weights:
            return missing(_NO_WEIGHT, weight=self.weight)
        product = sum(trace.product(path) for path in trace.graph.paths(self.weight))
        nudged = evidence.differences[self.weight]
        is_same = abs(product - nudged) <= CLOSE * abs(product) + NOTHING
        return self.saw(is_same, product=product, nudged=nudged)


@dataclass(frozen=True)
class Paths(Expectation[Graphed]):
    """How many paths lead to a weight, and of how many factors each product is."""

    weight: str
    paths: int
    factors: int

    claim = Text(
        ko="{weight}까지 경로 {paths}개, 경로마다 미분 {factors}개의 곱",
        en="{paths} paths to {weight}, each a product of {factors} derivatives",
    )
    one = Text(
        ko="{weight}까지 경로 하나, 미분 {factors}개의 곱",
        en="one path to {weight}, a product of {factors} derivatives",
    )
    measured = Text(ko="경로 {paths}개, 미분 {factors}개씩", en="paths: {paths}, derivatives in each: {factors}")

    def claimed(self) -> Text:
        return self.one if self.paths == 1 else self.claim

    def measure(self, evidence: Graphed) -> Measured:
        lengths = [len(path) for path in evidence.trace.graph.paths(self.weight)]
        if not lengths:
            return missing(_NO_WEIGHT, weight=self.weight)
        factors = ", ".join(map(str, sorted(set(lengths))))
        return self.saw(lengths == [self.factors] * self.paths, paths=len(lengths), factors=factors)


@dataclass(frozen=True)
class Multiplications(Expectation[Graphed]):
    """On the way back it multiplies so often, and no more; each weight by itself would take so many."""

    back: int
    each_by_itself: int

    claim = Text(
        ko="역전파의 곱셈 {back}번, 가중치마다 따로 하면 {each_by_itself}번",
        en="{back} multiplications with backpropagation, {each_by_itself} weight by weight",
    )
    measured = Text(ko="{back}번 대 {each_by_itself}번", en="{back} against {each_by_itself}")

    def measure(self, evidence: Graphed) -> Measured:
        graph = evidence.trace.graph
        counts = {"back": graph.multiplications, "each_by_itself": graph.multiplications_each_by_itself}
        return self.saw(counts == vars(self), **counts)


@dataclass(frozen=True)
class Stores(Expectation[Graphed]):
    """It stores so many intermediate results, and would have to do so many operations again without them."""

    stored: int
    recomputed: int

    claim = Text(
        ko="중간 결과 {stored}개 저장, 저장하지 않으면 연산 {recomputed}번을 다시 함",
        en="{stored} results are stored; without them {recomputed} operations would be repeated",
    )
    measured = Text(ko="저장 {stored}개, 다시 {recomputed}번", en="{stored} stored, {recomputed} repeated")

    def measure(self, evidence: Graphed) -> Measured:
        graph = evidence.trace.graph
        counts = {"stored": len(graph.stored), "recomputed": graph.recomputed}
        return self.saw(counts == vars(self), **counts)


@dataclass(frozen=True)
class StepLowersLoss(Expectation[Graphed]):
    """One step θ ← θ − n ∂L/∂θ of all weights makes the loss smaller."""

    claim = Text(ko="n = {n}의 한 스텝 뒤 손실이 줄어듦", en="One step with n = {n} lowers the loss")
    measured = Text(ko="{before}에서 {after}", en="from {before} to {after}")

    def places(self, evidence: Graphed) -> Mapping[str, Any]:
        return {"n": evidence.rate}

    def measure(self, evidence: Graphed) -> Measured:
        trace = evidence.trace
        before, after = (each.values[trace.graph.loss] for each in (trace, trace.stepped(evidence.rate)))
        return self.saw(after < before, before=before, after=after)


_NO_CHANGE = Text(ko="바꾼 가중치 없음", en="no weight is changed")


@dataclass(frozen=True)
class ChangesWhatFollows(Expectation[Graphed]):
    """With one weight, exactly the values change that are computed from it, straight or by others."""

    claim = Text(
        ko="{weight}의 값을 바꾸면 그 뒤의 값만 모두 바뀜: {after}",
        en="Changing {weight} changes exactly the values after it: {after}",
    )
    measured = Text(ko="바뀐 값: {differing}", en="changed: {differing}")

    def places(self, evidence: Graphed) -> Mapping[str, Any]:
        change = evidence.change
        after = change.before.graph.after(change.weight) if change else ()
        return {"weight": change.weight if change else "–", "after": ", ".join(after)}

    def measure(self, evidence: Graphed) -> Measured:
        change = evidence.change
        if change is None:
            return missing(_NO_CHANGE)
        differing = ", ".join(change.differing)
        return self.saw(change.differing == change.before.graph.after(change.weight), differing=differing)


@dataclass(frozen=True)
class ReachesFurther(Expectation[Graphed]):
    """The same change of a weight nearer to the loss changes fewer values."""

    later: str

    claim = Text(
        ko="같은 크기로 {later}의 값을 바꾸면 더 적은 값이 바뀜",
        en="The same change of {later} changes fewer values",
    )
    measured = Text(
        ko="{weight}: 값 {count}개, {later}: 값 {fewer}개", en="{count} values with {weight}, {fewer} with {later}"
    )

    def measure(self, evidence: Graphed) -> Measured:
        change = evidence.change
        if change is None:
            return missing(_NO_CHANGE)
        if self.later not in change.before.graph.weights:
            return missing(_NO_WEIGHT, weight=self.later)
        count, fewer = len(change.differing), len(Change(change.before, self.later, change.by).differing)
        return self.saw(fewer < count, weight=change.weight, later=self.later, count=count, fewer=fewer)


@dataclass(frozen=True)
class PredictsChange(Expectation[Graphed]):
    """∂L/∂w · Δw is the loss's change but for a share of it."""

    within: float

    claim = Text(
        ko="∂L/∂w · Δw와 실제 ΔL의 차이가 ΔL의 {within}배 이하",
        en="∂L/∂w · Δw differs from the true ΔL by at most {within} of it",
    )
    measured = Text(ko="예측 {predicted}, 실제 {true}", en="predicted {predicted}, true {true}")

    def measure(self, evidence: Graphed) -> Measured:
        change = evidence.change
        if change is None:
            return missing(_NO_CHANGE)
        wrong = abs(change.predicted - change.true)
        return self.saw(wrong <= self.within * abs(change.true), predicted=change.predicted, true=change.true)
