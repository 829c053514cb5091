"""The scenes of the chain rule and of backpropagation: the picture, what is measured of it, and what is asked."""

from collections.abc import Mapping

import numpy as np

from address import Address
from networks import Change, Trace, central_difference, loss_of
from pages.backpropagation.choice import read_graph
from pages.backpropagation.letters import letter
from pages.backpropagation.view import graph_shown
from scenes.of_graphs import Graphed
from text import Language, Text
from ui.common.scene_result import Asking, SceneResult
from work.pieces import Pieces

CHANGES = "changes"
"""Asks which values change with a weight."""

_CHANGES = Text(
    ko="{weight} 하나만 바꾸면 어떤 값들이 바뀔까요?", en="Only {weight} is changed. Which values change with it?"
)
_FACTORS = Text(
    ko="∂L/∂{weight}: 국소 미분 몇 개를 곱한 값일까요?",
    en="How many local derivatives are multiplied for ∂L/∂{weight}?",
)
_PATHS = Text(
    ko="손실에서 {weight}까지 거슬러 가는 경로는 몇 개일까요?", en="How many paths lead back from the loss to {weight}?"
)
_MULTIPLICATIONS = Text(
    ko="가중치마다 따로 곱하면 곱셈이 {apart}번 필요합니다. 역전파는 몇 번이면 될까요?",
    en="Weight by weight it takes {apart} multiplications. How many does backpropagation need?",
)
_NAMES = Text(ko="{names}", en="{names}")
_COUNT = Text(ko="{count}개", en="{count}")
_TIMES = Text(ko="{count}번", en="{count}")


def prove(address: Address, ask: str, language: Language) -> Pieces[SceneResult]:
    """The graph of a scene, worked out."""
    choice = read_graph(address)
    trace = choice.trace
    yield 0.5
    evidence = Graphed(trace, differences(trace), choice.rate, choice.changed)
    asked = _asking_changes(choice.changed) if ask == CHANGES else asking(trace, ask)
    return SceneResult(graph_shown(choice, language), evidence, asked)


def differences(trace: Trace) -> Mapping[str, float]:
    """∂L/∂w of every weight without the chain rule, by nudging it to both sides."""
    weights, loss = trace.graph.weights, loss_of(trace.graph, trace.given)
    at = np.array([[trace.given[key]] for key in weights])
    slopes = central_difference(lambda columns: np.array([loss(column.tolist()) for column in columns.T]), at)
    return dict(zip(weights, slopes[:, 0].tolist(), strict=True))


def asking(trace: Trace, ask: str) -> Asking:
    """What is to be predicted of a graph; the right answer is counted on it.

    Raises ValueError for another word.
    """
    graph = trace.graph
    front = graph.weights[0]
    ways = graph.paths(front)
    match ask:
        case "factors":
            right = len(ways[0])
            return _counting(
                _FACTORS.format(weight=letter(front)), _COUNT, right, (right - 2, right - 1, right, right + 1)
            )
        case "paths":
            return _counting(_PATHS.format(weight=letter(front)), _COUNT, len(ways), (1, 2, 3, 4))
        case "multiplications":
            right, apart = graph.multiplications, graph.multiplications_each_by_itself
            words = _MULTIPLICATIONS.format(apart=apart)
            return _counting(words, _TIMES, right, (len(graph.weights), right, apart - 2, apart))
    raise ValueError(f"ask is {ask!r}; allowed is factors, paths or multiplications")


def _asking_changes(change: Change | None) -> Asking | None:
    """So many values from the weight on, or the loss alone; right are those that were computed differently.

    None where nothing is changed.
    """
    if change is None:
        return None
    computed = change.before.graph.computed
    options = {
        "-".join(keys): _NAMES.format(names=", ".join(letter(key) for key in keys))
        for keys in dict.fromkeys((change.differing[:1], change.differing[:-1], change.differing, computed[-1:]))
    }
    return Asking(_CHANGES.format(weight=letter(change.weight)), options, ["-".join(change.differing)])


def _counting(words: Text, unit: Text, right: int, counts: tuple[int, ...]) -> Asking:
    """Some counts to choose from, in their order; two that are the same stand there once."""
    options = {str(count): unit.format(count=count) for count in sorted({*counts, right})}
    return Asking(words, options, [str(right)])
