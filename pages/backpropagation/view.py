"""From a choice to what the player shows of a graph: every number, every sentence, every path."""

from collections.abc import Mapping

from figures.theme import PARTS, Style
from networks import Edge, Graph, Trace
from pages.backpropagation.changes import CHANGED, change_moments, written_change
from pages.backpropagation.choice import GraphChoice
from pages.backpropagation.letters import derivative, derivative_mathml, letter
from pages.backpropagation.moments import Steps, factor, moments, rule_of, steps_of, written
from stage.graph import Chosen, ComputationalGraph, DrawnEdge, DrawnNode, Factor, Kind, Said, Slot, Way
from text import Language, Text

_LABEL = Text(
    ko="작은 신경망의 계산 그래프: 값은 정방향으로, 미분은 역방향으로 흐릅니다",
    en="The computational graph of a small network: values flow forward, derivatives back",
)
_STORED = Text(ko="저장한 중간 결과 {now} / {count}", en="Intermediate results stored: {now} / {count}")
_MULTIPLIED = Text(
    ko="역전파의 곱셈 {now} / {back} (가중치마다 따로 하면 {apart})",
    en="Multiplications: {now} / {back} (weight by weight: {apart})",
)
_NOW = "{now}"
"""Where the player writes the count of the step."""
_CACHE = Text(ko="저장한 중간 결과", en="Stored results")
_UNUSED = Text(ko="쓰이지 않음", en="not needed")
_HINT = Text(
    ko="가중치를 누르면 그 가중치까지의 경로와 미분의 곱이 여기에 나옵니다.",
    en="Click a weight to see its path and the product of derivatives along it.",
)
_CHOOSE = Text(ko="{name} = {value}. 이 가중치의 경로 보기", en="{name} = {value}. Show this weight's path")
_PARTS = {
    "gradient": Text(ko="미분", en="derivative"),
    "memory": Text(ko="저장", en="stored"),
    "square": Text(ko="경로", en="path"),
    "step": Text(ko="업데이트", en="update"),
}

_Place = tuple[float, float]
_PLACES: dict[str, Mapping[str, _Place]] = {
    "neuron": {
        **{"w": (0, 0), "x": (0, 0.5), "b": (0, 1), "z": (0.34, 0.5), "a": (0.67, 0.5), "L": (1, 0.5), "y": (1, 0)},
    },
    "fork": {
        **{"w1": (0, 0), "x1": (0, 1 / 3), "x2": (0, 2 / 3), "w2": (0, 1), "h1": (0.25, 0.5)},
        **{"w3": (0.25, 0), "h2": (0.5, 0.25), "h3": (0.5, 0.75), "w4": (0.25, 1)},
        **{"w5": (0.75, 0), "yhat": (0.75, 0.5), "w6": (0.75, 1), "y": (1, 0), "L": (1, 0.5)},
    },
}


def graph_shown(choice: GraphChoice, language: Language) -> ComputationalGraph:
    """Everything in the picture, computed."""
    trace = choice.trace
    graph, steps = trace.graph, steps_of(trace)
    change, places = choice.changed, _places(choice)
    count = len(graph.computed if change else graph.stored)
    return ComputationalGraph(
        key=f"{choice.structure} {choice.layers} {choice.change}",
        label=_LABEL[language],
        nodes=[_node(choice, key, steps, places[key]) for key in graph.by_key],
        edges=[_wire(trace, edge, steps) for edge in graph.edges],
        moments=change_moments(change, language) if change else moments(trace, choice.rate, language),
        slots=[_slot(choice, key, steps) for key in graph.stored],
        counters=(
            (CHANGED if change else _STORED).format(now=_NOW, count=count)[language],
            _MULTIPLIED.format(now=_NOW, back=graph.multiplications, apart=graph.multiplications_each_by_itself)[
                language
            ],
        ),
        cache=_CACHE[language],
        unused=_UNUSED[language],
        hint=_HINT[language],
        chosen=[_chosen(trace, key, steps, language) for key in graph.weights],
        path=choice.path,
        styles=_styles(language),
        projector=choice.projector,
    )


def _styles(language: Language) -> tuple[tuple[str, str, Style], ...]:
    return tuple((part, _PARTS[part][language], each) for part, each in PARTS.items())


def _places(choice: GraphChoice) -> Mapping[str, _Place]:
    """Where each node stands; the chain's layers are as many as were chosen."""
    if choice.structure != "chain":
        return _PLACES[choice.structure]
    last = choice.layers + 1
    found: dict[str, _Place] = {"x": (0, 1), "L": (1, 1), "y": (1, 0)}
    for number in range(1, last):
        found |= {f"h{number}": (number / last, 1), f"w{number}": (number / last, 0)}
    return found


def _kind(graph: Graph, key: str) -> Kind:
    if key == graph.loss:
        return "loss"
    if graph.by_key[key].learned:
        return "weight"
    return "value" if graph.by_key[key].operation else "data"


def _node(choice: GraphChoice, key: str, steps: Steps, place: _Place) -> DrawnNode:
    graph = choice.graph
    rule = rule_of(graph.by_key[key])
    values, changed = _values(choice, key, steps)
    return DrawnNode(
        key, letter(key), _kind(graph, key), rule, place, values, _derivatives(choice.trace, key, steps), changed
    )


def _values(choice: GraphChoice, key: str, steps: Steps) -> tuple[list[Said], int | None]:
    """What stands in a node, and from which step on it is marked as changed; all is known before a weight changes."""
    trace, change, since = choice.trace, choice.changed, steps.forward.get(key, 0)
    value = written(trace.values[key])
    if change is None:
        learned = trace.graph.by_key[key].learned
        update = [(steps.update, written(trace.stepped(choice.rate).given[key]))] if learned else []
        return [(since, value), *update], None
    if key not in (change.weight, *change.differing):
        return [(0, value)], None
    return [(0, value), (since, written_change(change, key))], since


def _derivatives(trace: Trace, key: str, steps: Steps) -> list[Said]:
    """What is known of ∂L/∂node, and from which step on."""
    derivatives: list[Said] = [(steps.turn, "1")] if key == trace.graph.loss else []
    for each in trace.passes:
        if each.edge.source == key:
            waits = each.total != trace.derivatives[key] and not derivatives and trace.graph.uses_of(key) > 1
            derivatives.append((steps.backward[each.edge], written(each.total) + (" + …" if waits else "")))
    return derivatives


def _wire(trace: Trace, edge: Edge, steps: Steps) -> DrawnEdge:
    return DrawnEdge(
        source=edge.source,
        target=edge.target,
        forward=steps.forward[edge.target],
        backward=steps.backward.get(edge),
        local=factor(trace.local[edge]),
    )


def _slot(choice: GraphChoice, key: str, steps: Steps) -> Slot:
    """What is stored before a weight is changed stands there from the beginning."""
    trace = choice.trace
    since = 0 if choice.changed else steps.forward[key]
    uses = [step for edge, step in steps.backward.items() if key in trace.graph.used(edge)]
    return Slot(key, letter(key), written(trace.values[key]), since, uses)


def _chosen(trace: Trace, key: str, steps: Steps, language: Language) -> Chosen:
    ways = [_way(trace, path, steps) for path in trace.graph.paths(key)]
    return Chosen(
        key=key,
        letters=derivative_mathml(trace.graph.loss, key),
        label=_CHOOSE.format(name=letter(key), value=written(trace.given[key]))[language],
        ways=ways,
        total=f"{derivative(trace.graph.loss, key)} = {written(trace.derivatives[key])}",
        step=max(way.step for way in ways),
    )


def _way(trace: Trace, path: tuple[Edge, ...], steps: Steps) -> Way:
    factors = [
        Factor(derivative_mathml(edge.target, edge.source), factor(trace.local[edge]), steps.backward[edge])
        for edge in path
    ]
    nodes = [path[0].target, *(edge.source for edge in path)]
    return Way(nodes, factors, written(trace.product(path)), steps.backward[path[-1]])
