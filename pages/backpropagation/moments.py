"""What happens at each step of a graph, forward and back, in words with its numbers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from networks import Edge, Node, Pass, Trace
from networks.operations import Applied, Neuron
from numerals import numeral
from pages.backpropagation.letters import derivative, derivative_mathml, letter, letter_mathml, math
from stage.graph import Moment
from text import Language, Text

DIGITS = 3

_BEGIN = Text(
    ko="입력({data})과 가중치만 있습니다. 재생하거나 → 키를 눌러 정방향으로 계산하세요.",
    en="Only the data {data} and the weights are given. Play, or press → to compute forward.",
)
_STORED = Text(ko="정방향: {of} 값을 구해 저장합니다.", en="Forward: the value of {of} is computed and stored.")
_LOSS = Text(
    ko="정방향 완료: 손실 L을 구했습니다. 이제 손실을 줄이려면 가중치를 어느 쪽으로 바꿔야 하는지 구합니다.",
    en="Forward pass done: this is the loss L. Next: which way to change the weights to reduce it.",
)
_TURN = Text(
    ko="역방향의 시작: L을 L로 미분하면 1입니다. 여기서 출발합니다.",
    en="Backward pass starts: the derivative of L with respect to itself is 1.",
)
_BACK = Text(
    ko="역방향: 들어온 미분 × 국소 미분. 국소 미분은 저장해 둔 {used} 값으로 구합니다.",
    en="Backward: incoming derivative × local derivative, which uses the stored {used}.",
)
_BACK_ONE = Text(
    ko="역방향: 들어온 미분 × 국소 미분. 여기서 국소 미분은 항상 1입니다.",
    en="Backward: incoming derivative × local derivative, which is always 1 here.",
)
_FIRST = Text(
    ko="{of}: 두 곳에 쓰였으므로, 다른 경로의 미분이 올 때까지 기다립니다.",
    en="{of} was used twice, so it waits for the derivative from the other path.",
)
_SECOND = Text(
    ko="{of}에 온 두 경로의 미분을 더합니다: {sum} = {total}.",
    en="The derivatives of {of} from both paths add up: {sum} = {total}.",
)
_UPDATE = Text(
    ko="가중치 업데이트: 모든 가중치를 한꺼번에 θ ← θ − n ∂L/∂θ (n = {n}). 손실 {before} → {after}: {way}.",
    en="The update: all weights at once, θ ← θ − n ∂L/∂θ (n = {n}). The loss goes from {before} to {after}: {way}.",
)
_LOWER = Text(ko="줄었습니다", en="lower")
_HIGHER = Text(
    ko="줄지 않았습니다. 학습률이 너무 큽니다",
    en="not lower, so the learning rate is too large",
)
_SAME = Text(
    ko="그대로입니다. 미분이 0이거나 너무 작습니다",
    en="unchanged, because the derivatives are 0 or too small",
)


class Steps(NamedTuple):
    """At which step what happens: forward over what is computed, the turn, back over the edges, the update."""

    forward: Mapping[str, int]
    turn: int
    backward: Mapping[Edge, int]
    update: int


def steps_of(trace: Trace) -> Steps:
    """The steps of a graph, counted from 1; at step 0 nothing has happened."""
    computed, back = trace.graph.computed, trace.graph.backward
    turn = len(computed) + 1
    return Steps(
        forward={key: step for step, key in enumerate(computed, start=1)},
        turn=turn,
        backward={edge: step for step, edge in enumerate(back, start=turn + 1)},
        update=turn + len(back) + 1,
    )


def written(value: float) -> str:
    """A number of the graph."""
    return numeral(value, DIGITS)


def factor(value: float) -> str:
    """The same behind another sign: in brackets where it is negative."""
    shown = written(value)
    return f"({shown})" if shown.startswith("−") else shown


def rule_of(node: Node) -> str:
    """How a node is computed, in letters; empty where it is given."""
    keys = [letter(key) for key in node.inputs]
    match node.operation:
        case None:
            return ""
        case Neuron(activation=activation, bias=bias):
            first = 1 if bias else 0
            pairs = [f"{w}{h}" for w, h in zip(keys[first::2], keys[first + 1 :: 2], strict=True)]
            total = " + ".join([*pairs, *keys[:first]])
            return total if activation == "identity" else f"f({total})"
        case Applied():
            return f"f({keys[0]})"
        case _:
            return f"({keys[0]} − {keys[1]})²"


def moments(trace: Trace, rate: float, language: Language) -> list[Moment]:
    """Everything that happens, from step 0 on."""
    graph = trace.graph
    data = ", ".join(letter(node.key) for node in graph.nodes if node.operation is None and not node.learned)
    readout = [Moment("begin", "", (), "", _BEGIN.format(data=data)[language], "", _counts(0, 0))]
    for number, key in enumerate(graph.computed, start=1):
        readout.append(_forward(trace, key, language, _counts(min(number, len(graph.stored)), 0)))
    readout += way_back(trace, _TURN[language], str(len(graph.stored)), language)
    readout.append(_update(trace, rate, language, readout[-1].counts))
    return readout


def way_back(trace: Trace, turn: str, count: str, language: Language) -> list[Moment]:
    """The turn at L, of which something is said, and every edge after it; `count` is what the first counter shows."""
    loss, done = trace.graph.loss, 0
    formula = math([derivative_mathml(loss, loss), "=", "1"])
    readout = [Moment("backward", loss, (), formula, turn, "∂L/∂L = 1.", (count, "0"))]
    for each in trace.passes:
        done += each.edge.target != loss
        readout.append(_backward(trace, each, language, (count, str(done))))
    return readout


def _counts(stored: int, multiplied: int) -> tuple[str, str]:
    return str(stored), str(multiplied)


def _forward(trace: Trace, key: str, language: Language, counts: Sequence[str]) -> Moment:
    words = _LOSS if key == trace.graph.loss else _STORED.format(of=letter(key))
    return computed(trace, key, words[language], counts)


def computed(trace: Trace, key: str, words: str, counts: Sequence[str]) -> Moment:
    """How a node's value comes of its inputs, with something said of it."""
    node, value = trace.graph.by_key[key], written(trace.values[key])
    numbers = _worked(node, trace)
    formula = math([letter_mathml(key), "=", f"<mtext>{rule_of(node)}</mtext>", "=", _text(numbers), "=", value])
    plain = f"{letter(key)} = {rule_of(node)} = {numbers} = {value}."
    return Moment("forward", key, node.inputs, formula, words, plain, counts)


def _worked(node: Node, trace: Trace) -> str:
    """The rule of a node with the numbers of its inputs in it."""
    values = [factor(trace.values[key]) for key in node.inputs]
    match node.operation:
        case Neuron(activation=activation, bias=bias):
            first = 1 if bias else 0
            pairs = [f"{w} × {h}" for w, h in zip(values[first::2], values[first + 1 :: 2], strict=True)]
            total = " + ".join([*pairs, *values[:first]])
            return total if activation == "identity" else f"f({total})"
        case Applied():
            return f"f({written(trace.values[node.inputs[0]])})"
        case _:
            return f"({written(trace.values[node.inputs[0]])} − {values[1]})²"


def _backward(trace: Trace, each: Pass, language: Language, counts: Sequence[str]) -> Moment:
    source, target, _ = each.edge
    loss = trace.graph.loss
    numbers = [written(each.incoming), factor(each.local), written(each.arriving)]
    letters = [derivative_mathml(loss, target), "·", derivative_mathml(target, source)]
    formula = math([*letters, "=", numbers[0], "×", numbers[1], "=", numbers[2]])
    own = [derivative(loss, target), derivative(target, source)]
    plain = f"{' · '.join(own)} = {numbers[0]} × {numbers[1]} = {numbers[2]}."
    if trace.graph.uses_of(source) == 1:
        formula = formula.replace("<mrow>", f"<mrow>{derivative_mathml(loss, source)}<mo>=</mo>", 1)
        plain = f"{derivative(loss, source)} = {plain}"
    used = trace.graph.used(each.edge)
    names = ", ".join(f"{letter(key)} = {written(trace.values[key])}" for key in used)
    words = [(_BACK.format(used=names) if used else _BACK_ONE)[language], *_collected(trace, each, language)]
    return Moment("backward", source, used, formula, " ".join(words), plain, counts)


def _collected(trace: Trace, each: Pass, language: Language) -> Iterator[str]:
    """What is said where a node gets its derivative in several shares."""
    source = each.edge.source
    shares = [other for other in trace.passes if other.edge.source == source]
    if len(shares) == 1:
        return
    name = derivative(trace.graph.loss, source)
    if each is not shares[-1]:
        yield _FIRST.format(of=name)[language]
        return
    total = " + ".join([written(shares[0].arriving), *(factor(share.arriving) for share in shares[1:])])
    yield _SECOND.format(of=name, sum=total, total=written(each.total))[language]


def _update(trace: Trace, rate: float, language: Language, counts: Sequence[str]) -> Moment:
    loss = trace.graph.loss
    before, after = trace.values[loss], trace.stepped(rate).values[loss]
    way = _SAME if after == before else _LOWER if after < before else _HIGHER
    words = _UPDATE.format(n=numeral(rate, DIGITS), before=written(before), after=written(after), way=way)[language]
    first = trace.graph.weights[0]
    moved = written(trace.stepped(rate).given[first])
    letters = [letter_mathml(first), "←", letter_mathml(first), "−", "<mi>n</mi>", "·", derivative_mathml(loss, first)]
    numbers = f"{written(trace.given[first])} − {numeral(rate, DIGITS)} × {factor(trace.derivatives[first])}"
    return Moment("update", "", (), math([*letters, "=", _text(numbers), "=", moved]), words, "", counts)


def _text(words: str) -> str:
    return f"<mtext>{words}</mtext>"
