"""What can be expected of a computational graph: products along paths, and what storing costs and saves."""

from collections.abc import Mapping
from dataclasses import dataclass

from networks import Trace
from scenes.expectation import Expectation, Said
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


class GraphScene(LectureScene[Graphed]):
    """A small network, forward and back. `ask` is `factors`, `paths` or `multiplications`."""

    chapter = "backpropagation"


def _missing(weight: str) -> tuple[Said, bool]:
    return Said(Text(ko="{weight} 없음", en="there is no {weight}"), {"weight": weight}), False


@dataclass(frozen=True)
class ProductAlongPaths(Expectation[Graphed]):
    """Of a weight: the product along its path, or the sum over its paths, is its derivative, measured without it."""

    weight: str

    def expected(self, evidence: Graphed) -> Said:
        text = Text(
            ko="∂L/∂{weight}: 경로를 따라 곱한 값(경로가 여럿이면 그 합)이 수치 미분과 같음",
            en="∂L/∂{weight}: the product along its path, summed over paths, is what nudging the weight gives",
        )
        return Said(text, {"weight": self.weight})

    def measure(self, evidence: Graphed) -> tuple[Said, bool]:
        trace = evidence.trace
        if self.weight not in trace.graph.weights:
            return _missing(self.weight)
        product = sum(trace.product(path) for path in trace.graph.paths(self.weight))
        nudged = evidence.differences[self.weight]
        text = Text(ko="곱 {product}, 수치 미분 {nudged}", en="product {product}, nudged {nudged}")
        apart = abs(product - nudged)
        return Said(text, {"product": product, "nudged": nudged}), apart <= CLOSE * abs(product) + NOTHING


@dataclass(frozen=True)
class Paths(Expectation[Graphed]):
    """How many paths lead to a weight, and of how many factors each product is."""

    weight: str
    paths: int
    factors: int

    def expected(self, evidence: Graphed) -> Said:
        text = Text(
            ko="{weight}까지 경로 {paths}개, 경로마다 미분 {factors}개의 곱",
            en="{paths} paths to {weight}, each a product of {factors} derivatives",
        )
        one = Text(
            ko="{weight}까지 경로 하나, 미분 {factors}개의 곱",
            en="one path to {weight}, a product of {factors} derivatives",
        )
        places = {"weight": self.weight, "paths": self.paths, "factors": self.factors}
        return Said(one if self.paths == 1 else text, places)

    def measure(self, evidence: Graphed) -> tuple[Said, bool]:
        lengths = [len(path) for path in evidence.trace.graph.paths(self.weight)]
        if not lengths:
            return _missing(self.weight)
        text = Text(ko="경로 {paths}개, 미분 {factors}개씩", en="paths: {paths}, derivatives in each: {factors}")
        said = Said(text, {"paths": len(lengths), "factors": ", ".join(map(str, sorted(set(lengths))))})
        return said, lengths == [self.factors] * self.paths


@dataclass(frozen=True)
class Multiplications(Expectation[Graphed]):
    """On the way back it multiplies so often, and no more; each weight by itself would take so many."""

    back: int
    anew: int

    def expected(self, evidence: Graphed) -> Said:
        text = Text(
            ko="역전파의 곱셈 {back}번, 가중치마다 따로 하면 {anew}번",
            en="{back} multiplications with backpropagation, {anew} for each weight by itself",
        )
        return Said(text, {"back": self.back, "anew": self.anew})

    def measure(self, evidence: Graphed) -> tuple[Said, bool]:
        graph = evidence.trace.graph
        text = Text(ko="{back}번 대 {anew}번", en="{back} against {anew}")
        places = {"back": graph.multiplications, "anew": graph.multiplications_anew}
        return Said(text, places), places == {"back": self.back, "anew": self.anew}


@dataclass(frozen=True)
class Stores(Expectation[Graphed]):
    """It stores so many intermediate results, and would have to do so many operations again without them."""

    stored: int
    recomputed: int

    def expected(self, evidence: Graphed) -> Said:
        text = Text(
            ko="중간 결과 {stored}개 저장, 저장하지 않으면 연산 {recomputed}번을 다시 함",
            en="it stores {stored} results; without them {recomputed} operations are done again",
        )
        return Said(text, {"stored": self.stored, "recomputed": self.recomputed})

    def measure(self, evidence: Graphed) -> tuple[Said, bool]:
        graph = evidence.trace.graph
        text = Text(ko="저장 {stored}개, 다시 {recomputed}번", en="{stored} stored, {recomputed} done again")
        places = {"stored": len(graph.stored), "recomputed": graph.recomputed}
        return Said(text, places), places == {"stored": self.stored, "recomputed": self.recomputed}


@dataclass(frozen=True)
class StepLowersLoss(Expectation[Graphed]):
    """One step θ ← θ − n ∂L/∂θ of all weights makes the loss smaller."""

    def expected(self, evidence: Graphed) -> Said:
        text = Text(ko="n = {n}의 한 걸음 뒤 손실이 줄어듦", en="one step with n = {n} lowers the loss")
        return Said(text, {"n": evidence.rate})

    def measure(self, evidence: Graphed) -> tuple[Said, bool]:
        trace = evidence.trace
        loss = trace.graph.loss
        before, after = trace.values[loss], trace.stepped(evidence.rate).values[loss]
        text = Text(ko="{before}에서 {after}", en="from {before} to {after}")
        return Said(text, {"before": before, "after": after}), after < before
